/* Every colour there is: hue says family, lightness says permission.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-kinds.h"
#include "vas-theme.h"

/** VasColor: sRGB, 0 to 1, not premultiplied; laid out as GdkRGBA is. */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} VasColor;

/**
 * VasShade: what may be done with the memory, as a lightness.
 * @VAS_SHADE_CODE: may be run: darkest
 * @VAS_SHADE_WRITABLE: may be changed: the family's own colour
 * @VAS_SHADE_READ_ONLY: light
 * @VAS_SHADE_NO_ACCESS: hatched
 */
typedef enum
{
  VAS_SHADE_CODE,
  VAS_SHADE_WRITABLE,
  VAS_SHADE_READ_ONLY,
  VAS_SHADE_NO_ACCESS,
  VAS_N_SHADES
} VasShade;

/** VasTone: the colours that are no family's. */
typedef enum
{
  VAS_TONE_PAPER,     /* behind everything */
  VAS_TONE_TEXT,
  VAS_TONE_TEXT_DIM,  /* what is read second; 4.5:1 on paper and card too */
  VAS_TONE_RULE,      /* hairlines and ticks */
  VAS_TONE_CARD,      /* areas; empty tracks */
  VAS_TONE_BREAK,     /* the edges of a broken axis */
  VAS_TONE_HOVER,     /* outline of what the pointer is on */
  VAS_TONE_SELECTION, /* outline of what is selected; the window in the overview */
  VAS_TONE_NEW,       /* marks after a refresh */
  VAS_TONE_GROWN,
  VAS_TONE_GONE,
  VAS_N_TONES
} VasTone;

/** vas_shade_from_perms: @perms is a set of #VasPerms. Code wins over writable: it is run. */
VasShade vas_shade_from_perms (guint perms);

VasColor vas_palette_get_tone (VasTheme theme, VasTone tone);

/** vas_palette_get_fill: of a region. %VAS_SHADE_NO_ACCESS gives what lies under the hatch. */
VasColor vas_palette_get_fill (VasTheme theme, VasFamily family, VasShade shade);

/** vas_palette_get_hatch: the strokes over regions without access. */
VasColor vas_palette_get_hatch (VasTheme theme, VasFamily family);

/** vas_palette_get_tint: a breath of the family's colour on the paper: objects and faded regions. */
VasColor vas_palette_get_tint (VasTheme theme, VasFamily family);

/** vas_palette_fade: @color as it looks in what a filter does not match. */
VasColor vas_palette_fade (VasTheme theme, VasColor color);

/** vas_palette_get_ink: for text on @background: the lighter or darker of the theme's two inks,
 *  whichever reads better. */
VasColor vas_palette_get_ink (VasTheme theme, VasColor background);

/** vas_palette_get_dim_ink: the same, standing back where the background leaves room for that: never
 *  less than 4.5:1 if the ink itself has it. */
VasColor vas_palette_get_dim_ink (VasTheme theme, VasColor background);

/** vas_color_get_contrast: WCAG 2 contrast ratio of two opaque colours, 1 to 21. */
double vas_color_get_contrast (VasColor a, VasColor b);

/** vas_color_mix: @part of @b over @a, 0 to 1. */
VasColor vas_color_mix (VasColor a, VasColor b, double part);
