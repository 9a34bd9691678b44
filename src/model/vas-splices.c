/* Cuts a change of a long list into splices that a view can follow cheaply.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-splices.h"

#include <stdlib.h>

enum
{
  FIRST_REACH = 64,  /* rows between two watched rows of one cluster, unless there are many clusters */
  MAX_CLUSTERS = 8,
  MAX_GROWTH = 256,  /* rows by which a cluster may grow, to hold what came in between */
};

/* Where the cluster goes: the rows [start, end) of the present list. */
typedef struct
{
  guint32 start;
  guint32 end;
} Place;

typedef struct
{
  GArray *splices;
  guint32 n_former; /* rows covered so far */
  guint32 n_present;
  guint32 n_kept;   /* of those, the last ones that stay in place */
} Cutter;

static void
keep (Cutter *cutter, guint32 n_rows)
{
  cutter->n_former += n_rows;
  cutter->n_present += n_rows;
  cutter->n_kept += n_rows;
}

static void
cut (Cutter *cutter, guint32 former_end, guint32 present_end)
{
  VasSplice splice = { cutter->n_kept, former_end - cutter->n_former,
                       present_end - cutter->n_present };
  cutter->n_former = former_end;
  cutter->n_present = present_end;
  if (splice.n_removed == 0 && splice.n_added == 0)
    return;
  cutter->n_kept = 0;
  g_array_append_val (cutter->splices, splice);
}

static gsize
find_cluster_end (const VasMove *moves, gsize n_moves, gsize first, guint32 reach)
{
  gsize end = first + 1;
  while (end < n_moves && moves[end].former - moves[end - 1].former <= reach)
    end++;
  return end;
}

static gsize
count_clusters (const VasMove *moves, gsize n_moves, guint32 reach)
{
  gsize n = 0;
  for (gsize i = 0; i < n_moves; i = find_cluster_end (moves, n_moves, i, reach))
    n++;
  return n;
}

static int
compare_rows (const void *a, const void *b)
{
  const guint32 *left = a, *right = b;
  return (*left > *right) - (*left < *right);
}

/* The present rows at or behind @lowest, sorted. */
static guint32 *
collect_survivors (const VasMove *moves, gsize n_moves, guint32 lowest, gsize *n)
{
  guint32 *rows = g_new (guint32, n_moves);
  *n = 0;
  for (gsize i = 0; i < n_moves; i++)
    if (moves[i].present != VAS_ROW_NONE && moves[i].present >= lowest)
      rows[(*n)++] = moves[i].present;
  if (*n > 1) /* without any the array is NULL, which qsort() must not be given */
    qsort (rows, *n, sizeof *rows, compare_rows);
  return rows;
}

/* The stretch of at most @length rows that holds the most of @rows; returns how many. */
static gsize
find_densest (const guint32 *rows, gsize n, guint32 length, Place *place)
{
  gsize best = 0;
  for (gsize first = 0, end = 0; first < n; first++)
    {
      while (end < n && rows[end] - rows[first] < length)
        end++;
      if (end - first <= best)
        continue;
      best = end - first;
      *place = (Place) { rows[first], rows[end - 1] + 1 };
    }
  return best;
}

/* Where most of the cluster is together again; %FALSE if it was strewn about. */
static gboolean
find_place (const VasMove *moves, gsize n_moves, const Cutter *cutter, Place *place)
{
  guint32 length = moves[n_moves - 1].former + 1 - moves[0].former;
  gsize n;
  g_autofree guint32 *rows = collect_survivors (moves, n_moves, cutter->n_present, &n);
  return n > 0 && find_densest (rows, n, length + MAX_GROWTH, place) * 2 > n;
}

/* As many rows as there are stay where they are, from the top of the list. */
static void
cut_in_place (Cutter *cutter, const VasMove *moves, gsize n_moves, guint32 n_present)
{
  guint32 start = moves[0].former, end = moves[n_moves - 1].former + 1;
  guint32 n_left = n_present - cutter->n_present;
  guint32 n_kept = MIN (end - start, n_left);
  guint32 n_before = MIN (start - cutter->n_former, n_left - n_kept);
  cut (cutter, start, cutter->n_present + n_before);
  keep (cutter, n_kept);
  cut (cutter, end, cutter->n_present);
}

/* Rows that go with the first (@step 1) or the last (@step -1) of the cluster and stay beside it, all
 * of them watched: nothing changed among them. */
static guint32
count_together (const VasMove *moves, gsize n_moves, int step, guint32 present)
{
  const VasMove *first = step > 0 ? moves : moves + n_moves - 1;
  guint32 n = 0;
  for (; n < n_moves; n++)
    {
      gint64 beside = (gint64) step * n;
      const VasMove *move = first + beside;
      if (move->former != first->former + beside || move->present != present + beside)
        break;
    }
  return n;
}

/* Around what changed in the cluster: a view binds every row anew that is added or comes later. */
static void
cut_around_changes (Cutter *cutter, const VasMove *moves, gsize n_moves, const Place *place)
{
  guint32 former_end = moves[n_moves - 1].former + 1;
  guint32 n_first = count_together (moves, n_moves, 1, place->start);
  guint32 n_last = count_together (moves + n_first, n_moves - n_first, -1, place->end - 1);
  cut (cutter, moves[0].former, place->start);
  keep (cutter, n_first);
  cut (cutter, former_end - n_last, place->end - n_last);
  keep (cutter, n_last);
}

VasSplice *
vas_splices_new (const VasMove *moves, gsize n_moves, VasSplicesMode mode, guint32 n_former,
                 guint32 n_present, gsize *n_splices)
{
  guint32 reach = FIRST_REACH;
  while (count_clusters (moves, n_moves, reach) > MAX_CLUSTERS)
    reach *= 2;

  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (VasSplice));
  Cutter cutter = { .splices = splices };
  for (gsize first = 0, end; first < n_moves; first = end)
    {
      Place place = { 0 };
      end = find_cluster_end (moves, n_moves, first, reach);
      if (mode == VAS_SPLICES_STAY || !find_place (moves + first, end - first, &cutter, &place))
        {
          cut_in_place (&cutter, moves + first, end - first, n_present);
          continue;
        }
      cut_around_changes (&cutter, moves + first, end - first, &place);
    }
  cut (&cutter, n_former, n_present);
  if (cutter.n_kept > 0)
    {
      VasSplice rest = { .n_kept = cutter.n_kept };
      g_array_append_val (splices, rest);
    }
  return (VasSplice *) (void *) g_array_steal (splices, n_splices);
}
