/* The thin list the column view sees: the model's order as rows, and which of them are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-list.h"

#include "vas-region-selection.h"
#include "vas-splices.h"
#include "vas-watched-rows.h"

struct _VasRegionList
{
  GObject parent_instance;

  VasRegionTable *table;
  VasOrder *order;     /* (nullable) */
  GtkBitset *selected; /* of the order's snapshot */

  /* While changes are announced: rows below @n_new_rows are those of the order, the others those of
   * the former order from @n_former_rows on. */
  const VasOrderChange *change; /* (nullable) */
  VasOrder *former;             /* (nullable): its */
  guint n_new_rows;
  guint n_former_rows;
  VasWatchedRows *watched; /* (nullable) */
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

/* The item of a row that is not announced yet. */
static VasRegionItem *
dup_former_item (VasRegionList *self, guint former_row)
{
  VasRegionItem *watched = vas_watched_rows_find (self->watched, former_row);
  if (watched != NULL)
    return g_object_ref (watched);
  gsize region = vas_order_get_region (self->former, former_row);
  if (self->change->diff != NULL)
    return vas_region_table_dup_former_item (self->table, self->former->snapshot, region);
  return vas_region_table_dup_item (self->table, region);
}

static gpointer
vas_region_list_get_item (GListModel *model, guint position)
{
  VasRegionList *self = VAS_REGION_LIST (model);
  if (position >= vas_region_list_get_n_items (model))
    return NULL;
  if (is_former_row (self, position))
    return dup_former_item (self, get_former_row (self, position));
  return vas_region_table_dup_item (self->table, vas_order_get_region (self->order, position));
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
  if (self->order == NULL || self->former != NULL)
    return gtk_bitset_new_empty ();
  return vas_region_selection_get_rows (self->selected, self->order, position, n_items);
}

static void
replace_selection (VasRegionList *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) before = self->selected;
  guint first, last;
  self->selected = gtk_bitset_ref (selected);
  if (vas_region_selection_find_changes (before, selected, self->order, &first, &last))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

static gboolean
vas_region_list_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  VasRegionList *self = VAS_REGION_LIST (model);
  if (self->order == NULL || self->former != NULL)
    return FALSE;
  g_autoptr (GtkBitset) selection
      = vas_region_selection_change (self->selected, self->order, selected, mask);
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

/* Leads from the former order to the order; both the same snapshot means that somebody sorted or
 * filtered. */
static void
change_rows (VasRegionList *self)
{
  const VasDiff *diff = self->change->diff;
  VasSplicesMode mode = diff != NULL ? VAS_SPLICES_FOLLOW : VAS_SPLICES_STAY;
  gsize n_splices;
  vas_watched_rows_follow (self->watched, self->former, self->order, diff);
  g_autofree VasSplice *splices = vas_splices_new (self->watched->moves, self->watched->n, mode,
                                                   get_n_rows (self->former),
                                                   get_n_rows (self->order), &n_splices);
  gboolean reassigned
      = vas_watched_rows_assign (self->watched, self->table, self->order, splices, n_splices);
  announce (self, splices, n_splices);
  self->former = NULL;
  if (reassigned && !gtk_bitset_is_empty (self->selected))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, get_n_rows (self->order));
}

static void
follow_selection (VasRegionList *self)
{
  if (self->change->diff == NULL)
    return;
  GtkBitset *followed = vas_region_selection_follow (self->selected, self->change->diff);
  gtk_bitset_unref (self->selected);
  self->selected = followed;
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

gboolean
vas_region_list_apply (VasRegionList *self, const VasOrderChange *change)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self) && change != NULL, FALSE);
  g_return_val_if_fail (self->change == NULL, FALSE); /* not from within an announcement */
  if (self->order != change->former)
    return FALSE;
  if (self->order == change->present)
    return TRUE;

  g_autoptr (VasOrder) former = g_steal_pointer (&self->order);
  self->watched = vas_watched_rows_new (self->table, former);
  self->change = change;
  self->former = former;
  self->order = change->present != NULL ? vas_order_ref (change->present) : NULL;
  self->n_new_rows = 0;
  self->n_former_rows = 0;
  vas_region_table_set_snapshot (self->table, self->order != NULL ? self->order->snapshot : NULL,
                                 change->diff);

  if (former == NULL && get_n_rows (self->order) > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, get_n_rows (self->order));
  if (former != NULL)
    {
      follow_selection (self);
      if (!change->keeps_rows)
        change_rows (self);
    }
  self->former = NULL;
  self->change = NULL;
  g_clear_pointer (&self->watched, vas_watched_rows_free);
  g_signal_emit (self, signals[SIGNAL_ORDER_CHANGED], 0);
  return TRUE;
}

void
vas_region_list_set_order (VasRegionList *self, VasOrder *order)
{
  g_return_if_fail (VAS_IS_REGION_LIST (self));
  g_autoptr (VasOrderChange) change = vas_order_change_new (self->order, order);
  vas_region_list_apply (self, change);
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
    return vas_order_get_region (self->order, row);
  gssize region = vas_order_change_find_present (
      self->change, vas_order_get_region (self->former, get_former_row (self, row)));
  return region >= 0 ? (gsize) region : VAS_REGION_GONE;
}

gssize
vas_region_list_find_row (VasRegionList *self, gsize region)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self), -1);
  g_return_val_if_fail (self->order != NULL, -1);
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (self->order->snapshot), -1);
  guint32 row = vas_order_find_row (self->order, region);
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

gboolean
vas_region_list_is_any_selected (VasRegionList *self, gsize first, gsize n)
{
  g_return_val_if_fail (VAS_IS_REGION_LIST (self) && n > 0, FALSE);
  return gtk_bitset_get_size_in_range (self->selected, (guint) first, (guint) (first + n - 1)) > 0;
}

void
vas_region_list_get_selected (VasRegionList *self, gsize *n_regions, guint64 *mapped,
                              gssize *first)
{
  g_return_if_fail (VAS_IS_REGION_LIST (self));
  gboolean empty = gtk_bitset_is_empty (self->selected);
  if (n_regions != NULL)
    *n_regions = gtk_bitset_get_size (self->selected);
  if (mapped != NULL)
    *mapped = empty ? 0 : vas_region_selection_sum (self->selected, self->order->snapshot);
  if (first != NULL)
    *first = empty ? -1 : (gssize) gtk_bitset_get_minimum (self->selected);
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
