/* Finds out by which column a column view is sorted, which GTK 4.8 does not say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-order.h"

/**
 * VasHeaderSort:
 *
 * The headers of a column view need sorters to be clickable, but sorting is done elsewhere. Asked to
 * compare two probe objects, the view's sorter asks the sorter of the sorted column first, and turns
 * its answer around if the order is descending: so both can be known.
 */
typedef struct _VasHeaderSort VasHeaderSort;

VasHeaderSort *vas_header_sort_new (void);
void vas_header_sort_unref (VasHeaderSort *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasHeaderSort, vas_header_sort_unref)

/** vas_header_sort_create_sorter: (transfer full): for the column that sorts by @sort. */
GtkSorter *vas_header_sort_create_sorter (VasHeaderSort *self, VasSort sort);

/**
 * vas_header_sort_ask:
 * @sorter: of the column view
 *
 * Returns: %FALSE if no column is sorted.
 */
gboolean vas_header_sort_ask (VasHeaderSort *self, GtkSorter *sorter, VasSort *sort,
                              gboolean *descending);
