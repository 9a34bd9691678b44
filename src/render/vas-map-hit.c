/* From a point to what is drawn there, and from regions to where they are drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-geometry.h"

#include <math.h>

static VasMapColumn
find_column (const VasMapColumns *columns, double x, double y)
{
  for (guint i = 0; i < VAS_N_MAP_COLUMNS; i++)
    {
      const VasRect *r = &columns->columns[i];
      if (r->width > 0 && x >= r->x && x < r->x + r->width && y >= r->y && y < r->y + r->height)
        return i;
    }
  return VAS_N_MAP_COLUMNS;
}

/* Names the regions, with their addresses as the kernel states them: what another region covers may
 * have none left on the map. */
static void
set_regions (VasMapHit *hit, const VasSnapshot *snapshot, VasMapHitKind kind, gsize first, gsize n)
{
  hit->kind = kind;
  hit->first = first;
  hit->n = n;
  hit->start = vas_snapshot_get_region (snapshot, first)->start;
  hit->end = vas_snapshot_get_region (snapshot, first + n - 1)->end;
}

static gboolean
hit_blocks (VasMapHit *hit, const VasMapGeometry *self, guint row)
{
  const VasMapCells *cells = vas_map_geometry_get_cells (self);
  const VasSnapshot *snapshot = vas_map_geometry_get_snapshot (self);
  const VasGrouping *grouping = snapshot->grouping;
  if (hit->column == VAS_MAP_AREA)
    {
      const VasBlock *block = vas_map_cells_find_area (cells, row);
      if (block == NULL)
        return FALSE;
      const VasArea *area = &grouping->areas[block->first];
      set_regions (hit, snapshot, VAS_MAP_HIT_AREA, area->first, area->n_regions);
      hit->mapped = area->mapped;
      return TRUE;
    }
  const VasBlock *block
      = hit->column == VAS_MAP_OBJECT ? vas_map_cells_find_object (cells, row) : NULL;
  if (block == NULL || block->n != 1)
    return FALSE; /* several thin objects are what their regions are */
  VasObject object = vas_snapshot_get_object (snapshot, block->first);
  set_regions (hit, snapshot, VAS_MAP_HIT_OBJECT, object.first, object.n_regions);
  hit->mapped = vas_grouping_get_mapped (grouping, &object);
  return TRUE;
}

static void
hit_cell (VasMapHit *hit, const VasMapGeometry *self, guint row)
{
  const VasCell *cell = vas_map_cells_find_cell (vas_map_geometry_get_cells (self), row);
  if (cell == NULL)
    return;
  if (cell->kind == VAS_CELL_GAP)
    {
      VasSpan span
          = vas_layout_get_span (vas_map_geometry_get_layout (self), 2 * (gsize) cell->first);
      hit->kind = VAS_MAP_HIT_GAP;
      hit->start = span.start;
      hit->end = span.end;
      return;
    }
  set_regions (hit, vas_map_geometry_get_snapshot (self),
               cell->n > 1 ? VAS_MAP_HIT_REGIONS : VAS_MAP_HIT_REGION, cell->first, cell->n);
  hit->mapped = cell->mapped;
}

VasMapHit
vas_map_geometry_hit (const VasMapGeometry *self, double x, double y)
{
  VasMapHit hit = { .column = VAS_N_MAP_COLUMNS, .kind = VAS_MAP_HIT_NOTHING };
  g_return_val_if_fail (self != NULL, hit);

  const VasMapColumns *columns = vas_map_geometry_get_columns (self);
  hit.column = find_column (columns, x, y);
  if (hit.column == VAS_N_MAP_COLUMNS)
    return hit;

  const VasRect *column = &columns->columns[hit.column];
  double fraction = CLAMP ((y - column->y) / column->height, 0, 1);
  if (hit.column == VAS_MAP_OVERVIEW)
    {
      hit.kind = VAS_MAP_HIT_OVERVIEW;
      hit.position = fraction;
      hit.address = vas_layout_position_to_address (vas_map_geometry_get_layout (self), fraction);
      return hit;
    }

  hit.position = vas_viewport_to_layout (vas_map_geometry_get_viewport (self), fraction);
  guint row = (guint) MAX ((y - column->y) * vas_map_geometry_get_pixel_ratio (self), 0);
  if (!hit_blocks (&hit, self, row))
    hit_cell (&hit, self, row);
  /* Cells lie on whole rows, positions do not: at a border the cell decides. */
  guint64 address
      = vas_layout_position_to_address (vas_map_geometry_get_layout (self), hit.position);
  hit.address = hit.end > hit.start ? CLAMP (address, hit.start, hit.end - 1) : hit.start;
  return hit;
}

/* Rows that a run of regions takes: those of its first and last one in sight. */
gboolean
vas_map_geometry_locate (const VasMapGeometry *self, VasMapColumn from, gsize first, gsize n,
                         VasRect *rect)
{
  g_return_val_if_fail (self != NULL && from < VAS_N_MAP_COLUMNS && rect != NULL, FALSE);

  gsize n_cells;
  const VasCell *cells = vas_map_cells_get_cells (vas_map_geometry_get_cells (self), &n_cells);
  guint row = G_MAXUINT, end_row = 0;
  for (gsize i = 0; i < n_cells; i++)
    if (cells[i].n > 0 && cells[i].first < first + n && first < (gsize) cells[i].first + cells[i].n)
      {
        row = MIN (row, cells[i].row);
        end_row = MAX (end_row, cells[i].end_row);
      }
  if (row >= end_row)
    return FALSE;
  *rect = vas_map_geometry_get_rows (self, from, row, end_row);
  VasRect body = vas_map_geometry_get_body (self);
  rect->width = body.x + body.width - rect->x;
  return TRUE;
}
