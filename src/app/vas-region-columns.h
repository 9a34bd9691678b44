/* The columns of the table of regions: what each is called and what it says of a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-order.h"

/**
 * VasRegionColumn: a column goes by the #VasSort that it sorts by.
 * @id: stable, for settings and actions: "address"
 * @title: translatable
 * @chars: default width in digits
 * @xalign: 0 left, 1 right
 * @is_figure: digits that stand under each other: monospaced
 * @is_path: shortened at its start, as the file's name is at its end; takes the room left over
 * @is_optional: can be hidden
 * @is_hidden: hidden unless asked for
 * @dup_text: (transfer full): "" where the region has no such thing
 */
typedef struct
{
  const char *id;
  const char *title;
  int chars;
  float xalign;
  gboolean is_figure;
  gboolean is_path;
  gboolean is_optional;
  gboolean is_hidden;
  char *(*dup_text) (const VasSnapshot *snapshot, gsize region);
} VasRegionColumn;

/** vas_region_column_get: (transfer none): */
const VasRegionColumn *vas_region_column_get (VasSort sort);
/** vas_region_column_get_title: translated. */
const char *vas_region_column_get_title (VasSort sort);
/** vas_region_column_from_id: -1 if there is no such column. */
int vas_region_column_from_id (const char *id);
/** vas_region_columns_get_order: (array length=VAS_N_SORTS): from left to right, as long as nobody
 *  moves one. */
const VasSort *vas_region_columns_get_order (void);
