/* The legend of a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-legend.h"

#include "vas-display.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In pixels of the design. */
#define ENTRY_HEIGHT 18
#define ENTRY_SPACE 16
#define MOST_ENTRY_SPACE 60
#define ROUNDING 0.01
#define SWATCH 11
#define SWATCH_SPACE 8
#define HATCH_SPACING 4
#define SHADES_SPACE 8
#define SHADE_WIDTH 122

enum
{
  N_SWATCHES = 3,
  MAX_COLUMNS = 5,
};

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

/* How much there is of a family, with the number of regions where there is room for that. */
static char *
describe_sum (const VasSum *sum, gboolean is_full)
{
  g_autofree char *mapped = vas_display_size (sum->mapped);
  if (!is_full)
    return g_steal_pointer (&mapped);
  g_autofree char *count = vas_display_count (sum->regions);
  /* Translators: in the legend, after a family's name: a number of regions and their size. */
  return g_strdup_printf (ngettext ("%s region, %s", "%s regions, %s", sum->regions), count, mapped);
}

static double
measure_entry (const VasSnapshot *snapshot, VasType *type, guint family, gboolean is_full)
{
  g_autofree char *text = describe_sum (&snapshot->totals.families[family], is_full);
  return vas_type_measure (type, VAS_FONT_STRONG, vas_family_get_label (family))
         + vas_type_measure (type, VAS_FONT_LABEL, text)
         + ((is_full ? N_SWATCHES : 1) * SWATCH + 2 * SWATCH_SPACE) * vas_type_get_scale (type);
}

/* Where each column begins and how wide its entries are. */
typedef struct
{
  guint n_columns;
  guint n_rows;
  gboolean is_full;
  double widths[MAX_COLUMNS];
} Grid;

/* Whether the entries fit into so many columns, each as wide as its widest entry. */
static gboolean
try_columns (Grid *grid, const VasSnapshot *snapshot, VasType *type, double width)
{
  double space = ENTRY_SPACE * vas_type_get_scale (type), sum = -space;
  guint n = count_families (snapshot), i = 0;
  grid->n_rows = (n + grid->n_columns - 1) / grid->n_columns;
  memset (grid->widths, 0, sizeof grid->widths);
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    if (snapshot->totals.families[family].regions > 0)
      {
        double *widest = &grid->widths[i++ / grid->n_rows];
        *widest = MAX (*widest, measure_entry (snapshot, type, family, grid->is_full));
      }
  for (guint column = 0; column < grid->n_columns; column++)
    sum += grid->widths[column] + space;
  return sum <= width;
}

/* As many columns as fit, two at least; if need be with one shade each and without the numbers of
 * regions. */
static Grid
arrange (const VasSnapshot *snapshot, VasType *type, double width)
{
  Grid grid = { .is_full = TRUE };
  for (grid.n_columns = MAX_COLUMNS; grid.n_columns >= 2; grid.n_columns--)
    if (try_columns (&grid, snapshot, type, width))
      return grid;
  grid.is_full = FALSE;
  for (grid.n_columns = 2; grid.n_columns > 1; grid.n_columns--)
    if (try_columns (&grid, snapshot, type, width))
      return grid;
  try_columns (&grid, snapshot, type, width);
  return grid;
}

double
vas_legend_measure (const VasSnapshot *snapshot, VasType *type, double width)
{
  g_return_val_if_fail (snapshot != NULL && type != NULL, 0);
  Grid grid = arrange (snapshot, type, width);
  return ((grid.n_rows + 1) * ENTRY_HEIGHT + SHADES_SPACE) * vas_type_get_scale (type);
}

static void
paint_swatch (VasScene *scene, VasTheme theme, VasRect rect, guint family, VasShade shade)
{
  vas_scene_fill (scene, rect, vas_palette_get_fill (theme, family, shade), 0);
  if (shade == VAS_SHADE_NO_ACCESS)
    vas_scene_hatch (scene, rect, vas_palette_get_hatch (theme, family),
                     HATCH_SPACING * vas_type_get_scale (vas_scene_get_type_set (scene)));
}

/* Squares in its colours, the family's name, and how much of it there is. */
static void
paint_entry (VasScene *scene, const VasSnapshot *snapshot, VasTheme theme, VasRect rect,
             guint family, gboolean is_full)
{
  static const VasShade SHOWN[N_SWATCHES] = { VAS_SHADE_CODE, VAS_SHADE_WRITABLE, VAS_SHADE_READ_ONLY };
  double scale = vas_type_get_scale (vas_scene_get_type_set (scene)), side = SWATCH * scale;
  const VasSum *sum = &snapshot->totals.families[family];
  double end = rect.x + rect.width;
  VasRect square = { rect.x, rect.y + (rect.height - side) / 2, side, side };
  for (guint i = 0; i < N_SWATCHES; i++)
    {
      if (!is_full && SHOWN[i] != VAS_SHADE_WRITABLE)
        continue;
      paint_swatch (scene, theme, square, family,
                    family == VAS_FAMILY_NONE ? VAS_SHADE_NO_ACCESS : SHOWN[i]);
      square.x += side;
    }

  rect.x = square.x + SWATCH_SPACE * scale;
  rect.width = end - rect.x;
  rect.x += vas_scene_text (scene, rect, VAS_FONT_STRONG, vas_palette_get_tone (theme, VAS_TONE_TEXT),
                            VAS_ALIGN_START, VAS_ELLIPSIS_END, vas_family_get_label (family));
  rect.x += SWATCH_SPACE * scale;
  rect.width = end - rect.x;
  g_autofree char *text = describe_sum (sum, is_full);
  vas_scene_text (scene, rect, VAS_FONT_LABEL, vas_palette_get_tone (theme, VAS_TONE_TEXT_DIM),
                  VAS_ALIGN_START, VAS_ELLIPSIS_END, text);
}

/* What dark, middle and light mean, once for all families. */
static void
paint_shades (VasScene *scene, VasTheme theme, VasRect rect)
{
  double scale = vas_type_get_scale (vas_scene_get_type_set (scene)), side = SWATCH * scale;
  VasColor dim = vas_palette_get_tone (theme, VAS_TONE_TEXT_DIM);
  double each = rect.width / VAS_N_SHADES, most = SHADE_WIDTH * scale;
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
  Grid grid = arrange (snapshot, type, rect.width);
  double height = ENTRY_HEIGHT * scale, used = 0;
  for (guint column = 0; column < grid.n_columns; column++)
    used += grid.widths[column];
  double space = grid.n_columns > 1 ? (rect.width - used) / (grid.n_columns - 1) : 0;
  space = MIN (space, MOST_ENTRY_SPACE * scale);
  double x = rect.x;
  guint i = 0;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    {
      if (snapshot->totals.families[family].regions == 0)
        continue;
      double width = grid.widths[i / grid.n_rows] + ROUNDING;
      VasRect entry = { x, rect.y + (i % grid.n_rows) * height, width, height };
      paint_entry (scene, snapshot, theme, entry, family, grid.is_full);
      if (++i % grid.n_rows == 0)
        x += width + space - ROUNDING;
    }
  paint_shades (scene, theme,
                (VasRect){ rect.x, rect.y + grid.n_rows * height + SHADES_SPACE * scale, rect.width,
                           height });
}
