/* What the keyboard does with the map: actions of its class, with their keys beside them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-view-private.h"

#define PAGE_PART 0.9 /* of the window, for Page Up and Page Down */

static VasMapNavigation *
get_navigation (gpointer view)
{
  return vas_map_view_get_navigation (view);
}

static VasLayout *
get_layout (VasMapView *self)
{
  return vas_map_navigation_get_layout (get_navigation (self));
}

static gssize
get_selected (VasMapView *self)
{
  return vas_map_focus_get_selected (vas_map_view_get_focus (self));
}

/* Zooms about the selection if that is in sight, else about the middle. */
static void
zoom_by (GtkWidget *widget, double factor)
{
  VasMapView *self = VAS_MAP_VIEW (widget);
  VasLayout *layout = get_layout (self);
  gssize selected = get_selected (self);
  double anchor = 0.5;
  if (layout != NULL && selected >= 0)
    {
      VasViewport viewport = vas_map_navigation_get_viewport (get_navigation (self));
      VasSpan span = vas_layout_get_span (
          layout, vas_layout_find_region_span (layout, (gsize) selected));
      double middle = vas_viewport_to_window (viewport, (span.top + span.bottom) / 2);
      anchor = middle >= 0 && middle <= 1 ? middle : anchor;
    }
  vas_map_navigation_remember (get_navigation (self));
  vas_map_navigation_zoom (get_navigation (self), factor, anchor);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (widget, G_SQRT2);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (widget, 1 / G_SQRT2);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vas_map_navigation_fit (get_navigation (widget));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!vas_map_navigation_back (get_navigation (widget)))
    gtk_widget_error_bell (widget);
}

/* Selects a region and brings it into sight. */
static void
move_to (VasMapView *self, gsize region)
{
  const VasRegion *r
      = vas_snapshot_get_region (vas_layout_get_snapshot (get_layout (self)), region);
  vas_map_focus_select (vas_map_view_get_focus (self), region, 1);
  vas_map_navigation_reveal (get_navigation (self), r->start, r->end);
}

/* The first region in sight, counted from the top: where moving begins. */
static gsize
find_first_in_sight (VasMapView *self)
{
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (vas_map_view_get_canvas (self));
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (vas_map_geometry_get_cells (geometry), &n);
  for (gsize i = 0; i < n; i++)
    if (cells[i].n > 0)
      return cells[i].first;
  return 0;
}

/* @down: toward the bottom of the window, whichever way the addresses grow. */
static void
move_by_region (VasMapView *self, gboolean down)
{
  VasLayout *layout = get_layout (self);
  gssize selected = get_selected (self);
  if (layout == NULL)
    return;
  gssize n = (gssize) vas_snapshot_get_n_regions (vas_layout_get_snapshot (layout));
  gboolean up = vas_layout_get_direction (layout) == VAS_DIRECTION_UP;
  gssize next = selected < 0 ? (gssize) find_first_in_sight (self)
                             : selected + (down != up ? 1 : -1);
  if (next >= 0 && next < n)
    move_to (self, (gsize) next);
}

static void
move_by_object (VasMapView *self, gboolean down)
{
  VasLayout *layout = get_layout (self);
  gssize selected = get_selected (self);
  if (layout == NULL)
    return;
  const VasSnapshot *snapshot = vas_layout_get_snapshot (layout);
  gboolean up = vas_layout_get_direction (layout) == VAS_DIRECTION_UP;
  gssize next = selected < 0 ? (gssize) find_first_in_sight (self) : selected;
  if (selected >= 0)
    {
      VasObject object = vas_snapshot_get_object (snapshot, (gsize) selected);
      next = down != up ? (gssize) object.first + object.n_regions : (gssize) object.first - 1;
    }
  if (next < 0 || next >= (gssize) vas_snapshot_get_n_regions (snapshot))
    return;
  VasObject object = vas_snapshot_get_object (snapshot, (gsize) next);
  move_to (self, object.first);
  vas_map_focus_select (vas_map_view_get_focus (self), object.first, object.n_regions);
}

static void
next_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by_region (VAS_MAP_VIEW (widget), TRUE);
}

static void
previous_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by_region (VAS_MAP_VIEW (widget), FALSE);
}

static void
next_object_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by_object (VAS_MAP_VIEW (widget), TRUE);
}

static void
previous_object_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by_object (VAS_MAP_VIEW (widget), FALSE);
}

static void
move_to_end (VasMapView *self, gboolean bottom)
{
  VasLayout *layout = get_layout (self);
  if (layout == NULL)
    return;
  gsize n = vas_snapshot_get_n_regions (vas_layout_get_snapshot (layout));
  gboolean up = vas_layout_get_direction (layout) == VAS_DIRECTION_UP;
  if (n > 0)
    move_to (self, bottom != up ? n - 1 : 0);
}

static void
first_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_to_end (VAS_MAP_VIEW (widget), FALSE);
}

static void
last_region_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_to_end (VAS_MAP_VIEW (widget), TRUE);
}

static void
page_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vas_map_navigation_pan (get_navigation (widget), -PAGE_PART);
}

static void
page_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vas_map_navigation_pan (get_navigation (widget), PAGE_PART);
}

static void
zoom_to_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VasMapView *self = VAS_MAP_VIEW (widget);
  VasSession *session = vas_map_view_get_session (self);
  guint64 start, end;
  if (session != NULL
      && vas_region_list_get_selected_range (vas_session_get_region_list (session), &start, &end))
    vas_map_navigation_jump (get_navigation (self), start, end);
}

typedef struct
{
  const char *action;
  GtkWidgetActionActivateFunc activate;
  struct
  {
    guint key;
    GdkModifierType modifiers;
  } keys[4];
} Binding;

static const Binding BINDINGS[] = {
  { "map.zoom-in", zoom_in_action,
    { { GDK_KEY_plus, GDK_CONTROL_MASK }, { GDK_KEY_equal, GDK_CONTROL_MASK },
      { GDK_KEY_KP_Add, GDK_CONTROL_MASK }, { GDK_KEY_plus, 0 } } },
  { "map.zoom-out", zoom_out_action,
    { { GDK_KEY_minus, GDK_CONTROL_MASK }, { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK },
      { GDK_KEY_minus, 0 } } },
  { "map.fit", fit_action,
    { { GDK_KEY_0, GDK_CONTROL_MASK }, { GDK_KEY_KP_0, GDK_CONTROL_MASK } } },
  { "map.back", back_action,
    { { GDK_KEY_BackSpace, 0 }, { GDK_KEY_Left, GDK_ALT_MASK } } },
  { "map.zoom-to-selection", zoom_to_selection_action,
    { { GDK_KEY_Return, 0 }, { GDK_KEY_KP_Enter, 0 }, { GDK_KEY_ISO_Enter, 0 } } },
  { "map.next-region", next_region_action, { { GDK_KEY_Down, 0 }, { GDK_KEY_KP_Down, 0 } } },
  { "map.previous-region", previous_region_action, { { GDK_KEY_Up, 0 }, { GDK_KEY_KP_Up, 0 } } },
  { "map.next-object", next_object_action,
    { { GDK_KEY_Down, GDK_CONTROL_MASK }, { GDK_KEY_Right, 0 } } },
  { "map.previous-object", previous_object_action,
    { { GDK_KEY_Up, GDK_CONTROL_MASK }, { GDK_KEY_Left, 0 } } },
  { "map.first-region", first_region_action, { { GDK_KEY_Home, 0 }, { GDK_KEY_KP_Home, 0 } } },
  { "map.last-region", last_region_action, { { GDK_KEY_End, 0 }, { GDK_KEY_KP_End, 0 } } },
  { "map.page-up", page_up_action, { { GDK_KEY_Page_Up, 0 }, { GDK_KEY_KP_Page_Up, 0 } } },
  { "map.page-down", page_down_action, { { GDK_KEY_Page_Down, 0 }, { GDK_KEY_KP_Page_Down, 0 } } },
};

void
vas_map_keys_install (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (BINDINGS); i++)
    {
      const Binding *binding = &BINDINGS[i];
      gtk_widget_class_install_action (klass, binding->action, NULL, binding->activate);
      for (guint j = 0; j < G_N_ELEMENTS (binding->keys) && binding->keys[j].key != 0; j++)
        gtk_widget_class_add_binding_action (klass, binding->keys[j].key,
                                             binding->keys[j].modifiers, binding->action, NULL);
    }
}
