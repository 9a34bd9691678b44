/* Puts the regions of unsorted or overlapping text in order and reports what was wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading.h"

/**
 * vas_reading_sort:
 * @lines: (array length=n_regions): the number of the line of each region
 *
 * For a reading that is being made: sorts its regions by start, then end, then line, its usage with
 * them, and notes VAS_PROBLEM_OVERLAP for each that begins below the end of one before it. The
 * problems stay the first %VAS_READING_MAX_PROBLEMS in line order.
 */
void vas_reading_sort (VasReading *self, const guint32 *lines);
