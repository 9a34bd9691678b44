/* What the pointer does in the table of regions: hover, and the menu of a row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-pointer.h"

#include "vas-region-cells.h"

struct _VasRegionPointer
{
  GtkWidget *rows;
  GtkWidget *parent;
  VasSession *session;
  GtkEventController *motion;
  GtkEventController *click;
  GtkPopover *popover;
};

/* VAS_REGION_GONE beside the rows. */
static gsize
pick_region (VasRegionPointer *self, double x, double y)
{
  VasRegionItem *item
      = vas_region_cells_find (gtk_widget_pick (self->rows, x, y, GTK_PICK_DEFAULT));
  return item != NULL ? vas_region_item_get_index (item) : VAS_REGION_GONE;
}

static void
moved_cb (VasRegionPointer *self, double x, double y)
{
  gsize index = pick_region (self, x, y);
  if (index == VAS_REGION_GONE)
    {
      vas_session_set_hover (self->session, 0, 0);
      return;
    }
  VasOrder *order = vas_region_list_get_order (vas_session_get_region_list (self->session));
  const VasRegion *region = vas_snapshot_get_region (order->snapshot, index);
  vas_session_set_hover (self->session, region->start, region->end);
}

static void
left_cb (VasRegionPointer *self)
{
  vas_session_set_hover (self->session, 0, 0);
}

/* A text that is cut short is told whole. */
static gboolean
query_tooltip_cb (VasRegionPointer *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  GtkWidget *picked = gtk_widget_pick (self->rows, x, y, GTK_PICK_DEFAULT);
  VasRegionCell *cut = by_keyboard ? NULL : vas_region_cells_find_cut (picked);
  graphene_rect_t bounds;
  if (cut == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cut), self->rows, &bounds))
    return FALSE;
  GdkRectangle area = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                        (int) bounds.size.height };
  gtk_tooltip_set_tip_area (tooltip, &area);
  gtk_tooltip_set_text (tooltip, vas_region_cell_get_text (cut));
  return TRUE;
}

static void
popup_at (VasRegionPointer *self, double x, double y)
{
  if (!gtk_widget_translate_coordinates (self->rows, self->parent, x, y, &x, &y))
    return;
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  gtk_popover_set_pointing_to (self->popover, &place);
  gtk_popover_popup (self->popover);
}

/* The menu is about the selection: a click beside it selects what it hits. */
static void
pressed_cb (VasRegionPointer *self, int n_press, double x, double y)
{
  VasRegionList *list = vas_session_get_region_list (self->session);
  gsize region = pick_region (self, x, y);
  if (region == VAS_REGION_GONE)
    return;
  if (!vas_region_list_is_region_selected (list, region))
    vas_region_list_select_only (list, region, 1);
  popup_at (self, x, y);
}

/* The keyboard would be lost with the menu that had it. */
static void
closed_cb (VasRegionPointer *self)
{
  gtk_widget_grab_focus (self->rows);
}

static GtkPopover *
create_popover (VasRegionPointer *self, GMenuModel *menu)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, self->parent);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
  return GTK_POPOVER (popover);
}

VasRegionPointer *
vas_region_pointer_new (GtkWidget *rows, GtkWidget *parent, VasSession *session, GMenuModel *menu)
{
  g_return_val_if_fail (GTK_IS_WIDGET (rows) && GTK_IS_WIDGET (parent), NULL);

  VasRegionPointer *self = g_new0 (VasRegionPointer, 1);
  self->rows = rows;
  self->parent = parent;
  self->session = g_object_ref (session);
  self->popover = create_popover (self, menu);

  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (self->motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (rows, self->motion);

  self->click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (self->click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (rows, self->click);

  gtk_widget_set_has_tooltip (rows, TRUE);
  g_signal_connect_swapped (rows, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  return self;
}

void
vas_region_pointer_free (VasRegionPointer *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->rows, self);
  gtk_widget_remove_controller (self->rows, self->motion);
  gtk_widget_remove_controller (self->rows, self->click);
  gtk_widget_unparent (GTK_WIDGET (self->popover));
  g_object_unref (self->session);
  g_free (self);
}

gboolean
vas_region_pointer_popup_at_row (VasRegionPointer *self)
{
  GtkRoot *root = gtk_widget_get_root (self->rows);
  GtkWidget *row = root != NULL ? gtk_root_get_focus (root) : NULL;
  double x, y;
  if (row == NULL || !gtk_widget_is_ancestor (row, self->rows)
      || !gtk_widget_translate_coordinates (row, self->rows, 0, gtk_widget_get_height (row), &x, &y))
    return FALSE;
  popup_at (self, x, y);
  return TRUE;
}
