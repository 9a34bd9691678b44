/* What changed between two readings of one address space: runs of gone and new regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-diff.h"

#include <stdlib.h>

static gboolean
is_same_region (const VasReading *former, const VasRegion *a, const VasReading *present,
                const VasRegion *b)
{
  guint64 inode = vas_reading_get_file (former, a)->inode;
  if (inode != vas_reading_get_file (present, b)->inode)
    return FALSE;
  if (a->start == b->start)
    return a->offset == b->offset;
  return a->end == b->end && (inode == 0 || a->offset - a->start == b->offset - b->start);
}

static void
add_hunk (GArray *hunks, gsize former, gsize former_end, gsize present, gsize present_end)
{
  if (former == former_end && present == present_end)
    return;
  VasHunk hunk = { (guint32) former, (guint32) (former_end - former), (guint32) present,
                   (guint32) (present_end - present) };
  g_array_append_val (hunks, hunk);
}

/* The merge of two sorted lists: whichever starts lower has no counterpart on the other side. */
static void
find_hunks (GArray *hunks, const VasReading *former, const VasReading *present)
{
  gsize i = 0, j = 0;
  gsize i_stayed = 0, j_stayed = 0; /* behind the last region that stayed */
  while (i < former->n_regions && j < present->n_regions)
    if (is_same_region (former, &former->regions[i], present, &present->regions[j]))
      {
        add_hunk (hunks, i_stayed, i, j_stayed, j);
        i_stayed = ++i;
        j_stayed = ++j;
      }
    else if (former->regions[i].start <= present->regions[j].start)
      i++;
    else
      j++;
  add_hunk (hunks, i_stayed, former->n_regions, j_stayed, present->n_regions);
}

static int
compare_widths (const void *a, const void *b)
{
  const guint32 *left = a, *right = b;
  return (*left < *right) - (*left > *right);
}

/* Regions that stayed between hunk @i and the next. */
static guint32
get_width (const VasDiff *self, gsize i)
{
  return self->hunks[i + 1].former - self->hunks[i].former - self->hunks[i].n_former;
}

/* The widest of the stretches between hunks that are given up so that @n_kept of them are left. */
static guint32
find_narrow (const VasDiff *self, gsize n_kept)
{
  gsize n_widths = self->n_hunks - 1;
  g_autofree guint32 *widths = g_new (guint32, n_widths);
  for (gsize i = 0; i < n_widths; i++)
    widths[i] = get_width (self, i);
  qsort (widths, n_widths, sizeof *widths, compare_widths);
  return widths[n_kept];
}

VasHunk *
vas_diff_dup_joined (const VasDiff *self, gsize max_hunks, gsize *n)
{
  VasHunk *joined = g_memdup2 (self->hunks, self->n_hunks * sizeof *self->hunks);
  *n = self->n_hunks;
  if (self->n_hunks <= max_hunks || self->n_hunks < 2)
    return joined;

  guint32 narrow = find_narrow (self, MAX (max_hunks, 1) - 1);
  *n = 1;
  for (gsize i = 0; i + 1 < self->n_hunks; i++)
    {
      VasHunk next = self->hunks[i + 1];
      VasHunk *last = &joined[*n - 1];
      if (get_width (self, i) > narrow)
        {
          joined[(*n)++] = next;
          continue;
        }
      last->n_former = next.former + next.n_former - last->former;
      last->n_present = next.present + next.n_present - last->present;
    }
  return g_renew (VasHunk, joined, *n);
}

VasDiff *
vas_diff_new (const VasReading *former, const VasReading *present)
{
  VasDiff *self = g_atomic_rc_box_new0 (VasDiff);
  self->n_former = former != NULL ? former->n_regions : 0;
  self->n_present = present != NULL ? present->n_regions : 0;

  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (VasHunk));
  static const VasReading nothing;
  find_hunks (hunks, former != NULL ? former : &nothing, present != NULL ? present : &nothing);
  self->n_hunks = hunks->len;
  self->hunks = (VasHunk *) (void *) g_array_free (hunks, FALSE);
  self->few = vas_diff_dup_joined (self, VAS_DIFF_FEW, &self->n_few);
  return self;
}

VasDiff *
vas_diff_ref (VasDiff *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_diff (gpointer box)
{
  VasDiff *self = box;
  g_free (self->hunks);
  g_free (self->few);
}

void
vas_diff_unref (VasDiff *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_diff);
}

gssize
vas_diff_find_present (const VasDiff *self, gsize former)
{
  /* The number of hunks that begin at or below the region. */
  gsize low = 0, high = self->n_hunks;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (self->hunks[middle].former <= former)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return (gssize) former;
  const VasHunk *hunk = &self->hunks[low - 1];
  gsize behind = former - hunk->former;
  return behind < hunk->n_former ? -1 : (gssize) (hunk->present + hunk->n_present + behind - hunk->n_former);
}
