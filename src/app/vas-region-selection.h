/* The selected regions: kept by region, whatever the rows do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-diff.h"
#include "vas-order.h"

/* A selection is a #GtkBitset of indices of regions of an order's snapshot; rows are those of the
 * order. All sets are (transfer full). */

/** vas_region_selection_get_rows: the rows of @selection in `[first, first + n_rows)`. */
GtkBitset *vas_region_selection_get_rows (GtkBitset *selection,
                                          const VasOrder *order,
                                          guint first,
                                          guint n_rows);

/**
 * vas_region_selection_change:
 * @rows: which of the rows in @mask are selected from now on
 *
 * A @mask of all rows is about the whole selection, regions that are filtered out included.
 */
GtkBitset *vas_region_selection_change (GtkBitset *selection,
                                        const VasOrder *order,
                                        GtkBitset *rows,
                                        GtkBitset *mask);

/** vas_region_selection_find_changes: the rows `[*first, *last]` hold all that differ between two
 *  selections; %FALSE if no row does. */
gboolean vas_region_selection_find_changes (GtkBitset *before,
                                            GtkBitset *after,
                                            const VasOrder *order,
                                            guint *first,
                                            guint *last);

/** vas_region_selection_follow: the same regions in the snapshot after @diff. */
GtkBitset *vas_region_selection_follow (GtkBitset *selection, const VasDiff *diff);

/** vas_region_selection_sum: bytes of addresses. */
guint64 vas_region_selection_sum (GtkBitset *selection, const VasSnapshot *snapshot);
