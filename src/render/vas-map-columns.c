/* Where the columns of the map stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-map-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In logical pixels at scale 1. */
#define HEADING_HEIGHT 26
#define OVERVIEW_WIDTH 14
#define OVERVIEW_SPACE 10
#define TICK_SPACE 14  /* the ruler's, for its ticks */
#define COLUMN_SPACE 3
#define ROOMY_WIDTH 560

enum
{
  USER_DIGITS = 12,
};

/* Columns that share what is left: part of it, and bounds. */
typedef struct
{
  VasMapColumn column;
  double part;
  double least;
  double most;
} Share;

static const Share SHARES[] = {
  { VAS_MAP_AREA, 0.17, 80, 150 },
  { VAS_MAP_OBJECT, 0.30, 84, 300 },
  { VAS_MAP_RESIDENT, 0.12, 50, 110 },
};
/* Below this the column of regions says nothing: others give way, these first. */
#define LEAST_REGION 96
static const VasMapColumn DISPENSABLE[] = { VAS_MAP_RESIDENT, VAS_MAP_AREA };

static double
snap (double value, double pixel_ratio)
{
  return round (value * pixel_ratio) / pixel_ratio;
}

/* The addresses of [vsyscall] are longer than all others: where room is scarce they are shortened. */
static double
measure_ruler (VasType *type, guint n_digits, double width)
{
  gboolean is_roomy = width >= ROOMY_WIDTH * vas_type_get_scale (type);
  g_autofree char *zeros = g_strnfill (is_roomy ? n_digits : MIN (n_digits, USER_DIGITS), '0');
  /* A pixel more, as the borders of columns are set on device pixels. */
  return ceil (vas_type_measure (type, VAS_FONT_MONO, zeros)) + 1
         + TICK_SPACE * vas_type_get_scale (type);
}

static double
sum_widths (const double *widths, double space)
{
  double sum = 0;
  for (guint i = 0; i < VAS_N_MAP_COLUMNS; i++)
    sum += widths[i] > 0 ? widths[i] + (i == VAS_MAP_OVERVIEW ? 0 : space) : 0;
  return sum;
}

/* Gives the columns their widths; the regions take what the others leave. */
static void
share_width (double *widths, double width, double scale, gboolean with_resident)
{
  double space = COLUMN_SPACE * scale;
  double rest = MAX (width - sum_widths (widths, space), 0);
  for (guint i = 0; i < G_N_ELEMENTS (SHARES); i++)
    if (with_resident || SHARES[i].column != VAS_MAP_RESIDENT)
      widths[SHARES[i].column]
          = CLAMP (SHARES[i].part * rest, SHARES[i].least * scale, SHARES[i].most * scale);
  for (guint i = 0; i < G_N_ELEMENTS (DISPENSABLE); i++)
    if (width - sum_widths (widths, space) < LEAST_REGION * scale)
      widths[DISPENSABLE[i]] = 0;
  widths[VAS_MAP_REGION] = MAX (width - sum_widths (widths, space), 1);
}

VasMapColumns
vas_map_columns_arrange (VasRect frame, VasType *type, guint n_digits, gboolean with_overview,
                         gboolean with_resident, double pixel_ratio)
{
  double scale = vas_type_get_scale (type), widths[VAS_N_MAP_COLUMNS] = { 0 };
  if (with_overview)
    widths[VAS_MAP_OVERVIEW] = (OVERVIEW_WIDTH + OVERVIEW_SPACE) * scale;
  widths[VAS_MAP_RULER] = measure_ruler (type, n_digits, frame.width);
  share_width (widths, frame.width, scale, with_resident);

  VasMapColumns self = { 0 };
  double heading = snap (MIN (HEADING_HEIGHT * scale, frame.height), pixel_ratio);
  double x = frame.x;
  for (guint i = 0; i < VAS_N_MAP_COLUMNS; i++)
    {
      if (widths[i] <= 0)
        continue;
      double left = snap (x, pixel_ratio), right = snap (x + widths[i], pixel_ratio);
      x += widths[i] + (i == VAS_MAP_OVERVIEW || i == VAS_MAP_RULER ? 0 : COLUMN_SPACE * scale);
      if (i == VAS_MAP_OVERVIEW)
        right = snap (left + OVERVIEW_WIDTH * scale, pixel_ratio);
      self.headings[i] = (VasRect){ left, frame.y, right - left, heading };
      self.columns[i] = (VasRect){ left, frame.y + heading, right - left,
                                   MAX (frame.height - heading, 0) };
    }
  return self;
}

const char *
vas_map_column_get_title (VasMapColumn column)
{
  static const char *const TITLES[VAS_N_MAP_COLUMNS] = {
    [VAS_MAP_OVERVIEW] = "",
    /* Translators: headings of the map's columns. Keep them short. */
    [VAS_MAP_RULER] = N_("Address"),
    [VAS_MAP_AREA] = N_("Area"),
    [VAS_MAP_OBJECT] = N_("Object"),
    [VAS_MAP_REGION] = N_("Region"),
    [VAS_MAP_RESIDENT] = N_("In RAM"),
  };
  g_return_val_if_fail (column < VAS_N_MAP_COLUMNS, "");
  return column == VAS_MAP_OVERVIEW ? "" : _ (TITLES[column]);
}
