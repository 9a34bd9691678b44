/* The picture of the map as it stands on the screen: made when it is asked for, and kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-map-follower.h"
#include "vas-map-geometry.h"
#include "vas-map-navigation.h"

/** VasMapCanvas: of one widget, in its size, style and pixel ratio. */
typedef struct _VasMapCanvas VasMapCanvas;

/** vas_map_canvas_new: all of these are borrowed, and outlive it. */
VasMapCanvas *vas_map_canvas_new (GtkWidget *widget,
                                  VasMapFollower *follower,
                                  VasMapNavigation *navigation);
void vas_map_canvas_free (VasMapCanvas *self);

/** vas_map_canvas_get_geometry: (nullable): of what is in sight now; made in a millisecond or two if
 *  it must be, however many regions there are. */
const VasMapGeometry *vas_map_canvas_get_geometry (VasMapCanvas *self);
/** vas_map_canvas_get_node: (nullable) (transfer none): the picture of that. */
GskRenderNode *vas_map_canvas_get_node (VasMapCanvas *self);
/** vas_map_canvas_get_body: where the map was drawn last; without size before that. Zooming moves no
 *  columns, so that it serves for the next view too. */
VasRect vas_map_canvas_get_body (VasMapCanvas *self);
VasTheme vas_map_canvas_get_theme (VasMapCanvas *self);

/** vas_map_canvas_invalidate: another part is in sight, or the widget has another size. */
void vas_map_canvas_invalidate (VasMapCanvas *self);
/** vas_map_canvas_release: lets go of the geometry, and with it of the snapshot it was made of; the
 *  picture stays until it is invalidated. */
void vas_map_canvas_release (VasMapCanvas *self);
/** vas_map_canvas_restyle: the widget's font or theme is another. */
void vas_map_canvas_restyle (VasMapCanvas *self);
