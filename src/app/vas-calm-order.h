/* Sorts the rows of a view whose values change all the time, and lets them rest in between.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * VasCalmOrder: a #GListModel of the rows, sorted. Rows that trade places cost more than all else of
 * a refresh, and nobody can point at a row that moves. So rows are sorted anew at most every ten
 * seconds, and not while the pointer is on them; at once when the view is given another sorting. In
 * between they lie as they were sorted, whatever their values are now: that is what a
 * #GtkSortListModel, which finds places by comparing, cannot bear. A new row comes before the first
 * one that is larger.
 */
#define VAS_TYPE_CALM_ORDER (vas_calm_order_get_type ())
G_DECLARE_FINAL_TYPE (VasCalmOrder, vas_calm_order, VAS, CALM_ORDER, GObject)

/** vas_calm_order_new: @view: whose sorter counts; must outlive what is made. */
VasCalmOrder *vas_calm_order_new (GtkColumnView *view);

/** vas_calm_order_set_rows: what is sorted. */
void vas_calm_order_set_rows (VasCalmOrder *self, GListModel *rows);

/** vas_calm_order_values_changed: sorts anew if it is needed and its time has come. */
void vas_calm_order_values_changed (VasCalmOrder *self);
