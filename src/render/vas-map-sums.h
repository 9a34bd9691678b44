/* A layout summed up by runs of regions, so that a picture of very many looks at few of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-tally.h"

/** VAS_MAP_RUN: regions of a run: run `i` begins at region `i * VAS_MAP_RUN`; the last may be short.
 *  Seen whole, a million regions fill some 400 cells, each with two broken runs at its ends. */
#define VAS_MAP_RUN 128

/**
 * VasMapRun:
 * @n_begun: objects that begin in the run, but for one at its first region
 * @tallest_region: units
 * @tallest_object: units of the tallest of the objects that reach into the run, as a whole
 * @widest_gap: units, of the gaps between the run's regions; not that before the first
 * @first_color, @n_colors: of its colours
 */
typedef struct
{
  guint32 n_begun;
  guint32 tallest_region;
  guint32 tallest_object;
  guint32 widest_gap;
  guint32 first_color;
  guint32 n_colors;
  guint64 mapped;
  guint64 resident;
} VasMapRun;

/**
 * VasMapSums: immutable, atomically reference-counted; keeps layout and matches alive.
 *
 * O(n) to make, for a worker; about a byte a region.
 */
typedef struct _VasMapSums VasMapSums;

/** vas_map_sums_new: @matches (nullable): one byte a region, 1 where the filter lets it pass. */
VasMapSums *vas_map_sums_new (VasLayout *layout, GBytes *matches);
VasMapSums *vas_map_sums_ref (VasMapSums *self);
void vas_map_sums_unref (VasMapSums *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapSums, vas_map_sums_unref)

VasLayout *vas_map_sums_get_layout (const VasMapSums *self);
/** vas_map_sums_get_matches: (nullable): one byte a region; %NULL = all match. */
const guint8 *vas_map_sums_get_matches (const VasMapSums *self);

/** vas_map_sums_get_run: the run that begins at @region, a multiple of %VAS_MAP_RUN. */
const VasMapRun *vas_map_sums_get_run (const VasMapSums *self, guint32 region);
/** vas_map_sums_add: adds the @n regions of @run, the first being @region, to @tally. */
void vas_map_sums_add (const VasMapSums *self, const VasMapRun *run, guint32 region, guint32 n,
                       VasTally *tally);
