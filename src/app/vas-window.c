/* The window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-window.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-appearance.h"
#include "vas-exporter.h"
#include "vas-family-summary.h"
#include "vas-file-dialogs.h"
#include "vas-map-view.h"
#include "vas-preferences.h"
#include "vas-process-picker.h"
#include "vas-region-card.h"
#include "vas-region-view.h"
#include "vas-session.h"
#include "vas-status-line.h"
#include "vas-status-page.h"
#include "vas-toast.h"
#include "vas-window-title.h"

struct _VasWindow
{
  GtkApplicationWindow parent_instance;

  VasWindowTitle *title;
  GtkToggleButton *live_button;
  GtkPaned *outer;
  GtkWidget *main;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  GtkStack *stack;
  GtkPaned *inner;
  VasMapView *map;
  VasFamilySummary *summary;
  GtkPaned *side;
  VasRegionView *regions;
  VasRegionCard *card;
  VasStatusPage *status_page;
  VasProcessPicker *picker;
  VasStatusLine *status_line;
  VasToast *toast;

  GSettings *settings;
  VasSession *session;
  VasExporter *exporter;
  char *proc_root;
  VasSource *focused; /* whose map was given the keyboard; only compared */
  VasTheme theme;
  gboolean wide;
};

G_DEFINE_FINAL_TYPE (VasWindow, vas_window, GTK_TYPE_APPLICATION_WINDOW)

/* Sizes: read when the window is made, kept when it closes. */

typedef struct
{
  const char *key;
  gsize paned;
  int fallback;
} Pane;

static const Pane panes[] = {
  { "processes-width", G_STRUCT_OFFSET (VasWindow, outer), 270 },
  { "map-width", G_STRUCT_OFFSET (VasWindow, inner), 480 },
  { "regions-height", G_STRUCT_OFFSET (VasWindow, side), 560 },
};

static GtkPaned *
get_paned (VasWindow *self, const Pane *pane)
{
  return G_STRUCT_MEMBER (GtkPaned *, self, pane->paned);
}

/* Strings that the table makes and takes: its columns, and how it is sorted. */
static const struct
{
  const char *key;
  const char *property;
} table_settings[] = {
  { "table-columns", "columns" },
  { "table-sort", "sort" },
};

static void
restore_table (VasWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table_settings); i++)
    {
      g_autofree char *value
          = vas_preferences_dup_string (self->settings, table_settings[i].key, "");
      if (*value != '\0')
        g_object_set (self->regions, table_settings[i].property, value, NULL);
    }
}

static void
keep_table (VasWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table_settings); i++)
    {
      g_autofree char *value = NULL;
      g_object_get (self->regions, table_settings[i].property, &value, NULL);
      if (value != NULL)
        vas_preferences_set_string (self->settings, table_settings[i].key, value);
    }
}

static void
restore_sizes (VasWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               vas_preferences_get_int (self->settings, "window-width", 1360),
                               vas_preferences_get_int (self->settings, "window-height", 860));
  if (vas_preferences_get_boolean (self->settings, "window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++)
    gtk_paned_set_position (get_paned (self, &panes[i]),
                            vas_preferences_get_int (self->settings, panes[i].key,
                                                     panes[i].fallback));
}

static void
keep_sizes (VasWindow *self)
{
  int width, height;
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  vas_preferences_set_boolean (self->settings, "window-maximized", maximized);
  vas_preferences_set_int (self->settings, "window-width", width);
  vas_preferences_set_int (self->settings, "window-height", height);
  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      GtkPaned *paned = get_paned (self, &panes[i]);
      if (gtk_widget_get_mapped (gtk_paned_get_start_child (paned))
          && gtk_widget_get_mapped (gtk_paned_get_end_child (paned)))
        vas_preferences_set_int (self->settings, panes[i].key, gtk_paned_get_position (paned));
    }
}

/* Below this the map and the table need the width that the list of processes would take. */
#define ROOM_FOR_PROCESSES 1150

/* What is on show follows from the session's state and from whether the picker is wanted. */

static gboolean
is_toggled (VasWindow *self, const char *name)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (self), name);
  return state != NULL && g_variant_get_boolean (state);
}

static void
set_toggled (VasWindow *self, const char *name, gboolean toggled)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), name, g_variant_new_boolean (toggled));
}

static void
show_picker (VasWindow *self)
{
  gboolean empty = vas_session_get_state (self->session) == VAS_SESSION_EMPTY;
  gtk_widget_set_visible (GTK_WIDGET (self->picker), empty || is_toggled (self, "show-processes"));
  g_object_set (self->picker, "roomy", empty, NULL);
  gtk_widget_set_visible (self->main, !empty);
}

/* A failed refresh leaves the last picture on show, and says so above it. */
static void
show_banner (VasWindow *self, VasSnapshot *snapshot)
{
  const GError *error = vas_session_get_error (self->session);
  gboolean outdated = snapshot != NULL && error != NULL;
  if (outdated)
    {
      g_autoptr (GDateTime) utc
          = g_date_time_new_from_unix_utc (snapshot->captured / G_USEC_PER_SEC);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);
      g_autofree char *time = g_date_time_format (local, "%X");
      /* Translators: the first %s is a sentence that says what happened, the second a time of day. */
      g_autofree char *text
          = g_strdup_printf (_ ("%s This is the last picture, taken at %s."), error->message, time);
      gtk_label_set_text (self->banner_text, text);
    }
  gtk_revealer_set_reveal_child (self->banner, outdated);
}

static void
show_main (VasWindow *self)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  const GError *error = vas_session_get_error (self->session);
  VasSource *source = vas_session_get_source (self->session);

  show_banner (self, snapshot);
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
enable_actions (VasWindow *self)
{
  static const char *const names[] = { "export", "export-to", "find", "details", "zoom-in", "zoom-out", "fit", "back" };
  gboolean shown = vas_session_get_snapshot (self->session) != NULL;
  VasSource *source = vas_session_get_source (self->session);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), shown);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->live_button),
                            source != NULL && vas_source_get_pid (source) >= 0);
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

/* The keyboard goes along to what was opened, once it is there. */
static void
focus_map (VasWindow *self)
{
  VasSource *source = vas_session_get_source (self->session);
  if (vas_session_get_snapshot (self->session) == NULL || self->focused == source)
    return;
  self->focused = source;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
session_changed_cb (VasWindow *self)
{
  VasSource *source = vas_session_get_source (self->session);
  vas_process_picker_set_current (self->picker, source != NULL ? vas_source_get_pid (source) : -1);
  show_picker (self);
  show_main (self);
  enable_actions (self);
  name_window (self);
  focus_map (self);
}

/* Opening. */

static void
picked_cb (VasWindow *self, int pid, guint64 start_time)
{
  g_autoptr (VasSource) source = vas_source_new_for_process (self->proc_root, pid, start_time);
  if (!self->wide)
    set_toggled (self, "show-processes", FALSE);
  vas_window_open (self, source);
}

static void
open_file (VasWindow *self, GFile *file)
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

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  open_file (user_data, file);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  open_file (user_data, g_value_get_object (value));
  return TRUE;
}

/* Actions. */

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_file_dialogs_open (user_data, file_chosen_cb, user_data);
}

static void
choose_process_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VasWindow *self = user_data;
  set_toggled (self, "show-processes", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
refresh_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_session_refresh (VAS_WINDOW (user_data)->session);
}

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GActionGroup *table = vas_region_view_get_actions (VAS_WINDOW (user_data)->regions);
  g_action_group_activate_action (table, "find", NULL);
}

static void
zoom_in_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_map_view_zoom_in (VAS_WINDOW (user_data)->map);
}

static void
zoom_out_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_map_view_zoom_out (VAS_WINDOW (user_data)->map);
}

static void
fit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_map_view_fit (VAS_WINDOW (user_data)->map);
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_map_view_back (VAS_WINDOW (user_data)->map);
}

static void
change_details (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  vas_session_set_details (VAS_WINDOW (user_data)->session, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static VasScale
get_scale (VasWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "scale");
  int scale = vas_scale_from_id (g_variant_get_string (state, NULL));
  return scale >= 0 ? scale : VAS_SCALE_LOG;
}

static VasDirection
get_direction (VasWindow *self)
{
  return is_toggled (self, "stack-on-top") ? VAS_DIRECTION_UP : VAS_DIRECTION_DOWN;
}

static void
scale_changed_cb (VasWindow *self)
{
  vas_map_view_set_scale (self->map, get_scale (self));
  vas_map_view_set_direction (self->map, get_direction (self));
}

/* The exported picture is the one in the window: same scale, same way up, light or dark. */
static VasPictureOptions
get_picture_options (VasWindow *self)
{
  VasPictureOptions options;
  vas_picture_options_init (&options);
  options.theme = self->theme;
  options.scale = get_scale (self);
  options.direction = get_direction (self);
  return options;
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VasWindow *self = user_data;
  VasPictureOptions options = get_picture_options (self);
  int format = vas_format_from_id (g_variant_get_string (parameter, NULL));
  if (format >= 0)
    vas_exporter_ask (self->exporter, GTK_WINDOW (self), format, &options);
}

static void
export_to_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VasWindow *self = user_data;
  VasPictureOptions options = get_picture_options (self);
  vas_exporter_write (self->exporter, g_variant_get_string (parameter, NULL), &options);
}

/* Remembered only where there is room for both: a narrow window hides the list by itself. */
static void
change_show_processes (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  VasWindow *self = user_data;
  g_simple_action_set_state (action, state);
  if (self->wide)
    vas_preferences_set_boolean (self->settings, "show-processes", g_variant_get_boolean (state));
  show_picker (self);
}

static const GActionEntry actions[] = {
  { "open", open_action },
  { "choose-process", choose_process_action },
  { "refresh", refresh_action },
  { "find", find_action },
  { "zoom-in", zoom_in_action },
  { "zoom-out", zoom_out_action },
  { "fit", fit_action },
  { "back", back_action },
  { "details", NULL, NULL, "false", change_details },
  { "show-processes", NULL, NULL, "false", change_show_processes },
  { "export", export_action, "s" },
  { "export-to", export_to_action, "s" },
};

static void
live_changed_cb (VasWindow *self)
{
  vas_session_set_live (self->session, is_toggled (self, "live"));
}

static void
add_setting_action (VasWindow *self, const char *key, GVariant *fallback, GCallback changed)
{
  g_autoptr (GAction) action
      = vas_preferences_create_action (self->settings, key, fallback);
  g_action_map_add_action (G_ACTION_MAP (self), action);
  if (changed != NULL)
    g_signal_connect_object (action, "notify::state", changed, self, G_CONNECT_SWAPPED);
}

static void
add_actions (VasWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_setting_action (self, "live", g_variant_new_boolean (TRUE), G_CALLBACK (live_changed_cb));
  add_setting_action (self, "scale", g_variant_new_string ("log"), NULL);
  add_setting_action (self, "stack-on-top", g_variant_new_boolean (FALSE), NULL);
}

/* The widget. */

/* A minimized window reads nothing. */
static void
surface_state_cb (GdkToplevel *surface, GParamSpec *spec, gpointer user_data)
{
  VasWindow *self = user_data;
  gboolean minimized = (gdk_toplevel_get_state (surface) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
  vas_session_set_watched (self->session, !minimized);
}

static void
vas_window_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  VasWindow *self = VAS_WINDOW (widget);
  GTK_WIDGET_CLASS (vas_window_parent_class)->css_changed (widget, change);

  VasTheme theme = vas_appearance_get_theme (widget);
  if (self->summary == NULL || self->theme == theme)
    return;
  self->theme = theme;
  vas_family_summary_set_theme (self->summary, theme);
  vas_region_view_set_theme (self->regions, theme);
}

static void
set_wide (VasWindow *self, gboolean wide)
{
  self->wide = wide;
  set_toggled (self, "show-processes",
               wide && vas_preferences_get_boolean (self->settings, "show-processes", TRUE));
}

static void
surface_width_cb (GdkSurface *surface, GParamSpec *spec, gpointer user_data)
{
  VasWindow *self = user_data;
  gboolean wide = gdk_surface_get_width (surface) >= ROOM_FOR_PROCESSES;
  if (self->wide != wide)
    set_wide (self, wide);
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
  keep_sizes (VAS_WINDOW (window));
  keep_table (VAS_WINDOW (window));
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
  widget_class->css_changed = vas_window_css_changed;
  widget_class->realize = vas_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = vas_window_close_request;

  g_type_ensure (VAS_TYPE_FAMILY_SUMMARY);
  g_type_ensure (VAS_TYPE_MAP_VIEW);
  g_type_ensure (VAS_TYPE_PROCESS_PICKER);
  g_type_ensure (VAS_TYPE_REGION_CARD);
  g_type_ensure (VAS_TYPE_REGION_VIEW);
  g_type_ensure (VAS_TYPE_STATUS_LINE);
  g_type_ensure (VAS_TYPE_STATUS_PAGE);
  g_type_ensure (VAS_TYPE_TOAST);
  g_type_ensure (VAS_TYPE_WINDOW_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VasWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, live_button);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, main);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, map);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, side);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, regions);
  gtk_widget_class_bind_template_child (widget_class, VasWindow, card);
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

  add_actions (self);
  restore_sizes (self);
  set_wide (self, TRUE);
  vas_window_title_set_session (self->title, self->session);
  vas_family_summary_set_session (self->summary, self->session);
  vas_map_view_set_session (self->map, self->session);
  vas_region_view_set_session (self->regions, self->session);
  vas_region_card_set_session (self->card, self->session);
  vas_status_line_set_session (self->status_line, self->session);
  restore_table (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table",
                                  vas_region_view_get_actions (self->regions));
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "action-state-changed::scale", G_CALLBACK (scale_changed_cb), NULL);
  g_signal_connect (self, "action-state-changed::stack-on-top", G_CALLBACK (scale_changed_cb), NULL);
  live_changed_cb (self);
  scale_changed_cb (self);
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
  self->focused = NULL;
  vas_session_open (self->session, source);
}

VasSession *
vas_window_get_session (VasWindow *self)
{
  g_return_val_if_fail (VAS_IS_WINDOW (self), NULL);
  return self->session;
}
