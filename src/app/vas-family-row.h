/* One family in the summary: a button that filters by it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-theme.h"
#include "vas-totals.h"

/** VasFamilyRow: emits "toggled" as a #GtkToggleButton does. */
#define VAS_TYPE_FAMILY_ROW (vas_family_row_get_type ())
G_DECLARE_FINAL_TYPE (VasFamilyRow, vas_family_row, VAS, FAMILY_ROW, GtkToggleButton)

/** VAS_FAMILY_ROW_N_GROUPS: columns whose widths the rows of a summary share. */
#define VAS_FAMILY_ROW_N_GROUPS 4

GtkWidget *vas_family_row_new (VasFamily family, GtkSizeGroup *groups[VAS_FAMILY_ROW_N_GROUPS]);
VasFamily vas_family_row_get_family (VasFamilyRow *self);
void vas_family_row_set_theme (VasFamilyRow *self, VasTheme theme);
/** vas_family_row_set_sum: the row is hidden where the family has no region. */
void vas_family_row_set_sum (VasFamilyRow *self, const VasSum *sum, gboolean resident_known);
