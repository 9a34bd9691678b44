/* Lays out a snapshot and finds what changed, on a worker where that takes longer than a frame.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-map-marks.h"
#include "vas-map-sums.h"

/**
 * VasMapWish: what is to be laid out, and how.
 * @snapshot: what
 * @scale, @direction: how
 * @matches: (nullable): one byte a region; %NULL = all match
 * @former: (nullable): what is laid out now: taken over where it is of the same regions, and compared
 *   with where it is not
 */
typedef struct
{
  VasSnapshot *snapshot;
  VasScale scale;
  VasDirection direction;
  GBytes *matches;
  VasLayout *former;
} VasMapWish;

/** vas_map_wish_copy: (transfer full): with references of its own. */
VasMapWish *vas_map_wish_copy (const VasMapWish *self);
void vas_map_wish_free (VasMapWish *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapWish, vas_map_wish_free)

/**
 * VasMapJob: what came of it.
 * @sums: of the layout
 * @keeps_regions: the regions are those of the former layout, and so are marks made for it
 * @marks: (nullable): what changed since the former layout
 */
typedef struct
{
  VasMapSums *sums;
  gboolean keeps_regions;
  VasMapMarks *marks;
} VasMapJob;

void vas_map_job_free (VasMapJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapJob, vas_map_job_free)

/** vas_map_job_is_quick: whether it may be done on the main loop: within half a millisecond. */
gboolean vas_map_job_is_quick (const VasMapWish *wish);

/** vas_map_job_run: (transfer full): blocks. */
VasMapJob *vas_map_job_run (const VasMapWish *wish);

void vas_map_job_run_async (const VasMapWish *wish,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/** vas_map_job_run_finish: (transfer full) (nullable): %NULL if it was cancelled. */
VasMapJob *vas_map_job_run_finish (GAsyncResult *result);

/** vas_map_job_let_go: @sums (transfer full): drops them on a worker, as with a layout of a million
 *  regions may go the last reference to its snapshot, which takes 6 ms to free. */
void vas_map_job_let_go (VasMapSums *sums);
