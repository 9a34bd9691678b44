/* Draws the columns of regions and of their share in RAM.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-painter-private.h"

#include "vas-display.h"
#include "vas-map-words.h"

#include <math.h>

/* In pixels of the design. */
#define SIZE_ROOM 52
#define WORD_SPACE 9
#define LEAST_KIND_WIDTH 34   /* below that a column leaves room to what follows */
#define LEAST_PLACE_WIDTH 110

/* One band: a region, or a part of one. */
typedef struct
{
  gsize region;
  const VasVerdict *verdict;
  guint64 size;
  VasRect rect;
  guint family;
  VasShade shade;
  gboolean faded;
} Band;

static void
fill (VasMapPainter *self, VasRect rect, guint family, VasShade shade, gboolean faded)
{
  VasColor color = vas_palette_get_fill (self->theme, family, shade);
  vas_scene_fill (self->scene, rect, faded ? vas_palette_fade (self->theme, color) : color, 0);
  if (shade != VAS_SHADE_NO_ACCESS)
    return;
  VasColor hatch = vas_palette_get_hatch (self->theme, family);
  vas_scene_hatch (self->scene, rect, faded ? vas_palette_fade (self->theme, hatch) : hatch,
                   VAS_MAP_HATCH_SPACING * self->scale);
}

static VasColor
find_ground (const VasMapPainter *self, const Band *band)
{
  VasColor color = vas_palette_get_fill (self->theme, band->family, band->shade);
  return band->faded ? vas_palette_fade (self->theme, color) : color;
}

/* Letters, size, what it is, where it comes from: as many of them as there is room for. */
static void
paint_words (VasMapPainter *self, const Band *band)
{
  const VasRegion *r = vas_snapshot_get_region (self->snapshot, band->region);
  VasRect room = vas_map_painter_pad (self, band->rect);
  VasColor ink = vas_palette_get_ink (self->theme, find_ground (self, band));
  VasColor dim = vas_palette_get_dim_ink (self->theme, find_ground (self, band));
  if (band->faded)
    ink = dim;
  double space = WORD_SPACE * self->scale;
  char perms[VAS_PERMS_BYTES];
  vas_perms_print (r->perms, perms);
  g_autofree char *size = vas_display_size (band->size);
  g_autofree char *what = vas_map_words_verdict (self->snapshot, band->region, band->verdict);

  double perms_width = vas_type_measure (self->type, VAS_FONT_MONO, perms);
  double size_width = SIZE_ROOM * self->scale;
  double left = room.width - perms_width - space - LEAST_KIND_WIDTH * self->scale;
  double end = room.x + room.width;
  room.width = perms_width + 1;
  vas_scene_text (self->scene, room, VAS_FONT_MONO, ink, VAS_ALIGN_START, VAS_ELLIPSIS_END, perms);
  room.x += perms_width + space;
  if (left >= size_width + space)
    {
      room.width = size_width;
      vas_scene_text (self->scene, room, VAS_FONT_LABEL, ink, VAS_ALIGN_END, VAS_ELLIPSIS_END, size);
      room.x += size_width + space;
    }
  room.width = MAX (end - room.x, 0);
  room.x += vas_scene_text (self->scene, room, VAS_FONT_LABEL, ink, VAS_ALIGN_START,
                            VAS_ELLIPSIS_END, what);
  room.x += 2 * space;
  room.width = end - room.x;
  if (room.width < LEAST_PLACE_WIDTH * self->scale)
    return;
  g_autofree char *place = vas_map_words_place (self->snapshot, band->region);
  vas_scene_text (self->scene, room, VAS_FONT_SMALL, dim, VAS_ALIGN_END, VAS_ELLIPSIS_START,
                  place);
}

static void
paint_band (VasMapPainter *self, const Band *band)
{
  fill (self, band->rect, band->family, band->shade, band->faded);
  if (vas_map_painter_fits (self, VAS_FONT_LABEL, band->rect.height))
    paint_words (self, band);
}

/* Where addresses of a region's parts lie, cut to its cell and set on device pixels. */
static double
find_y (const VasMapPainter *self, guint64 address, VasRect rect)
{
  const VasRect *column = &self->columns->columns[VAS_MAP_REGION];
  double position = vas_layout_address_to_position (self->layout, address);
  double window
      = vas_viewport_to_window (vas_map_geometry_get_viewport (self->geometry), position);
  double y = column->y + round (window * column->height / self->pixel) * self->pixel;
  return CLAMP (y, rect.y, rect.y + rect.height);
}

/* Adds a band over `[start, end)` of the region, if that has a row. */
static void
add_piece (const VasMapPainter *self, GArray *pieces, const Band *whole, guint64 start, guint64 end,
           const VasVerdict *verdict)
{
  double a = find_y (self, start, whole->rect), b = find_y (self, end, whole->rect);
  if (a == b)
    return;
  Band piece = *whole;
  piece.size = end - start;
  piece.verdict = verdict;
  guint family = vas_kind_get_family (verdict->kind);
  piece.family = family == VAS_FAMILY_NONE ? whole->family : family;
  piece.rect.y = MIN (a, b);
  piece.rect.height = fabs (b - a);
  piece.rect = vas_map_painter_part (self, piece.rect);
  g_array_append_val (pieces, piece);
}

/* The parts, and what lies between them, from the lowest address on. */
static GArray *
list_pieces (const VasMapPainter *self, const Band *whole, const VasPart *parts, gsize n)
{
  const VasRegion *r = vas_snapshot_get_region (self->snapshot, whole->region);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Band));
  guint64 at = r->start;
  for (gsize i = 0; i < n; i++)
    {
      if (parts[i].start > at)
        add_piece (self, pieces, whole, at, parts[i].start, whole->verdict);
      add_piece (self, pieces, whole, parts[i].start, parts[i].end, &parts[i].verdict);
      at = parts[i].end;
    }
  if (at < r->end)
    add_piece (self, pieces, whole, at, r->end, whole->verdict);
  return pieces;
}

/* Where the others are too thin for words, the one with the region's own words speaks for all of
 * it: its own size alone would contradict the size of the object beside it. */
static void
paint_parts (VasMapPainter *self, const Band *whole, const VasPart *parts, gsize n)
{
  g_autoptr (GArray) pieces = list_pieces (self, whole, parts, n);
  guint n_with_words = 0;
  for (guint i = 0; i < pieces->len; i++)
    n_with_words += vas_map_painter_fits (self, VAS_FONT_LABEL,
                                          g_array_index (pieces, Band, i).rect.height);
  for (guint i = 0; i < pieces->len; i++)
    {
      Band *piece = &g_array_index (pieces, Band, i);
      if (n_with_words == 1 && piece->verdict == whole->verdict)
        piece->size = whole->size;
      paint_band (self, piece);
    }
}

static void
paint_region (VasMapPainter *self, const VasCell *cell, VasRect rect)
{
  const VasMix *mix = vas_map_cells_get_mixes (self->cells, cell);
  Band band = {
    .region = cell->first,
    .verdict = vas_snapshot_get_verdict (self->snapshot, cell->first),
    .size = cell->mapped,
    .rect = rect,
    .family = mix->family,
    .shade = mix->shade,
    .faded = !mix->matched,
  };
  gsize n;
  const VasPart *parts = vas_snapshot_get_parts (self->snapshot, cell->first, &n);
  gsize first_mark;
  vas_scene_get_marks (self->scene, &first_mark);
  if (n > 0)
    {
      /* Between parts shows what is below them: not the page, which parts regions. */
      fill (self, rect, band.family, band.shade, TRUE);
      paint_parts (self, &band, parts, n);
    }
  else
    paint_band (self, &band);
  vas_map_paint_pages (self, cell, rect, first_mark);
}

/* What a row holds of each colour, side by side: the same ink as if one came nearer. */
static void
paint_mix (VasMapPainter *self, const VasCell *cell, VasRect rect)
{
  const VasMix *mixes = vas_map_cells_get_mixes (self->cells, cell);
  double x = rect.x, end = rect.x + rect.width, sum = 0;
  for (guint i = 0; i < cell->n_mix; i++)
    {
      sum += mixes[i].share;
      double next = MIN (rect.x + round (sum * rect.width / self->pixel) * self->pixel, end);
      /* None is dropped, however small its part. */
      next = MAX (next, MIN (x + self->pixel, end));
      fill (self, (VasRect){ x, rect.y, next - x, rect.height }, mixes[i].family, mixes[i].shade,
            !mixes[i].matched);
      x = next;
    }
}

static void
paint_resident (VasMapPainter *self, const VasCell *cell)
{
  VasRect track = vas_map_geometry_get_rows (self->geometry, VAS_MAP_RESIDENT, cell->row,
                                             cell->end_row);
  if (track.width <= 0 || cell->mapped == 0)
    return;
  if (cell->kind == VAS_CELL_REGION)
    track = vas_map_painter_part (self, track);
  VasColor empty = vas_palette_get_tone (self->theme, VAS_TONE_CARD);
  vas_scene_fill (self->scene, track, empty, 0);

  double share = MIN ((double) cell->resident / (double) cell->mapped, 1);
  const VasMix *mix = vas_map_cells_get_mixes (self->cells, cell);
  gboolean faded = vas_map_painter_is_unmatched (self, cell);
  VasColor color = vas_palette_get_fill (self->theme, mix->family, VAS_SHADE_WRITABLE);
  if (faded)
    color = vas_palette_fade (self->theme, color);
  VasRect bar = track;
  bar.width = round (share * track.width / self->pixel) * self->pixel;
  vas_scene_fill (self->scene, bar, color, 0);
  if (faded || !vas_map_painter_fits (self, VAS_FONT_SMALL, track.height))
    return;

  /* The number stands in the larger of the two pieces. */
  VasRect rest = { bar.x + bar.width, track.y, track.width - bar.width, track.height };
  gboolean inside = bar.width > rest.width;
  g_autofree char *text = g_strdup_printf ("%d%%", (int) round (share * 100));
  double padding = VAS_MAP_PADDING * self->scale / 2;
  VasRect room = inside ? bar : rest;
  room.x += padding;
  room.width -= 2 * padding;
  vas_scene_text (self->scene, room, VAS_FONT_SMALL,
                  inside ? vas_palette_get_ink (self->theme, color)
                         : vas_palette_get_tone (self->theme, VAS_TONE_TEXT_DIM),
                  VAS_ALIGN_END, VAS_ELLIPSIS_END, text);
}

static void
begin_named_group (VasMapPainter *self, const VasCell *cell)
{
  if (self->naming != VAS_MAP_NAMED)
    return;
  g_autofree char *title = cell->n == 1 ? vas_map_words_title (self->snapshot, cell->first)
                                        : vas_map_words_sum (cell->mapped, cell->n);
  vas_scene_begin_group (self->scene, title);
}

void
vas_map_paint_regions (VasMapPainter *self)
{
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (self->cells, &n);
  for (gsize i = 0; i < n; i++)
    {
      const VasCell *cell = &cells[i];
      if (cell->kind == VAS_CELL_GAP)
        continue;
      begin_named_group (self, cell);
      VasRect rect = vas_map_geometry_get_rows (self->geometry, VAS_MAP_REGION, cell->row,
                                                cell->end_row);
      if (cell->kind == VAS_CELL_REGION)
        paint_region (self, cell, vas_map_painter_part (self, rect));
      else
        paint_mix (self, cell, rect);
      paint_resident (self, cell);
      if (self->naming == VAS_MAP_NAMED)
        vas_scene_end_group (self->scene);
    }
}
