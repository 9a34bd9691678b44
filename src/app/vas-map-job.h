/* Lays out a snapshot and finds what changed, on a worker where that takes longer than a frame.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-layout.h"
#include "vas-map-marks.h"

/** VasMapJob: what came of it. @marks: (nullable): nothing changed, or there was no former one. */
typedef struct
{
  VasLayout *layout;
  VasMapMarks *marks;
} VasMapJob;

void vas_map_job_free (VasMapJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapJob, vas_map_job_free)

/** vas_map_job_is_quick: whether it may be done on the main loop: within a few milliseconds. */
gboolean vas_map_job_is_quick (const VasSnapshot *snapshot);

/** vas_map_job_run: (transfer full): @former (nullable). Blocks. */
VasMapJob *vas_map_job_run (VasSnapshot *snapshot,
                            VasSnapshot *former,
                            VasScale scale,
                            VasDirection direction);

void vas_map_job_run_async (VasSnapshot *snapshot,
                            VasSnapshot *former,
                            VasScale scale,
                            VasDirection direction,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/** vas_map_job_run_finish: (transfer full) (nullable): %NULL if it was cancelled. */
VasMapJob *vas_map_job_run_finish (GAsyncResult *result);
