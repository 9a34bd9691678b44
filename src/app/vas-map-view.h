/* The map of the address space: zoomed, panned, hovered and selected by pointer and keyboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-map-navigation.h"
#include "vas-session.h"

/**
 * VasMapView: draws the newest snapshot of its session, and shares with it what the pointer is on,
 * what is selected, and what is to be brought into sight.
 *
 * The picture is a render node made once for each change of the view; hover and selection are drawn
 * by a widget of their own above it, so that the pointer costs the same at any number of regions.
 * Large layouts are made on a worker; until one is there the former picture stays.
 *
 * Actions, each with its keys: "map.zoom-in" and "map.zoom-out" (about the selection, or the middle if
 * that is out of sight), "map.fit", "map.back", "map.zoom-to-selection", "map.next-region",
 * "map.previous-region", "map.next-object", "map.previous-object", "map.first-region",
 * "map.last-region", "map.page-up", "map.page-down".
 */
#define VAS_TYPE_MAP_VIEW (vas_map_view_get_type ())
G_DECLARE_FINAL_TYPE (VasMapView, vas_map_view, VAS, MAP_VIEW, GtkWidget)

GtkWidget *vas_map_view_new (void);

/** vas_map_view_set_session: @session (nullable). */
void vas_map_view_set_session (VasMapView *self, VasSession *session);
VasSession *vas_map_view_get_session (VasMapView *self);

void vas_map_view_set_scale (VasMapView *self, VasScale scale);
VasScale vas_map_view_get_scale (VasMapView *self);
void vas_map_view_set_direction (VasMapView *self, VasDirection direction);
VasDirection vas_map_view_get_direction (VasMapView *self);

/** vas_map_view_get_navigation: (transfer none): what is in sight, and the way elsewhere. */
VasMapNavigation *vas_map_view_get_navigation (VasMapView *self);
