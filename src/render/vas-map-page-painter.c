/* Draws the borders between the pages of a region, where one comes near enough to see pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-painter-private.h"

#include <math.h>

/* In pixels of the design. */
#define LEAST_PAGE 5          /* a page so tall has its border marked at the edge */
#define LEAST_LINED_PAGE 20   /* and one so tall, across */
#define PAGE_TICK 4
#define PAGE_LINE_ALPHA 0.22f

/* Marks of the scene, by their indices. */
typedef struct
{
  gsize first;
  gsize end;
} Marks;

static gboolean
strikes_words (const VasMapPainter *self, Marks words, double y)
{
  gsize n;
  const VasMark *marks = vas_scene_get_marks (self->scene, &n);
  for (gsize i = words.first; i < words.end; i++)
    if (marks[i].kind == VAS_MARK_TEXT && y + self->pixel > marks[i].rect.y
        && y < marks[i].rect.y + marks[i].rect.height)
      return TRUE;
  return FALSE;
}

void
vas_map_paint_pages (VasMapPainter *self, const VasCell *cell, VasRect rect, gsize first_mark)
{
  VasSpan span = vas_layout_get_span (self->layout, 2 * (gsize) cell->first + 1);
  VasViewport viewport = vas_map_geometry_get_viewport (self->geometry);
  double pages = (double) (span.end - span.start) / (double) self->snapshot->page_size;
  double height = self->columns->columns[VAS_MAP_REGION].height;
  double page_height = (span.bottom - span.top) / viewport.extent * height / pages;
  if (pages < 2 || page_height < LEAST_PAGE * self->scale)
    return;

  const VasMix *mix = vas_map_cells_get_mixes (self->cells, cell);
  VasColor line = vas_palette_get_ink (
      self->theme, vas_palette_get_fill (self->theme, mix->family, mix->shade));
  line.alpha = PAGE_LINE_ALPHA;
  gboolean is_lined = page_height >= LEAST_LINED_PAGE * self->scale;
  Marks words = { .first = first_mark };
  vas_scene_get_marks (self->scene, &words.end);
  double top = self->columns->columns[VAS_MAP_REGION].y
               + vas_viewport_to_window (viewport, span.top) * height;
  double first = MAX (ceil ((rect.y - top) / page_height), 1);
  for (double i = first; i < pages && top + i * page_height < rect.y + rect.height; i++)
    {
      double y = round ((top + i * page_height) / self->pixel) * self->pixel;
      gboolean is_across = is_lined && !strikes_words (self, words, y);
      double width = is_across ? rect.width : PAGE_TICK * self->scale;
      vas_scene_fill (self->scene, (VasRect){ rect.x, y, width, self->pixel }, line, 0);
    }
}
