/* One bar that shows how a total is shared among the families.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-totals.h"

#define VAS_TYPE_FAMILY_BAR (vas_family_bar_get_type ())
G_DECLARE_FINAL_TYPE (VasFamilyBar, vas_family_bar, VAS, FAMILY_BAR, GtkWidget)

/** vas_family_bar_set_totals: @totals (nullable): copied. In RAM where that is known, else mapped. */
void vas_family_bar_set_totals (VasFamilyBar *self, const VasTotals *totals);
