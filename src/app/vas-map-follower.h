/* Follows the session: keeps its newest snapshot laid out, and marks what changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-job.h"
#include "vas-session.h"

/**
 * VasMapFollower: what the map draws, but for where on it one is.
 *
 * Large layouts are made on a worker; until one is there the former stays. A snapshot whose regions
 * are those of the one before takes its layout over. The same snapshot again is no change at all. What
 * is of no use any more is let go at once: beside the newest snapshot one more is held only as long
 * as the newest is being laid out.
 *
 * Signals:
 *  - "changed": other sums, or other marks
 *  - "rebound": the sums are those of a later snapshot, of which the map looks the same
 */
#define VAS_TYPE_MAP_FOLLOWER (vas_map_follower_get_type ())
G_DECLARE_FINAL_TYPE (VasMapFollower, vas_map_follower, VAS, MAP_FOLLOWER, GObject)

VasMapFollower *vas_map_follower_new (void);

/** vas_map_follower_set_session: @session (nullable). */
void vas_map_follower_set_session (VasMapFollower *self, VasSession *session);

void vas_map_follower_set_scale (VasMapFollower *self, VasScale scale);
VasScale vas_map_follower_get_scale (VasMapFollower *self);
void vas_map_follower_set_direction (VasMapFollower *self, VasDirection direction);
VasDirection vas_map_follower_get_direction (VasMapFollower *self);

/** vas_map_follower_get_sums: (nullable) (transfer none): the newest layout that is there, summed up;
 *  %NULL while nothing of this source is. */
VasMapSums *vas_map_follower_get_sums (VasMapFollower *self);
/** vas_map_follower_get_marks: (nullable) (transfer none): for a moment after a change. */
VasMapMarks *vas_map_follower_get_marks (VasMapFollower *self);

/** vas_map_follower_is_current: whether indices of regions are those of the session's list: they are
 *  not while the layout of a newer snapshot is under way. */
gboolean vas_map_follower_is_current (VasMapFollower *self);
