/* What is drawn over the map: the outlines of what the pointer is on and of what is selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-palette.h"
#include "vas-scene.h"

/**
 * VasMapHover: a widget of its own over the map, so that moving the pointer redraws two outlines
 * and never the map (0.5 ms a frame at a million regions). Takes no events.
 */
#define VAS_TYPE_MAP_HOVER (vas_map_hover_get_type ())
G_DECLARE_FINAL_TYPE (VasMapHover, vas_map_hover, VAS, MAP_HOVER, GtkWidget)

GtkWidget *vas_map_hover_new (void);
void vas_map_hover_set_theme (VasMapHover *self, VasTheme theme);
/** vas_map_hover_set_hovered: @rect (nullable): in the widget's coordinates. */
void vas_map_hover_set_hovered (VasMapHover *self, const VasRect *rect);
/** vas_map_hover_get_hovered: (nullable): */
const VasRect *vas_map_hover_get_hovered (VasMapHover *self);
/** vas_map_hover_set_selected: @rects (transfer full) (nullable) (element-type VasRect): */
void vas_map_hover_set_selected (VasMapHover *self, GArray *rects);
