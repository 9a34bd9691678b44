/* Which object each region belongs to, in little more than half a byte a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-region.h"

/** VasExtent: the regions `[first, end)` of an object, of @mapped bytes, saturating; @main is the one
 *  that gives it name and kind. */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 main;
  guint64 mapped;
} VasExtent;

/**
 * VasObjectMap:
 *
 * In some processes every region is an object of its own, so an object must not cost more than a
 * region may. A bit a region says where objects begin, another which regions are their main ones, and
 * every 64 regions it is noted what began below and ends above them. Looking an object up is O(1).
 */
typedef struct _VasObjectMap VasObjectMap;

VasObjectMap *vas_object_map_new (gsize n_regions);
void vas_object_map_free (VasObjectMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasObjectMap, vas_object_map_free)

/** vas_object_map_add: the next object; when all were added, they partition the regions. */
void vas_object_map_add (VasObjectMap *self, const VasExtent *extent);

/** vas_object_map_find: the object that holds region @region; its bytes are not told. */
VasExtent vas_object_map_find (const VasObjectMap *self, gsize region);

/**
 * vas_object_map_sum:
 * @regions: (array): all of them
 *
 * Returns: bytes of an object, saturating. O(1): at most 64 sizes are summed, of longer objects the
 *   bytes were noted.
 */
guint64 vas_object_map_sum (const VasObjectMap *self,
                            const VasExtent *extent,
                            const VasRegion *regions);
