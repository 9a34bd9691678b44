/* Where the columns of the map stand, from the overview strip to the share in RAM.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-scene.h"

/** VasMapColumn: from left to right. */
typedef enum
{
  VAS_MAP_OVERVIEW,
  VAS_MAP_RULER,
  VAS_MAP_AREA,
  VAS_MAP_OBJECT,
  VAS_MAP_REGION,
  VAS_MAP_RESIDENT,
  VAS_N_MAP_COLUMNS
} VasMapColumn;

/**
 * VasMapColumns:
 * @columns: the body of each column; one that is not wanted, or has no room, has no width
 * @headings: the room of their headings, above
 */
typedef struct
{
  VasRect columns[VAS_N_MAP_COLUMNS];
  VasRect headings[VAS_N_MAP_COLUMNS];
} VasMapColumns;

/**
 * vas_map_columns_arrange:
 * @frame: everything, headings included
 * @n_digits: of the addresses
 * @pixel_ratio: device pixels in a logical one; borders lie on device pixels
 */
VasMapColumns vas_map_columns_arrange (VasRect frame,
                                       VasType *type,
                                       guint n_digits,
                                       gboolean with_overview,
                                       gboolean with_resident,
                                       double pixel_ratio);

/** vas_map_column_get_title: translated; "" for the overview. */
const char *vas_map_column_get_title (VasMapColumn column);
