/* A bar that is shared among the families, in their colours; with one family alone, a chip.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-kinds.h"
#include "vas-theme.h"

#define VAS_TYPE_FAMILY_BAR (vas_family_bar_get_type ())
G_DECLARE_FINAL_TYPE (VasFamilyBar, vas_family_bar, VAS, FAMILY_BAR, GtkWidget)

/** vas_family_bar_set_theme: whose palette to draw with; light at first. */
void vas_family_bar_set_theme (VasFamilyBar *self, VasTheme theme);

/** vas_family_bar_set_shares: @shares: of any unit, not below 0; no family above 0 vanishes. */
void vas_family_bar_set_shares (VasFamilyBar *self, const double shares[VAS_N_FAMILIES]);
