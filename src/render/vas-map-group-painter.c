/* Draws the columns of areas and objects, and the gaps between them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-map-painter-private.h"

#include "vas-display.h"
#include "vas-map-words.h"
#include "vas-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* In pixels of the design. */
#define ACCENT_WIDTH 3
#define LINE_SPACE 1
#define TOOTH_WIDTH 7
#define TOOTH_HEIGHT 3
#define BREAK_SPACE 10
#define MAX_LABEL_LINES 4

#define NO_BREAK_SPACE "\u00a0"

/* Breaks @text at spaces into lines no wider than @width; what is left over stays in the last. */
static guint
break_lines (const VasMapPainter *self, VasFont font, const char *text, double width,
             guint max_lines, char *lines[MAX_LABEL_LINES])
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize before = line->len;
      g_string_append_printf (line, "%s%s", before > 0 ? " " : "", words[i]);
      if (before == 0 || n + 1 == max_lines
          || vas_type_measure (self->type, font, line->str) <= width)
        continue;
      g_string_truncate (line, before);
      lines[n++] = g_strdup (line->str);
      g_string_assign (line, words[i]);
    }
  lines[n++] = g_strdup (line->str);
  return n;
}

/* "1.9 MiB, 6 regions", or the size alone where there is no room for both. */
static char *
describe_sum (const VasMapPainter *self, guint64 mapped, guint64 regions, double width)
{
  g_autofree char *both = vas_map_words_sum (mapped, regions);
  return vas_type_measure (self->type, VAS_FONT_SMALL, both) <= width ? g_steal_pointer (&both)
                                                                      : vas_display_size (mapped);
}

/* A name over several lines with a quieter line below it, centred in @room. */
static void
paint_name_and_sum (VasMapPainter *self, VasRect room, const char *name, const char *sum,
                    guint max_lines, VasColor color, VasColor dim, VasEllipsis ellipsis)
{
  double strong = vas_type_get_line_height (self->type, VAS_FONT_STRONG);
  double small = vas_type_get_line_height (self->type, VAS_FONT_SMALL) + LINE_SPACE * self->scale;
  if (room.height < strong)
    return;

  char *lines[MAX_LABEL_LINES] = { NULL };
  guint fitting = (guint) floor (room.height / strong);
  guint n = break_lines (self, VAS_FONT_STRONG, name, room.width,
                         MIN (MIN (fitting, max_lines), MAX_LABEL_LINES), lines);
  gboolean with_sum = room.height >= n * strong + small;
  double y = room.y + (room.height - n * strong - (with_sum ? small : 0)) / 2;
  for (guint i = 0; i < n; i++)
    {
      vas_scene_text (self->scene, (VasRect){ room.x, y, room.width, strong }, VAS_FONT_STRONG,
                      color, VAS_ALIGN_START, ellipsis, lines[i]);
      y += strong;
      g_free (lines[i]);
    }
  if (with_sum)
    vas_scene_text (self->scene,
                    (VasRect){ room.x, y + LINE_SPACE * self->scale, room.width,
                               small - LINE_SPACE * self->scale },
                    VAS_FONT_SMALL, dim, VAS_ALIGN_START, VAS_ELLIPSIS_END, sum);
}

/* "JavaScript heap (312 pieces)" breaks before the bracket, not inside it. */
static char *
name_area (const VasMapPainter *self, gsize index)
{
  g_autofree char *name = vas_words_area (self->snapshot, index);
  char *bracket = strrchr (name, '(');
  if (bracket == NULL)
    return g_steal_pointer (&name);
  g_autoptr (GString) tail = g_string_new (bracket);
  g_string_replace (tail, " ", NO_BREAK_SPACE, 0);
  *bracket = '\0';
  return g_strconcat (name, tail->str, NULL);
}

void
vas_map_paint_areas (VasMapPainter *self)
{
  if (self->columns->columns[VAS_MAP_AREA].width <= 0)
    return;
  VasColor card = vas_palette_get_tone (self->theme, VAS_TONE_CARD);
  VasColor text = vas_palette_get_tone (self->theme, VAS_TONE_TEXT);
  VasColor dim = vas_palette_get_tone (self->theme, VAS_TONE_TEXT_DIM);
  gsize n;
  const VasBlock *blocks = vas_map_cells_get_areas (self->cells, &n);
  for (gsize i = 0; i < n; i++)
    {
      const VasArea *area = &self->snapshot->grouping->areas[blocks[i].first];
      VasRect rect = vas_map_geometry_get_rows (self->geometry, VAS_MAP_AREA, blocks[i].row,
                                                blocks[i].end_row);
      rect = vas_map_painter_part (self, rect);
      vas_scene_fill (self->scene, rect, card, VAS_MAP_CORNER * self->scale);
      g_autofree char *name = name_area (self, blocks[i].first);
      VasRect room = vas_map_painter_pad (self, rect);
      g_autofree char *sum = describe_sum (self, area->mapped, area->n_regions, room.width);
      paint_name_and_sum (self, room, name, sum, MAX_LABEL_LINES, text, dim, VAS_ELLIPSIS_END);
    }
}

static gboolean
is_block_unmatched (const VasMapPainter *self, const VasBlock *block)
{
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (self->cells, &n);
  const VasCell *cell = vas_map_cells_find_cell (self->cells, block->row);
  for (; cell != NULL && cell < cells + n && cell->row < block->end_row; cell++)
    if (cell->kind != VAS_CELL_GAP && !vas_map_painter_is_unmatched (self, cell))
      return FALSE;
  return TRUE;
}

static void
paint_object (VasMapPainter *self, const VasBlock *block)
{
  VasRect rect
      = vas_map_geometry_get_rows (self->geometry, VAS_MAP_OBJECT, block->row, block->end_row);
  VasObject object = vas_snapshot_get_object (self->snapshot, block->first);
  VasColor tint = vas_palette_get_tint (self->theme, object.family);
  VasColor accent = vas_palette_get_fill (self->theme, object.family, VAS_SHADE_WRITABLE);
  if (is_block_unmatched (self, block))
    {
      tint = vas_palette_fade (self->theme, tint);
      accent = vas_palette_fade (self->theme, accent);
    }
  rect = vas_map_painter_part (self, rect);
  VasRect bar = rect;
  bar.width = ACCENT_WIDTH * self->scale;
  vas_scene_fill (self->scene, rect, tint, 0);
  vas_scene_fill (self->scene, bar, accent, 0);
  if (!vas_map_painter_fits (self, VAS_FONT_STRONG, rect.height))
    return;

  guint64 mapped = vas_grouping_get_mapped (self->snapshot->grouping, &object);
  g_autofree char *name = vas_words_object (self->snapshot, block->first);
  VasColor text = vas_palette_get_tone (self->theme, VAS_TONE_TEXT);
  VasRect room = vas_map_painter_pad (self, rect);
  room.x += ACCENT_WIDTH * self->scale;
  room.width = MAX (room.width - ACCENT_WIDTH * self->scale, 0);
  g_autofree char *sum = describe_sum (self, mapped, object.n_regions, room.width);
  /* Names of files tell more at both ends; words do at their beginning. */
  paint_name_and_sum (self, room, name, sum, 1, text, text,
                      strchr (name, ' ') != NULL ? VAS_ELLIPSIS_END : VAS_ELLIPSIS_MIDDLE);
}

/* Blocks of several objects each that stand one on another in the same area, as one. */
static VasBlock
join_thin_blocks (const VasMapPainter *self, const VasBlock *blocks, gsize n, gsize *n_joined)
{
  VasBlock joined = blocks[0];
  const VasBlock *area = vas_map_cells_find_area (self->cells, joined.row);
  gsize i = 1;
  for (; i < n && blocks[i].n > 1 && blocks[i].row == joined.end_row
         && vas_map_cells_find_area (self->cells, blocks[i].row) == area;
       i++)
    {
      joined.end_row = blocks[i].end_row;
      joined.n += blocks[i].n;
    }
  *n_joined = i;
  return joined;
}

/* What has no room for a name of its own: how many there are. The column beside shows what. */
static void
paint_thin_objects (VasMapPainter *self, const VasBlock *block)
{
  VasRect rect
      = vas_map_geometry_get_rows (self->geometry, VAS_MAP_OBJECT, block->row, block->end_row);
  vas_scene_fill (self->scene, rect, vas_palette_get_tone (self->theme, VAS_TONE_CARD), 0);
  if (!vas_map_painter_fits (self, VAS_FONT_STRONG, rect.height))
    return;

  gsize n;
  guint64 mapped = 0, regions = 0;
  const VasCell *cells = vas_map_cells_get_cells (self->cells, &n);
  for (const VasCell *cell = vas_map_cells_find_cell (self->cells, block->row);
       cell < cells + n && cell->row < block->end_row; cell++)
    {
      mapped += cell->mapped;
      regions += cell->n;
    }
  VasRect room = vas_map_painter_pad (self, rect);
  VasColor dim = vas_palette_get_tone (self->theme, VAS_TONE_TEXT_DIM);
  g_autofree char *count = vas_display_count (block->n);
  /* Translators: of the map's column of objects, where they are too thin to be named. */
  g_autofree char *name = g_strdup_printf (ngettext ("%s object", "%s objects", block->n), count);
  g_autofree char *sum = describe_sum (self, mapped, regions, room.width);
  paint_name_and_sum (self, room, name, sum, 1, dim, dim, VAS_ELLIPSIS_END);
}

void
vas_map_paint_objects (VasMapPainter *self)
{
  gsize n, n_joined;
  const VasBlock *blocks = vas_map_cells_get_objects (self->cells, &n);
  for (gsize i = 0; i < n; i += n_joined)
    {
      n_joined = 1;
      if (blocks[i].n == 1)
        {
          paint_object (self, &blocks[i]);
          continue;
        }
      VasBlock joined = join_thin_blocks (self, blocks + i, n - i, &n_joined);
      paint_thin_objects (self, &joined);
    }
}

/* From the first column that shows nothing in these rows to the right end. */
static VasRect
find_gap_rect (const VasMapPainter *self, const VasCell *cell)
{
  VasMapColumn from = VAS_MAP_AREA;
  if (vas_map_cells_find_object (self->cells, cell->row) != NULL)
    from = VAS_MAP_REGION;
  else if (vas_map_cells_find_area (self->cells, cell->row) != NULL
           || self->columns->columns[VAS_MAP_AREA].width <= 0)
    from = VAS_MAP_OBJECT;
  VasRect rect = vas_map_geometry_get_rows (self->geometry, from, cell->row, cell->end_row);
  VasRect body = vas_map_geometry_get_body (self->geometry);
  rect.width = body.x + body.width - rect.x;
  return rect;
}

/* The axis is broken here: a torn line to both sides of what is said about the gap. */
static void
paint_break (VasMapPainter *self, VasRect rect, double label_width)
{
  VasColor color = vas_palette_get_tone (self->theme, VAS_TONE_BREAK);
  double tooth = TOOTH_WIDTH * self->scale, height = TOOTH_HEIGHT * self->scale;
  double space = label_width > 0 ? BREAK_SPACE * self->scale : 0;
  double side = (rect.width - label_width) / 2 - space;
  if (rect.height < height || side < tooth)
    return;
  VasRect line = { rect.x, rect.y + (rect.height - height) / 2, side, height };
  vas_scene_zigzag (self->scene, line, color, tooth);
  line.x = rect.x + rect.width - side;
  vas_scene_zigzag (self->scene, line, color, tooth);
}

static void
paint_gap (VasMapPainter *self, const VasCell *cell)
{
  VasRect rect = find_gap_rect (self, cell);
  gsize span_index = 2 * (gsize) cell->first;
  VasSpan span = vas_layout_get_span (self->layout, span_index);
  double width = 0;
  if (vas_map_painter_fits (self, VAS_FONT_LABEL, rect.height) && span.end > span.start)
    {
      g_autofree char *text = vas_map_words_gap (self->layout, span_index);
      width = vas_scene_text (self->scene, vas_map_painter_pad (self, rect), VAS_FONT_LABEL,
                              vas_palette_get_tone (self->theme, VAS_TONE_TEXT_DIM),
                              VAS_ALIGN_CENTER, VAS_ELLIPSIS_END, text);
    }
  if (span.end - span.start >= VAS_ISLAND_GAP)
    paint_break (self, rect, width);
}

void
vas_map_paint_gaps (VasMapPainter *self)
{
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (self->cells, &n);
  for (gsize i = 0; i < n; i++)
    if (cells[i].kind == VAS_CELL_GAP)
      paint_gap (self, &cells[i]);
}
