/* The selected regions: kept by region, whatever the rows do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-selection.h"

#include "vas-splices.h"

GtkBitset *
vas_region_selection_get_rows (GtkBitset *selection, const VasOrder *order, guint first,
                               guint n_rows)
{
  GtkBitset *rows = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selection, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    {
      guint row = vas_order_find_row (order, region);
      if (row != VAS_ROW_NONE && row >= first && row - first < n_rows)
        gtk_bitset_add (rows, row);
    }
  return rows;
}

/* Looks only at what is selected, as a click in a million rows asks about all of them to keep one. */
static void
remove_rows (GtkBitset *selection, const VasOrder *order, GtkBitset *mask)
{
  if (gtk_bitset_get_size (mask) >= order->n)
    {
      gtk_bitset_remove_all (selection);
      return;
    }
  g_autoptr (GtkBitset) before = gtk_bitset_copy (selection);
  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, before, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    if (gtk_bitset_contains (mask, vas_order_find_row (order, region)))
      gtk_bitset_remove (selection, region);
}

GtkBitset *
vas_region_selection_change (GtkBitset *selection, const VasOrder *order, GtkBitset *rows,
                             GtkBitset *mask)
{
  GtkBitset *changed = gtk_bitset_copy (selection);
  g_autoptr (GtkBitset) added = gtk_bitset_copy (rows);
  gtk_bitset_intersect (added, mask);
  remove_rows (changed, order, mask);

  GtkBitsetIter iter;
  guint row;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, added, &row); more && row < order->n;
       more = gtk_bitset_iter_next (&iter, &row))
    gtk_bitset_add (changed, vas_order_get_region (order, row));
  return changed;
}

gboolean
vas_region_selection_find_changes (GtkBitset *before, GtkBitset *after, const VasOrder *order,
                                   guint *first, guint *last)
{
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (before);
  gtk_bitset_difference (changed, after); /* what is in one of the two */
  *first = G_MAXUINT;
  *last = 0;

  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, changed, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    {
      guint row = vas_order_find_row (order, region);
      if (row == VAS_ROW_NONE)
        continue;
      *first = MIN (*first, row);
      *last = MAX (*last, row);
    }
  return *first <= *last;
}

GtkBitset *
vas_region_selection_follow (GtkBitset *selection, const VasDiff *diff)
{
  if (diff->n_hunks == 0)
    return gtk_bitset_ref (selection);
  GtkBitset *moved = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selection, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    {
      gssize present = vas_diff_find_present (diff, region);
      if (present >= 0)
        gtk_bitset_add (moved, (guint) present);
    }
  return moved;
}

guint64
vas_region_selection_sum (GtkBitset *selection, const VasSnapshot *snapshot)
{
  guint64 sum = 0;
  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selection, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    sum += vas_region_get_size (vas_snapshot_get_region (snapshot, region));
  return sum;
}
