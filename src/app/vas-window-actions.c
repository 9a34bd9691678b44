/* What one can do in the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-window-private.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-file-dialogs.h"
#include "vas-pace.h"
#include "vas-preferences.h"

gboolean
vas_window_is_toggled (VasWindow *self, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), name);
  return state != NULL && g_variant_get_boolean (state);
}

void
vas_window_set_toggled (VasWindow *self, const char *name, gboolean toggled)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), name, g_variant_new_boolean (toggled));
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  vas_window_open_file (user_data, file);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_file_dialogs_open (user_data, file_chosen_cb, user_data);
}

static void
choose_process_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VasWindow *self = user_data;
  vas_window_set_toggled (self, "show-processes", TRUE);
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
  GActionGroup *table
      = vas_region_view_get_actions (vas_workspace_get_regions (VAS_WINDOW (user_data)->workspace));
  g_action_group_activate_action (table, "find", NULL);
}

static VasMapView *
get_map (gpointer window)
{
  return vas_workspace_get_map (VAS_WINDOW (window)->workspace);
}

static void
zoom_in_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_map (user_data)), "map.zoom-in", NULL);
}

static void
zoom_out_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_map (user_data)), "map.zoom-out", NULL);
}

static void
fit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_map (user_data)), "map.fit", NULL);
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_map (user_data)), "map.back", NULL);
}

static void
change_details (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  VasReader *reader = vas_session_get_reader (VAS_WINDOW (user_data)->session);
  vas_reader_set_details (reader, g_variant_get_boolean (state));
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
  return vas_window_is_toggled (self, "stack-on-top") ? VAS_DIRECTION_UP : VAS_DIRECTION_DOWN;
}

static void
scale_changed_cb (VasWindow *self)
{
  VasMapView *map = vas_workspace_get_map (self->workspace);
  vas_map_view_set_scale (map, get_scale (self));
  vas_map_view_set_direction (map, get_direction (self));
}

/* The exported picture is the one in the window: same scale, same way up, light or dark. */
static VasPictureOptions
get_picture_options (VasWindow *self)
{
  VasPictureOptions options;
  vas_picture_options_init (&options);
  options.theme = vas_workspace_get_theme (self->workspace);
  options.scale = get_scale (self);
  options.direction = get_direction (self);
  if (vas_window_is_toggled (self, "export-in-sight"))
    vas_map_navigation_get_range (vas_map_view_get_navigation (get_map (self)),
                                  &options.range_start, &options.range_end);
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

/* Remembered only where there is room for both. Where the list covers the map, or no longer does, the
 * keyboard goes to what is seen. */
static void
change_show_processes (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  VasWindow *self = user_data;
  gboolean shown = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
  vas_window_show_picker (self);
  if (self->wide)
    vas_preferences_set_boolean (self->settings, "show-processes", shown);
  else
    gtk_widget_grab_focus (shown ? GTK_WIDGET (self->picker) : GTK_WIDGET (get_map (self)));
}

/* GTK would make it with each window, of a resource of a certain name. From here on the action of this
 * name is GTK's, which shows it again. */
static void
show_help_overlay_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/io/github/vascope/Vascope/help-overlay.ui");
  GtkShortcutsWindow *help
      = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_application_window_set_help_overlay (user_data, help);
  gtk_window_present (GTK_WINDOW (help));
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
  { "export-in-sight", NULL, NULL, "false", NULL },
  { "show-help-overlay", show_help_overlay_action },
};

/* A button of no use says why. */
static void
set_usable (GtkWidget *button, gboolean usable, const char *does, const char *why_not)
{
  gtk_widget_set_sensitive (button, usable);
  gtk_widget_set_tooltip_text (button, usable ? does : why_not);
}

static const char *
explain_not_live (VasWindow *self)
{
  if (vas_session_get_source (self->session) == NULL)
    return _ ("There is nothing to follow yet: open a process.");
  return vas_session_get_state (self->session) == VAS_SESSION_ENDED
             ? _ ("The process has ended: there is nothing more to follow.")
             : _ ("A saved file does not change: only a process can be followed.");
}

static void
set_live_button_usable (VasWindow *self)
{
  VasSource *source = vas_session_get_source (self->session);
  gboolean live = vas_window_is_toggled (self, "live");
  set_usable (self->live_button,
              source != NULL && vas_source_get_pid (source) >= 0
                  && vas_session_get_state (self->session) != VAS_SESSION_ENDED,
              live ? _ ("Keep this picture while the process goes on (Ctrl+L)")
                   : _ ("Follow the process as it changes (Ctrl+L)"),
              explain_not_live (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->live_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, live ? _ ("Pause") : _ ("Resume"),
                                  -1);
}

static void
set_buttons_usable (VasWindow *self, gboolean shown)
{
  set_usable (self->export_button, shown, _ ("Save the picture or the table (Ctrl+S: picture)"),
              _ ("There is nothing to save yet: open a process or a file."));
  set_usable (self->find_button, shown, _ ("Find regions (Ctrl+F)"),
              _ ("There is nothing to search yet: open a process or a file."));
  set_live_button_usable (self);
}

void
vas_window_enable_actions (VasWindow *self)
{
  static const char *const names[]
      = { "export", "export-to", "find", "details", "zoom-in", "zoom-out", "fit", "back" };
  gboolean shown = vas_session_get_snapshot (self->session) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), shown);
    }
  set_buttons_usable (self, shown);
}

static void
live_changed_cb (VasWindow *self)
{
  gboolean live = vas_window_is_toggled (self, "live");
  vas_reader_set_live (vas_session_get_reader (self->session), live);
  gtk_stack_set_visible_child_name (self->live_words, live ? "pause" : "resume");
  vas_window_enable_actions (self);
}

static void
share_changed_cb (VasWindow *self)
{
  int share = vas_preferences_get_int (self->settings, "live-share", VAS_PACE_SHARE);
  vas_reader_set_share (vas_session_get_reader (self->session), (guint) share);
}

static void
add_setting_action (VasWindow *self, const char *key, GVariant *fallback, GCallback changed)
{
  g_autoptr (GAction) action = vas_preferences_create_action (self->settings, key, fallback);
  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (action, "notify::state", changed, self, G_CONNECT_SWAPPED);
}

void
vas_window_add_actions (VasWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_setting_action (self, "live", g_variant_new_boolean (TRUE), G_CALLBACK (live_changed_cb));
  add_setting_action (self, "scale", g_variant_new_string ("log"), G_CALLBACK (scale_changed_cb));
  add_setting_action (self, "stack-on-top", g_variant_new_boolean (FALSE),
                      G_CALLBACK (scale_changed_cb));
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::live-share", G_CALLBACK (share_changed_cb),
                             self, G_CONNECT_SWAPPED);
  live_changed_cb (self);
  share_changed_cb (self);
  scale_changed_cb (self);
}
