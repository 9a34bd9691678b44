/* Fills the pixel rows of the map from a layout, in one pass over the regions in sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-cells-private.h"

#include <math.h>
#include <string.h>

/* A gap of so many rows parts what would else be gathered. */
#define PARTING_GAP 1.5

enum
{
  N_PERMS = 16, /* sets of VasPerms */
  N_ANSWERS = 2, /* matched or not */
};

/* Thin regions that become one cell. */
typedef struct
{
  guint32 first;
  guint32 n;
  guint32 first_object; /* its first region */
  guint32 n_objects; /* 0: regions inside one object */
  gint64 bucket;
  guint64 mapped;
  guint64 resident;
  float sums[VAS_N_FAMILIES][VAS_N_SHADES][N_ANSWERS];
} Gathering;

typedef struct
{
  VasMapCells *out;
  const VasSnapshot *snapshot;
  const VasEdges *edges;
  const guint8 *matches;
  double positions_per_unit;
  double top; /* of the window, counted from the lowest address */
  double rows_per_position;
  double rows_per_unit;
  double buckets_per_unit;
  double least;
  guint cursor; /* rows done */
  VasBlock area;
  gboolean in_area;
  Gathering gathering;
  guint8 families[VAS_N_KINDS];
  guint8 shades[N_PERMS];
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

static inline gboolean
is_matched (const Binner *b, guint32 region)
{
  return b->matches == NULL || b->matches[region] != 0;
}

/* What no access protects or keeps free wears the colour of the object that it belongs to. */
static inline guint
find_family (const Binner *b, guint32 region, guint object_family)
{
  guint family = b->families[vas_snapshot_get_verdict (b->snapshot, region)->kind];
  return family == VAS_FAMILY_NONE ? object_family : family;
}

static guint64
get_resident (const Binner *b, guint32 region)
{
  guint64 resident = 0;
  if (b->snapshot->totals.resident_known)
    vas_snapshot_get_field (b->snapshot, region, VAS_FIELD_RSS, &resident);
  return resident;
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
  const VasRegion *r = vas_snapshot_get_region (b->snapshot, region);
  VasMix mix = { (guint8) find_family (b, region, object_family),
                 b->shades[r->perms % N_PERMS], is_matched (b, region), 1 };
  VasCell cell = {
    .kind = VAS_CELL_REGION,
    .first = region,
    .n = 1,
    .mix = b->out->mixes->len,
    .n_mix = 1,
    .mapped = vas_region_get_size (r),
    .resident = get_resident (b, region),
  };
  g_array_append_val (b->out->mixes, mix);
  emit (b, &cell, get_row (b, b->edges[region].low), get_row (b, b->edges[region].high));
}

static void
gather (Binner *b, guint32 region, guint object_family)
{
  Gathering *g = &b->gathering;
  const VasRegion *r = vas_snapshot_get_region (b->snapshot, region);
  guint family = find_family (b, region, object_family);
  if (g->n++ == 0)
    g->first = region;
  g->sums[family][b->shades[r->perms % N_PERMS]][is_matched (b, region)]
      += (float) (b->edges[region].high - b->edges[region].low);
  g->mapped += vas_region_get_size (r);
  g->resident += get_resident (b, region);
}

static guint
add_mixes (Binner *b, float units)
{
  guint before = b->out->mixes->len;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    for (guint shade = 0; shade < VAS_N_SHADES; shade++)
      for (guint matched = 0; matched < N_ANSWERS; matched++)
        {
          float sum = b->gathering.sums[family][shade][matched];
          VasMix mix = { (guint8) family, (guint8) shade, (guint8) matched, sum / units };
          if (sum > 0)
            g_array_append_val (b->out->mixes, mix);
        }
  return b->out->mixes->len - before;
}

/* Makes a cell of what was gathered, and a block where that is objects. */
static void
flush (Binner *b)
{
  Gathering *g = &b->gathering;
  if (g->n == 0)
    return;
  guint32 last = g->first + g->n - 1;
  guint32 low = b->edges[g->first].low, high = b->edges[last].high;
  VasCell cell = {
    .kind = g->n == 1 ? VAS_CELL_REGION : VAS_CELL_REGIONS,
    .first = g->first,
    .n = g->n,
    .mix = b->out->mixes->len,
    .n_mix = add_mixes (b, (float) (high - low)),
    .mapped = g->mapped,
    .resident = g->resident,
  };
  fill_gap (b, snap (b, get_row (b, low)), g->first);
  VasBlock block = { .row = b->cursor, .first = g->first_object, .n = g->n_objects };
  emit (b, &cell, get_row (b, low), get_row (b, high));
  block.end_row = b->cursor;
  if (g->n_objects > 0 && block.end_row > block.row)
    g_array_append_val (b->out->objects, block);
  memset (g, 0, sizeof *g);
}

/* Flushes unless what begins at @region belongs into the same bucket as what was gathered. */
static void
flush_before (Binner *b, guint32 region)
{
  gint64 bucket = (gint64) (b->edges[region].low * b->buckets_per_unit);
  if (bucket != b->gathering.bucket || get_gap_height (b, region) >= PARTING_GAP)
    flush (b);
  b->gathering.bucket = bucket;
}

/* An object tall enough for itself, from the region @first on. */
static void
bin_object (Binner *b, const VasObject *object, guint32 first)
{
  fill_gap (b, snap (b, get_row (b, b->edges[first].low)), first);
  VasBlock block = { .row = b->cursor, .first = object->first, .n = 1 };
  for (guint32 i = first; i < object->first + object->n_regions; i++)
    {
      if (get_row (b, b->edges[i].low) >= b->out->n_rows)
        break;
      if (get_height (b, i, i) >= b->least)
        {
          flush (b);
          emit_region (b, i, object->family);
          continue;
        }
      flush_before (b, i);
      gather (b, i, object->family);
    }
  flush (b);
  block.end_row = b->cursor;
  if (block.end_row > block.row)
    g_array_append_val (b->out->objects, block);
}

static void
bin_thin_object (Binner *b, const VasObject *object, guint32 first)
{
  flush_before (b, first);
  if (b->gathering.n_objects++ == 0)
    b->gathering.first_object = object->first;
  for (guint32 i = first; i < object->first + object->n_regions; i++)
    gather (b, i, object->family);
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
begin_area (Binner *b, guint32 index, guint32 first_region)
{
  end_area (b);
  fill_gap (b, snap (b, get_row (b, b->edges[first_region].low)), first_region);
  b->area = (VasBlock){ .row = b->cursor, .first = index, .n = 1 };
  b->in_area = TRUE;
}

/* Returns the first region not in sight any more. */
static guint32
bin_regions (Binner *b, guint32 first)
{
  const VasGrouping *grouping = b->snapshot->grouping;
  gsize area = vas_grouping_find_area (grouping, first);
  guint32 n_regions = (guint32) vas_snapshot_get_n_regions (b->snapshot);
  VasObject object;
  for (guint32 start = first; start < n_regions; start = object.first + object.n_regions)
    {
      object = vas_grouping_get_object (grouping, start);
      if (get_row (b, b->edges[start].low) >= b->out->n_rows)
        return start;
      while (area + 1 < grouping->n_areas && grouping->areas[area + 1].first <= start)
        area++;
      if (!b->in_area || b->area.first != area)
        begin_area (b, (guint32) area, start);
      if (get_height (b, object.first, object.first + object.n_regions - 1) >= b->least)
        {
          flush (b);
          bin_object (b, &object, start);
        }
      else
        bin_thin_object (b, &object, start);
    }
  return n_regions;
}

/* The first region that ends below the upper border of the window. */
static guint32
find_first_region (const Binner *b)
{
  gsize low = 0, high = vas_snapshot_get_n_regions (b->snapshot);
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (get_row (b, b->edges[middle].high) > 0)
        high = middle;
      else
        low = middle + 1;
    }
  return (guint32) low;
}

void
vas_map_cells_fill (VasMapCells *self, VasViewport viewport, double least, const guint8 *matches)
{
  guint32 n_units;
  gboolean up = vas_layout_get_direction (self->layout) == VAS_DIRECTION_UP;
  Binner b = {
    .out = self,
    .snapshot = vas_layout_get_snapshot (self->layout),
    .edges = vas_layout_get_edges (self->layout, &n_units),
    .matches = matches,
    .positions_per_unit = 1.0 / n_units,
    .top = up ? 1 - viewport.top - viewport.extent : viewport.top,
    .rows_per_position = self->n_rows / viewport.extent,
    .least = least,
  };
  b.rows_per_unit = b.positions_per_unit * b.rows_per_position;
  b.buckets_per_unit = b.rows_per_unit / least;
  for (guint kind = 0; kind < VAS_N_KINDS; kind++)
    b.families[kind] = (guint8) vas_kind_get_family (kind);
  for (guint perms = 0; perms < N_PERMS; perms++)
    b.shades[perms] = (guint8) vas_shade_from_perms (perms);

  guint32 next = find_first_region (&b);
  if (next < vas_snapshot_get_n_regions (b.snapshot))
    next = bin_regions (&b, next);
  end_area (&b);
  fill_gap (&b, self->n_rows, next);
}
