/* What the map has in common with the table: pointer, selection, and what to bring into sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-canvas.h"
#include "vas-map-outlines.h"

/** VasMapFocus: of one map. Tells the session what is done in the map, and the map what is done
 *  elsewhere. */
typedef struct _VasMapFocus VasMapFocus;

/** vas_map_focus_new: all of these are borrowed, and outlive it. */
VasMapFocus *vas_map_focus_new (VasMapCanvas *canvas,
                                VasMapFollower *follower,
                                VasMapNavigation *navigation,
                                VasMapOutlines *outlines);
void vas_map_focus_free (VasMapFocus *self);

/** vas_map_focus_set_session: @session (nullable). */
void vas_map_focus_set_session (VasMapFocus *self, VasSession *session);

/** vas_map_focus_point_at: the pointer is there now; tells the session what it is on. */
void vas_map_focus_point_at (VasMapFocus *self, double x, double y);
void vas_map_focus_point_away (VasMapFocus *self);
/** vas_map_focus_get_pointer: %FALSE if the pointer is elsewhere. */
gboolean vas_map_focus_get_pointer (VasMapFocus *self, double *x, double *y);

/** vas_map_focus_follow: the picture changed or moved: outlines it anew now, and once the frame is
 *  drawn looks again what is under the pointer. */
void vas_map_focus_follow (VasMapFocus *self);

/* Of regions of the snapshot in sight; nothing happens while a newer one is being laid out. */

/** vas_map_focus_select: selects these only, and brings them into sight everywhere. */
void vas_map_focus_select (VasMapFocus *self, gsize first, gsize n);
/** vas_map_focus_toggle: adds one region to the selection, or takes it away. */
void vas_map_focus_toggle (VasMapFocus *self, gsize region);
/** vas_map_focus_get_selected: index of the first selected region; -1 if none is. */
gssize vas_map_focus_get_selected (VasMapFocus *self);
