/* The thin list the column view sees: the model's order as rows, and which of them are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-list.h"

#include <string.h>

#include "vas-splices.h"

/* The rows whose items somebody holds, as a change begins; sorted by former row. */
typedef struct
{
  gsize n;
  VasMove *moves;
  VasRegionItem **items; /* held until the change is over */
} Watched;

struct _VasRegionList
{
  GObject parent_instance;

  VasRegionTable *table;
  VasOrder *order;     /* (nullable) */
  GtkBitset *selected; /* indices of regions of the order's snapshot */

  /* While changes are announced: rows below @n_new_rows are those of the order, the others those of
   * the former order from @n_former_rows on. */
  VasOrder *former; /* (nullable) */
  guint n_new_rows;
  guint n_former_rows;
  const Watched *watched; /* (nullable) */
};

enum
{
  SIGNAL_ORDER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_rows (const VasOrder *order)
{
  return order != NULL ? (guint) order->n : 0;
}

static GType
vas_region_list_get_item_type (GListModel *model)
{
  return VAS_TYPE_REGION_ITEM;
}

static guint
vas_region_list_get_n_items (GListModel *model)
{
  VasRegionList *self = VAS_REGION_LIST (model);
  if (self->former == NULL)
    return get_n_rows (self->order);
  return self->n_new_rows + get_n_rows (self->former) - self->n_former_rows;
}

static gboolean
is_former_row (VasRegionList *self, guint row)
{
  return self->former != NULL && row >= self->n_new_rows;
}

/* Where a row that is not announced yet stands in the former order. */
static guint
get_former_row (VasRegionList *self, guint row)
{
  return row - self->n_new_rows + self->n_former_rows;
}

static gsize
get_former_region (VasRegionList *self, guint row)
{
  return self->former->indices[get_former_row (self, row)];
}

static int
compare_moves (const void *a, const void *b)
{
  const VasMove *left = a, *right = b;
  return (left->former > right->former) - (left->former < right->former);
}

static VasRegionItem *
find_watched (const Watched *watched, guint former_row)
{
  const VasMove key = { .former = former_row };
  if (watched == NULL || watched->n == 0)
    return NULL;
  const VasMove *move
      = bsearch (&key, watched->moves, watched->n, sizeof *watched->moves, compare_moves);
  return move != NULL ? watched->items[move - watched->moves] : NULL;
}

/* The snapshot of the former order may be the present one: then nothing but the order changed. */
static gboolean
has_new_snapshot (VasRegionList *self)
{
  return self->former->snapshot != vas_region_table_get_snapshot (self->table);
}

static gssize
find_present_region (VasRegionList *self, gsize former_region)
{
  if (!has_new_snapshot (self))
    return (gssize) former_region;
  return vas_diff_find_present (vas_region_table_get_diff (self->table), former_region);
}

static gpointer
vas_region_list_get_item (GListModel *model, guint position)
{
  VasRegionList *self = VAS_REGION_LIST (model);
  if (position >= vas_region_list_get_n_items (model))
    return NULL;
  if (!is_former_row (self, position))
    return vas_region_table_dup_item (self->table, self->order->indices[position]);
  VasRegionItem *watched = find_watched (self->watched, get_former_row (self, position));
  if (watched != NULL)
    return g_object_ref (watched);
  gsize region = get_former_region (self, position);
  if (has_new_snapshot (self))
    return vas_region_table_dup_former_item (self->table, self->former->snapshot, region);
  return vas_region_table_dup_item (self->table, region);
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = vas_region_list_get_item_type;
  interface->get_n_items = vas_region_list_get_n_items;
  interface->get_item = vas_region_list_get_item;
}

static gboolean
vas_region_list_is_selected (GtkSelectionModel *model, guint position)
{
  VasRegionList *self = VAS_REGION_LIST (model);
  if (position >= vas_region_list_get_n_items (G_LIST_MODEL (self)))
    return FALSE;
  gsize region = vas_region_list_get_region (self, position);
  return region != VAS_REGION_GONE && gtk_bitset_contains (self->selected, (guint) region);
}

static GtkBitset *
vas_region_list_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  VasRegionList *self = VAS_REGION_LIST (model);
  GtkBitset *rows = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint region;
  if (self->order == NULL || self->former != NULL)
    return rows;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    {
      guint row = self->order->positions[region];
      if (row != VAS_ROW_NONE && row >= position && row - position < n_items)
        gtk_bitset_add (rows, row);
    }
  return rows;
}

/* Tells of the rows from the first to the last whose selection is another now. */
static void
replace_selection (VasRegionList *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) changed = self->selected;
  self->selected = gtk_bitset_ref (selected);
  gtk_bitset_difference (changed, selected); /* what is in one of the two */

  guint first = G_MAXUINT, last = 0, region;
  GtkBitsetIter iter;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, changed, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    {
      guint row = self->order->positions[region];
      if (row == VAS_ROW_NONE)
        continue;
      first = MIN (first, row);
      last = MAX (last, row);
    }
  if (first <= last)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

static void
add_rows (VasRegionList *self, GtkBitset *selection, GtkBitset *rows)
{
  GtkBitsetIter iter;
  guint row;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row);
       more && row < self->order->n; more = gtk_bitset_iter_next (&iter, &row))
    gtk_bitset_add (selection, self->order->indices[row]);
}

/* Takes out the regions whose rows are in @mask, and if that is all rows, also those filtered out:
 * whoever decides about all rows means the whole selection. Looks only at what is selected, as a
 * click in a million rows asks about all of them to keep one. */
static void
remove_rows (VasRegionList *self, GtkBitset *selection, GtkBitset *mask)
{
  if (gtk_bitset_get_size (mask) >= self->order->n)
    {
      gtk_bitset_remove_all (selection);
      return;
    }
  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    if (gtk_bitset_contains (mask, self->order->positions[region]))
      gtk_bitset_remove (selection, region);
}

static gboolean
vas_region_list_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  VasRegionList *self = VAS_REGION_LIST (model);
  if (self->order == NULL || self->former != NULL)
    return FALSE;

  g_autoptr (GtkBitset) selection = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) added = gtk_bitset_copy (selected);
  gtk_bitset_intersect (added, mask);
  remove_rows (self, selection, mask);
  add_rows (self, selection, added);
  replace_selection (self, selection);
  return TRUE;
}

static void
init_selection_model (GtkSelectionModelInterface *interface)
{
  interface->is_selected = vas_region_list_is_selected;
  interface->get_selection_in_range = vas_region_list_get_selection_in_range;
  interface->set_selection = vas_region_list_set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VasRegionList,
                               vas_region_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, init_selection_model))

static void
watched_init (Watched *watched, VasRegionList *self)
{
  *watched = (Watched) { 0 };
  if (self->order == NULL)
    return;
  gsize n_live;
  g_autofree guint32 *live = vas_region_table_dup_live (self->table, &n_live);
  watched->moves = g_new (VasMove, n_live);
  for (gsize i = 0; i < n_live; i++)
    {
      guint32 row = self->order->positions[live[i]];
      if (row != VAS_ROW_NONE)
        watched->moves[watched->n++].former = row;
    }
  if (watched->n > 1) /* without any, there may be no array, which qsort() must not be given */
    qsort (watched->moves, watched->n, sizeof *watched->moves, compare_moves);

  watched->items = g_new (VasRegionItem *, watched->n);
  for (gsize i = 0; i < watched->n; i++)
    watched->items[i]
        = vas_region_table_dup_item (self->table, self->order->indices[watched->moves[i].former]);
}

static void
watched_clear (Watched *watched)
{
  for (gsize i = 0; i < watched->n; i++)
    g_object_unref (watched->items[i]);
  g_free (watched->items);
  g_free (watched->moves);
}

/* Fills in where the rows go. */
static void
complete_moves (VasRegionList *self, Watched *watched)
{
  for (gsize i = 0; i < watched->n; i++)
    {
      VasMove *move = &watched->moves[i];
      gssize region = find_present_region (self, self->former->indices[move->former]);
      move->present = region >= 0 && self->order != NULL ? self->order->positions[region]
                                                         : VAS_ROW_NONE;
    }
}

/* The items of rows that are kept in place stand for what is in these rows from now on. Returns
 * whether there are any. */
static gboolean
assign_kept (VasRegionList *self, const Watched *watched, const VasSplice *splices,
             gsize n_splices)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 former = 0, present = 0;
  gsize k = 0;
  for (gsize i = 0; i < n_splices; i++)
    {
      for (; k < watched->n && watched->moves[k].former < former + splices[i].n_kept; k++)
        {
          guint32 row = watched->moves[k].former - former + present;
          g_ptr_array_add (items, watched->items[k]);
          g_array_append_val (regions, self->order->indices[row]);
        }
      former += splices[i].n_kept + splices[i].n_removed;
      present += splices[i].n_kept + splices[i].n_added;
      while (k < watched->n && watched->moves[k].former < former)
        k++;
    }
  vas_region_table_assign (self->table, (VasRegionItem *const *) items->pdata,
                           (const guint32 *) (void *) regions->data, items->len);
  return items->len > 0;
}

static gboolean
is_same_rows (VasRegionList *self)
{
  const VasOrder *former = self->former, *order = self->order;
  if (order == NULL || former->n != order->n)
    return FALSE;
  const VasDiff *diff = vas_region_table_get_diff (self->table);
  if (!has_new_snapshot (self) || diff->n_hunks == 0)
    return order->n == 0
           || memcmp (former->indices, order->indices, order->n * sizeof *order->indices) == 0;
  for (gsize row = 0; row < order->n; row++)
    if (vas_diff_find_present (diff, former->indices[row]) != (gssize) order->indices[row])
      return FALSE;
  return TRUE;
}

static void
move_selection (VasRegionList *self)
{
  if (!has_new_snapshot (self) || vas_region_table_get_diff (self->table)->n_hunks == 0)
    return;
  GtkBitset *moved = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    {
      gssize present = find_present_region (self, region);
      if (present >= 0)
        gtk_bitset_add (moved, (guint) present);
    }
  gtk_bitset_unref (self->selected);
  self->selected = moved;
}

static void
announce (VasRegionList *self, const VasSplice *splices, gsize n_splices)
{
  for (gsize i = 0; i < n_splices; i++)
    {
      guint position = self->n_new_rows + splices[i].n_kept;
      self->n_new_rows += splices[i].n_kept + splices[i].n_added;
      self->n_former_rows += splices[i].n_kept + splices[i].n_removed;
      if (splices[i].n_removed > 0 || splices[i].n_added > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), position, splices[i].n_removed,
                                    splices[i].n_added);
    }
}

static void
change_rows (VasRegionList *self, Watched *watched)
{
  gsize n_splices;
  complete_moves (self, watched);
  VasSplicesMode mode = self->former != NULL && has_new_snapshot (self) ? VAS_SPLICES_FOLLOW
                                                                        : VAS_SPLICES_STAY;
  g_autofree VasSplice *splices = vas_splices_new (watched->moves, watched->n, mode,
                                                   get_n_rows (self->former),
                                                   get_n_rows (self->order), &n_splices);
  gboolean reassigned = assign_kept (self, watched, splices, n_splices);
  self->watched = watched;
  announce (self, splices, n_splices);
  self->watched = NULL;
  self->former = NULL;
  if (reassigned && !gtk_bitset_is_empty (self->selected))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, get_n_rows (self->order));
}

static void
vas_region_list_dispose (GObject *object)
{
  VasRegionList *self = VAS_REGION_LIST (object);
  g_clear_pointer (&self->order, vas_order_unref);
  g_clear_object (&self->table);
  G_OBJECT_CLASS (vas_region_list_parent_class)->dispose (object);
}

static void
vas_region_list_finalize (GObject *object)
{
  VasRegionList *self = VAS_REGION_LIST (object);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (vas_region_list_parent_class)->finalize (object);
}

static void
vas_region_list_class_init (VasRegionListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->dispose = vas_region_list_dispose;
  object_class->finalize = vas_region_list_finalize;
  signals[SIGNAL_ORDER_CHANGED]
      = g_signal_new ("order-changed", VAS_TYPE_REGION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 0);
}

static void
vas_region_list_init (VasRegionList *self)
{
  self->selected = gtk_bitset_new_empty ();
}

VasRegionList *
vas_region_list_new (VasRegionTable *table)
{
  g_return_val_if_fail (VAS_IS_REGION_TABLE (table), NULL);
  VasRegionList *self = g_object_new (VAS_TYPE_REGION_LIST, NULL);
  self->table = g_object_ref (table);
  return self;
}

void
vas_region_list_set_order (VasRegionList *self, VasOrder *order)
{
  g_return_if_fail (VAS_IS_REGION_LIST (self));
  g_return_if_fail (self->former == NULL); /* not from within an announcement */
  if (self->order == order)
    return;

  Watched watched;
  watched_init (&watched, self);
  g_autoptr (VasOrder) former = g_steal_pointer (&self->order);
  self->order = order != NULL ? vas_order_ref (order) : NULL;
  self->former = former;
  self->n_new_rows = 0;
  self->n_former_rows = 0;
  vas_region_table_set_snapshot (self->table, order != NULL ? order->snapshot : NULL);

  if (former != NULL)
    move_selection (self);
  if (former == NULL || !is_same_rows (self))
    change_rows (self, &watched);
  self->former = NULL;
  watched_clear (&watched);
  g_signal_emit (self, signals[SIGNAL_ORDER_CHANGED], 0);
}

VasOrder *
vas_region_list_get_order (VasRegionList *self)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self), NULL);
  return self->order;
}

gsize
vas_region_list_get_region (VasRegionList *self, guint row)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self), VAS_REGION_GONE);
  g_return_val_if_fail (row < vas_region_list_get_n_items (G_LIST_MODEL (self)), VAS_REGION_GONE);
  if (!is_former_row (self, row))
    return self->order->indices[row];
  gssize region = find_present_region (self, get_former_region (self, row));
  return region >= 0 ? (gsize) region : VAS_REGION_GONE;
}

gssize
vas_region_list_find_row (VasRegionList *self, gsize region)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self), -1);
  g_return_val_if_fail (self->order != NULL, -1);
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (self->order->snapshot), -1);
  guint32 row = self->order->positions[region];
  return row == VAS_ROW_NONE ? -1 : (gssize) row;
}

void
vas_region_list_select_only (VasRegionList *self, gsize first_region, gsize n_regions)
{
  g_return_if_fail (VAS_IS_REGION_LIST (self));
  g_return_if_fail (self->order != NULL);
  gsize n = vas_snapshot_get_n_regions (self->order->snapshot);
  g_return_if_fail (first_region <= n && n_regions <= n - first_region);

  g_autoptr (GtkBitset) selection = gtk_bitset_new_empty ();
  if (n_regions > 0)
    gtk_bitset_add_range (selection, (guint) first_region, (guint) n_regions);
  replace_selection (self, selection);
}

gboolean
vas_region_list_is_region_selected (VasRegionList *self, gsize region)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self), FALSE);
  return gtk_bitset_contains (self->selected, (guint) region);
}

void
vas_region_list_get_selected (VasRegionList *self, gsize *n_regions, guint64 *mapped,
                              gssize *first)
{
  g_return_if_fail (VAS_IS_REGION_LIST (self));
  guint64 sum = 0;
  GtkBitsetIter iter;
  guint region;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &region); more;
       more = gtk_bitset_iter_next (&iter, &region))
    sum += vas_region_get_size (vas_snapshot_get_region (self->order->snapshot, region));

  if (n_regions != NULL)
    *n_regions = gtk_bitset_get_size (self->selected);
  if (mapped != NULL)
    *mapped = sum;
  if (first != NULL)
    *first = gtk_bitset_is_empty (self->selected) ? -1
                                                  : (gssize) gtk_bitset_get_minimum (self->selected);
}

gboolean
vas_region_list_get_selected_range (VasRegionList *self, guint64 *start, guint64 *end)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self), FALSE);
  if (gtk_bitset_is_empty (self->selected))
    return FALSE;
  const VasSnapshot *snapshot = self->order->snapshot;
  *start = vas_snapshot_get_region (snapshot, gtk_bitset_get_minimum (self->selected))->start;
  *end = vas_snapshot_get_region (snapshot, gtk_bitset_get_maximum (self->selected))->end;
  return TRUE;
}
