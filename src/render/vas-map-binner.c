/* Fills the pixel rows of the map from a layout, in one pass over the regions in sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-cells-private.h"
#include "vas-map-sums.h"

#include <math.h>

/* A gap of so many rows parts what would else be gathered. */
#define PARTING_GAP 1.5

/* Thin regions that become one cell. */
typedef struct
{
  VasTally tally;
  guint32 first_object; /* its first region */
  guint32 n_objects; /* 0: regions inside one object */
  gint64 bucket;
} Gathering;

typedef struct
{
  VasMapCells *out;
  const VasSnapshot *snapshot;
  const VasMapSums *sums; /* (nullable) */
  const VasEdges *edges;
  guint32 n_regions;
  double positions_per_unit;
  double top; /* of the window, counted from the lowest address */
  double rows_per_position, rows_per_unit;
  double buckets_per_unit;
  double least;
  guint cursor; /* rows done */
  VasBlock area;
  gboolean in_area;
  guint32 area_end; /* region */
  Gathering gathering;
  VasTallier tallier;
} Binner;

static inline double
get_row (const Binner *b, guint32 unit)
{
  return (unit * b->positions_per_unit - b->top) * b->rows_per_position;
}

static inline guint
snap (const Binner *b, double row)
{
  return (guint) CLAMP (floor (row + 0.5), 0, b->out->n_rows);
}

static inline double
get_height (const Binner *b, guint32 first, guint32 last)
{
  return (b->edges[last].high - b->edges[first].low) * b->rows_per_unit;
}

static inline double
get_gap_height (const Binner *b, guint32 region)
{
  guint32 before = region > 0 ? b->edges[region - 1].high : 0;
  return (b->edges[region].low - before) * b->rows_per_unit;
}

/* The rows up to @row are a gap, if nothing else has taken them. */
static void
fill_gap (Binner *b, guint row, guint32 next_region)
{
  if (row <= b->cursor)
    return;
  VasCell cell = { .kind = VAS_CELL_GAP, .row = b->cursor, .end_row = row, .first = next_region };
  g_array_append_val (b->out->cells, cell);
  b->cursor = row;
}

/* At the lower border less than half a row may be left: it is taken from the cell before, and if
 * that has but one row, the two share it. */
static void
make_room_at_end (Binner *b, VasCell *cell)
{
  GArray *cells = b->out->cells;
  VasCell *last = cells->len > 0 ? &g_array_index (cells, VasCell, cells->len - 1) : NULL;
  if (last == NULL || b->cursor < b->out->n_rows)
    return;
  if (last->kind == VAS_CELL_GAP)
    {
      b->cursor = --last->end_row;
      if (last->end_row == last->row)
        g_array_set_size (cells, cells->len - 1);
      return;
    }
  last->kind = VAS_CELL_REGIONS;
  last->n = cell->first + cell->n - last->first;
  last->mapped += cell->mapped;
  last->resident += cell->resident;
}

/* Adds a cell from @row to @end_row, at least one row tall. */
static void
emit (Binner *b, VasCell *cell, double row, double end_row)
{
  fill_gap (b, snap (b, row), cell->first);
  make_room_at_end (b, cell);
  if (b->cursor >= b->out->n_rows)
    return;
  cell->row = b->cursor;
  cell->end_row = MAX (snap (b, end_row), b->cursor + 1);
  b->cursor = cell->end_row;
  g_array_append_val (b->out->cells, *cell);
}

static void
emit_region (Binner *b, guint32 region, guint object_family)
{
  VasMix mix = vas_tally_color_to_mix (vas_tallier_get_color (&b->tallier, region, object_family));
  VasCell cell = {
    .kind = VAS_CELL_REGION,
    .first = region,
    .n = 1,
    .mix = b->out->mixes->len,
    .n_mix = 1,
    .mapped = vas_region_get_size (vas_snapshot_get_region (b->snapshot, region)),
    .resident = vas_tallier_get_resident (&b->tallier, region),
  };
  g_array_append_val (b->out->mixes, mix);
  emit (b, &cell, get_row (b, b->edges[region].low), get_row (b, b->edges[region].high));
}

/* Makes a cell of what was gathered, and a block where that is objects. */
static void
flush (Binner *b)
{
  Gathering *g = &b->gathering;
  const VasTally *tally = &g->tally;
  if (tally->n == 0)
    return;
  guint32 last = tally->first + tally->n - 1;
  guint32 low = b->edges[tally->first].low, high = b->edges[last].high;
  VasCell cell = {
    .kind = tally->n == 1 ? VAS_CELL_REGION : VAS_CELL_REGIONS,
    .first = tally->first,
    .n = tally->n,
    .mix = b->out->mixes->len,
    .n_mix = vas_tally_append_mixes (tally, high - low, b->out->mixes),
    .mapped = tally->mapped,
    .resident = tally->resident,
  };
  fill_gap (b, snap (b, get_row (b, low)), tally->first);
  VasBlock block = { .row = b->cursor, .first = g->first_object, .n = g->n_objects };
  emit (b, &cell, get_row (b, low), get_row (b, high));
  block.end_row = b->cursor;
  if (g->n_objects > 0 && block.end_row > block.row)
    g_array_append_val (b->out->objects, block);
  *g = (Gathering){ 0 };
}

static inline gint64
get_bucket (const Binner *b, guint32 region)
{
  return (gint64) (b->edges[region].low * b->buckets_per_unit);
}

/* Flushes unless what begins at @region belongs into the same bucket as what was gathered. */
static void
flush_before (Binner *b, guint32 region)
{
  gint64 bucket = get_bucket (b, region);
  if (bucket != b->gathering.bucket || get_gap_height (b, region) >= PARTING_GAP)
    flush (b);
  b->gathering.bucket = bucket;
}

/* The run that begins at @region if all of it, up to @end at most, is in sight and goes into the
 * bucket being gathered; %NULL if its regions must be looked at one by one. */
static const VasMapRun *
find_run (const Binner *b, guint32 region, guint32 end, guint32 *n)
{
  if (b->sums == NULL || region % VAS_MAP_RUN != 0)
    return NULL;
  const VasMapRun *run = vas_map_sums_get_run (b->sums, region);
  *n = MIN (VAS_MAP_RUN, b->n_regions - region);
  guint32 last = region + *n - 1;
  gboolean is_inside = last < end && get_row (b, b->edges[last].low) < b->out->n_rows;
  return is_inside && run->widest_gap * b->rows_per_unit < PARTING_GAP
                 && get_bucket (b, region) == b->gathering.bucket
                 && get_bucket (b, last) == b->gathering.bucket
             ? run
             : NULL;
}

/* Thin regions of a tall object, from @region on: a run of them, or this one. Returns the next. */
static guint32
gather_inside (Binner *b, const VasObject *object, guint32 region)
{
  guint32 n;
  flush_before (b, region);
  const VasMapRun *run = find_run (b, region, object->first + object->n_regions, &n);
  if (run != NULL && run->tallest_region * b->rows_per_unit < b->least)
    {
      vas_map_sums_add (b->sums, run, region, n, &b->gathering.tally);
      return region + n;
    }
  vas_tallier_add (&b->tallier, &b->gathering.tally, region, object->family);
  return region + 1;
}

/* An object tall enough for itself, from the region @first on. */
static void
bin_object (Binner *b, const VasObject *object, guint32 first)
{
  fill_gap (b, snap (b, get_row (b, b->edges[first].low)), first);
  VasBlock block = { .row = b->cursor, .first = object->first, .n = 1 };
  for (guint32 i = first; i < object->first + object->n_regions;)
    {
      if (get_row (b, b->edges[i].low) >= b->out->n_rows)
        break;
      if (get_height (b, i, i) < b->least)
        {
          i = gather_inside (b, object, i);
          continue;
        }
      flush (b);
      emit_region (b, i++, object->family);
    }
  flush (b);
  block.end_row = b->cursor;
  if (block.end_row > block.row)
    g_array_append_val (b->out->objects, block);
}

/* Thin objects: @object, from the region @first on, and those that begin in the same runs of regions
 * as it ends in. Returns the first region after them. */
static guint32
bin_thin_objects (Binner *b, VasObject object, guint32 first)
{
  flush_before (b, first);
  if (b->gathering.n_objects++ == 0)
    b->gathering.first_object = object.first;
  guint32 i = first, n;
  while (i < object.first + object.n_regions)
    {
      const VasMapRun *run = find_run (b, i, b->area_end, &n);
      if (run == NULL || run->tallest_object * b->rows_per_unit >= b->least)
        {
          vas_tallier_add (&b->tallier, &b->gathering.tally, i++, object.family);
          continue;
        }
      vas_map_sums_add (b->sums, run, i, n, &b->gathering.tally);
      b->gathering.n_objects += run->n_begun;
      i += n;
      object = vas_snapshot_get_object (b->snapshot, i - 1);
    }
  return i;
}

static void
end_area (Binner *b)
{
  flush (b);
  b->area.end_row = b->cursor;
  if (b->in_area && b->area.end_row > b->area.row)
    g_array_append_val (b->out->areas, b->area);
  b->in_area = FALSE;
}

static void
begin_area (Binner *b, gsize index, guint32 first_region)
{
  const VasArea *area = &b->snapshot->grouping->areas[index];
  end_area (b);
  fill_gap (b, snap (b, get_row (b, b->edges[first_region].low)), first_region);
  b->area = (VasBlock){ .row = b->cursor, .first = (guint32) index, .n = 1 };
  b->area_end = area->first + area->n_regions;
  b->in_area = TRUE;
}

/* Returns the first region not in sight any more. */
static guint32
bin_regions (Binner *b, guint32 first)
{
  const VasGrouping *grouping = b->snapshot->grouping;
  gsize area = vas_grouping_find_area (grouping, first);
  guint32 start = first;
  while (start < b->n_regions && get_row (b, b->edges[start].low) < b->out->n_rows)
    {
      VasObject object = vas_grouping_get_object (grouping, start);
      guint32 end = object.first + object.n_regions;
      while (area + 1 < grouping->n_areas && grouping->areas[area + 1].first <= start)
        area++;
      if (!b->in_area || b->area.first != area)
        begin_area (b, area, start);
      if (get_height (b, object.first, end - 1) < b->least)
        {
          start = bin_thin_objects (b, object, start);
          continue;
        }
      flush (b);
      bin_object (b, &object, start);
      start = end;
    }
  return start;
}

/* The first region that ends below the upper border of the window. */
static guint32
find_first_region (const Binner *b)
{
  guint32 low = 0, high = b->n_regions;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      if (get_row (b, b->edges[middle].high) > 0)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

void
vas_map_cells_fill (VasMapCells *self, VasViewport viewport, double least,
                    const VasMapSums *sums, const guint8 *matches)
{
  guint32 n_units;
  gboolean up = vas_layout_get_direction (self->layout) == VAS_DIRECTION_UP;
  VasSnapshot *snapshot = vas_layout_get_snapshot (self->layout);
  Binner b = {
    .out = self,
    .snapshot = snapshot,
    .sums = sums,
    .edges = vas_layout_get_edges (self->layout, &n_units),
    .n_regions = (guint32) vas_snapshot_get_n_regions (snapshot),
    .positions_per_unit = 1.0 / n_units,
    .top = up ? 1 - viewport.top - viewport.extent : viewport.top,
    .rows_per_position = self->n_rows / viewport.extent,
    .least = least,
  };
  b.rows_per_unit = b.positions_per_unit * b.rows_per_position;
  b.buckets_per_unit = b.rows_per_unit / least;
  vas_tallier_init (&b.tallier, self->layout, matches);

  guint32 next = find_first_region (&b);
  if (next < b.n_regions)
    next = bin_regions (&b, next);
  end_area (&b);
  fill_gap (&b, self->n_rows, next);
}
