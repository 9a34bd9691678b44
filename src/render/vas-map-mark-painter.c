/* Draws what changed with the last reading: marks at the regions, and a key to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-map-painter-private.h"

#include "vas-display.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In pixels of the design. */
#define MARK_WIDTH 4
#define GONE_WIDTH 22 /* at the right end, clear of the words in the middle of a gap */
#define GONE_HEIGHT 2
#define SWATCH 8
#define SWATCH_SPACE 4
#define KEY_SPACE 12
#define TITLE_ROOM 48 /* of the column's heading, which the key leaves alone */

static void
paint_changes (VasMapPainter *self, const VasMapMarks *marks)
{
  static const VasTone TONES[]
      = { [VAS_CHANGE_NEW] = VAS_TONE_NEW, [VAS_CHANGE_RESIZED] = VAS_TONE_GROWN };
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (self->cells, &n);
  for (gsize i = 0; i < n; i++)
    {
      VasChange change = cells[i].n > 0
                             ? vas_map_marks_find_change (marks, cells[i].first, cells[i].n)
                             : VAS_CHANGE_NONE;
      if (change == VAS_CHANGE_NONE)
        continue;
      VasRect rect = vas_map_geometry_get_rows (self->geometry, VAS_MAP_REGION, cells[i].row,
                                                cells[i].end_row);
      rect.width = MARK_WIDTH * self->scale;
      vas_scene_fill (self->scene, rect, vas_palette_get_tone (self->theme, TONES[change]), 0);
    }
}

/* The device pixel row where @address lies, counted from the top of the window. */
static double
find_row (const VasMapPainter *self, guint64 address, double n_rows)
{
  VasViewport viewport = vas_map_geometry_get_viewport (self->geometry);
  double position = vas_layout_address_to_position (self->layout, address);
  return floor (vas_viewport_to_window (viewport, position) * n_rows);
}

static guint64
find_address (const VasMapPainter *self, double row, double n_rows)
{
  VasViewport viewport = vas_map_geometry_get_viewport (self->geometry);
  return vas_layout_position_to_address (self->layout,
                                         vas_viewport_to_layout (viewport, row / n_rows));
}

/* A dash where they were; one a row, however many went there. */
static void
paint_gone (VasMapPainter *self, const VasMapMarks *marks)
{
  const VasRect *column = &self->columns->columns[VAS_MAP_REGION];
  gboolean up = vas_layout_get_direction (self->layout) == VAS_DIRECTION_UP;
  double n_rows = vas_map_cells_get_n_rows (self->cells);
  double width = MIN (GONE_WIDTH * self->scale, column->width);
  guint64 end = find_address (self, up ? 0 : n_rows, n_rows);
  gsize i = vas_map_marks_find_gone (marks, find_address (self, up ? n_rows : 0, n_rows));
  while (i < marks->n_gone && marks->gone[i] < end)
    {
      double row = CLAMP (find_row (self, marks->gone[i], n_rows), 0, n_rows - 1);
      vas_scene_fill (self->scene,
                      (VasRect){ column->x + column->width - width,
                                 column->y + row * self->pixel, width,
                                 GONE_HEIGHT * self->scale },
                      vas_palette_get_tone (self->theme, VAS_TONE_GONE), 0);
      guint64 next = find_address (self, up ? row : row + 1, n_rows);
      i = MAX (i + 1, vas_map_marks_find_gone (marks, next));
    }
}

/* One entry at the end of @room, whose rest it leaves. */
static void
paint_key_entry (VasMapPainter *self, VasRect *room, VasTone tone, const char *text)
{
  double swatch = SWATCH * self->scale, space = SWATCH_SPACE * self->scale;
  VasRect words = *room;
  words.x += swatch + space;
  words.width = MAX (words.width - swatch - space, 0);
  double width = vas_scene_text (self->scene, words, VAS_FONT_SMALL,
                                 vas_palette_get_tone (self->theme, VAS_TONE_TEXT_DIM),
                                 VAS_ALIGN_END, VAS_ELLIPSIS_END, text);
  if (width <= 0)
    return;
  double x = words.x + words.width - width - space - swatch;
  vas_scene_fill (self->scene,
                  (VasRect){ x, room->y + (room->height - swatch) / 2, swatch, swatch },
                  vas_palette_get_tone (self->theme, tone), 0);
  room->width = MAX (x - KEY_SPACE * self->scale - room->x, 0);
}

static char *
describe_count (VasTone tone, gsize n)
{
  g_autofree char *count = vas_display_count (n);
  if (tone == VAS_TONE_NEW)
    /* Translators: beside the map after a refresh; so many regions were not there before. */
    return g_strdup_printf (ngettext ("%s new", "%s new", n), count);
  if (tone == VAS_TONE_GROWN)
    /* Translators: beside the map after a refresh; so many regions have another size or rights. */
    return g_strdup_printf (ngettext ("%s changed", "%s changed", n), count);
  /* Translators: beside the map after a refresh; so many regions are no more. */
  return g_strdup_printf (ngettext ("%s gone", "%s gone", n), count);
}

enum
{
  N_KEY_ENTRIES = 3,
};

typedef struct
{
  VasTone tone;
  gsize n;
} KeyEntry;

/* Whether the words of all entries have room side by side. */
static gboolean
has_room_for_words (const VasMapPainter *self, const KeyEntry *entries, double room)
{
  double width = 0;
  for (guint i = 0; i < N_KEY_ENTRIES; i++)
    {
      g_autofree char *text = describe_count (entries[i].tone, entries[i].n);
      if (entries[i].n > 0)
        width += vas_type_measure (self->type, VAS_FONT_SMALL, text)
                 + (SWATCH + SWATCH_SPACE + KEY_SPACE) * self->scale;
    }
  return width <= room;
}

/* Beside the heading of the column that has the marks, as long as they are to be seen; numbers alone
 * where there is no room for words. */
static void
paint_key (VasMapPainter *self, const VasMapMarks *marks)
{
  const KeyEntry entries[N_KEY_ENTRIES] = { { VAS_TONE_GONE, marks->n_gone },
                                            { VAS_TONE_GROWN, marks->n_resized },
                                            { VAS_TONE_NEW, marks->n_new } };
  VasRect room = self->columns->headings[VAS_MAP_REGION];
  room.x += TITLE_ROOM * self->scale;
  room.width = MAX (room.width - TITLE_ROOM * self->scale, 0);
  gboolean with_words = has_room_for_words (self, entries, room.width);
  for (guint i = 0; i < N_KEY_ENTRIES; i++)
    {
      if (entries[i].n == 0)
        continue;
      g_autofree char *text = with_words ? describe_count (entries[i].tone, entries[i].n)
                                         : vas_display_count (entries[i].n);
      paint_key_entry (self, &room, entries[i].tone, text);
    }
}

void
vas_map_paint_marks (VasMapPainter *self)
{
  const VasMapMarks *marks = vas_map_geometry_get_marks (self->geometry);
  if (marks == NULL)
    return;
  paint_changes (self, marks);
  paint_gone (self, marks);
  paint_key (self, marks);
}
