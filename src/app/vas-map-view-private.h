/* What the gestures and keys of the map may do with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-geometry.h"
#include "vas-map-navigation.h"
#include "vas-map-view.h"

/** vas_map_view_get_geometry: (nullable): of the present view, made now if it must be. */
const VasMapGeometry *vas_map_view_get_geometry (VasMapView *self);
VasMapNavigation *vas_map_view_get_navigation (VasMapView *self);
/** vas_map_view_get_body: where the map is drawn; without size while there is no picture. */
VasRect vas_map_view_get_body (VasMapView *self);
/** vas_map_view_get_rows: device pixels of the map's height. */
double vas_map_view_get_rows (VasMapView *self);

/** vas_map_view_show: moves the window; does not remember where it was. */
void vas_map_view_show (VasMapView *self, VasViewport viewport);
/** vas_map_view_point_at: the pointer is there now; tells the session what it is on. */
void vas_map_view_point_at (VasMapView *self, double x, double y);
void vas_map_view_point_away (VasMapView *self);

/** vas_map_view_select: regions of the snapshot in sight; brings them into sight everywhere. */
void vas_map_view_select (VasMapView *self, gsize first, gsize n);
/** vas_map_view_toggle: adds one region to the selection, or takes it away. */
void vas_map_view_toggle (VasMapView *self, gsize region);
/** vas_map_view_get_selected: index of the first selected region; -1 if none is. */
gssize vas_map_view_get_selected (VasMapView *self);

/** vas_map_gestures_attach: pointer, wheel and touch. */
void vas_map_gestures_attach (VasMapView *self);
/** vas_map_keys_install: actions and the keys beside them. */
void vas_map_keys_install (GtkWidgetClass *klass);
