/* A cell of the table of regions: a line of text, behind a chip in the column of kinds.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-kind-chip.h"

#define VAS_TYPE_REGION_CELL (vas_region_cell_get_type ())
/**
 * VasRegionCell:
 *
 * A column view makes two thousand cells for the twenty rows that one sees. So this one asks for no
 * more than a given height, and lays its text out when it is drawn: #GtkInscription, which looks up
 * the font's metrics each time it is measured, takes three times as long until the table is there.
 */
G_DECLARE_FINAL_TYPE (VasRegionCell, vas_region_cell, VAS, REGION_CELL, GtkWidget)

/**
 * VasRegionCellStyle: what the cells of a column have in common.
 * @xalign: 0 for the start of the line, 1 for its end
 * @ellipsize: where a text that is too long is cut
 * @attributes: of the letters
 * @height: logical pixels; whoever changes it lets the cells be measured again
 */
typedef struct
{
  float xalign;
  PangoEllipsizeMode ellipsize;
  PangoAttrList *attributes;
  int height;
} VasRegionCellStyle;

/** vas_region_cell_new: @style must outlive it. */
GtkWidget *vas_region_cell_new (const VasRegionCellStyle *style);

/** vas_region_cell_set_text: costs nothing if it says so already. */
void vas_region_cell_set_text (VasRegionCell *self, const char *text);
/** vas_region_cell_get_text: (transfer none): "" at first. */
const char *vas_region_cell_get_text (VasRegionCell *self);

/** vas_region_cell_set_chip: the text says the same, so that it has no name of its own. */
void vas_region_cell_set_chip (VasRegionCell *self, const VasKindChip *chip);

/** vas_region_cell_is_cut: whether the text is too long to be shown whole. */
gboolean vas_region_cell_is_cut (VasRegionCell *self);
