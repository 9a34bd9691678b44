/* The cells of the table of regions: made by the view, filled and lit from here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-map-marks.h"
#include "vas-region-cell.h"
#include "vas-region-list.h"
#include "vas-theme.h"

/**
 * VasRegionCells: every cell that exists, about 205 rows of them whatever the length of the list.
 * Reference-counted: the factories hold it as well.
 */
typedef struct _VasRegionCells VasRegionCells;

VasRegionCells *vas_region_cells_new (VasRegionList *list);
void vas_region_cells_unref (VasRegionCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasRegionCells, vas_region_cells_unref)

/** vas_region_cells_create_factory: (transfer full): for a column of the column view. */
GtkListItemFactory *vas_region_cells_create_factory (VasRegionCells *self, VasSort column);

/** vas_region_cells_refresh: after the list's "order-changed": fills the cells whose row is about
 *  another region now, and of another snapshot those that may say something else. */
void vas_region_cells_refresh (VasRegionCells *self);

/** vas_region_cells_set_theme: of the colour chips. */
void vas_region_cells_set_theme (VasRegionCells *self, VasTheme theme);

/** vas_region_cells_set_font: of the view; makes room for its letters and for figures. */
void vas_region_cells_set_font (VasRegionCells *self, PangoContext *context);

/** vas_region_cells_light: rows of regions that touch `[start, end)` get the style class "lit". */
void vas_region_cells_light (VasRegionCells *self, guint64 start, guint64 end);

/** vas_region_cells_mark: rows of new regions get the style class "new", of changed ones "changed".
 *  @marks (nullable): of the list's snapshot. */
void vas_region_cells_mark (VasRegionCells *self, VasMapMarks *marks);

/**
 * vas_region_cells_find:
 * @widget: anything in the column view, as picked at a point
 *
 * Returns: (transfer none) (nullable): the item of its row.
 */
VasRegionItem *vas_region_cells_find (GtkWidget *widget);

/**
 * vas_region_cells_find_cut:
 * @widget: as above
 *
 * Returns: (transfer none) (nullable): the cell, if its text is too long to be shown whole.
 */
VasRegionCell *vas_region_cells_find_cut (GtkWidget *widget);
