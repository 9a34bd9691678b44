/* The smaps fields as column names: "Private_Dirty" is `private_dirty`.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-usage.h"

/**
 * vas_usage_make_names:
 * @taken: (array zero-terminated=1): names that other columns have already
 *
 * Kernels to come bring further fields, and a saved file may hold any: a name that is taken is
 * prefixed with `smaps_`, as often as it takes.
 *
 * Returns: (transfer full) (element-type utf8): a name a field, by field id, all distinct.
 */
GPtrArray *vas_usage_make_names (const VasUsage *usage, const char *const *taken);
