/* Order for unsorted and overlapping text. Text of a kernel is in order and does not come here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-reading-sort.h"

static int
compare_regions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const VasRegion *regions = user_data;
  const VasRegion *left = &regions[*(const guint32 *) a], *right = &regions[*(const guint32 *) b];
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return left->end < right->end ? -1 : left->end > right->end;
}

/* g_qsort_with_data() is stable: equal regions stay in the order of their lines. */
static guint32 *
make_order (const VasReading *self)
{
  guint32 *order = g_new (guint32, self->n_regions);
  for (gsize i = 0; i < self->n_regions; i++)
    order[i] = (guint32) i;
  g_qsort_with_data (order, (int) self->n_regions, sizeof *order, compare_regions, self->regions);
  return order;
}

/* Marks by old index, so that the notes can be made in line order. */
static guint8 *
mark_overlaps (const VasReading *self, const guint32 *order)
{
  guint8 *overlaps = g_new0 (guint8, self->n_regions);
  guint64 highest_end = 0;
  for (gsize i = 0; i < self->n_regions; i++)
    {
      const VasRegion *region = &self->regions[order[i]];
      overlaps[order[i]] = region->start < highest_end;
      highest_end = MAX (highest_end, region->end);
    }
  return overlaps;
}

static void
permute (VasReading *self, const guint32 *order)
{
  VasRegion *regions = g_new (VasRegion, self->n_regions);
  for (gsize i = 0; i < self->n_regions; i++)
    regions[i] = self->regions[order[i]];
  g_free (self->regions);
  self->regions = regions;
  if (self->usage != NULL)
    vas_usage_permute (self->usage, order, self->n_regions);
}

static void
note_overlaps (VasReading *self, const guint8 *overlaps, const guint32 *lines)
{
  for (gsize i = 0; i < self->n_regions; i++)
    if (overlaps[i])
      vas_reading_add_problem (self, lines[i], VAS_PROBLEM_OVERLAP);
}

void
vas_reading_sort (VasReading *self, const guint32 *lines)
{
  g_return_if_fail (self != NULL && lines != NULL);
  g_autofree guint32 *order = make_order (self);
  g_autofree guint8 *overlaps = mark_overlaps (self, order);
  permute (self, order);
  note_overlaps (self, overlaps, lines);
}
