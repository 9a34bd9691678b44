/* Sorts indices by number in linear time, for tables of a million rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_radix_sort:
 * @indices: (array length=n): sorted in place
 * @keys: one key for each value that occurs in @indices
 *
 * Sorts @indices by ascending `keys[index]`; equal keys keep their order.
 */
void vas_radix_sort (guint32 *indices, gsize n, const guint64 *keys);
