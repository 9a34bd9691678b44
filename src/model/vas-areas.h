/* Folds objects into areas: the dozen places that a person sees in an address space.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-grouping.h"

/**
 * vas_areas_fold:
 * @grouping: its objects are there
 * @strings: is given the labels
 *
 * The program with its heap, and the main stack, always stand by themselves.
 *
 * Returns: (transfer full) (element-type VasArea): at most %VAS_MAX_AREAS.
 */
GArray *vas_areas_fold (const VasGrouping *grouping, VasStrings *strings);
