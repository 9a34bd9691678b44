/* An order of regions: filtered and sorted indices, made off the main loop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-filter.h"

typedef enum
{
  VAS_SORT_ADDRESS,
  VAS_SORT_SIZE,
  VAS_SORT_PERMS,
  VAS_SORT_KIND,
  VAS_SORT_OBJECT,
  VAS_SORT_OFFSET,
  VAS_SORT_DEVICE,
  VAS_SORT_INODE,
  VAS_SORT_PATH,
  VAS_SORT_RESIDENT,
  VAS_SORT_PSS,
  VAS_N_SORTS
} VasSort;

/**
 * VasOrder:
 * @n: rows
 * @indices: (array length=n) (nullable): of regions, in the order to show
 * @positions: (array length=n_regions) (nullable): where a region stands; G_MAXUINT32 = filtered out
 * @sort, @descending: what it is sorted by
 * @filter: (nullable): what it was filtered by
 *
 * Immutable, atomically reference-counted, keeps its snapshot alive. All regions in address order,
 * which is what one mostly looks at, need no arrays: a row is a region then. Stable: ties in address order,
 * also when descending. Regions that have no such thing (no file, no size in memory) come last,
 * also when descending.
 */
typedef struct
{
  VasSnapshot *snapshot;
  guint32 *indices;
  gsize n;
  guint32 *positions;
  VasSort sort;
  gboolean descending;
  VasFilter *filter;
} VasOrder;

/** vas_order_new: (transfer full): for a worker: tens of milliseconds at a million regions. */
VasOrder *vas_order_new (VasSnapshot *snapshot,
                         VasSort sort,
                         gboolean descending,
                         VasFilter *filter);
VasOrder *vas_order_ref (VasOrder *self);
void vas_order_unref (VasOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasOrder, vas_order_unref)

/** vas_order_get_region: index of the region in @row. */
static inline guint32
vas_order_get_region (const VasOrder *self, gsize row)
{
  return self->indices != NULL ? self->indices[row] : (guint32) row;
}

/** vas_order_find_row: where region @region stands; G_MAXUINT32 if it is filtered out. */
static inline guint32
vas_order_find_row (const VasOrder *self, gsize region)
{
  return self->positions != NULL ? self->positions[region] : (guint32) region;
}
