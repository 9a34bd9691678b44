/* The window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-window-private.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-preferences.h"

G_DEFINE_FINAL_TYPE (VasWindow, vas_window, GTK_TYPE_APPLICATION_WINDOW)

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

/* Furnishing: the window comes up bare, as soon as one of this toolkit can, and what is in it is
 * made when that was painted. */

static GtkWidget *
make_bare_title (void)
{
  GtkWidget *bar = gtk_header_bar_new ();
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (bar), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  return bar;
}

static void
ensure_types (void)
{
  g_type_ensure (VAS_TYPE_BANNER);
  g_type_ensure (VAS_TYPE_PROCESS_PICKER);
  g_type_ensure (VAS_TYPE_STATUS_LINE);
  g_type_ensure (VAS_TYPE_STATUS_PAGE);
  g_type_ensure (VAS_TYPE_TOAST);
  g_type_ensure (VAS_TYPE_WINDOW_TITLE);
  g_type_ensure (VAS_TYPE_WORKSPACE);
}

static void
take_drops (VasWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
share_session (VasWindow *self)
{
  self->exporter = vas_exporter_new (self->session, self->settings, self->toast);
  vas_workspace_set_session (self->workspace, self->session);
  vas_window_title_set_session (self->title, self->session);
  vas_banner_set_session (self->banner, self->session);
  vas_status_line_set_session (self->status_line, self->session);
  gtk_widget_insert_action_group (
      GTK_WIDGET (self), "table",
      vas_region_view_get_actions (vas_workspace_get_regions (self->workspace)));
}

static gboolean
furnish_cb (gpointer user_data)
{
  VasWindow *self = user_data;
  self->furnishing = 0;
  /* Read while the widgets are made. */
  g_autoptr (VasSource) source = g_steal_pointer (&self->waiting);
  if (source != NULL)
    vas_session_open (self->session, source);

  ensure_types ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vas_process_picker_set_root (self->picker, self->proc_root);
  share_session (self);
  vas_window_add_actions (self);
  vas_window_restore_panes (self);
  vas_window_follow_surface (self);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  session_changed_cb (self);
  take_drops (self);
  /* Hidden in the template: a part that joins a window on the screen at once comes up by itself. */
  gtk_widget_show (gtk_window_get_child (GTK_WINDOW (self)));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* The frame is on its way to the screen when the main loop turns to idle sources. */
static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  VasWindow *self = user_data;
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  self->furnishing = g_idle_add (furnish_cb, self);
}

/* The widget. */

static void
vas_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vas_window_parent_class)->realize (widget);
  if (!vas_window_is_furnished (VAS_WINDOW (widget)))
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (painted_cb), widget, 0);
}

static gboolean
vas_window_close_request (GtkWindow *window)
{
  vas_window_keep_sizes (VAS_WINDOW (window));
  return GTK_WINDOW_CLASS (vas_window_parent_class)->close_request (window);
}

static void
vas_window_dispose (GObject *object)
{
  VasWindow *self = VAS_WINDOW (object);
  g_clear_handle_id (&self->furnishing, g_source_remove);
  g_clear_pointer (&self->waiting, vas_source_unref);
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
  gtk_window_set_titlebar (GTK_WINDOW (self), make_bare_title ());
  vas_window_restore_size (self);
}

VasWindow *
vas_window_new (GtkApplication *application, const char *proc_root)
{
  VasWindow *self = g_object_new (VAS_TYPE_WINDOW, "application", application, NULL);
  self->proc_root = g_strdup (proc_root != NULL ? proc_root : "/proc");
  return self;
}

gboolean
vas_window_is_furnished (VasWindow *self)
{
  return self->workspace != NULL;
}

void
vas_window_open (VasWindow *self, VasSource *source)
{
  g_return_if_fail (VAS_IS_WINDOW (self) && source != NULL);
  self->is_focused = FALSE;
  if (vas_window_is_furnished (self))
    {
      vas_session_open (self->session, source);
      return;
    }
  g_clear_pointer (&self->waiting, vas_source_unref);
  self->waiting = vas_source_ref (source);
}

VasSession *
vas_window_get_session (VasWindow *self)
{
  g_return_val_if_fail (VAS_IS_WINDOW (self), NULL);
  return self->session;
}
