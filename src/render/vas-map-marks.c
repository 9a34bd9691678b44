/* What changed between two snapshots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-marks.h"

#include "vas-diff.h"

typedef struct
{
  const VasSnapshot *former;
  const VasSnapshot *present;
  GArray *runs; /* of VasMarkedRun */
  GArray *gone; /* of guint64 */
} Builder;

static void
mark (Builder *b, gsize region, gsize n, VasChange change)
{
  VasMarkedRun *last = b->runs->len > 0
                           ? &g_array_index (b->runs, VasMarkedRun, b->runs->len - 1)
                           : NULL;
  if (n == 0)
    return;
  if (last != NULL && last->change == change && last->first + last->n == region)
    {
      last->n += (guint32) n;
      return;
    }
  VasMarkedRun run = { (guint32) region, (guint32) n, change };
  g_array_append_val (b->runs, run);
}

static gboolean
is_resized (const VasRegion *former, const VasRegion *present)
{
  return former->start != present->start || former->end != present->end
         || former->perms != present->perms;
}

/* Regions that stayed, from those at @i and @j on up to @end_j. */
static void
mark_stayed (Builder *b, gsize i, gsize j, gsize end_j)
{
  for (; j < end_j; i++, j++)
    if (is_resized (vas_snapshot_get_region (b->former, i),
                    vas_snapshot_get_region (b->present, j)))
      mark (b, j, 1, VAS_CHANGE_RESIZED);
}

static void
mark_changes (Builder *b, const VasDiff *diff)
{
  gsize i = 0, j = 0;
  for (gsize h = 0; h < diff->n_hunks; h++)
    {
      const VasHunk *hunk = &diff->hunks[h];
      mark_stayed (b, i, j, hunk->present);
      mark (b, hunk->present, hunk->n_present, VAS_CHANGE_NEW);
      for (i = hunk->former; i < (gsize) hunk->former + hunk->n_former; i++)
        g_array_append_val (b->gone, vas_snapshot_get_region (b->former, i)->start);
      j = (gsize) hunk->present + hunk->n_present;
    }
  mark_stayed (b, i, j, diff->n_present);
}

static gsize
count_regions (const VasMapMarks *self, VasChange change)
{
  gsize n = 0;
  for (gsize i = 0; i < self->n_runs; i++)
    n += self->runs[i].change == change ? self->runs[i].n : 0;
  return n;
}

VasMapMarks *
vas_map_marks_new (const VasSnapshot *former, const VasSnapshot *present)
{
  g_return_val_if_fail (former != NULL && present != NULL, NULL);

  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (VasMarkedRun));
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (VasDiff) diff = vas_diff_new (former->reading, present->reading);
  mark_changes (&(Builder){ former, present, runs, gone }, diff);
  if (runs->len == 0 && gone->len == 0)
    return NULL;

  VasMapMarks *self = g_atomic_rc_box_new0 (VasMapMarks);
  self->n_regions = diff->n_present;
  self->runs = (VasMarkedRun *) (gpointer) g_array_steal (runs, &self->n_runs);
  self->gone = (guint64 *) (gpointer) g_array_steal (gone, &self->n_gone);
  self->n_new = count_regions (self, VAS_CHANGE_NEW);
  self->n_resized = count_regions (self, VAS_CHANGE_RESIZED);
  return self;
}

VasMapMarks *
vas_map_marks_ref (VasMapMarks *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_marks (gpointer box)
{
  VasMapMarks *self = box;
  g_free (self->runs);
  g_free (self->gone);
}

void
vas_map_marks_unref (VasMapMarks *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_marks);
}

/* The first run that ends beyond @region. */
static gsize
find_run (const VasMapMarks *self, gsize region)
{
  gsize low = 0, high = self->n_runs;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if ((gsize) self->runs[middle].first + self->runs[middle].n > region)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

VasChange
vas_map_marks_find_change (const VasMapMarks *self, gsize first, gsize n)
{
  g_return_val_if_fail (self != NULL, VAS_CHANGE_NONE);
  VasChange change = VAS_CHANGE_NONE;
  for (gsize i = find_run (self, first); i < self->n_runs && self->runs[i].first < first + n; i++)
    {
      change = self->runs[i].change;
      if (change == VAS_CHANGE_NEW)
        break;
    }
  return change;
}

gsize
vas_map_marks_find_gone (const VasMapMarks *self, guint64 address)
{
  g_return_val_if_fail (self != NULL, 0);
  gsize low = 0, high = self->n_gone;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (self->gone[middle] >= address)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}
