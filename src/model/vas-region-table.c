/* The regions of the newest snapshot as a list model in address order, with objects made on demand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-table.h"

#include <stdlib.h>

struct _VasRegionItem
{
  GObject parent_instance;

  GHashTable *home; /* (nullable): the table's live or gone items: holds this one, weakly */
  guint64 start;
  guint32 index; /* the key in @home */
  gboolean gone;
};

struct _VasRegionTable
{
  GObject parent_instance;

  VasSnapshot *snapshot;
  GHashTable *live; /* region index -> VasRegionItem, not owned */
  GHashTable *gone; /* index in the former snapshot -> VasRegionItem, not owned */
  VasDiff *diff;    /* (nullable) */

  /* While changes are announced: what is new, and the former rows behind it. */
  const VasSnapshot *former; /* (nullable) */
  gsize n_new_rows;
  gsize n_former_rows; /* those that are no longer shown */
};

G_DEFINE_FINAL_TYPE (VasRegionItem, vas_region_item, G_TYPE_OBJECT)

/* Takes @item out of its home, for good or until it is settled again. */
static void
unsettle_item (VasRegionItem *item)
{
  if (item->home != NULL)
    g_hash_table_remove (item->home, GUINT_TO_POINTER (item->index));
  g_clear_pointer (&item->home, g_hash_table_unref);
  item->gone = TRUE;
}

static void
vas_region_item_dispose (GObject *object)
{
  unsettle_item (VAS_REGION_ITEM (object));
  G_OBJECT_CLASS (vas_region_item_parent_class)->dispose (object);
}

static void
vas_region_item_class_init (VasRegionItemClass *class)
{
  G_OBJECT_CLASS (class)->dispose = vas_region_item_dispose;
}

static void
vas_region_item_init (VasRegionItem *self)
{
}

gsize
vas_region_item_get_index (VasRegionItem *self)
{
  g_return_val_if_fail (VAS_IS_REGION_ITEM (self), VAS_REGION_GONE);
  return self->gone ? VAS_REGION_GONE : self->index;
}

guint64
vas_region_item_get_start (VasRegionItem *self)
{
  g_return_val_if_fail (VAS_IS_REGION_ITEM (self), 0);
  return self->start;
}

/* Puts @item into @home under @index. */
static void
settle_item (VasRegionItem *item, GHashTable *home, guint32 index)
{
  g_hash_table_ref (home);
  g_clear_pointer (&item->home, g_hash_table_unref);
  item->home = home;
  item->index = index;
  g_hash_table_insert (home, GUINT_TO_POINTER (index), item);
}

static VasRegionItem *
dup_settled_item (GHashTable *home, const VasSnapshot *snapshot, gsize index, gboolean gone)
{
  VasRegionItem *item = g_hash_table_lookup (home, GSIZE_TO_POINTER (index));
  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (VAS_TYPE_REGION_ITEM, NULL);
  item->start = vas_snapshot_get_region (snapshot, index)->start;
  item->gone = gone;
  settle_item (item, home, (guint32) index);
  return item;
}

static gsize
get_n_regions (const VasSnapshot *snapshot)
{
  return snapshot != NULL ? vas_snapshot_get_n_regions (snapshot) : 0;
}

static GType
vas_region_table_get_item_type (GListModel *model)
{
  return VAS_TYPE_REGION_ITEM;
}

static guint
vas_region_table_get_n_items (GListModel *model)
{
  VasRegionTable *self = VAS_REGION_TABLE (model);
  gsize n = self->former != NULL
                ? self->n_new_rows + get_n_regions (self->former) - self->n_former_rows
                : get_n_regions (self->snapshot);
  return (guint) n;
}

static gpointer
vas_region_table_get_item (GListModel *model, guint position)
{
  VasRegionTable *self = VAS_REGION_TABLE (model);
  if (position >= vas_region_table_get_n_items (model))
    return NULL;
  if (self->former != NULL && position >= self->n_new_rows)
    return vas_region_table_dup_former_item (self, self->former,
                                             position - self->n_new_rows + self->n_former_rows);
  return vas_region_table_dup_item (self, position);
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = vas_region_table_get_item_type;
  interface->get_n_items = vas_region_table_get_n_items;
  interface->get_item = vas_region_table_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VasRegionTable,
                               vas_region_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

/* Leaves the items of @home to those who hold them. */
static void
abandon_items (GHashTable *home)
{
  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init (&iter, home);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      VasRegionItem *orphan = item;
      orphan->gone = TRUE;
      g_clear_pointer (&orphan->home, g_hash_table_unref);
    }
  g_hash_table_remove_all (home);
}

/* Gives the held items their indices in the present snapshot. */
static void
resettle_items (VasRegionTable *self)
{
  g_autoptr (GHashTable) former_live = g_steal_pointer (&self->live);
  self->live = g_hash_table_new (NULL, NULL);
  abandon_items (self->gone);

  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, former_live);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      VasRegionItem *item = value;
      gssize index = vas_diff_find_present (self->diff, item->index);
      item->gone = index < 0;
      if (item->gone)
        {
          settle_item (item, self->gone, item->index);
          continue;
        }
      settle_item (item, self->live, (guint32) index);
      item->start = vas_snapshot_get_region (self->snapshot, (gsize) index)->start;
    }
}

static void
announce_hunks (VasRegionTable *self, const VasSnapshot *former)
{
  self->former = former;
  for (gsize i = 0; i < self->diff->n_few; i++)
    {
      const VasHunk *hunk = &self->diff->few[i];
      self->n_new_rows = (gsize) hunk->present + hunk->n_present;
      self->n_former_rows = (gsize) hunk->former + hunk->n_former;
      g_list_model_items_changed (G_LIST_MODEL (self), hunk->present, hunk->n_former,
                                  hunk->n_present);
    }
  self->former = NULL;
}

static void
vas_region_table_dispose (GObject *object)
{
  VasRegionTable *self = VAS_REGION_TABLE (object);
  abandon_items (self->live);
  abandon_items (self->gone);
  g_clear_pointer (&self->snapshot, vas_snapshot_unref);
  G_OBJECT_CLASS (vas_region_table_parent_class)->dispose (object);
}

static void
vas_region_table_finalize (GObject *object)
{
  VasRegionTable *self = VAS_REGION_TABLE (object);
  vas_diff_unref (self->diff);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->gone);
  G_OBJECT_CLASS (vas_region_table_parent_class)->finalize (object);
}

static void
vas_region_table_class_init (VasRegionTableClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->dispose = vas_region_table_dispose;
  object_class->finalize = vas_region_table_finalize;
}

static void
vas_region_table_init (VasRegionTable *self)
{
  self->live = g_hash_table_new (NULL, NULL);
  self->gone = g_hash_table_new (NULL, NULL);
}

VasRegionTable *
vas_region_table_new (void)
{
  return g_object_new (VAS_TYPE_REGION_TABLE, NULL);
}

static VasDiff *
compare (const VasSnapshot *former, const VasSnapshot *present)
{
  return vas_diff_new (former != NULL ? former->reading : NULL,
                       present != NULL ? present->reading : NULL);
}

void
vas_region_table_set_snapshot (VasRegionTable *self, VasSnapshot *snapshot, VasDiff *diff)
{
  g_return_if_fail (VAS_IS_REGION_TABLE (self));
  g_return_if_fail (self->former == NULL); /* not from within an announcement */
  if (self->snapshot == snapshot)
    return;
  g_return_if_fail (diff == NULL
                    || (diff->n_former == get_n_regions (self->snapshot)
                        && diff->n_present == get_n_regions (snapshot)));

  g_autoptr (VasSnapshot) former = g_steal_pointer (&self->snapshot);
  self->snapshot = snapshot != NULL ? vas_snapshot_ref (snapshot) : NULL;
  vas_diff_unref (self->diff);
  self->diff = diff != NULL ? vas_diff_ref (diff) : compare (former, snapshot);
  resettle_items (self);
  announce_hunks (self, former);
}

VasSnapshot *
vas_region_table_get_snapshot (VasRegionTable *self)
{
  g_return_val_if_fail (VAS_IS_REGION_TABLE (self), NULL);
  return self->snapshot;
}

VasRegionItem *
vas_region_table_dup_item (VasRegionTable *self, gsize index)
{
  g_return_val_if_fail (VAS_IS_REGION_TABLE (self), NULL);
  g_return_val_if_fail (index < get_n_regions (self->snapshot), NULL);
  return dup_settled_item (self->live, self->snapshot, index, FALSE);
}

const VasDiff *
vas_region_table_get_diff (VasRegionTable *self)
{
  g_return_val_if_fail (VAS_IS_REGION_TABLE (self), NULL);
  return self->diff;
}

VasRegionItem *
vas_region_table_dup_former_item (VasRegionTable *self, const VasSnapshot *former, gsize index)
{
  g_return_val_if_fail (VAS_IS_REGION_TABLE (self), NULL);
  g_return_val_if_fail (index < get_n_regions (former), NULL);
  gssize present = vas_diff_find_present (self->diff, index);
  if (present >= 0)
    return vas_region_table_dup_item (self, (gsize) present);
  return dup_settled_item (self->gone, former, index, TRUE);
}

void
vas_region_table_assign (VasRegionTable *self, VasRegionItem *const *items, const guint32 *regions,
                         gsize n)
{
  g_return_if_fail (VAS_IS_REGION_TABLE (self));
  for (gsize i = 0; i < n; i++)
    unsettle_item (items[i]);
  for (gsize i = 0; i < n; i++)
    {
      VasRegionItem *former = g_hash_table_lookup (self->live, GUINT_TO_POINTER (regions[i]));
      if (former != NULL)
        unsettle_item (former);
      settle_item (items[i], self->live, regions[i]);
      items[i]->gone = FALSE;
      items[i]->start = vas_snapshot_get_region (self->snapshot, regions[i])->start;
    }
}

static int
compare_indices (const void *a, const void *b)
{
  const guint32 *left = a, *right = b;
  return (*left > *right) - (*left < *right);
}

guint32 *
vas_region_table_dup_live (VasRegionTable *self, gsize *n)
{
  g_return_val_if_fail (VAS_IS_REGION_TABLE (self), NULL);
  *n = g_hash_table_size (self->live);
  guint32 *indices = g_new (guint32, *n);
  gsize filled = 0;
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, self->live);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    indices[filled++] = GPOINTER_TO_UINT (key);
  if (*n > 1) /* without any the array is NULL, which qsort() must not be given */
    qsort (indices, *n, sizeof *indices, compare_indices);
  return indices;
}
