/* The rows of a snapshot, sorted and filtered on a worker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-map-marks.h"
#include "vas-order-change.h"
#include "vas-wishes.h"

/**
 * VasArrangement:
 * @change: from the rows shown to those asked for, never without the latter
 * @marks: (nullable): what changed from the regions shown to these, if anything did
 * @matches: (nullable) (array): one byte a region, 1 where the filter lets it pass; %NULL = all do
 */
typedef struct
{
  VasOrderChange *change;
  VasMapMarks *marks;
  guint8 *matches;
} VasArrangement;

void vas_arrangement_free (VasArrangement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasArrangement, vas_arrangement_free)

/** vas_arrangement_make_async: @shown (nullable): the rows so far. */
void vas_arrangement_make_async (VasOrder *shown,
                                 VasSnapshot *snapshot,
                                 const VasWishes *wishes,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/** vas_arrangement_make_finish: (transfer full): %NULL only with %G_IO_ERROR_CANCELLED. */
VasArrangement *vas_arrangement_make_finish (GAsyncResult *result, GError **error);
