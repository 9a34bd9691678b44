/* What the painters of the map's columns share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-painter.h"

typedef struct
{
  VasScene *scene;
  const VasMapGeometry *geometry;
  const VasMapColumns *columns;
  const VasMapCells *cells;
  const VasLayout *layout;
  const VasSnapshot *snapshot;
  VasType *type;
  VasTheme theme;
  VasMapNaming naming;
  double scale; /* logical pixels of one pixel of the design */
  double pixel; /* logical pixels of one device pixel */
} VasMapPainter;

/** In pixels of the design, as all constants of the painters. */
#define VAS_MAP_PADDING 7
#define VAS_MAP_HATCH_SPACING 6
#define VAS_MAP_CORNER 2.5

void vas_map_paint_areas (VasMapPainter *self);
void vas_map_paint_objects (VasMapPainter *self);
void vas_map_paint_regions (VasMapPainter *self);
void vas_map_paint_gaps (VasMapPainter *self);
void vas_map_paint_marks (VasMapPainter *self);

/** vas_map_paint_pages: the borders of the pages of @cell, one region drawn in @rect, whose words
 *  are among the marks from @first_mark on: no border strikes them out. */
void vas_map_paint_pages (VasMapPainter *self, const VasCell *cell, VasRect rect, gsize first_mark);

/** vas_map_painter_part: @rect without the hairline that parts it from what is below; thin ones
 *  keep all they have. */
VasRect vas_map_painter_part (const VasMapPainter *self, VasRect rect);
/** vas_map_painter_pad: @rect without the padding left and right. */
VasRect vas_map_painter_pad (const VasMapPainter *self, VasRect rect);
/** vas_map_painter_fits: whether a line of @font has room in @height. */
gboolean vas_map_painter_fits (const VasMapPainter *self, VasFont font, double height);
/** vas_map_painter_is_unmatched: whether a filter is set and leaves all of a cell out. */
gboolean vas_map_painter_is_unmatched (const VasMapPainter *self, const VasCell *cell);
