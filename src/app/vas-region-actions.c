/* What one can do with the table of regions and with those selected in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-actions.h"

#include "vas-region-columns.h"
#include "vas-region-copy.h"

/* Belongs to the group. */
typedef struct
{
  GSimpleActionGroup *group; /* not owned */
  GtkWidget *widget;
  VasSession *session;
  VasColumnSet *columns;
} Actions;

static void
free_actions (gpointer user_data)
{
  Actions *self = user_data;
  g_object_unref (self->session);
  g_free (self);
}

static VasRegionList *
get_list (const Actions *self)
{
  return vas_session_get_region_list (self->session);
}

static void
copy (const Actions *self, VasRegionText form)
{
  VasSort shown[VAS_N_SORTS];
  gsize n_shown = vas_column_set_get_shown (self->columns, shown);
  vas_region_copy (get_list (self), gtk_widget_get_clipboard (self->widget), form, shown, n_shown);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, VAS_REGION_TEXT_TABLE);
}

static void
copy_addresses_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, VAS_REGION_TEXT_ADDRESSES);
}

static void
copy_lines_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy (user_data, VAS_REGION_TEXT_LINES);
}

static void
show_in_map_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Actions *self = user_data;
  guint64 start, end;
  if (vas_region_list_get_selected_range (get_list (self), &start, &end))
    vas_session_reveal (self->session, start, end);
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (get_list (user_data)));
}

/* The states follow "sort-changed", so that a sort by a header shows in the menu too. */
static void
sort_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  Actions *self = user_data;
  gboolean descending;
  vas_session_get_sort (self->session, &descending);
  int sort = vas_region_column_from_id (g_variant_get_string (state, NULL));
  if (sort >= 0)
    vas_session_set_sort (self->session, (VasSort) sort, descending);
}

static void
sort_descending_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  Actions *self = user_data;
  VasSort sort = vas_session_get_sort (self->session, NULL);
  vas_session_set_sort (self->session, sort, g_variant_get_boolean (state));
}

static void
set_state (const Actions *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
update_sort (const Actions *self)
{
  gboolean descending;
  VasSort sort = vas_session_get_sort (self->session, &descending);
  set_state (self, "sort", g_variant_new_string (vas_region_column_get (sort)->id));
  set_state (self, "sort-descending", g_variant_new_boolean (descending));
}

static void
sort_changed_cb (VasSession *session, GSimpleActionGroup *group)
{
  update_sort (g_object_get_data (G_OBJECT (group), "vas-actions"));
}

static void
update_enabled (const Actions *self)
{
  static const char *const names[] = { "copy", "copy-addresses", "copy-lines", "show-in-map" };
  gsize n_selected;
  vas_region_list_get_selected (get_list (self), &n_selected, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), names[i]);
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), n_selected > 0);
    }
}

static void
selected_cb (GSimpleActionGroup *group)
{
  update_enabled (g_object_get_data (G_OBJECT (group), "vas-actions"));
}

GSimpleActionGroup *
vas_region_actions_new (GtkWidget *widget, VasSession *session, VasColumnSet *columns)
{
  static const GActionEntry entries[] = {
    { "copy", copy_cb },
    { "copy-addresses", copy_addresses_cb },
    { "copy-lines", copy_lines_cb },
    { "show-in-map", show_in_map_cb },
    { "select-all", select_all_cb },
    { "sort", NULL, "s", "'address'", sort_cb },
    { "sort-descending", NULL, NULL, "false", sort_descending_cb },
  };
  Actions *self = g_new (Actions, 1);
  self->group = g_simple_action_group_new ();
  self->widget = widget;
  self->session = g_object_ref (session);
  self->columns = columns;
  g_object_set_data_full (G_OBJECT (self->group), "vas-actions", self, free_actions);
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);

  g_signal_connect_object (session, "sort-changed", G_CALLBACK (sort_changed_cb), self->group, 0);
  g_signal_connect_object (get_list (self), "selection-changed", G_CALLBACK (selected_cb),
                           self->group, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "order-changed", G_CALLBACK (selected_cb), self->group,
                           G_CONNECT_SWAPPED);
  update_sort (self);
  update_enabled (self);
  return self->group;
}
