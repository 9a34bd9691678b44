/* A large process made up for benchmarks: random sizes, some hundred files, every kind of mode.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/** sample_regions_new: @n regions, the same for the same @seed; half of them of @n_files files. */
VasSnapshot *sample_regions_new (guint n, guint n_files, guint32 seed);

/** sample_regions_change: (transfer full): a second reading of it, with a new and a gone region at
 *  every @step-th place. */
VasSnapshot *sample_regions_change (const VasSnapshot *snapshot, guint step);
