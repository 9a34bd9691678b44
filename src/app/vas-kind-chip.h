/* A small patch of colour before a kind: the same colour and hatch that the region has in the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-palette.h"

/** VAS_KIND_CHIP_SIDE: logical pixels. */
#define VAS_KIND_CHIP_SIDE 12

/** VasKindChip: what it looks like. */
typedef struct
{
  VasTheme theme;
  VasFamily family;
  VasShade shade;
} VasKindChip;

/**
 * vas_kind_chip_draw:
 * @x, @y: of its upper left corner
 * @ink: colour of the text beside it
 */
void vas_kind_chip_draw (
    const VasKindChip *self, GtkSnapshot *snapshot, float x, float y, const GdkRGBA *ink);
