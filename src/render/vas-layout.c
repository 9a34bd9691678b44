/* Gives every region and gap a height: exact sums of whole units, read by binary search.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-layout.h"

#include "vas-weights.h"

#include <math.h>

/* What layouts of the same regions share. */
typedef struct
{
  VasEdges *edges;     /* whole units, so that the heights sum exactly and no region is lost */
  guint32 n_units;     /* of the whole, the last gap included */
  guint64 space_end;   /* end of the last gap */
  guint64 *reaches;    /* (nullable) largest end so far; %NULL where no regions overlap */
} Heights;

struct _VasLayout
{
  VasSnapshot *snapshot;
  VasScale scale;
  VasDirection direction;
  gsize n_regions;
  Heights *heights; /* atomically reference-counted; never changed again */
};

/* The first address beyond what a program may use: 32-bit, 47-bit (x86-64), 48-bit (arm64), 56-bit
 * (five-level page tables), or everything, where the [vsyscall] page at the very top is mapped. */
static guint64
find_space_end (guint64 last_end)
{
  static const guint8 BITS[] = { 32, 47, 48, 56 };
  for (guint i = 0; i < G_N_ELEMENTS (BITS); i++)
    if (last_end <= G_GUINT64_CONSTANT (1) << BITS[i])
      return G_GUINT64_CONSTANT (1) << BITS[i];
  return last_end; /* what is above [vsyscall] is nobody's */
}

static gboolean
has_overlaps (const VasReading *reading)
{
  for (gsize i = 1; i < reading->n_regions; i++)
    if (reading->regions[i].start < reading->regions[i - 1].end)
      return TRUE;
  return FALSE;
}

static guint64 *
find_reaches (const VasReading *reading)
{
  guint64 *reaches = g_new (guint64, reading->n_regions);
  guint64 reach = 0;
  for (gsize i = 0; i < reading->n_regions; i++)
    reaches[i] = reach = MAX (reach, reading->regions[i].end);
  return reaches;
}

/* Where the addresses that regions up to @i claim end; 0 for -1. */
static inline guint64
get_reach (const VasLayout *self, gssize i)
{
  if (i < 0)
    return 0;
  return self->heights->reaches != NULL ? self->heights->reaches[i] : self->snapshot->reading->regions[i].end;
}

static guint64 *
find_gap_sizes (const VasLayout *self)
{
  const VasRegion *regions = self->snapshot->reading->regions;
  gsize n = self->n_regions;
  guint64 *sizes = g_new (guint64, n + 1);
  for (gsize i = 0; i <= n; i++)
    {
      guint64 reach = get_reach (self, (gssize) i - 1);
      guint64 next = i < n ? regions[i].start : self->heights->space_end;
      sizes[i] = next > reach ? next - reach : 0;
    }
  return sizes;
}

/* Rounds weights to units. Each span with a weight gets its floor and one more, so that none is 0. */
static void
round_to_units (VasLayout *self, const VasWeights *weights)
{
  gsize n = self->n_regions;
  double budget = (double) G_MAXUINT32 - 2.0 * (double) n - 2;
  double factor = budget * (1 - 1e-9) / weights->total;
  guint32 at = 0;
  VasEdges *edges = self->heights->edges = g_new (VasEdges, n);
  for (gsize i = 0; i < n; i++)
    {
      at += weights->gaps[i] > 0 ? 1 + (guint32) (weights->gaps[i] * factor) : 0;
      edges[i].low = at;
      at += 1 + (guint32) (weights->regions[i] * factor);
      edges[i].high = at;
    }
  at += weights->gaps[n] > 0 ? 1 + (guint32) (weights->gaps[n] * factor) : 0;
  self->heights->n_units = at;
}

VasLayout *
vas_layout_new (VasSnapshot *snapshot, VasScale scale, VasDirection direction)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail ((guint) scale < VAS_N_SCALES, NULL);

  const VasReading *reading = snapshot->reading;
  VasLayout *self = g_atomic_rc_box_new0 (VasLayout);
  self->snapshot = vas_snapshot_ref (snapshot);
  self->scale = scale;
  self->direction = direction;
  self->n_regions = reading->n_regions;
  self->heights = g_atomic_rc_box_new0 (Heights);
  if (has_overlaps (reading))
    self->heights->reaches = find_reaches (reading);
  self->heights->space_end = find_space_end (get_reach (self, (gssize) self->n_regions - 1));

  g_autofree guint64 *gap_sizes = find_gap_sizes (self);
  g_autoptr (VasWeights) weights = vas_weights_compute (snapshot, scale, gap_sizes);
  round_to_units (self, weights);
  return self;
}

VasLayout *
vas_layout_rebind (const VasLayout *self, VasSnapshot *snapshot)
{
  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);
  g_return_val_if_fail (self->n_regions == vas_snapshot_get_n_regions (snapshot), NULL);

  VasLayout *layout = g_atomic_rc_box_new (VasLayout);
  *layout = *self;
  layout->snapshot = vas_snapshot_ref (snapshot);
  layout->heights = g_atomic_rc_box_acquire (self->heights);
  return layout;
}

gboolean
vas_layout_has_same_heights (const VasLayout *a, const VasLayout *b)
{
  return a->heights == b->heights;
}

VasLayout *
vas_layout_ref (VasLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_heights (gpointer box)
{
  Heights *heights = box;
  g_free (heights->edges);
  g_free (heights->reaches);
}

static void
clear_layout (gpointer box)
{
  VasLayout *self = box;
  g_atomic_rc_box_release_full (self->heights, clear_heights);
  vas_snapshot_unref (self->snapshot);
}

void
vas_layout_unref (VasLayout *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_layout);
}

VasSnapshot *
vas_layout_get_snapshot (const VasLayout *self)
{
  return self->snapshot;
}

VasScale
vas_layout_get_scale (const VasLayout *self)
{
  return self->scale;
}

VasDirection
vas_layout_get_direction (const VasLayout *self)
{
  return self->direction;
}

const VasEdges *
vas_layout_get_edges (const VasLayout *self, guint32 *n_units)
{
  *n_units = self->heights->n_units;
  return self->heights->edges;
}

gsize
vas_layout_get_n_spans (const VasLayout *self)
{
  return 2 * self->n_regions + 1;
}

static inline gboolean
is_region_span (gsize span)
{
  return span % 2 == 1;
}

/* Units before a span, and up to its end. */
static VasEdges
get_edges (const VasLayout *self, gsize span)
{
  gsize i = span / 2;
  if (is_region_span (span))
    return self->heights->edges[i];
  return (VasEdges){ i > 0 ? self->heights->edges[i - 1].high : 0,
                  i < self->n_regions ? self->heights->edges[i].low : self->heights->n_units };
}

static void
get_addresses (const VasLayout *self, gsize span, guint64 *start, guint64 *end)
{
  gsize i = span / 2;
  guint64 reach = get_reach (self, (gssize) i - 1);
  guint64 next = i < self->n_regions ? self->snapshot->reading->regions[i].start : self->heights->space_end;
  if (is_region_span (span))
    {
      *start = MAX (reach, next);
      *end = MAX (*start, self->snapshot->reading->regions[i].end);
    }
  else
    {
      *start = reach;
      *end = MAX (reach, next);
    }
}

/* From the first address to the top or back: the same arithmetic both ways. */
static inline double
turn (const VasLayout *self, double position)
{
  return self->direction == VAS_DIRECTION_UP ? 1 - position : position;
}

VasSpan
vas_layout_get_span (const VasLayout *self, gsize index)
{
  VasSpan span = { 0 };
  g_return_val_if_fail (index < vas_layout_get_n_spans (self), span);

  VasEdges edges = get_edges (self, index);
  double low = turn (self, (double) edges.low / self->heights->n_units);
  double high = turn (self, (double) edges.high / self->heights->n_units);
  span.top = MIN (low, high);
  span.bottom = MAX (low, high);
  span.region = is_region_span (index) ? (gssize) (index / 2) : -1;
  get_addresses (self, index, &span.start, &span.end);
  return span;
}

/* First region whose upper edge lies beyond @units; the number of regions if none. */
static gsize
find_region_at_units (const VasLayout *self, double units)
{
  gsize low = 0, high = self->n_regions;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (self->heights->edges[middle].high > units)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static gsize
find_span_at_units (const VasLayout *self, double units)
{
  gsize i = find_region_at_units (self, units);
  if (i < self->n_regions)
    return self->heights->edges[i].low <= units ? 2 * i + 1 : 2 * i;
  /* Where nothing follows the last region, its span takes what rounding leaves over. */
  VasEdges last = get_edges (self, 2 * i);
  return last.high > last.low || i == 0 ? 2 * i : 2 * i - 1;
}

gsize
vas_layout_find_span (const VasLayout *self, double position)
{
  double units = turn (self, CLAMP (position, 0, 1)) * self->heights->n_units;
  /* A span holds its top border, which upward is that of its highest address. */
  if (self->direction == VAS_DIRECTION_UP)
    units = MAX (ceil (units) - 1, 0);
  return find_span_at_units (self, units);
}

gsize
vas_layout_find_address (const VasLayout *self, guint64 address)
{
  gsize low = 0, high = self->n_regions;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (get_reach (self, (gssize) middle) > address)
        high = middle;
      else
        low = middle + 1;
    }
  if (low < self->n_regions && self->snapshot->reading->regions[low].start <= address)
    return 2 * low + 1;
  VasEdges edges = get_edges (self, 2 * low);
  return edges.high > edges.low || low == 0 ? 2 * low : 2 * low - 1;
}

gsize
vas_layout_find_region_span (const VasLayout *self, gsize region)
{
  g_return_val_if_fail (region < self->n_regions, 0);
  return 2 * region + 1;
}

double
vas_layout_address_to_position (const VasLayout *self, guint64 address)
{
  gsize span = vas_layout_find_address (self, address);
  VasEdges edges = get_edges (self, span);
  guint64 start, end;
  get_addresses (self, span, &start, &end);
  guint64 inside = CLAMP (address, start, end) - start;
  double part = end > start ? (double) inside / (double) (end - start) : 0;
  return turn (self, (edges.low + part * (edges.high - edges.low)) / self->heights->n_units);
}

guint64
vas_layout_position_to_address (const VasLayout *self, double position)
{
  double units = turn (self, CLAMP (position, 0, 1)) * self->heights->n_units;
  gsize span = find_span_at_units (self, units);
  VasEdges edges = get_edges (self, span);
  guint64 start, end;
  get_addresses (self, span, &start, &end);
  double part = (units - edges.low) / MAX (edges.high - edges.low, 1);
  double inside = CLAMP (part, 0, 1) * (double) (end - start);
  /* 2^64 as a double does not fit a guint64. */
  return inside >= (double) (end - start) ? end : start + (guint64) inside;
}
