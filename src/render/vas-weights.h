/* How tall regions and gaps are beside one another, on each of the scales.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-scale.h"
#include "vas-snapshot.h"

/**
 * VasWeights:
 * @regions: (array length=n): a number above 0 for each region
 * @gaps: (array length=n + 1): for the gap before each region and after the last; 0 without a gap
 * @total: sum of all
 *
 * Relative heights, before they are rounded.
 */
typedef struct
{
  float *regions;
  float *gaps;
  double total;
} VasWeights;

/**
 * vas_weights_compute:
 * @gap_sizes: (array length=n + 1): bytes of the gap before each region and after the last
 *
 * The log scale is nested, so that many regions in one place never push out few in another:
 *
 *  - a region weighs `3 + log2 (pages)`, so that the smallest still has room for a word beside the
 *    largest; a gap inside an area less, and all gaps of an object or area together a third of it;
 *  - an object weighs what its regions do up to %OBJECT_KNEE, and beyond that grows with the log;
 *  - an area likewise, by its objects, up to %AREA_KNEE;
 *  - an area has a floor that keeps half a dozen regions readable, and in each area the largest
 *    objects that are neither library nor file have one too: a heap of 8 GiB is one region among
 *    hundreds of libraries;
 *  - gaps between areas have a constant height: the axis is broken there.
 *
 * Returns: (transfer full):
 */
VasWeights *vas_weights_compute (const VasSnapshot *snapshot,
                                 VasScale scale,
                                 const guint64 *gap_sizes);
void vas_weights_free (VasWeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasWeights, vas_weights_free)
