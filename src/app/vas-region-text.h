/* Regions as text to be pasted elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-order.h"

/**
 * VasRegionText:
 * @VAS_REGION_TEXT_TABLE: a header line and a line a region, the columns parted by tabs
 * @VAS_REGION_TEXT_ADDRESSES: the first address of each, a line each
 * @VAS_REGION_TEXT_LINES: as maps prints them
 */
typedef enum
{
  VAS_REGION_TEXT_TABLE,
  VAS_REGION_TEXT_ADDRESSES,
  VAS_REGION_TEXT_LINES,
} VasRegionText;

/**
 * vas_region_text_new:
 * @regions: (array length=n_regions): in the order to write
 * @columns: (array length=n_columns): those of the table, in the order to write
 *
 * Any thread. A single address has no newline behind it, as it goes into a command or a filter box.
 *
 * Returns: (transfer full): UTF-8.
 */
char *vas_region_text_new (const VasSnapshot *snapshot,
                           VasRegionText form,
                           const guint32 *regions,
                           gsize n_regions,
                           const VasSort *columns,
                           gsize n_columns);
