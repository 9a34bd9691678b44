/* What the binner fills and the cells read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-cells.h"

struct _VasMapCells
{
  VasLayout *layout;
  guint n_rows;
  GArray *cells;   /* of VasCell */
  GArray *mixes;   /* of VasMix */
  GArray *objects; /* of VasBlock */
  GArray *areas;   /* of VasBlock */
};

/** vas_map_cells_fill: from the lowest address in sight at row 0, whatever the direction. @sums and
 *  @matches are of the cells' layout, both nullable. */
void vas_map_cells_fill (VasMapCells *self,
                         VasViewport viewport,
                         double least,
                         const struct _VasMapSums *sums,
                         const guint8 *matches);
