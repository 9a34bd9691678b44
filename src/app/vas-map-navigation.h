/* Where one is on the map, how one moves there, and how one came.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "vas-viewport.h"

/**
 * VasMapNavigation: a layout, the part of it in sight, and the parts that were before.
 *
 * Without a layout nothing moves.
 *
 * Signals:
 *  - "changed": one moved; not where another layout was set, which its setter knows
 */
#define VAS_TYPE_MAP_NAVIGATION (vas_map_navigation_get_type ())
G_DECLARE_FINAL_TYPE (VasMapNavigation, vas_map_navigation, VAS, MAP_NAVIGATION, GObject)

VasMapNavigation *vas_map_navigation_new (void);

/** vas_map_navigation_clear: no layout, no past. */
void vas_map_navigation_clear (VasMapNavigation *self);

/**
 * vas_map_navigation_set_layout:
 * @anchor: a fraction of the window, 0 top to 1 bottom
 *
 * A newer layout on the same scale keeps the address at @anchor where it is. One on another scale
 * or the other way up shows the same addresses.
 */
void vas_map_navigation_set_layout (VasMapNavigation *self, VasLayout *layout, double anchor);
/** vas_map_navigation_get_layout: (nullable) (transfer none): */
VasLayout *vas_map_navigation_get_layout (VasMapNavigation *self);

/** vas_map_navigation_set_rows: device pixels of the window's height, which say how near one can
 *  come. */
void vas_map_navigation_set_rows (VasMapNavigation *self, double rows);

VasViewport vas_map_navigation_get_viewport (VasMapNavigation *self);
/** vas_map_navigation_get_range: the addresses in sight, half-open; %FALSE without a layout. */
gboolean vas_map_navigation_get_range (VasMapNavigation *self, guint64 *start, guint64 *end);

/* Moving. What a hand does step by step remembers nothing by itself; jumps do. */

/** vas_map_navigation_show: a view from before, or one that was computed from it. */
void vas_map_navigation_show (VasMapNavigation *self, VasViewport viewport);
/** vas_map_navigation_pan: by @fraction of the window's height; > 0 moves the content up. */
void vas_map_navigation_pan (VasMapNavigation *self, double fraction);
/** vas_map_navigation_zoom: @factor > 1 comes nearer; what is at the fraction @anchor of the window
 *  stays there. */
void vas_map_navigation_zoom (VasMapNavigation *self, double factor, double anchor);
/** vas_map_navigation_zoom_from: the same, counted from the view @start: for a gesture that goes on. */
void vas_map_navigation_zoom_from (VasMapNavigation *self, VasViewport start, double factor,
                                   double anchor);
/** vas_map_navigation_reveal: moves no more than brings `[start, end)` into sight. */
void vas_map_navigation_reveal (VasMapNavigation *self, guint64 start, guint64 end);
/** vas_map_navigation_jump: shows `[start, end)`. */
void vas_map_navigation_jump (VasMapNavigation *self, guint64 start, guint64 end);
/** vas_map_navigation_fit: shows everything. */
void vas_map_navigation_fit (VasMapNavigation *self);

/** vas_map_navigation_remember: the present view is one to come back to. */
void vas_map_navigation_remember (VasMapNavigation *self);
/** vas_map_navigation_back: %FALSE if nothing was remembered. */
gboolean vas_map_navigation_back (VasMapNavigation *self);
