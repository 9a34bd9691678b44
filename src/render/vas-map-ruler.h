/* Chooses which addresses the ruler shows, so that no label meets another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-cells.h"

/** VAS_TICK_BYTES: room for 64 bits in hex and a NUL. */
#define VAS_TICK_BYTES 17

/**
 * VasTick:
 * @row: device pixels from the top of the body
 * @address: at this row
 * @text: the address in hex, with leading zeros
 * @n_shared: leading digits of it that are those of the tick above
 */
typedef struct
{
  double row;
  guint64 address;
  char text[VAS_TICK_BYTES];
  guint n_shared;
} VasTick;

/**
 * vas_map_ruler_mark:
 * @spacing: rows that a label takes
 *
 * Borders of areas come first, then those of objects, of regions, and round addresses inside large
 * ones; each where there is room left.
 *
 * Returns: (transfer full) (element-type VasTick): from the top.
 */
GArray *vas_map_ruler_mark (const VasMapCells *cells, VasViewport viewport, double spacing);

/** vas_map_ruler_count_digits: of the longest address of a layout. */
guint vas_map_ruler_count_digits (const VasLayout *layout);
