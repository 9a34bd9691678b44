/* A small patch of colour before a kind: the same colour and hatch that the region has in the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-palette.h"

#define VAS_TYPE_KIND_CHIP (vas_kind_chip_get_type ())
G_DECLARE_FINAL_TYPE (VasKindChip, vas_kind_chip, VAS, KIND_CHIP, GtkWidget)

GtkWidget *vas_kind_chip_new (void);

/** vas_kind_chip_set: what to draw. The text beside it says the same, so it has no name of its own. */
void vas_kind_chip_set (VasKindChip *self, VasTheme theme, VasFamily family, VasShade shade);
