/* Every colour there is: hue says family, lightness says permission.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-palette.h"

#include "vas-region.h"

#include <math.h>

typedef struct
{
  guint32 fills[VAS_N_FAMILIES][3]; /* 0xrrggbb: code, writable, read-only */
  guint32 tones[VAS_N_TONES];
  guint32 inks[2];                  /* dark, light */
  double tint;                      /* of a family's writable colour in its tint */
  double under_hatch;               /* the same under the hatch of no access */
  double fade;                      /* how far a colour fades into the paper */
} Palette;

/* Found by a search that kept the families apart for people with protan, deutan and tritan colour
 * vision too, within the bounds of what looks well together; test-palette computes what it holds.
 * The family "none" has no hue of its own: reserved space that serves nobody is grey. */
static const Palette PALETTES[VAS_N_THEMES] = {
  [VAS_THEME_LIGHT] = {
    .fills = {
      [VAS_FAMILY_PROGRAM] = { 0x18489a, 0x4980df, 0xa3c2f6 },
      [VAS_FAMILY_LIBRARY] = { 0x4c3675, 0xab93e5, 0xddd2ff },
      [VAS_FAMILY_HEAP] = { 0x7d5c0e, 0xe9b11f, 0xffecc8 },
      [VAS_FAMILY_STACK] = { 0x761801, 0xe25433, 0xfaa590 },
      [VAS_FAMILY_FILE] = { 0x375b2f, 0x75ab6a, 0xb2e2a7 },
      [VAS_FAMILY_SHARED] = { 0x006f84, 0x85c8da, 0xd8f6ff },
      [VAS_FAMILY_JIT] = { 0x933a5f, 0xdb8aa7, 0xfecbdc },
      [VAS_FAMILY_KERNEL] = { 0x32353f, 0x80838b, 0xbfc1c6 },
      [VAS_FAMILY_NONE] = { 0x565a63, 0xa2a6ae, 0xd6d8dc },
    },
    .tones = {
      [VAS_TONE_PAPER] = 0xffffff,
      [VAS_TONE_TEXT] = 0x1d2026,
      [VAS_TONE_TEXT_DIM] = 0x656b76,
      [VAS_TONE_RULE] = 0xc9cdd4,
      [VAS_TONE_CARD] = 0xf1f2f5,
      [VAS_TONE_BREAK] = 0xc9cdd4,
      [VAS_TONE_HOVER] = 0x1d2026,
      [VAS_TONE_SELECTION] = 0x0a53c9,
      [VAS_TONE_NEW] = 0x0f8a3c,
      [VAS_TONE_GROWN] = 0xb06a00,
      [VAS_TONE_GONE] = 0xc2261d,
    },
    .inks = { 0x14161b, 0xffffff },
    .tint = 0.22,
    .under_hatch = 0.12,
    .fade = 0.78,
  },
  [VAS_THEME_DARK] = {
    .fills = {
      [VAS_FAMILY_PROGRAM] = { 0x20358a, 0x5678da, 0x8ea8ee },
      [VAS_FAMILY_LIBRARY] = { 0x594997, 0x9a8de2, 0xd0cafe },
      [VAS_FAMILY_HEAP] = { 0x7a5900, 0xcc9912, 0xffd98c },
      [VAS_FAMILY_STACK] = { 0x942001, 0xd85030, 0xee8c75 },
      [VAS_FAMILY_FILE] = { 0x005a2e, 0x539e6d, 0x92d6a7 },
      [VAS_FAMILY_SHARED] = { 0x057270, 0x73bbb8, 0xbaf1ef },
      [VAS_FAMILY_JIT] = { 0x762a68, 0xc068ad, 0xe5add7 },
      [VAS_FAMILY_KERNEL] = { 0x373a42, 0x7b7e86, 0xa9abb0 },
      [VAS_FAMILY_NONE] = { 0x3c4048, 0x666b75, 0x9a9ea6 },
    },
    .tones = {
      [VAS_TONE_PAPER] = 0x191b20,
      [VAS_TONE_TEXT] = 0xeceef2,
      [VAS_TONE_TEXT_DIM] = 0xa0a6b1,
      [VAS_TONE_RULE] = 0x454a54,
      [VAS_TONE_CARD] = 0x24272e,
      [VAS_TONE_BREAK] = 0x454a54,
      [VAS_TONE_HOVER] = 0xffffff,
      [VAS_TONE_SELECTION] = 0x7db2ff,
      [VAS_TONE_NEW] = 0x57d68a,
      [VAS_TONE_GROWN] = 0xf3b64c,
      [VAS_TONE_GONE] = 0xff8078,
    },
    .inks = { 0x0c0d10, 0xffffff },
    .tint = 0.26,
    .under_hatch = 0.12,
    .fade = 0.76,
  },
  [VAS_THEME_CONTRAST] = {
    .fills = {
      [VAS_FAMILY_PROGRAM] = { 0x071e75, 0x6c93f5, 0xb6ccfa },
      [VAS_FAMILY_LIBRARY] = { 0x4e2b93, 0xb19bfc, 0xdfd8ff },
      [VAS_FAMILY_HEAP] = { 0x6a4e04, 0xe6b547, 0xffeece },
      [VAS_FAMILY_STACK] = { 0x5c1400, 0xef7350, 0xffb39e },
      [VAS_FAMILY_FILE] = { 0x274824, 0x7cb477, 0xb8e8b3 },
      [VAS_FAMILY_SHARED] = { 0x02596a, 0x61cde9, 0xdaf6fe },
      [VAS_FAMILY_JIT] = { 0x8a0e4e, 0xf791b7, 0xfed5e2 },
      [VAS_FAMILY_KERNEL] = { 0x20232a, 0x95969c, 0xcbcccf },
      [VAS_FAMILY_NONE] = { 0x3a3d44, 0x9c9fa6, 0xd6d8dc },
    },
    .tones = {
      [VAS_TONE_PAPER] = 0xffffff,
      [VAS_TONE_TEXT] = 0x000000,
      [VAS_TONE_TEXT_DIM] = 0x3a3d44,
      [VAS_TONE_RULE] = 0x000000,
      [VAS_TONE_CARD] = 0xf1f2f5,
      [VAS_TONE_BREAK] = 0x000000,
      [VAS_TONE_HOVER] = 0x000000,
      [VAS_TONE_SELECTION] = 0x0037b8,
      [VAS_TONE_NEW] = 0x00601f,
      [VAS_TONE_GROWN] = 0x7a4300,
      [VAS_TONE_GONE] = 0xa00000,
    },
    .inks = { 0x000000, 0xffffff },
    .tint = 0.18,
    .under_hatch = 0,
    .fade = 0.72,
  },
};

/* How much of the hatch's strokes is the family's code colour: fine, or they would hide the label. */
#define HATCH_PART 0.45
/* How far ink stands back at most, and what it must keep (WCAG 2.1, 1.4.3). */
#define DIM_PART 0.3
#define LEAST_CONTRAST 4.5

static VasColor
color_from_rgb (guint32 rgb)
{
  return (VasColor){ (float) (rgb >> 16 & 0xff) / 255.0f, (float) (rgb >> 8 & 0xff) / 255.0f,
                     (float) (rgb & 0xff) / 255.0f, 1.0f };
}

VasShade
vas_shade_from_perms (guint perms)
{
  if ((perms & VAS_PERM_EXEC) != 0)
    return VAS_SHADE_CODE;
  if ((perms & VAS_PERM_WRITE) != 0)
    return VAS_SHADE_WRITABLE;
  return (perms & VAS_PERM_READ) != 0 ? VAS_SHADE_READ_ONLY : VAS_SHADE_NO_ACCESS;
}

VasColor
vas_color_mix (VasColor a, VasColor b, double part)
{
  float p = (float) part;
  return (VasColor){ a.red + (b.red - a.red) * p, a.green + (b.green - a.green) * p,
                     a.blue + (b.blue - a.blue) * p, a.alpha + (b.alpha - a.alpha) * p };
}

VasColor
vas_palette_get_tone (VasTheme theme, VasTone tone)
{
  return color_from_rgb (PALETTES[theme].tones[tone]);
}

static VasColor
mix_into_paper (VasTheme theme, VasFamily family, double part)
{
  return vas_color_mix (vas_palette_get_tone (theme, VAS_TONE_PAPER),
                        color_from_rgb (PALETTES[theme].fills[family][VAS_SHADE_WRITABLE]), part);
}

VasColor
vas_palette_get_fill (VasTheme theme, VasFamily family, VasShade shade)
{
  if (shade == VAS_SHADE_NO_ACCESS)
    return mix_into_paper (theme, family, PALETTES[theme].under_hatch);
  return color_from_rgb (PALETTES[theme].fills[family][shade]);
}

VasColor
vas_palette_get_hatch (VasTheme theme, VasFamily family)
{
  return mix_into_paper (theme, family, HATCH_PART);
}

VasColor
vas_palette_get_tint (VasTheme theme, VasFamily family)
{
  return mix_into_paper (theme, family, PALETTES[theme].tint);
}

VasColor
vas_palette_fade (VasTheme theme, VasColor color)
{
  return vas_color_mix (color, vas_palette_get_tone (theme, VAS_TONE_PAPER), PALETTES[theme].fade);
}

/* WCAG 2.1, "relative luminance". */
static double
get_luminance (VasColor color)
{
  const double channels[] = { color.red, color.green, color.blue };
  static const double WEIGHTS[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      double c = channels[i];
      sum += WEIGHTS[i] * (c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return sum;
}

double
vas_color_get_contrast (VasColor a, VasColor b)
{
  double first = get_luminance (a), second = get_luminance (b);
  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

VasColor
vas_palette_get_ink (VasTheme theme, VasColor background)
{
  VasColor dark = color_from_rgb (PALETTES[theme].inks[0]);
  VasColor light = color_from_rgb (PALETTES[theme].inks[1]);
  return vas_color_get_contrast (dark, background) >= vas_color_get_contrast (light, background)
             ? dark
             : light;
}

VasColor
vas_palette_get_dim_ink (VasTheme theme, VasColor background)
{
  VasColor ink = vas_palette_get_ink (theme, background);
  VasColor dim = vas_color_mix (ink, background, DIM_PART);
  return vas_color_get_contrast (dim, background) >= LEAST_CONTRAST ? dim : ink;
}
