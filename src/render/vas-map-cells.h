/* Sorts what is in sight of a layout into pixel rows: nothing is dropped, however thin it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-palette.h"
#include "vas-viewport.h"

/**
 * VasCellKind:
 * @VAS_CELL_GAP: nothing is mapped
 * @VAS_CELL_REGION: one region
 * @VAS_CELL_REGIONS: several, too thin to be drawn one by one
 */
typedef enum
{
  VAS_CELL_GAP,
  VAS_CELL_REGION,
  VAS_CELL_REGIONS,
} VasCellKind;

/**
 * VasCell: rows `[row, end_row)` of the column of regions.
 * @first, @n: the regions in it; of a gap the region after it, and 0
 * @mapped, @resident: bytes of these regions
 * @mix, @n_mix: what these regions are, in vas_map_cells_get_mixes()
 */
typedef struct
{
  VasCellKind kind;
  guint32 row;
  guint32 end_row;
  guint32 first;
  guint32 n;
  guint32 mix;
  guint32 n_mix;
  guint64 mapped;
  guint64 resident;
} VasCell;

/** VasMix: one share of what a cell holds; shares sum to the part of its height that is mapped. */
typedef struct
{
  guint8 family; /* for the colour: what no access serves, not "none" */
  guint8 shade;
  guint8 matched;
  float share;
} VasMix;

/**
 * VasBlock: rows of the columns of objects and areas, and which of them.
 * @first: the first region of the first object; index of the area
 * @n: objects; one area
 */
typedef struct
{
  guint32 row;
  guint32 end_row;
  guint32 first;
  guint32 n;
} VasBlock;

/**
 * VasMapCells: immutable, atomically reference-counted. Arrays are in order of rows, from the top.
 *
 * Each cell has at least one row. Regions thinner than a few pixels are gathered in cells: those of
 * one object with each other, objects thinner than that with their neighbours. The cells begin at
 * fixed places of the layout, so that they do not change while one pans.
 *
 * The arrays are O(rows).
 */
typedef struct _VasMapCells VasMapCells;
struct _VasMapSums;

/**
 * vas_map_cells_new:
 * @rows: device pixels
 * @least: rows that a region or object needs to be drawn by itself
 * @matches: (nullable): one byte a region, %NULL = all match
 *
 * O(n) in the regions in sight, 5 to 10 ns each: for a picture drawn once.
 */
VasMapCells *vas_map_cells_new (VasLayout *layout,
                                VasViewport viewport,
                                guint rows,
                                double least,
                                const guint8 *matches);

/** vas_map_cells_new_from_sums: the same cells from what was summed up (vas-map-sums.h) beforehand, at
 *  a twentieth of that: for a view that is zoomed and panned. */
VasMapCells *vas_map_cells_new_from_sums (const struct _VasMapSums *sums,
                                          VasViewport viewport,
                                          guint rows,
                                          double least);
VasMapCells *vas_map_cells_ref (VasMapCells *self);
void vas_map_cells_unref (VasMapCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapCells, vas_map_cells_unref)

VasLayout *vas_map_cells_get_layout (const VasMapCells *self);
guint vas_map_cells_get_n_rows (const VasMapCells *self);
const VasCell *vas_map_cells_get_cells (const VasMapCells *self, gsize *n);
const VasMix *vas_map_cells_get_mixes (const VasMapCells *self, const VasCell *cell);
const VasBlock *vas_map_cells_get_objects (const VasMapCells *self, gsize *n);
const VasBlock *vas_map_cells_get_areas (const VasMapCells *self, gsize *n);

/** The cell, object block or area block at a row; %NULL where there is none. */
const VasCell *vas_map_cells_find_cell (const VasMapCells *self, guint row);
const VasBlock *vas_map_cells_find_object (const VasMapCells *self, guint row);
const VasBlock *vas_map_cells_find_area (const VasMapCells *self, guint row);
/** vas_map_cells_find_region: (nullable): the cell that holds a region, if it is in sight. */
const VasCell *vas_map_cells_find_region (const VasMapCells *self, gsize region);
