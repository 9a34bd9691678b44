/* The window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-window-private.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-digit-width.h"
#include "vas-preferences.h"

G_DEFINE_FINAL_TYPE (VasWindow, vas_window, GTK_TYPE_APPLICATION_WINDOW)

/* Widths in digits, which follow the font. */
enum
{
  PROCESSES_DIGITS = 34, /* names, pids and sizes in RAM */
  /* Below this the map and the table need the width that the list of processes would take. */
  WIDE_DIGITS = 144,
};

/* Sizes: read when the window is made, kept when it closes. */

static int
get_standard_width (VasWindow *self)
{
  return vas_digit_width (GTK_WIDGET (self), PROCESSES_DIGITS);
}

static void
restore (VasWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               vas_preferences_get_int (self->settings, "window-width", 1360),
                               vas_preferences_get_int (self->settings, "window-height", 860));
  if (vas_preferences_get_boolean (self->settings, "window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  int processes_width = vas_preferences_get_int (self->settings, "processes-width", 0);
  self->processes_width = processes_width > 0 ? processes_width : get_standard_width (self);
  gtk_paned_set_position (self->panes, self->processes_width);
  vas_workspace_restore (self->workspace, self->settings);
}

/* Alone in the window the list has no width of its own, and in a narrow one not the one that was
 * chosen. */
static void
remember_processes_width (VasWindow *self)
{
  if (self->wide && gtk_widget_get_mapped (GTK_WIDGET (self->picker))
      && gtk_widget_get_mapped (self->main))
    self->processes_width = gtk_paned_get_position (self->panes);
}

static void
keep (VasWindow *self)
{
  int width, height;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  vas_preferences_set_boolean (self->settings, "window-maximized",
                               gtk_window_is_maximized (GTK_WINDOW (self)));
  vas_preferences_set_int (self->settings, "window-width", width);
  vas_preferences_set_int (self->settings, "window-height", height);
  remember_processes_width (self);
  vas_preferences_set_int (self->settings, "processes-width",
                           self->processes_width != get_standard_width (self)
                               ? self->processes_width
                               : 0);
  vas_workspace_keep (self->workspace, self->settings);
}

/* What is on show follows from the session's state, from whether the picker is wanted, and from
 * whether there is room for both: in a narrow window it covers the rest until one is picked. */

void
vas_window_show_picker (VasWindow *self)
{
  gboolean empty = vas_session_get_state (self->session) == VAS_SESSION_EMPTY;
  gboolean wanted = empty || vas_window_is_toggled (self, "show-processes");
  gboolean alone = empty || (wanted && !self->wide);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), wanted);
  g_object_set (self->picker, "roomy", alone, NULL);
  gtk_widget_set_visible (self->main, !alone);
}

static void
show_main (VasWindow *self)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  const GError *error = vas_session_get_error (self->session);
  VasSource *source = vas_session_get_source (self->session);

  gtk_stack_set_visible_child_name (self->stack, snapshot != NULL ? "map" : "status");
  if (snapshot != NULL || source == NULL)
    return;
  if (error != NULL)
    {
      vas_status_page_show_error (self->status_page, error);
      return;
    }
  g_autofree char *title = vas_source_dup_title (source);
  vas_status_page_show_loading (self->status_page, title);
}

static void
name_window (VasWindow *self)
{
  VasSource *source = vas_session_get_source (self->session);
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  if (source == NULL)
    return;
  g_autofree char *fallback = vas_source_dup_title (source);
  /* Translators: %s is the name of a process or file. */
  g_autofree char *title
      = g_strdup_printf (_ ("%s – Vascope"), snapshot != NULL ? snapshot->title : fallback);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The keyboard goes along to what was opened, once it is there; not when a program replaces itself. */
static void
focus_map (VasWindow *self)
{
  if (vas_session_get_snapshot (self->session) == NULL || self->is_focused)
    return;
  self->is_focused = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (vas_workspace_get_map (self->workspace)));
}

static void
session_changed_cb (VasWindow *self)
{
  VasSource *source = vas_session_get_source (self->session);
  vas_process_picker_set_current (self->picker, source != NULL ? vas_source_get_pid (source) : -1);
  vas_window_show_picker (self);
  show_main (self);
  vas_window_enable_actions (self);
  name_window (self);
  focus_map (self);
}

/* Opening. */

static void
picked_cb (VasWindow *self, int pid, guint64 start_time)
{
  g_autoptr (VasSource) source = vas_source_new_for_process (self->proc_root, pid, start_time);
  if (!self->wide)
    vas_window_set_toggled (self, "show-processes", FALSE);
  vas_window_open (self, source);
}

void
vas_window_open_file (VasWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  if (path == NULL)
    {
      vas_toast_show (self->toast, _ ("Only files of this computer can be opened."));
      return;
    }
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  vas_window_open (self, source);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  vas_window_open_file (user_data, g_value_get_object (value));
  return TRUE;
}

/* The widget. */

/* A minimized window reads nothing. */
static void
surface_state_cb (GdkToplevel *surface, GParamSpec *spec, gpointer user_data)
{
  VasWindow *self = user_data;
  gboolean minimized = (gdk_toplevel_get_state (surface) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
  vas_reader_set_watched (vas_session_get_reader (self->session), !minimized);
}

static void
set_wide (VasWindow *self, gboolean wide)
{
  self->wide = wide;
  vas_window_set_toggled (
      self, "show-processes",
      wide && vas_preferences_get_boolean (self->settings, "show-processes", TRUE));
}

static void
surface_width_cb (GdkSurface *surface, GParamSpec *spec, gpointer user_data)
{
  VasWindow *self = user_data;
  int enough = vas_digit_width (GTK_WIDGET (self), WIDE_DIGITS);
  gboolean wide = gdk_surface_get_width (surface) >= enough;
  if (self->wide == wide)
    return;
  remember_processes_width (self);
  set_wide (self, wide);
  if (wide)
    gtk_paned_set_position (self->panes, self->processes_width);
}

static void
vas_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vas_window_parent_class)->realize (widget);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (widget));
  g_signal_connect_object (surface, "notify::state", G_CALLBACK (surface_state_cb), widget, 0);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (surface_width_cb), widget, 0);
}

static gboolean
vas_window_close_request (GtkWindow *window)
{
  keep (VAS_WINDOW (window));
  return GTK_WINDOW_CLASS (vas_window_parent_class)->close_request (window);
}

static void
vas_window_dispose (GObject *object)
{
  VasWindow *self = VAS_WINDOW (object);
  g_clear_object (&self->exporter);
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vas_window_parent_class)->dispose (object);
}

static void
vas_window_finalize (GObject *object)
{
  g_free (VAS_WINDOW (object)->proc_root);
  G_OBJECT_CLASS (vas_window_parent_class)->finalize (object);
}

static void
vas_window_class_init (VasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vas_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = vas_window_finalize;
  widget_class->realize = vas_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = vas_window_close_request;

  g_type_ensure (VAS_TYPE_BANNER);
  g_type_ensure (VAS_TYPE_PROCESS_PICKER);
  g_type_ensure (VAS_TYPE_STATUS_LINE);
  g_type_ensure (VAS_TYPE_STATUS_PAGE);
  g_type_ensure (VAS_TYPE_TOAST);
  g_type_ensure (VAS_TYPE_WINDOW_TITLE);
  g_type_ensure (VAS_TYPE_WORKSPACE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VasWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, live_button);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, live_words);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, main);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, workspace);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, status_page);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, picker);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, status_line);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, toast);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
vas_window_init (VasWindow *self)
{
  self->settings = vas_preferences_open ();
  self->session = vas_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->exporter = vas_exporter_new (self->session, self->settings, self->toast);

  vas_workspace_set_session (self->workspace, self->session);
  vas_window_title_set_session (self->title, self->session);
  vas_banner_set_session (self->banner, self->session);
  vas_status_line_set_session (self->status_line, self->session);
  vas_window_add_actions (self);
  restore (self);
  set_wide (self, TRUE);
  gtk_widget_insert_action_group (
      GTK_WIDGET (self), "table",
      vas_region_view_get_actions (vas_workspace_get_regions (self->workspace)));
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  session_changed_cb (self);

  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

VasWindow *
vas_window_new (GtkApplication *application, const char *proc_root)
{
  VasWindow *self = g_object_new (VAS_TYPE_WINDOW, "application", application, NULL);
  self->proc_root = g_strdup (proc_root != NULL ? proc_root : "/proc");
  vas_process_picker_set_root (self->picker, self->proc_root);
  return self;
}

void
vas_window_open (VasWindow *self, VasSource *source)
{
  g_return_if_fail (VAS_IS_WINDOW (self) && source != NULL);
  self->is_focused = FALSE;
  vas_session_open (self->session, source);
}

VasSession *
vas_window_get_session (VasWindow *self)
{
  g_return_val_if_fail (VAS_IS_WINDOW (self), NULL);
  return self->session;
}
