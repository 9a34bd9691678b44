/* The regions of the newest snapshot as a list model in address order, with objects made on demand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-snapshot.h"

/**
 * VasRegionItem: stands for one region across refreshes: as long as the region is there, it is the
 * same object. Made when a view asks, forgotten when no view holds it.
 */
#define VAS_TYPE_REGION_ITEM (vas_region_item_get_type ())
G_DECLARE_FINAL_TYPE (VasRegionItem, vas_region_item, VAS, REGION_ITEM, GObject)

/** vas_region_item_get_index: region index in the table's present snapshot. */
gsize vas_region_item_get_index (VasRegionItem *self);
/** vas_region_item_get_start: first address of its region. */
guint64 vas_region_item_get_start (VasRegionItem *self);

/**
 * VasRegionTable: #GListModel of #VasRegionItem in address order over compact rows.
 * Setting a snapshot merges two sorted arrays (a region is the same if start, inode and offset are)
 * and emits few, exact `items-changed`.
 */
#define VAS_TYPE_REGION_TABLE (vas_region_table_get_type ())
G_DECLARE_FINAL_TYPE (VasRegionTable, vas_region_table, VAS, REGION_TABLE, GObject)

VasRegionTable *vas_region_table_new (void);
/** vas_region_table_set_snapshot: @snapshot (nullable). */
void vas_region_table_set_snapshot (VasRegionTable *self, VasSnapshot *snapshot);
/** vas_region_table_get_snapshot: (transfer none) (nullable): */
VasSnapshot *vas_region_table_get_snapshot (VasRegionTable *self);
/** vas_region_table_get_item_at: (transfer full): the item of region @index. */
VasRegionItem *vas_region_table_dup_item (VasRegionTable *self, gsize index);
