/* The rows that somebody watches while a list of regions changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-order.h"
#include "vas-region-table.h"
#include "vas-splices.h"

/**
 * VasWatchedRows: the rows of an order whose items somebody holds.
 * @moves: (array length=n): sorted by former row
 * @items: (array length=n): held until the change is over
 */
typedef struct
{
  gsize n;
  VasMove *moves;
  VasRegionItem **items;
} VasWatchedRows;

/** vas_watched_rows_new: of @order (nullable), as the table still shows its snapshot. */
VasWatchedRows *vas_watched_rows_new (VasRegionTable *table, const VasOrder *order);
void vas_watched_rows_free (VasWatchedRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasWatchedRows, vas_watched_rows_free)

/** vas_watched_rows_find: (transfer none) (nullable): the item of a former row. */
VasRegionItem *vas_watched_rows_find (const VasWatchedRows *self, guint32 former_row);

/**
 * vas_watched_rows_follow:
 * @former, @present: (nullable): the orders
 * @diff: (nullable): between their snapshots; %NULL if they are of one
 *
 * Fills in where the rows go.
 */
void vas_watched_rows_follow (VasWatchedRows *self,
                              const VasOrder *former,
                              const VasOrder *present,
                              const VasDiff *diff);

/**
 * vas_watched_rows_assign:
 *
 * Lets the items of the rows that @splices keep in place, though their regions went elsewhere, stand
 * for what is in these rows of @present from now on.
 *
 * Returns: whether there are any.
 */
gboolean vas_watched_rows_assign (const VasWatchedRows *self,
                                  VasRegionTable *table,
                                  const VasOrder *present,
                                  const VasSplice *splices,
                                  gsize n_splices);
