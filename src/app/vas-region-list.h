/* The thin list the column view sees: the model's order as rows, and which of them are selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-order-change.h"
#include "vas-region-table.h"

/**
 * VasRegionList: #GListModel and #GtkSelectionModel of #VasRegionItem over a #VasOrder.
 *
 * Changes are announced by split emission: gaps and clusters of live rows as separate, exact
 * `items-changed`, so that a view searches a few hundred rows, not a million. At each of them the
 * list is new up to the end of the change and as it was behind it. After a refresh rows keep their
 * items; where the same snapshot is sorted or filtered anew, live rows stay in place, and their items
 * stand for other regions from then on: only their texts have to be set (see vas-splices.h).
 *
 * The selection is kept by region, across sorting, filtering and refreshes; a region filtered out
 * stays selected.
 *
 * Signals:
 *  - "order-changed": an order was applied, and all its `items-changed` are out; whoever shows items
 *    looks at them again now, also where no row changed, since sizes in memory may have
 */
#define VAS_TYPE_REGION_LIST (vas_region_list_get_type ())
G_DECLARE_FINAL_TYPE (VasRegionList, vas_region_list, VAS, REGION_LIST, GObject)

VasRegionList *vas_region_list_new (VasRegionTable *table);

/**
 * vas_region_list_apply:
 * @change: from the list's order to the one whose rows are to be shown; the table is given its
 *   snapshot too
 *
 * Made on a worker; applying it costs milliseconds at a million rows.
 *
 * Returns: %FALSE if the list shows another order than @change begins with; then nothing happens.
 */
gboolean vas_region_list_apply (VasRegionList *self, const VasOrderChange *change);

/** vas_region_list_set_order: the same with a change made here; @order (nullable). */
void vas_region_list_set_order (VasRegionList *self, VasOrder *order);
VasOrder *vas_region_list_get_order (VasRegionList *self);

/**
 * Region index (in the order's snapshot) of a row, and the row of a region; -1 if filtered out.
 * While changes are announced, a row behind them may be that of a gone region: %VAS_REGION_GONE.
 */
gsize vas_region_list_get_region (VasRegionList *self, guint row);
gssize vas_region_list_find_row (VasRegionList *self, gsize region);

/**
 * Selection by region; emits "selection-changed" for the rows in sight of the filter. A refresh that
 * takes selected regions away tells by "order-changed" only.
 */
void vas_region_list_select_only (VasRegionList *self, gsize first_region, gsize n_regions);
gboolean vas_region_list_is_region_selected (VasRegionList *self, gsize region);
/** vas_region_list_is_any_selected: whether one of the regions `[first, first + n)` is; @n > 0. Does
 *  not look at each. */
gboolean vas_region_list_is_any_selected (VasRegionList *self, gsize first, gsize n);
/** vas_region_list_get_selected: sums; any pointer may be %NULL. @first is -1 without a selection. */
void vas_region_list_get_selected (VasRegionList *self, gsize *n_regions, guint64 *mapped,
                                   gssize *first);
/** vas_region_list_get_selected_range: addresses from the first selected region to the last, half
 *  open; %FALSE without a selection. */
gboolean vas_region_list_get_selected_range (VasRegionList *self, guint64 *start, guint64 *end);
