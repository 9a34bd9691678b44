/* Gathers regions into objects and areas: what belongs together, and what a reader sees as one place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"
#include "vas-object-map.h"
#include "vas-object-names.h"

/** VAS_ISLAND_GAP: a gap of this many bytes or more parts two islands (1 GiB). */
#define VAS_ISLAND_GAP (G_GUINT64_CONSTANT (1) << 30)

/**
 * VasObject: neighbouring regions that belong together: `[first, first + n_regions)`.
 * @main: index of the region that says what the object is
 * @name: string id: "libc-2.31.so", "[heap]", "thread worker (4243)", "Java heap"
 * @family: of the whole (a guard or reserve belongs to what it serves)
 * @kind: of its main part
 */
typedef struct
{
  guint32 first;
  guint32 n_regions;
  guint32 main;
  guint32 name;
  guint16 role;
  guint8 family;
  guint8 kind;
} VasObject;

/**
 * VasArea: neighbouring islands shown as one place.
 * @label: string id of a packed sentence (vas-sentence.h): "Program and heap", "Java memory"
 * @n_islands: pieces: 1, or how many islands were folded
 */
typedef struct
{
  guint32 first;
  guint32 n_regions;
  guint32 n_islands;
  guint32 label;
  guint8 family;
  guint64 mapped; /* bytes */
} VasArea;

/**
 * VasGrouping: objects and @areas each partition the regions, in order; none crosses the other's
 * borders (an object lies within one area). Objects are not kept, but told when asked for. To walk
 * over them, go on at `first + n_regions`.
 */
typedef struct
{
  const VasReading *reading; /* borrowed, as @naming is */
  const VasNaming *naming;
  VasObjectMap *objects;
  VasObjectNames names;
  gsize n_objects;
  VasArea *areas;
  gsize n_areas;
} VasGrouping;

/** VAS_MAX_AREAS: a process with more is folded further. */
#define VAS_MAX_AREAS 12

/**
 * vas_group:
 * @reading: the labels are added to its pool; must stay as long as the grouping
 * @naming: must stay as long as the grouping
 *
 * Returns: (transfer full):
 */
VasGrouping *vas_group (VasReading *reading, const VasNaming *naming);
void vas_grouping_free (VasGrouping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasGrouping, vas_grouping_free)

/** vas_grouping_get_object: the object that holds region @region. O(1). */
VasObject vas_grouping_get_object (const VasGrouping *self, gsize region);

/** vas_grouping_get_mapped: bytes of an object, saturating. */
guint64 vas_grouping_get_mapped (const VasGrouping *self, const VasObject *object);

/** vas_grouping_find_area: index of the area that holds region @region (binary search). */
gsize vas_grouping_find_area (const VasGrouping *self, gsize region);
