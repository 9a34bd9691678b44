/* What the parts of the map have of one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-canvas.h"
#include "vas-map-focus.h"
#include "vas-map-view.h"

VasMapCanvas *vas_map_view_get_canvas (VasMapView *self);
VasMapFocus *vas_map_view_get_focus (VasMapView *self);

/** vas_map_gestures_attach: pointer, wheel and touch. */
void vas_map_gestures_attach (VasMapView *self);
/** vas_map_keys_install: actions and the keys beside them. */
void vas_map_keys_install (GtkWidgetClass *klass);
