/* Chooses which addresses the ruler shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-ruler.h"

#include <math.h>
#include <string.h>

/* Round addresses stand so many label heights apart, in a cell at least twice as tall. */
#define INNER_SPACING 4

enum
{
  SHORT_DIGITS = 8, /* of addresses of 32 bits */
  USER_DIGITS = 12, /* of what programs use of 64 bits */
};

typedef struct
{
  const VasMapCells *cells;
  VasLayout *layout;
  VasViewport viewport;
  guint n_rows;
  double spacing;
  guint8 *taken; /* one byte a row */
  GArray *ticks;
} Ruler;

/* A label is centred on its tick, but stays inside. */
static double
find_label_row (const Ruler *self, double row)
{
  double half = self->spacing / 2;
  return CLAMP (row, MIN (half, self->n_rows / 2.0), MAX (self->n_rows - half, self->n_rows / 2.0));
}

static gboolean
take_room (Ruler *self, double row)
{
  double middle = find_label_row (self, row);
  guint first = (guint) MAX (floor (middle - self->spacing / 2), 0);
  guint end = MIN ((guint) ceil (middle + self->spacing / 2), self->n_rows);
  for (guint i = first; i < end; i++)
    if (self->taken[i])
      return FALSE;
  for (guint i = first; i < end; i++)
    self->taken[i] = TRUE;
  return TRUE;
}

static void
try_tick (Ruler *self, double row, guint64 address)
{
  if (row < -0.5 || row > self->n_rows + 0.5 || !take_room (self, row))
    return;
  VasTick tick = { .row = CLAMP (row, 0, self->n_rows), .address = address };
  g_array_append_val (self->ticks, tick);
}

static gboolean
is_up (const Ruler *self)
{
  return vas_layout_get_direction (self->layout) == VAS_DIRECTION_UP;
}

/* The border where a cell's or block's addresses begin; not where the window cuts it. */
static void
try_start (Ruler *self, guint row, guint end_row, gsize span_index)
{
  VasSpan span = vas_layout_get_span (self->layout, span_index);
  double position = is_up (self) ? span.bottom : span.top;
  double exact = vas_viewport_to_window (self->viewport, position) * self->n_rows;
  if (exact < -0.5 || exact > self->n_rows + 0.5)
    return;
  try_tick (self, is_up (self) ? end_row : row, span.start);
}

static void
try_end (Ruler *self, guint row, guint end_row, gsize span_index)
{
  VasSpan span = vas_layout_get_span (self->layout, span_index);
  double position = is_up (self) ? span.top : span.bottom;
  double exact = vas_viewport_to_window (self->viewport, position) * self->n_rows;
  if (exact < -0.5 || exact > self->n_rows + 0.5)
    return;
  try_tick (self, is_up (self) ? row : end_row, span.end);
}

static void
mark_areas (Ruler *self)
{
  const VasGrouping *grouping = vas_layout_get_snapshot (self->layout)->grouping;
  gsize n;
  const VasBlock *areas = vas_map_cells_get_areas (self->cells, &n);
  for (gsize i = 0; i < n; i++)
    try_start (self, areas[i].row, areas[i].end_row,
               vas_layout_find_region_span (self->layout, grouping->areas[areas[i].first].first));
  for (gsize i = 0; i < n; i++)
    {
      const VasArea *area = &grouping->areas[areas[i].first];
      try_end (self, areas[i].row, areas[i].end_row,
               vas_layout_find_region_span (self->layout,
                                            (gsize) area->first + area->n_regions - 1));
    }
}

static void
mark_objects (Ruler *self)
{
  gsize n;
  const VasBlock *objects = vas_map_cells_get_objects (self->cells, &n);
  for (gsize i = 0; i < n; i++)
    try_start (self, objects[i].row, objects[i].end_row,
               vas_layout_find_region_span (self->layout, objects[i].first));
}

static void
mark_regions (Ruler *self)
{
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (self->cells, &n);
  for (gsize i = 0; i < n; i++)
    try_start (self, cells[i].row, cells[i].end_row,
               cells[i].kind == VAS_CELL_GAP
                   ? 2 * (gsize) cells[i].first
                   : vas_layout_find_region_span (self->layout, cells[i].first));
}

/* Multiples of a power of two inside one tall region or gap. */
static void
mark_inside (Ruler *self, const VasCell *cell)
{
  if (cell->kind == VAS_CELL_REGIONS
      || cell->end_row - cell->row < 2 * INNER_SPACING * self->spacing)
    return;
  VasSpan span = vas_layout_get_span (self->layout, cell->kind == VAS_CELL_GAP
                                                        ? 2 * (gsize) cell->first
                                                        : 2 * (gsize) cell->first + 1);
  double rows = (span.bottom - span.top) / self->viewport.extent * self->n_rows;
  double bytes_per_row = (double) (span.end - span.start) / rows;
  guint64 page = vas_layout_get_snapshot (self->layout)->page_size;
  double wanted = bytes_per_row * self->spacing * INNER_SPACING;
  guint64 step = page;
  while ((double) step < wanted && step < G_MAXUINT64 / 2)
    step *= 2;
  double edge = (double) cell->row / self->n_rows, other = (double) cell->end_row / self->n_rows;
  guint64 a = vas_layout_position_to_address (self->layout,
                                              vas_viewport_to_layout (self->viewport, edge));
  guint64 b = vas_layout_position_to_address (self->layout,
                                              vas_viewport_to_layout (self->viewport, other));
  guint64 low = MAX (MIN (a, b), span.start), high = MIN (MAX (a, b), span.end);
  /* Subtracting, as the next multiple may lie beyond 64 bits. */
  for (guint64 address = low - low % step; high > address && high - address > step;)
    {
      address += step;
      double position = vas_layout_address_to_position (self->layout, address);
      try_tick (self, vas_viewport_to_window (self->viewport, position) * self->n_rows, address);
    }
}

static int
compare_ticks (gconstpointer a, gconstpointer b)
{
  const VasTick *first = a, *second = b;
  return first->row < second->row ? -1 : first->row > second->row;
}

/* [vsyscall] lies so far above the rest that its addresses are longer: these stay as they are. */
static void
write_address (VasTick *tick, guint n_digits)
{
  g_snprintf (tick->text, sizeof tick->text, "%0*" G_GINT64_MODIFIER "x",
              (int) MIN (n_digits, USER_DIGITS), tick->address);
}

static guint
count_shared_digits (const char *a, const char *b)
{
  guint n = 0;
  if (strlen (a) != strlen (b))
    return 0;
  while (a[n] != '\0' && a[n] == b[n])
    n++;
  return n;
}

guint
vas_map_ruler_count_digits (const VasLayout *layout)
{
  VasSpan last = vas_layout_get_span (layout, vas_layout_get_n_spans (layout) - 1);
  guint n = 1;
  for (guint64 rest = MAX (last.end, 1) - 1; rest > 0xf; rest >>= 4)
    n++;
  return n > SHORT_DIGITS ? MAX (n, USER_DIGITS) : SHORT_DIGITS;
}

GArray *
vas_map_ruler_mark (const VasMapCells *cells, VasViewport viewport, double spacing)
{
  g_return_val_if_fail (cells != NULL && spacing > 0, NULL);

  Ruler self = {
    .cells = cells,
    .layout = vas_map_cells_get_layout (cells),
    .viewport = viewport,
    .n_rows = vas_map_cells_get_n_rows (cells),
    .spacing = spacing,
    .taken = g_new0 (guint8, vas_map_cells_get_n_rows (cells)),
    .ticks = g_array_new (FALSE, FALSE, sizeof (VasTick)),
  };
  if (viewport.top <= 0 && !is_up (&self))
    try_tick (&self, 0, 0);
  if (viewport.top + viewport.extent >= 1 && is_up (&self))
    try_tick (&self, self.n_rows, 0);
  mark_areas (&self);
  mark_objects (&self);
  mark_regions (&self);
  gsize n;
  const VasCell *all = vas_map_cells_get_cells (cells, &n);
  for (gsize i = 0; i < n; i++)
    mark_inside (&self, &all[i]);

  g_array_sort (self.ticks, compare_ticks);
  guint n_digits = vas_map_ruler_count_digits (self.layout);
  for (guint i = 0; i < self.ticks->len; i++)
    {
      VasTick *tick = &g_array_index (self.ticks, VasTick, i);
      write_address (tick, n_digits);
      if (i > 0)
        tick->n_shared = count_shared_digits (tick[-1].text, tick->text);
    }
  g_free (self.taken);
  return self.ticks;
}
