/* What a column sorts by, as one number a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-order.h"

/** VAS_SORT_KEY_ABSENT: the region has no such thing (no file, no size in memory). */
#define VAS_SORT_KEY_ABSENT G_MAXUINT64
/** VAS_SORT_KEY_MAX: the greatest key of a region that has one. */
#define VAS_SORT_KEY_MAX (G_MAXUINT64 - 1)

/**
 * vas_sort_keys_new:
 *
 * Texts are compared once per distinct text, and stand here as their rank: labels and objects in
 * the order of the locale with numbers by value, paths by their bytes, so that folders keep together.
 *
 * Returns: (transfer full) (array): one key a region; a lower key sorts first.
 */
guint64 *vas_sort_keys_new (const VasSnapshot *snapshot, VasSort sort);
