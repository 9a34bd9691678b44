/* Which columns of the table are shown, in which order and how wide, as text for settings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-order.h"

/**
 * vas_column_layout_print:
 * @columns: (array fixed-size=VAS_N_SORTS): by #VasSort
 *
 * Returns: (transfer full): such as "address:140 size:90 pss:90:hidden".
 */
char *vas_column_layout_print (GtkColumnView *view, GtkColumnViewColumn *const *columns);

/**
 * vas_column_layout_apply:
 *
 * Columns that @text does not name come last and stay as they are; what is no column is left out.
 */
void vas_column_layout_apply (GtkColumnView *view,
                              GtkColumnViewColumn *const *columns,
                              const char *text);

/** vas_column_layout_get_sort: of one of @columns. */
VasSort vas_column_layout_get_sort (GtkColumnViewColumn *const *columns,
                                    GtkColumnViewColumn *column);
