/* What the map has in common with the table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-focus.h"

struct _VasMapFocus
{
  VasMapCanvas *canvas;
  VasMapFollower *follower;
  VasMapNavigation *navigation;
  VasMapOutlines *outlines;
  VasSession *session; /* (nullable) */

  gboolean is_pointed;
  double x, y;
  VasMapHit pointed; /* what the pointer made the session's hover */
  guint looking;     /* idle source: look again what is under the pointer */
  gboolean is_revealing;
};

VasMapFocus *
vas_map_focus_new (VasMapCanvas *canvas, VasMapFollower *follower, VasMapNavigation *navigation,
                   VasMapOutlines *outlines)
{
  g_return_val_if_fail (canvas != NULL, NULL);
  VasMapFocus *self = g_new0 (VasMapFocus, 1);
  self->canvas = canvas;
  self->follower = follower;
  self->navigation = navigation;
  self->outlines = outlines;
  return self;
}

void
vas_map_focus_free (VasMapFocus *self)
{
  if (self == NULL)
    return;
  vas_map_focus_set_session (self, NULL);
  g_free (self);
}

static VasRegionList *
get_list (VasMapFocus *self)
{
  return self->session != NULL ? vas_session_get_region_list (self->session) : NULL;
}

/* (nullable): the list, if its regions are those of the picture. */
static VasRegionList *
get_current_list (VasMapFocus *self)
{
  return vas_map_follower_is_current (self->follower) ? get_list (self) : NULL;
}

/* An object or area is outlined from its own column on, where it was pointed at here. */
static VasMapColumn
find_column (VasMapFocus *self, guint64 start, guint64 end)
{
  if (!self->is_pointed || self->pointed.start != start || self->pointed.end != end)
    return VAS_MAP_REGION;
  if (self->pointed.kind == VAS_MAP_HIT_AREA)
    return VAS_MAP_AREA;
  return self->pointed.kind == VAS_MAP_HIT_OBJECT ? VAS_MAP_OBJECT : VAS_MAP_REGION;
}

static void
outline_hovered (VasMapFocus *self)
{
  guint64 start = 0, end = 0;
  if (self->session != NULL)
    vas_session_get_hover (self->session, &start, &end);
  vas_map_outlines_hover (self->outlines, vas_map_canvas_get_geometry (self->canvas), start, end,
                          find_column (self, start, end));
}

static void
outline_selected (VasMapFocus *self)
{
  vas_map_outlines_select (self->outlines, vas_map_canvas_get_geometry (self->canvas),
                           get_current_list (self));
}

static void
reveal_cb (VasMapFocus *self, guint64 start, guint64 end)
{
  if (!self->is_revealing && start <= end)
    vas_map_navigation_reveal (self->navigation, start, end);
}

void
vas_map_focus_set_session (VasMapFocus *self, VasSession *session)
{
  g_return_if_fail (self != NULL);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_list (self), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_clear_handle_id (&self->looking, g_source_remove);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "hover-changed", G_CALLBACK (outline_hovered), self);
  g_signal_connect_swapped (session, "reveal", G_CALLBACK (reveal_cb), self);
  g_signal_connect_swapped (get_list (self), "selection-changed", G_CALLBACK (outline_selected),
                            self);
}

void
vas_map_focus_point_at (VasMapFocus *self, double x, double y)
{
  g_return_if_fail (self != NULL);
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (self->canvas);
  self->is_pointed = TRUE;
  self->x = x;
  self->y = y;
  if (geometry == NULL || self->session == NULL)
    return;
  self->pointed = vas_map_geometry_hit (geometry, x, y);
  gboolean is_on_regions = self->pointed.n > 0;
  vas_session_set_hover (self->session, is_on_regions ? self->pointed.start : 0,
                         is_on_regions ? self->pointed.end : 0);
}

void
vas_map_focus_point_away (VasMapFocus *self)
{
  g_return_if_fail (self != NULL);
  self->is_pointed = FALSE;
  g_clear_handle_id (&self->looking, g_source_remove);
  if (self->session != NULL)
    vas_session_set_hover (self->session, 0, 0);
}

gboolean
vas_map_focus_get_pointer (VasMapFocus *self, double *x, double *y)
{
  g_return_val_if_fail (self != NULL, FALSE);
  *x = self->x;
  *y = self->y;
  return self->is_pointed;
}

static gboolean
look_again_cb (gpointer user_data)
{
  VasMapFocus *self = user_data;
  self->looking = 0;
  if (self->is_pointed)
    vas_map_focus_point_at (self, self->x, self->y);
  return G_SOURCE_REMOVE;
}

/* What the pointer is on may be another region now. Telling so makes others work, and can wait. */
void
vas_map_focus_follow (VasMapFocus *self)
{
  g_return_if_fail (self != NULL);
  outline_hovered (self);
  outline_selected (self);
  if (self->is_pointed && self->looking == 0)
    self->looking = g_idle_add (look_again_cb, self);
}

static void
reveal_elsewhere (VasMapFocus *self, gsize first, gsize n)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  self->is_revealing = TRUE;
  vas_session_reveal (self->session, vas_snapshot_get_region (snapshot, first)->start,
                      vas_snapshot_get_region (snapshot, first + n - 1)->end);
  self->is_revealing = FALSE;
}

void
vas_map_focus_select (VasMapFocus *self, gsize first, gsize n)
{
  g_return_if_fail (self != NULL);
  VasRegionList *list = get_current_list (self);
  if (list == NULL)
    return;
  vas_region_list_select_only (list, first, n);
  if (n > 0)
    reveal_elsewhere (self, first, n);
}

void
vas_map_focus_toggle (VasMapFocus *self, gsize region)
{
  g_return_if_fail (self != NULL);
  VasRegionList *list = get_current_list (self);
  gssize row = list != NULL ? vas_region_list_find_row (list, region) : -1;
  if (row < 0)
    return; /* filtered out of the table: there is nothing to add to */
  GtkSelectionModel *model = GTK_SELECTION_MODEL (list);
  if (gtk_selection_model_is_selected (model, (guint) row))
    gtk_selection_model_unselect_item (model, (guint) row);
  else
    gtk_selection_model_select_item (model, (guint) row, FALSE);
  reveal_elsewhere (self, region, 1);
}

gssize
vas_map_focus_get_selected (VasMapFocus *self)
{
  g_return_val_if_fail (self != NULL, -1);
  VasRegionList *list = get_current_list (self);
  gssize first = -1;
  if (list != NULL)
    vas_region_list_get_selected (list, NULL, NULL, &first);
  return first;
}
