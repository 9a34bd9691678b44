/* What is drawn over the map: the outlines of what the pointer is on and of what is selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-map-geometry.h"
#include "vas-region-list.h"

/**
 * VasMapOutlines: a widget of its own over the map, so that moving the pointer draws two outlines and
 * never the map (a millisecond a frame at a million regions). Takes no events.
 */
#define VAS_TYPE_MAP_OUTLINES (vas_map_outlines_get_type ())
G_DECLARE_FINAL_TYPE (VasMapOutlines, vas_map_outlines, VAS, MAP_OUTLINES, GtkWidget)

GtkWidget *vas_map_outlines_new (void);
void vas_map_outlines_set_theme (VasMapOutlines *self, VasTheme theme);

/**
 * vas_map_outlines_hover:
 * @geometry: (nullable): of the map below
 * @column: the leftmost one to outline
 *
 * Outlines what is in sight of the addresses `[start, end)`; nothing if they are equal.
 */
void vas_map_outlines_hover (VasMapOutlines *self,
                             const VasMapGeometry *geometry,
                             guint64 start,
                             guint64 end,
                             VasMapColumn column);
/** vas_map_outlines_get_hovered: (nullable): in the widget's coordinates. */
const VasRect *vas_map_outlines_get_hovered (VasMapOutlines *self);

/**
 * vas_map_outlines_select:
 * @geometry: (nullable): of the map below
 * @list: (nullable): of the geometry's snapshot
 *
 * Outlines what is in sight of the regions selected in @list, touching ones as one.
 */
void vas_map_outlines_select (VasMapOutlines *self,
                              const VasMapGeometry *geometry,
                              VasRegionList *list);
