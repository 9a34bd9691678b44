/* The rows that somebody watches while a list of regions changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-watched-rows.h"

#include <stdlib.h>

static int
compare_moves (const void *a, const void *b)
{
  const VasMove *left = a, *right = b;
  return (left->former > right->former) - (left->former < right->former);
}

VasWatchedRows *
vas_watched_rows_new (VasRegionTable *table, const VasOrder *order)
{
  VasWatchedRows *self = g_new0 (VasWatchedRows, 1);
  if (order == NULL)
    return self;
  gsize n_live;
  g_autofree guint32 *live = vas_region_table_dup_live (table, &n_live);
  self->moves = g_new (VasMove, n_live);
  for (gsize i = 0; i < n_live; i++)
    {
      guint32 row = vas_order_find_row (order, live[i]);
      if (row != VAS_ROW_NONE)
        self->moves[self->n++].former = row;
    }
  if (self->n > 1) /* without any, there may be no array, which qsort() must not be given */
    qsort (self->moves, self->n, sizeof *self->moves, compare_moves);

  self->items = g_new (VasRegionItem *, self->n);
  for (gsize i = 0; i < self->n; i++)
    self->items[i] = vas_region_table_dup_item (table, vas_order_get_region (order, self->moves[i].former));
  return self;
}

void
vas_watched_rows_free (VasWatchedRows *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n; i++)
    g_object_unref (self->items[i]);
  g_free (self->items);
  g_free (self->moves);
  g_free (self);
}

VasRegionItem *
vas_watched_rows_find (const VasWatchedRows *self, guint32 former_row)
{
  const VasMove key = { .former = former_row };
  if (self->n == 0)
    return NULL;
  const VasMove *move = bsearch (&key, self->moves, self->n, sizeof *self->moves, compare_moves);
  return move != NULL ? self->items[move - self->moves] : NULL;
}

void
vas_watched_rows_follow (VasWatchedRows *self, const VasOrder *former, const VasOrder *present,
                         const VasDiff *diff)
{
  for (gsize i = 0; i < self->n; i++)
    {
      VasMove *move = &self->moves[i];
      gssize region = vas_order_get_region (former, move->former);
      if (diff != NULL)
        region = vas_diff_find_present (diff, (gsize) region);
      move->present = region >= 0 && present != NULL ? vas_order_find_row (present, region) : VAS_ROW_NONE;
    }
}

gboolean
vas_watched_rows_assign (const VasWatchedRows *self, VasRegionTable *table,
                         const VasOrder *present, const VasSplice *splices, gsize n_splices)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 former_row = 0, present_row = 0;
  gsize k = 0;
  for (gsize i = 0; i < n_splices; i++)
    {
      for (; k < self->n && self->moves[k].former < former_row + splices[i].n_kept; k++)
        {
          guint32 row = self->moves[k].former - former_row + present_row;
          if (row == self->moves[k].present)
            continue;
          guint32 region = vas_order_get_region (present, row);
          g_ptr_array_add (items, self->items[k]);
          g_array_append_val (regions, region);
        }
      former_row += splices[i].n_kept + splices[i].n_removed;
      present_row += splices[i].n_kept + splices[i].n_added;
      while (k < self->n && self->moves[k].former < former_row)
        k++;
    }
  vas_region_table_assign (table, (VasRegionItem *const *) items->pdata,
                           (const guint32 *) (void *) regions->data, items->len);
  return items->len > 0;
}
