/* The legend of a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-legend.h"

#include "vas-display.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In pixels of the design. */
#define ENTRY_WIDTH 236
#define LEAST_ENTRY_WIDTH 196
#define ENTRY_HEIGHT 18
#define ENTRY_SPACE 16
#define SWATCH 11
#define SWATCH_SPACE 8
#define HATCH_SPACING 4
#define SHADES_SPACE 8

/* What the lightness of a colour says, in the order of #VasShade. */
static const char *const SHADE_WORDS[VAS_N_SHADES] = {
  [VAS_SHADE_CODE] = N_("may be run"),
  [VAS_SHADE_WRITABLE] = N_("may be changed"),
  [VAS_SHADE_READ_ONLY] = N_("read only"),
  [VAS_SHADE_NO_ACCESS] = N_("no access"),
};

static guint
count_families (const VasSnapshot *snapshot)
{
  guint n = 0;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    n += snapshot->totals.families[family].regions > 0;
  return n;
}

static guint
count_columns (const VasType *type, double width)
{
  double scale = vas_type_get_scale (type);
  double n = floor ((width + ENTRY_SPACE * scale) / ((ENTRY_WIDTH + ENTRY_SPACE) * scale));
  if (n < 2 && width >= (2 * LEAST_ENTRY_WIDTH + ENTRY_SPACE) * scale)
    n = 2;
  return (guint) MAX (n, 1);
}

double
vas_legend_measure (const VasSnapshot *snapshot, VasType *type, double width)
{
  g_return_val_if_fail (snapshot != NULL && type != NULL, 0);
  guint columns = count_columns (type, width);
  guint rows = (count_families (snapshot) + columns - 1) / columns;
  return ((rows + 1) * ENTRY_HEIGHT + SHADES_SPACE) * vas_type_get_scale (type);
}

static void
paint_swatch (VasScene *scene, VasTheme theme, VasRect rect, guint family, VasShade shade)
{
  vas_scene_fill (scene, rect, vas_palette_get_fill (theme, family, shade), 0);
  if (shade == VAS_SHADE_NO_ACCESS)
    vas_scene_hatch (scene, rect, vas_palette_get_hatch (theme, family),
                     HATCH_SPACING * vas_type_get_scale (vas_scene_get_type_set (scene)));
}

/* Three squares, the family's name, and how much of it there is. */
static void
paint_entry (VasScene *scene, const VasSnapshot *snapshot, VasTheme theme, VasRect rect,
             guint family)
{
  static const VasShade SHOWN[] = { VAS_SHADE_CODE, VAS_SHADE_WRITABLE, VAS_SHADE_READ_ONLY };
  double scale = vas_type_get_scale (vas_scene_get_type_set (scene)), side = SWATCH * scale;
  const VasSum *sum = &snapshot->totals.families[family];
  double end = rect.x + rect.width;
  VasRect square = { rect.x, rect.y + (rect.height - side) / 2, side, side };
  for (guint i = 0; i < G_N_ELEMENTS (SHOWN); i++, square.x += side)
    paint_swatch (scene, theme, square, family,
                  family == VAS_FAMILY_NONE ? VAS_SHADE_NO_ACCESS : SHOWN[i]);

  rect.x = square.x + SWATCH_SPACE * scale;
  rect.width = end - rect.x;
  rect.x += vas_scene_text (scene, rect, VAS_FONT_STRONG, vas_palette_get_tone (theme, VAS_TONE_TEXT),
                            VAS_ALIGN_START, VAS_ELLIPSIS_END, vas_family_get_label (family));
  rect.x += SWATCH_SPACE * scale;
  rect.width = end - rect.x;
  g_autofree char *count = vas_display_count (sum->regions);
  g_autofree char *mapped = vas_display_size (sum->mapped);
  /* Translators: in the legend, after a family's name: a number of regions and their size. */
  g_autofree char *text
      = g_strdup_printf (ngettext ("%s region, %s", "%s regions, %s", sum->regions), count, mapped);
  vas_scene_text (scene, rect, VAS_FONT_LABEL, vas_palette_get_tone (theme, VAS_TONE_TEXT_DIM),
                  VAS_ALIGN_START, VAS_ELLIPSIS_END, text);
}

/* What dark, middle and light mean, once for all families. */
static void
paint_shades (VasScene *scene, VasTheme theme, VasRect rect)
{
  double scale = vas_type_get_scale (vas_scene_get_type_set (scene)), side = SWATCH * scale;
  VasColor dim = vas_palette_get_tone (theme, VAS_TONE_TEXT_DIM);
  double each = rect.width / VAS_N_SHADES, most = ENTRY_WIDTH / 2.0 * scale;
  for (guint shade = 0; shade < VAS_N_SHADES; shade++)
    {
      double x = rect.x + shade * MIN (each, most);
      VasRect square = { x, rect.y + (rect.height - side) / 2, side, side };
      paint_swatch (scene, theme, square, VAS_FAMILY_KERNEL, shade);
      VasRect room = { x + side + SWATCH_SPACE * scale, rect.y,
                       MIN (each, most) - side - 2 * SWATCH_SPACE * scale, rect.height };
      vas_scene_text (scene, room, VAS_FONT_LABEL, dim, VAS_ALIGN_START, VAS_ELLIPSIS_END,
                      _ (SHADE_WORDS[shade]));
    }
}

void
vas_legend_paint (VasScene *scene, const VasSnapshot *snapshot, VasTheme theme, VasRect rect)
{
  g_return_if_fail (scene != NULL && snapshot != NULL);

  VasType *type = vas_scene_get_type_set (scene);
  double scale = vas_type_get_scale (type);
  guint columns = count_columns (type, rect.width), i = 0;
  double width = (rect.width - (columns - 1) * ENTRY_SPACE * scale) / columns;
  double height = ENTRY_HEIGHT * scale;
  guint rows = (count_families (snapshot) + columns - 1) / columns;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    {
      if (snapshot->totals.families[family].regions == 0)
        continue;
      VasRect entry = { rect.x + (i / rows) * (width + ENTRY_SPACE * scale),
                        rect.y + (i % rows) * height, width, height };
      paint_entry (scene, snapshot, theme, entry, family);
      i++;
    }
  paint_shades (scene, theme,
                (VasRect){ rect.x, rect.y + rows * height + SHADES_SPACE * scale, rect.width,
                           height });
}
