/* The table of regions: a filter box over sortable columns, in step with the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-view.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-column-set.h"
#include "vas-filter-box.h"
#include "vas-region-actions.h"
#include "vas-region-cells.h"
#include "vas-region-columns.h"
#include "vas-region-pointer.h"
#include "vas-tab-stop.h"

struct _VasRegionView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  VasFilterBox *filter_box;
  GtkColumnView *view;
  GtkWidget *rows; /* the list inside the column view */
  GtkWidget *nothing;
  GtkLabel *reason;
  GMenu *row_menu;
  GMenu *sort_menu;
  GMenu *column_menu;

  VasSession *session;
  GSimpleActionGroup *actions;
  VasRegionCells *cells;
  VasColumnSet *columns;
  VasRegionPointer *pointer;
  VasOrder *shown; /* (nullable): what the cells were filled from */
  guint64 chosen;  /* start of the region last chosen here */
};

enum
{
  PROP_0,
  PROP_COLUMNS,
  PROP_SORT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (VasRegionView, vas_region_view, GTK_TYPE_WIDGET)

static VasRegionList *
get_list (VasRegionView *self)
{
  return vas_session_get_region_list (self->session);
}

/* Rows. */

static void
scroll_to_row (VasRegionView *self, guint row)
{
  /* GTK has no function for it before 4.12, but the list inside has the action. */
  gtk_widget_activate_action (self->rows, "list.scroll-to-item", "u", row);
}

static void
reveal_cb (VasRegionView *self, guint64 start, guint64 end)
{
  VasOrder *order = vas_region_list_get_order (get_list (self));
  if (order == NULL)
    return;
  const VasReading *reading = order->snapshot->reading;
  gsize region = vas_regions_find_from (reading->regions, reading->n_regions, start);
  if (region == reading->n_regions || reading->regions[region].start >= end)
    return;
  gssize row = vas_region_list_find_row (get_list (self), region);
  if (row >= 0)
    scroll_to_row (self, (guint) row);
}

static void
row_activated_cb (VasRegionView *self, guint position)
{
  gsize region = vas_region_list_get_region (get_list (self), position);
  const VasSnapshot *snapshot = vas_region_list_get_order (get_list (self))->snapshot;
  const VasRegion *shown = vas_snapshot_get_region (snapshot, region);
  vas_session_reveal (self->session, shown->start, shown->end);
}

static gboolean
has_keyboard (VasRegionView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && (focus == self->rows || gtk_widget_is_ancestor (focus, self->rows));
}

/* A row chosen here brings its region into sight elsewhere. A refresh tells of the selection too,
 * though nobody chose anything: the region is the same then. */
static void
selection_changed_cb (VasRegionView *self)
{
  gsize n_regions;
  gssize first;
  vas_region_list_get_selected (get_list (self), &n_regions, NULL, &first);
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  if (n_regions != 1 || snapshot == NULL)
    return;
  const VasRegion *chosen = vas_snapshot_get_region (snapshot, (gsize) first);
  gboolean same = chosen->start == self->chosen;
  self->chosen = chosen->start;
  if (!same && has_keyboard (self))
    vas_session_reveal (self->session, chosen->start, chosen->end);
}

static void
update_nothing (VasRegionView *self)
{
  gboolean found_nothing = self->shown != NULL && self->shown->n == 0;
  gtk_widget_set_visible (self->nothing, found_nothing);
  if (found_nothing)
    gtk_label_set_text (self->reason,
                        vas_filter_can_answer (self->shown->filter, self->shown->snapshot)
                            ? _("No region fits the filter.")
                            : _("The filter asks for sizes in memory that were not read. For a "
                                "running process, “Measure Memory in Detail” in the menu reads "
                                "them."));
}

/* Whoever sorts wants to see the greatest or the least; whoever filters, what was found, or where
 * the chosen region stands among the others when the filter is gone. */
static void
show_place (VasRegionView *self, const VasOrder *before, const VasOrder *order)
{
  if (before == NULL || order->n == 0)
    return;
  gboolean sorted = before->sort != order->sort || before->descending != order->descending;
  gssize selected, row = -1;
  vas_region_list_get_selected (get_list (self), NULL, NULL, &selected);
  if (selected >= 0 && !sorted)
    row = vas_region_list_find_row (get_list (self), (gsize) selected);
  if (sorted || before->filter != order->filter)
    scroll_to_row (self, (guint) MAX (row, 0));
}

static void
order_changed_cb (VasRegionView *self)
{
  g_autoptr (VasOrder) before = g_steal_pointer (&self->shown);
  VasOrder *order = vas_region_list_get_order (get_list (self));
  self->shown = order != NULL ? vas_order_ref (order) : NULL;
  vas_region_cells_refresh (self->cells);
  update_nothing (self);
  if (order != NULL)
    show_place (self, before, order);
}

/* Sort. */

static char *
dup_sort_id (VasRegionView *self)
{
  gboolean descending;
  VasSort sort = vas_session_get_sort (self->session, &descending);
  return g_strconcat (descending ? "-" : "", vas_region_column_get (sort)->id, NULL);
}

static void
sort_changed_cb (VasRegionView *self)
{
  gboolean descending;
  VasSort sort = vas_session_get_sort (self->session, &descending);
  vas_column_set_show_sort (self->columns, sort, descending);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
header_sorted_cb (VasRegionView *self)
{
  VasSort sort;
  gboolean descending;
  if (vas_column_set_ask_sort (self->columns, &sort, &descending))
    vas_session_set_sort (self->session, sort, descending);
}

static void
apply_sort_id (VasRegionView *self, const char *id)
{
  gboolean descending = id != NULL && *id == '-';
  int sort = vas_region_column_from_id (descending ? id + 1 : id);
  if (sort >= 0)
    vas_session_set_sort (self->session, (VasSort) sort, descending);
}

/* Hover. */

static void
hover_changed_cb (VasRegionView *self)
{
  guint64 start, end;
  vas_session_get_hover (self->session, &start, &end);
  vas_region_cells_light (self->cells, start, end);
}

static void
marks_changed_cb (VasRegionView *self)
{
  vas_region_cells_mark (self->cells, vas_session_get_marks (self->session));
}

static void
focus_rows_cb (VasRegionView *self)
{
  gtk_widget_grab_focus (self->rows);
}

static gboolean
popup_menu_cb (GtkWidget *widget, GVariant *parameters, gpointer user_data)
{
  return vas_region_pointer_popup_at_row (VAS_REGION_VIEW (widget)->pointer);
}

/* Set-up. */

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (VAS_REGION_VIEW (user_data)->filter_box));
}

static void
clear_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vas_filter_box_clear (VAS_REGION_VIEW (user_data)->filter_box);
}

static void
add_actions (VasRegionView *self)
{
  static const GActionEntry entries[] = {
    { "find", find_cb },
    { "clear-filter", clear_filter_cb },
  };
  self->actions = vas_region_actions_new (GTK_WIDGET (self), self->session, self->columns);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  vas_column_set_add_actions (self->columns, G_ACTION_MAP (self->actions));
  vas_column_set_fill_sort_menu (self->columns, self->sort_menu);
  vas_column_set_fill_column_menu (self->columns, self->column_menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
}

static void
columns_changed_cb (VasRegionView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMNS]);
}

static void
follow_font (VasRegionView *self)
{
  if (self->cells != NULL)
    vas_region_cells_set_font (self->cells, gtk_widget_get_pango_context (GTK_WIDGET (self->view)));
}

static void
add_columns (VasRegionView *self)
{
  self->cells = vas_region_cells_new (get_list (self));
  self->columns = vas_column_set_new (self->view, self->cells);
  follow_font (self);
  vas_column_set_connect (self->columns, G_CALLBACK (columns_changed_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (header_sorted_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
find_rows (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Class. */

static void
vas_region_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VasRegionView *self = VAS_REGION_VIEW (object);
  switch (id)
    {
    case PROP_COLUMNS:
      g_value_take_string (value, vas_column_set_print (self->columns));
      break;
    case PROP_SORT:
      g_value_take_string (value, dup_sort_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vas_region_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VasRegionView *self = VAS_REGION_VIEW (object);
  switch (id)
    {
    case PROP_COLUMNS:
      vas_column_set_apply (self->columns, g_value_get_string (value));
      break;
    case PROP_SORT:
      apply_sort_id (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vas_region_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vas_region_view_parent_class)->css_changed (widget, change);
  follow_font (VAS_REGION_VIEW (widget));
}

static void
vas_region_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (vas_region_view_parent_class)->system_setting_changed (widget, setting);
  follow_font (VAS_REGION_VIEW (widget));
}

static void
vas_region_view_dispose (GObject *object)
{
  VasRegionView *self = VAS_REGION_VIEW (object);
  g_clear_pointer (&self->pointer, vas_region_pointer_free);
  if (self->view != NULL)
    {
      /* Columns that are torn down change the sorter. */
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      gtk_column_view_set_model (self->view, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), VAS_TYPE_REGION_VIEW);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->columns, vas_column_set_free);
  g_clear_pointer (&self->cells, vas_region_cells_unref);
  g_clear_pointer (&self->shown, vas_order_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (vas_region_view_parent_class)->dispose (object);
}

static gboolean
vas_region_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  VasRegionView *self = VAS_REGION_VIEW (widget);
  if (!vas_tab_stop_is_left (GTK_WIDGET (self->view), direction))
    return GTK_WIDGET_CLASS (vas_region_view_parent_class)->focus (widget, direction);
  return direction == GTK_DIR_TAB_BACKWARD
         && gtk_widget_child_focus (GTK_WIDGET (self->filter_box), direction);
}

static void
vas_region_view_class_init (VasRegionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vas_region_view_get_property;
  object_class->set_property = vas_region_view_set_property;
  object_class->dispose = vas_region_view_dispose;
  widget_class->css_changed = vas_region_view_css_changed;
  widget_class->focus = vas_region_view_focus;
  widget_class->system_setting_changed = vas_region_view_system_setting_changed;

  properties[PROP_COLUMNS] = g_param_spec_string (
      "columns", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SORT] = g_param_spec_string (
      "sort", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (VAS_TYPE_FILTER_BOX);
  gtk_widget_class_set_css_name (widget_class, "regionview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/vascope/Vascope/vas-region-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, content);
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, filter_box);
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, view);
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, nothing);
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, reason);
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, row_menu);
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, VasRegionView, column_menu);
  gtk_widget_class_bind_template_callback (widget_class, focus_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, popup_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, popup_menu_cb, NULL);
}

static void
vas_region_view_init (VasRegionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = find_rows (self->view);
}

void
vas_region_view_set_session (VasRegionView *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_REGION_VIEW (self) && VAS_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  add_columns (self);
  add_actions (self);
  self->pointer = vas_region_pointer_new (self->rows, GTK_WIDGET (self), session,
                                          G_MENU_MODEL (self->row_menu));
  vas_filter_box_set_session (self->filter_box, session);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (get_list (self)));
  vas_session_set_stage (session, GTK_WIDGET (self));

  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "sort-changed", G_CALLBACK (sort_changed_cb) },
    { "hover-changed", G_CALLBACK (hover_changed_cb) },
    { "marks-changed", G_CALLBACK (marks_changed_cb) },
    { "reveal", G_CALLBACK (reveal_cb) },
  };
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (session, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "order-changed", G_CALLBACK (order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sort_changed_cb (self);
  order_changed_cb (self);
}

void
vas_region_view_set_theme (VasRegionView *self, VasTheme theme)
{
  g_return_if_fail (VAS_IS_REGION_VIEW (self) && theme < VAS_N_THEMES);
  vas_region_cells_set_theme (self->cells, theme);
}

GActionGroup *
vas_region_view_get_actions (VasRegionView *self)
{
  g_return_val_if_fail (VAS_IS_REGION_VIEW (self), NULL);
  return G_ACTION_GROUP (self->actions);
}
