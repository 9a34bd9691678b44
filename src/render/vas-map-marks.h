/* What changed between two snapshots, to be marked in the map for a moment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

typedef enum
{
  VAS_CHANGE_NONE,
  VAS_CHANGE_NEW,
  VAS_CHANGE_RESIZED, /* grown, shrunk, or with other rights */
} VasChange;

/** VasMarkedRun: regions `[first, first + n)` of the present snapshot that changed in the same way. */
typedef struct
{
  guint32 first;
  guint32 n;
  VasChange change;
} VasMarkedRun;

/**
 * VasMapMarks:
 * @runs: (array length=n_runs): what changed, in order of address
 * @gone: (array length=n_gone): starts of regions that are no more, in order
 * @n_regions: of the present snapshot
 * @n_new, @n_resized: regions
 *
 * Immutable, atomically reference-counted; as large as the change, and keeps no snapshot alive.
 */
typedef struct
{
  VasMarkedRun *runs;
  gsize n_runs;
  guint64 *gone;
  gsize n_gone;
  gsize n_regions;
  gsize n_new;
  gsize n_resized;
} VasMapMarks;

/**
 * vas_map_marks_new:
 *
 * Which region is the same as before is what vas-diff.h says. O(n): for a worker.
 *
 * Returns: (transfer full) (nullable): %NULL if nothing changed.
 */
VasMapMarks *vas_map_marks_new (const VasSnapshot *former, const VasSnapshot *present);
VasMapMarks *vas_map_marks_ref (VasMapMarks *self);
void vas_map_marks_unref (VasMapMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapMarks, vas_map_marks_unref)

/** vas_map_marks_find_change: of regions `[first, first + n)`: new if any is, else resized if any is.
 *  O(log n) in the runs. */
VasChange vas_map_marks_find_change (const VasMapMarks *self, gsize first, gsize n);
/** vas_map_marks_find_gone: index of the first gone region that began at @address or later. */
gsize vas_map_marks_find_gone (const VasMapMarks *self, guint64 address);
