/* Decides for every region what it is: the ordered rules over the text and the evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-facts.h"
#include "vas-verdict.h"

/**
 * VasNaming:
 * @verdicts: (array): one a region of the reading
 * @parts: (array length=n_parts): of all regions, in address order
 */
typedef struct
{
  VasVerdict *verdicts;
  gsize n_regions;
  VasPart *parts;
  gsize n_parts;
} VasNaming;

/**
 * vas_classify:
 * @reading: its string pool is added to
 * @facts: (nullable): %NULL for a saved file: then only the text is evidence (level 0)
 *
 * Total: every region gets a kind. O(n log n) at most in the number of regions.
 *
 * Returns: (transfer full):
 */
VasNaming *vas_classify (VasReading *reading, const VasFacts *facts);

void vas_naming_free (VasNaming *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasNaming, vas_naming_free)
