/* Whether two readings of one process are alike in what Vascope shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"
#include "vas-grouping.h"

/**
 * All of these go through both sides once, and less where they differ. String ids may differ from one
 * reading to the next: the strings themselves are compared. In doubt they say %FALSE.
 */

/** vas_alike_regions: the same mappings with the same names, and as many lines left out. */
gboolean vas_alike_regions (const VasReading *a, const VasReading *b);

/** vas_alike_usage: the same sizes in memory and flags, or none on either side. */
gboolean vas_alike_usage (const VasReading *a, const VasReading *b);

/**
 * vas_alike_evidence: (a, b nullable): the same facts to classify by.
 *
 * Only for readings whose regions are alike.
 */
gboolean vas_alike_evidence (const VasFacts *a, const VasFacts *b);

/** vas_alike_facts: (a, b nullable): the same facts to show, but for sizes. */
gboolean vas_alike_facts (const VasFacts *a, const VasFacts *b);

/** VasNamed: what the regions of a reading were found to be. */
typedef struct
{
  const VasReading *reading;
  const VasNaming *naming;
  const VasGrouping *grouping;
} VasNamed;

/**
 * vas_alike_names: the same kinds, labels, objects and areas.
 *
 * Only for readings whose regions are alike.
 */
gboolean vas_alike_names (const VasNamed *a, const VasNamed *b);

/** vas_alike_reasons: beyond that, the same evidence and the same parts of regions. */
gboolean vas_alike_reasons (const VasNamed *a, const VasNamed *b);
