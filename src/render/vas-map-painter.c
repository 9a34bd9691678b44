/* Draws a geometry of the map into a scene: what stands around its columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-painter.h"

#include "vas-map-painter-private.h"

/* In pixels of the design. */
#define TICK_LENGTH 6
#define TICK_SPACE 4
#define PARTED_FROM 6   /* what is less tall has no hairline below it */
#define WINDOW_LINE 2
#define WINDOW_FADE 0.55f

VasRect
vas_map_painter_part (const VasMapPainter *self, VasRect rect)
{
  double line = MAX (self->scale, self->pixel);
  line = self->pixel * (guint) (line / self->pixel + 0.5);
  if (rect.height >= PARTED_FROM * self->scale)
    rect.height -= line;
  return rect;
}

VasRect
vas_map_painter_pad (const VasMapPainter *self, VasRect rect)
{
  double padding = VAS_MAP_PADDING * self->scale;
  return (VasRect){ rect.x + padding, rect.y, MAX (rect.width - 2 * padding, 0), rect.height };
}

gboolean
vas_map_painter_fits (const VasMapPainter *self, VasFont font, double height)
{
  return height >= vas_type_get_line_height (self->type, font);
}

gboolean
vas_map_painter_is_unmatched (const VasMapPainter *self, const VasCell *cell)
{
  const VasMix *mixes = vas_map_cells_get_mixes (self->cells, cell);
  for (guint i = 0; i < cell->n_mix; i++)
    if (mixes[i].matched)
      return FALSE;
  return cell->n_mix > 0;
}

static void
paint_headings (VasMapPainter *self)
{
  VasColor color = vas_palette_get_tone (self->theme, VAS_TONE_TEXT_DIM);
  for (guint i = 0; i < VAS_N_MAP_COLUMNS; i++)
    {
      VasRect room = self->columns->headings[i];
      if (i == VAS_MAP_RULER)
        room.width -= (TICK_LENGTH + TICK_SPACE) * self->scale;
      else
        {
          room.x += VAS_MAP_PADDING * self->scale;
          room.width -= VAS_MAP_PADDING * self->scale;
        }
      vas_scene_text (self->scene, room, VAS_FONT_HEADING, color,
                      i == VAS_MAP_RULER ? VAS_ALIGN_END : VAS_ALIGN_START, VAS_ELLIPSIS_END,
                      vas_map_column_get_title (i));
    }
}

/* The digits that are those of the label above stand back, so that the eye finds what changes. */
static void
paint_address (VasMapPainter *self, VasRect room, const VasTick *tick)
{
  g_autofree char *shared = g_strndup (tick->text, tick->n_shared);
  VasColor color = vas_palette_get_tone (self->theme, VAS_TONE_TEXT);
  VasColor dim = vas_palette_get_tone (self->theme, VAS_TONE_TEXT_DIM);
  double width = vas_scene_text (self->scene, room, VAS_FONT_MONO, color, VAS_ALIGN_END,
                                 VAS_ELLIPSIS_START, tick->text + tick->n_shared);
  room.width -= width;
  vas_scene_text (self->scene, room, VAS_FONT_MONO, dim, VAS_ALIGN_END, VAS_ELLIPSIS_START,
                  shared);
}

static void
paint_ruler (VasMapPainter *self)
{
  VasRect column = self->columns->columns[VAS_MAP_RULER];
  VasColor rule = vas_palette_get_tone (self->theme, VAS_TONE_RULE);
  double line_height = vas_type_get_line_height (self->type, VAS_FONT_MONO);
  double right = column.x + column.width - TICK_SPACE * self->scale;
  gsize n;
  const VasTick *ticks = vas_map_geometry_get_ticks (self->geometry, &n);
  for (gsize i = 0; i < n; i++)
    {
      double y = column.y + ticks[i].row * self->pixel;
      double line = MAX (self->scale, self->pixel);
      double top = MIN (MAX (y - line, column.y), column.y + column.height - line);
      vas_scene_fill (self->scene,
                      (VasRect){ right - TICK_LENGTH * self->scale, top,
                                 TICK_LENGTH * self->scale, line },
                      rule, 0);
      double text_top = CLAMP (y - line_height / 2, column.y,
                               MAX (column.y + column.height - line_height, column.y));
      paint_address (self,
                     (VasRect){ column.x, text_top,
                                right - (TICK_LENGTH + TICK_SPACE) * self->scale - column.x,
                                line_height },
                     &ticks[i]);
    }
}

/* In a strip so narrow a row shows what most of it is, whether a filter matches that or not. */
static const VasMix *
find_main_mix (const VasMapCells *cells, const VasCell *cell)
{
  const VasMix *mixes = vas_map_cells_get_mixes (cells, cell), *best = NULL;
  float most = 0;
  for (guint i = 0; i < cell->n_mix; i++)
    {
      gboolean is_split = i > 0 && mixes[i].family == mixes[i - 1].family
                          && mixes[i].shade == mixes[i - 1].shade;
      float share = mixes[i].share + (is_split ? mixes[i - 1].share : 0);
      if (share > most)
        best = &mixes[i];
      most = MAX (most, share);
    }
  return best;
}

static void
paint_window (VasMapPainter *self, VasRect strip)
{
  VasRect window = vas_map_geometry_get_window (self->geometry);
  VasColor veil = vas_palette_get_tone (self->theme, VAS_TONE_PAPER);
  double end = window.y + window.height;
  veil.alpha = WINDOW_FADE;
  vas_scene_fill (self->scene, (VasRect){ strip.x, strip.y, strip.width, window.y - strip.y }, veil,
                  0);
  vas_scene_fill (self->scene,
                  (VasRect){ strip.x, end, strip.width, strip.y + strip.height - end }, veil, 0);
  double outset = WINDOW_LINE * self->scale;
  vas_scene_outline (self->scene,
                     (VasRect){ window.x - outset, window.y - outset / 2,
                                window.width + 2 * outset, window.height + outset },
                     vas_palette_get_tone (self->theme, VAS_TONE_SELECTION), outset);
}

static VasColor
find_overview_color (const VasMapPainter *self, const VasMix *mix)
{
  return mix->shade == VAS_SHADE_NO_ACCESS
             ? vas_palette_get_hatch (self->theme, mix->family)
             : vas_palette_get_fill (self->theme, mix->family, mix->shade);
}

static gboolean
is_same_look (const VasMix *a, const VasMix *b)
{
  return a != NULL && b != NULL && a->family == b->family && a->shade == b->shade;
}

/* Neighbours of one colour are one rectangle. */
static void
paint_overview (VasMapPainter *self)
{
  const VasMapCells *cells = vas_map_geometry_get_overview (self->geometry);
  if (cells == NULL)
    return;
  VasRect strip = self->columns->columns[VAS_MAP_OVERVIEW];
  vas_scene_fill (self->scene, strip, vas_palette_get_tone (self->theme, VAS_TONE_CARD), 0);
  gsize n, next;
  const VasCell *all = vas_map_cells_get_cells (cells, &n);
  for (gsize i = 0; i < n; i = next)
    {
      const VasMix *mix = find_main_mix (cells, &all[i]);
      for (next = i + 1; next < n && is_same_look (mix, find_main_mix (cells, &all[next])); next++)
        continue;
      if (mix == NULL)
        continue;
      VasRect rect = vas_map_geometry_get_rows (self->geometry, VAS_MAP_OVERVIEW, all[i].row,
                                                all[next - 1].end_row);
      vas_scene_fill (self->scene, rect, find_overview_color (self, mix), 0);
    }
  if (!vas_viewport_is_whole (vas_map_geometry_get_viewport (self->geometry)))
    paint_window (self, strip);
}

void
vas_map_paint (VasScene *scene, const VasMapGeometry *geometry, VasTheme theme,
               VasMapNaming naming)
{
  g_return_if_fail (scene != NULL && geometry != NULL && (guint) theme < VAS_N_THEMES);

  VasType *type = vas_map_geometry_get_type_set (geometry);
  VasMapPainter self = {
    .scene = scene,
    .geometry = geometry,
    .columns = vas_map_geometry_get_columns (geometry),
    .cells = vas_map_geometry_get_cells (geometry),
    .layout = vas_map_geometry_get_layout (geometry),
    .snapshot = vas_map_geometry_get_snapshot (geometry),
    .type = type,
    .theme = theme,
    .naming = naming,
    .scale = vas_type_get_scale (type),
    .pixel = 1 / vas_map_geometry_get_pixel_ratio (geometry),
  };
  paint_headings (&self);
  paint_overview (&self);
  vas_map_paint_areas (&self);
  vas_map_paint_objects (&self);
  vas_map_paint_regions (&self);
  vas_map_paint_gaps (&self);
  vas_map_paint_marks (&self);
  paint_ruler (&self);
}
