/* Gathers regions into objects: the lines of maps that are one thing to a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-grouping.h"

/**
 * vas_objects_gather:
 * @n: (out): how many objects
 *
 * Objects partition the regions, in order, and none reaches across a gap of %VAS_ISLAND_GAP. O(n).
 *
 * Returns: (transfer full): the reading must stay as long as it does.
 */
VasObjectMap *vas_objects_gather (const VasReading *reading, const VasNaming *naming, gsize *n);
