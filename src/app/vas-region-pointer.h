/* What the pointer does in the table of regions: hover, and the menu of a row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"

/** VasRegionPointer: tells the session what the pointer is on, and opens the menu. */
typedef struct _VasRegionPointer VasRegionPointer;

/**
 * vas_region_pointer_new:
 * @rows: the list inside the column view over the session's region list
 * @parent: an ancestor of it with a layout manager, which then places the menu
 * @menu: of the selected rows
 */
VasRegionPointer *vas_region_pointer_new (GtkWidget *rows,
                                          GtkWidget *parent,
                                          VasSession *session,
                                          GMenuModel *menu);

/** vas_region_pointer_free: while the widgets are still there. */
void vas_region_pointer_free (VasRegionPointer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasRegionPointer, vas_region_pointer_free)

/** vas_region_pointer_popup_at_row: opens the menu at the row that has the keyboard; %FALSE if none
 *  has. */
gboolean vas_region_pointer_popup_at_row (VasRegionPointer *self);
