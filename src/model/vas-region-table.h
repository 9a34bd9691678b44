/* The regions of the newest snapshot as a list model in address order, with objects made on demand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-diff.h"
#include "vas-snapshot.h"

/**
 * VasRegionItem: stands for a region. Made when a view asks, forgotten when no view holds it.
 *
 * Across refreshes it stands for the same region: as long as the region is there, it is the same
 * object. Its region may be gone while a view still holds it. Sorting and filtering may let it
 * stand for another region (vas_region_table_assign()).
 */
#define VAS_TYPE_REGION_ITEM (vas_region_item_get_type ())
G_DECLARE_FINAL_TYPE (VasRegionItem, vas_region_item, VAS, REGION_ITEM, GObject)

/** VAS_REGION_GONE: the index of a region that is not in the present snapshot. */
#define VAS_REGION_GONE G_MAXSIZE

/** vas_region_item_get_index: in the table's present snapshot, or %VAS_REGION_GONE. */
gsize vas_region_item_get_index (VasRegionItem *self);
/** vas_region_item_get_start: first address of its region; of a gone one, the last known. */
guint64 vas_region_item_get_start (VasRegionItem *self);

/**
 * VasRegionTable: #GListModel of #VasRegionItem in address order over compact rows.
 *
 * A snapshot is set with what it changed (see #VasDiff for what stays the same), and that is told by
 * few, exact `items-changed`. At each of them the model is new up to the end of the change and as
 * it was behind it, so that every listener can keep its books change by change.
 */
#define VAS_TYPE_REGION_TABLE (vas_region_table_get_type ())
G_DECLARE_FINAL_TYPE (VasRegionTable, vas_region_table, VAS, REGION_TABLE, GObject)

VasRegionTable *vas_region_table_new (void);

/**
 * vas_region_table_set_snapshot:
 * @snapshot: (nullable):
 * @diff: (nullable): from the table's snapshot to @snapshot, made on a worker; %NULL makes it here
 */
void vas_region_table_set_snapshot (VasRegionTable *self, VasSnapshot *snapshot, VasDiff *diff);
/** vas_region_table_get_snapshot: (transfer none) (nullable): */
VasSnapshot *vas_region_table_get_snapshot (VasRegionTable *self);
/** vas_region_table_dup_item: (transfer full): the item of region @index. */
VasRegionItem *vas_region_table_dup_item (VasRegionTable *self, gsize index);

/* For a list over the table that announces a change bit by bit: */

/** vas_region_table_get_diff: (transfer none) (nullable): what the newest snapshot changed against
 *  the one before it. */
const VasDiff *vas_region_table_get_diff (VasRegionTable *self);

/**
 * vas_region_table_dup_former_item:
 * @former: the snapshot before the present one
 * @index: of a region in @former
 *
 * Returns: (transfer full): its item, the same as ever; that of a gone region stands for nothing
 *   but itself.
 */
VasRegionItem *vas_region_table_dup_former_item (VasRegionTable *self,
                                                 const VasSnapshot *former,
                                                 gsize index);

/**
 * vas_region_table_assign:
 * @items: (array length=n): items of this table
 * @regions: (array length=n): indices in the present snapshot, no two the same
 *
 * From now on each of @items stands for the region beside it. What stood for one of these regions
 * before and is not among @items stands for nothing any more.
 */
void vas_region_table_assign (VasRegionTable *self,
                              VasRegionItem *const *items,
                              const guint32 *regions,
                              gsize n);

/** vas_region_table_dup_live: (transfer full) (array length=n): indices of the regions whose items
 *  somebody holds, ascending. */
guint32 *vas_region_table_dup_live (VasRegionTable *self, gsize *n);
