/* A layout summed up by runs of regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-sums.h"

#include <string.h>

struct _VasMapSums
{
  VasLayout *layout;
  GBytes *matches; /* (nullable) */
  VasMapRun *runs;
  GByteArray *colors; /* of all runs, one after another */
  GArray *units;      /* (element-type guint32): how much of each of @colors */
};

/* One pass over the regions. */
typedef struct
{
  VasMapSums *out;
  const VasSnapshot *snapshot;
  VasTallier tallier;
  VasTally tally;
  VasObject object; /* that holds the region looked at */
  guint32 object_height;
} Builder;

static void
begin_object (Builder *b, guint32 region)
{
  b->object = vas_snapshot_get_object (b->snapshot, region);
  guint32 last = b->object.first + b->object.n_regions - 1;
  b->object_height = b->tallier.edges[last].high - b->tallier.edges[b->object.first].low;
}

static void
add_region (Builder *b, VasMapRun *run, guint32 region)
{
  const VasEdges *edges = &b->tallier.edges[region];
  if (region == b->object.first + b->object.n_regions)
    begin_object (b, region);
  if (b->tally.n > 0)
    {
      run->widest_gap = MAX (run->widest_gap, edges->low - edges[-1].high);
      run->n_begun += region == b->object.first;
    }
  run->tallest_object = MAX (run->tallest_object, b->object_height);
  run->tallest_region = MAX (run->tallest_region, edges->high - edges->low);
  vas_tallier_add (&b->tallier, &b->tally, region, b->object.family);
}

static void
end_run (Builder *b, VasMapRun *run)
{
  VasMapSums *out = b->out;
  run->mapped = b->tally.mapped;
  run->resident = b->tally.resident;
  run->first_color = out->colors->len;
  for (guint color = 0; color < VAS_TALLY_COLORS; color++)
    if (b->tally.units[color] > 0)
      {
        guint8 byte = (guint8) color;
        g_byte_array_append (out->colors, &byte, 1);
        g_array_append_val (out->units, b->tally.units[color]);
      }
  run->n_colors = out->colors->len - run->first_color;
  memset (&b->tally, 0, sizeof b->tally);
}

VasMapSums *
vas_map_sums_new (VasLayout *layout, GBytes *matches)
{
  g_return_val_if_fail (layout != NULL, NULL);
  gsize n = vas_snapshot_get_n_regions (vas_layout_get_snapshot (layout));
  g_return_val_if_fail (matches == NULL || g_bytes_get_size (matches) == n, NULL);

  VasMapSums *self = g_atomic_rc_box_new0 (VasMapSums);
  self->layout = vas_layout_ref (layout);
  self->matches = matches != NULL ? g_bytes_ref (matches) : NULL;
  self->runs = g_new0 (VasMapRun, n / VAS_MAP_RUN + 1);
  self->colors = g_byte_array_new ();
  self->units = g_array_new (FALSE, FALSE, sizeof (guint32));

  Builder builder = { .out = self, .snapshot = vas_layout_get_snapshot (layout) };
  vas_tallier_init (&builder.tallier, layout, vas_map_sums_get_matches (self));
  for (guint32 i = 0; i < n; i++)
    {
      VasMapRun *run = &self->runs[i / VAS_MAP_RUN];
      add_region (&builder, run, i);
      if ((i + 1) % VAS_MAP_RUN == 0 || i + 1 == n)
        end_run (&builder, run);
    }
  return self;
}

VasMapSums *
vas_map_sums_ref (VasMapSums *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_sums (gpointer box)
{
  VasMapSums *self = box;
  g_free (self->runs);
  g_byte_array_unref (self->colors);
  g_array_unref (self->units);
  g_clear_pointer (&self->matches, g_bytes_unref);
  vas_layout_unref (self->layout);
}

void
vas_map_sums_unref (VasMapSums *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_sums);
}

VasLayout *
vas_map_sums_get_layout (const VasMapSums *self)
{
  return self->layout;
}

const guint8 *
vas_map_sums_get_matches (const VasMapSums *self)
{
  return self->matches != NULL ? g_bytes_get_data (self->matches, NULL) : NULL;
}

const VasMapRun *
vas_map_sums_get_run (const VasMapSums *self, guint32 region)
{
  return &self->runs[region / VAS_MAP_RUN];
}

void
vas_map_sums_add (const VasMapSums *self, const VasMapRun *run, guint32 region, guint32 n,
                  VasTally *tally)
{
  const guint8 *colors = self->colors->data + run->first_color;
  const guint32 *units = &g_array_index (self->units, guint32, run->first_color);
  if (tally->n == 0)
    tally->first = region;
  tally->n += n;
  tally->mapped += run->mapped;
  tally->resident += run->resident;
  for (guint i = 0; i < run->n_colors; i++)
    tally->units[colors[i]] += units[i];
}
