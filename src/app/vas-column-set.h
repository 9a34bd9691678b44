/* The columns of the table of regions: shown, hidden, moved, resized and sorted by their headers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-region-cells.h"

typedef struct _VasColumnSet VasColumnSet;

/** vas_column_set_new: appends all columns to @view, which must outlive the set. */
VasColumnSet *vas_column_set_new (GtkColumnView *view, VasRegionCells *cells);
void vas_column_set_free (VasColumnSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasColumnSet, vas_column_set_free)

/** vas_column_set_add_actions: a toggle "show-ID" for each column that can be hidden. */
void vas_column_set_add_actions (VasColumnSet *self, GActionMap *actions);

/** The menus of the actions, which are called "table.sort::ID" and "table.show-ID" in them; that of
 *  the columns is on each header too. */
void vas_column_set_fill_sort_menu (VasColumnSet *self, GMenu *menu);
void vas_column_set_fill_column_menu (VasColumnSet *self, GMenu *menu);

/** vas_column_set_show_sort: puts the arrow into a header. */
void vas_column_set_show_sort (VasColumnSet *self, VasSort sort, gboolean descending);
/** vas_column_set_ask_sort: what the arrow says; %FALSE if there is none. */
gboolean vas_column_set_ask_sort (VasColumnSet *self, VasSort *sort, gboolean *descending);

/** vas_column_set_get_shown: from left to right; returns how many. */
gsize vas_column_set_get_shown (VasColumnSet *self, VasSort shown[VAS_N_SORTS]);

/** vas_column_set_print: (transfer full): widths and places for settings: "address:140 pss:90:hidden".
 *  A width of -1 is the default, which depends on the font. */
char *vas_column_set_print (VasColumnSet *self);

/** vas_column_set_apply: columns that @text does not name come last and stay as they are; what is no
 *  column is left out. */
void vas_column_set_apply (VasColumnSet *self, const char *text);

/** vas_column_set_connect: @callback is called, swapped, when what would be printed changes. */
void vas_column_set_connect (VasColumnSet *self, GCallback callback, gpointer object);
