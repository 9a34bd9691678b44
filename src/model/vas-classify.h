/* Decides for every region what it is: the ordered rules over the text and the evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-facts.h"
#include "vas-verdict.h"

/**
 * VasNaming:
 * @verdicts: (array length=n_verdicts): the distinct ones: tens in most processes, hundreds in large
 *   ones. A region's is that of its @verdict; number 0 is nobody's
 * @parts: (array length=n_parts): of all regions, in address order
 */
typedef struct
{
  VasVerdict *verdicts;
  guint32 n_verdicts;
  gsize n_regions;
  VasPart *parts;
  gsize n_parts;
} VasNaming;

/**
 * vas_classify:
 * @reading: its string pool is added to, and its regions are given their verdicts
 * @facts: (nullable): %NULL for a saved file: then only the text is evidence (level 0)
 *
 * Total: every region gets a kind. O(n log n) at most in the number of regions. A reading has one
 * naming: classifying it anew makes the one before invalid.
 *
 * Returns: (transfer full):
 */
VasNaming *vas_classify (VasReading *reading, const VasFacts *facts);

/** vas_naming_get_verdict: what @region, of the reading that was named, is. */
static inline const VasVerdict *
vas_naming_get_verdict (const VasNaming *self, const VasRegion *region)
{
  return &self->verdicts[region->verdict];
}

void vas_naming_free (VasNaming *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasNaming, vas_naming_free)
