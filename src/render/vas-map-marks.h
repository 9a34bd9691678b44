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

/**
 * VasMapMarks:
 * @changes: (array length=n_regions): a #VasChange for each region of the present snapshot
 * @gone: (array length=n_gone): starts of regions that are no more
 *
 * Immutable, atomically reference-counted.
 */
typedef struct
{
  guint8 *changes;
  gsize n_regions;
  guint64 *gone;
  gsize n_gone;
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
