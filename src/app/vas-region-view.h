/* The table of regions: a filter box over sortable columns, in step with the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"
#include "vas-theme.h"

/**
 * VasRegionView: shows the session's region list, tells the session of sort, filter and pointer,
 * lights the rows the session hovers and scrolls to what it reveals.
 *
 * Properties, for settings:
 *  - "columns" (string): "id:width" of each column in its order, ":hidden" behind those not shown
 *  - "sort" (string): id of the sorted column, "-" before it if descending
 */
#define VAS_TYPE_REGION_VIEW (vas_region_view_get_type ())
G_DECLARE_FINAL_TYPE (VasRegionView, vas_region_view, VAS, REGION_VIEW, GtkWidget)

/** vas_region_view_set_session: once, before anything else. */
void vas_region_view_set_session (VasRegionView *self, VasSession *session);

/** vas_region_view_set_theme: the palette of the colour chips; light at first. */
void vas_region_view_set_theme (VasRegionView *self, VasTheme theme);

/**
 * vas_region_view_get_actions:
 *
 * Returns: (transfer none): the group that the window inserts as "table", for its menus and keys:
 *   `sort::ID` (radio), `sort-descending`, `show-ID` (toggle a column), `find` (go to the filter
 *   box), `clear-filter`, `copy` (selected rows with a header line, parted by tabs),
 *   `copy-addresses`, `copy-lines` (as maps prints them), `show-in-map`, `select-all`.
 */
GActionGroup *vas_region_view_get_actions (VasRegionView *self);
