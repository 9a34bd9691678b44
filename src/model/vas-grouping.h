/* Gathers regions into objects and areas: what belongs together, and what a reader sees as one place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"

/** VAS_ISLAND_GAP: a gap of this many bytes or more parts two islands (1 GiB). */
#define VAS_ISLAND_GAP (G_GUINT64_CONSTANT (1) << 30)

/**
 * VasObject: neighbouring regions that belong together: `[first, first + n_regions)`.
 * @name: string id: "libc-2.31.so", "[heap]", "thread worker (4243)", "Java heap"
 * @family: of the whole (a guard or reserve belongs to what it serves)
 * @kind: of its main part
 */
typedef struct
{
  guint32 first;
  guint32 n_regions;
  guint32 name;
  guint8 family;
  guint8 kind;
  guint16 role;
  guint64 mapped; /* bytes */
} VasObject;

/**
 * VasArea: neighbouring islands shown as one place.
 * @label: string id, translated: "Program and heap", "JavaScript heap", "Libraries and mappings"
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
 * VasGrouping: @objects and @areas each partition the regions, in order; none crosses the other's
 * borders (an object lies within one area).
 */
typedef struct
{
  VasObject *objects;
  gsize n_objects;
  VasArea *areas;
  gsize n_areas;
} VasGrouping;

/** VAS_MAX_AREAS: a process with more is folded further. */
#define VAS_MAX_AREAS 12

/** vas_group: (transfer full): adds the labels to the reading's pool. */
VasGrouping *vas_group (VasReading *reading, const VasNaming *naming, const VasFacts *facts);
void vas_grouping_free (VasGrouping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasGrouping, vas_grouping_free)

/** Index of the object or area that holds region @region (binary search). */
gsize vas_grouping_find_object (const VasGrouping *self, gsize region);
gsize vas_grouping_find_area (const VasGrouping *self, gsize region);
