/* The pixel rows of the map as arrays: made once, then searched by row or by region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-cells.h"

#include "vas-map-cells-private.h"
#include "vas-map-sums.h"

static void
flip_rows (guint32 *row, guint32 *end_row, guint n_rows)
{
  guint32 top = n_rows - *end_row;
  *end_row = n_rows - *row;
  *row = top;
}

static void
flip_blocks (GArray *blocks, guint n_rows)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      VasBlock *block = &g_array_index (blocks, VasBlock, i);
      flip_rows (&block->row, &block->end_row, n_rows);
    }
  for (guint i = 0; i < blocks->len / 2; i++)
    {
      VasBlock *a = &g_array_index (blocks, VasBlock, i);
      VasBlock *b = &g_array_index (blocks, VasBlock, blocks->len - 1 - i);
      VasBlock swap = *a;
      *a = *b;
      *b = swap;
    }
}

static void
flip_cells (GArray *cells, guint n_rows)
{
  for (guint i = 0; i < cells->len; i++)
    {
      VasCell *cell = &g_array_index (cells, VasCell, i);
      flip_rows (&cell->row, &cell->end_row, n_rows);
    }
  for (guint i = 0; i < cells->len / 2; i++)
    {
      VasCell *a = &g_array_index (cells, VasCell, i);
      VasCell *b = &g_array_index (cells, VasCell, cells->len - 1 - i);
      VasCell swap = *a;
      *a = *b;
      *b = swap;
    }
}

static VasMapCells *
make_cells (VasLayout *layout, const VasMapSums *sums, const guint8 *matches, VasViewport viewport,
            guint rows, double least)
{
  VasMapCells *self = g_atomic_rc_box_new0 (VasMapCells);
  self->layout = vas_layout_ref (layout);
  self->n_rows = rows;
  self->cells = g_array_new (FALSE, FALSE, sizeof (VasCell));
  self->mixes = g_array_new (FALSE, FALSE, sizeof (VasMix));
  self->objects = g_array_new (FALSE, FALSE, sizeof (VasBlock));
  self->areas = g_array_new (FALSE, FALSE, sizeof (VasBlock));
  vas_map_cells_fill (self, viewport, least, sums, matches);
  if (vas_layout_get_direction (layout) == VAS_DIRECTION_UP)
    {
      flip_cells (self->cells, rows);
      flip_blocks (self->objects, rows);
      flip_blocks (self->areas, rows);
    }
  return self;
}

VasMapCells *
vas_map_cells_new (VasLayout *layout, VasViewport viewport, guint rows, double least,
                   const guint8 *matches)
{
  g_return_val_if_fail (layout != NULL && rows > 0 && least >= 1, NULL);
  return make_cells (layout, NULL, matches, viewport, rows, least);
}

VasMapCells *
vas_map_cells_new_from_sums (const VasMapSums *sums, VasViewport viewport, guint rows, double least)
{
  g_return_val_if_fail (sums != NULL && rows > 0 && least >= 1, NULL);
  return make_cells (vas_map_sums_get_layout (sums), sums, vas_map_sums_get_matches (sums), viewport,
                     rows, least);
}

VasMapCells *
vas_map_cells_ref (VasMapCells *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_cells (gpointer box)
{
  VasMapCells *self = box;
  g_array_unref (self->cells);
  g_array_unref (self->mixes);
  g_array_unref (self->objects);
  g_array_unref (self->areas);
  vas_layout_unref (self->layout);
}

void
vas_map_cells_unref (VasMapCells *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_cells);
}

VasLayout *
vas_map_cells_get_layout (const VasMapCells *self)
{
  return self->layout;
}

guint
vas_map_cells_get_n_rows (const VasMapCells *self)
{
  return self->n_rows;
}

const VasCell *
vas_map_cells_get_cells (const VasMapCells *self, gsize *n)
{
  *n = self->cells->len;
  return (const VasCell *) (gpointer) self->cells->data;
}

const VasMix *
vas_map_cells_get_mixes (const VasMapCells *self, const VasCell *cell)
{
  return cell->n_mix > 0 ? &g_array_index (self->mixes, VasMix, cell->mix) : NULL;
}

const VasBlock *
vas_map_cells_get_objects (const VasMapCells *self, gsize *n)
{
  *n = self->objects->len;
  return (const VasBlock *) (gpointer) self->objects->data;
}

const VasBlock *
vas_map_cells_get_areas (const VasMapCells *self, gsize *n)
{
  *n = self->areas->len;
  return (const VasBlock *) (gpointer) self->areas->data;
}

const VasCell *
vas_map_cells_find_cell (const VasMapCells *self, guint row)
{
  gsize low = 0, high = self->cells->len;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (g_array_index (self->cells, VasCell, middle).end_row > row)
        high = middle;
      else
        low = middle + 1;
    }
  return low < self->cells->len ? &g_array_index (self->cells, VasCell, low) : NULL;
}

static const VasBlock *
find_block (const GArray *blocks, guint row)
{
  gsize low = 0, high = blocks->len;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (g_array_index (blocks, VasBlock, middle).end_row > row)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == blocks->len || g_array_index (blocks, VasBlock, low).row > row)
    return NULL;
  return &g_array_index (blocks, VasBlock, low);
}

const VasBlock *
vas_map_cells_find_object (const VasMapCells *self, guint row)
{
  return find_block (self->objects, row);
}

const VasBlock *
vas_map_cells_find_area (const VasMapCells *self, guint row)
{
  return find_block (self->areas, row);
}

const VasCell *
vas_map_cells_find_region (const VasMapCells *self, gsize region)
{
  gboolean up = vas_layout_get_direction (self->layout) == VAS_DIRECTION_UP;
  gsize low = 0, high = self->cells->len;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const VasCell *cell = &g_array_index (self->cells, VasCell, middle);
      gboolean is_past = up ? cell->first <= region : (gsize) cell->first + cell->n > region;
      if (is_past)
        high = middle;
      else
        low = middle + 1;
    }
  /* A gap names the region after it: upward it stands below that region's cell. */
  for (; low < self->cells->len; low++)
    {
      const VasCell *cell = &g_array_index (self->cells, VasCell, low);
      if (cell->n > 0)
        return region >= cell->first && region < (gsize) cell->first + cell->n ? cell : NULL;
    }
  return NULL;
}
