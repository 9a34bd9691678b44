/* Gathers regions into objects: the lines of maps that are one thing to a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-grouping.h"

/**
 * vas_objects_gather:
 *
 * Objects partition the regions, in order, and none reaches across a gap of %VAS_ISLAND_GAP. O(n).
 * Their names are added to the reading's pool.
 *
 * Returns: (transfer full) (element-type VasObject):
 */
GArray *vas_objects_gather (VasReading *reading, const VasNaming *naming);
