/* Folds objects into areas: the dozen places that a person sees in an address space.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-grouping.h"

/**
 * vas_areas_fold:
 * @objects: (element-type VasObject): as vas_objects_gather() made them
 *
 * The program with its heap, and the main stack, always stand by themselves. The labels are added to
 * the reading's pool.
 *
 * Returns: (transfer full) (element-type VasArea): at most %VAS_MAX_AREAS.
 */
GArray *vas_areas_fold (VasReading *reading, const GArray *objects);
