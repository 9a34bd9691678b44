/* The map as an immutable value.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-geometry.h"

#include <math.h>

#define LEAST_PIXELS 3           /* logical; thinner regions are gathered */
#define OVERVIEW_LEAST_PIXELS 2
#define LEAST_WINDOW 4           /* logical; the mark of the window on the strip */
#define TICK_ROOM 1.15           /* line heights that a label of the ruler takes */

struct _VasMapGeometry
{
  VasViewport viewport;
  VasType *type;
  double pixel_ratio;
  VasMapColumns columns;
  VasMapCells *cells;
  VasMapCells *overview;
  VasMapMarks *marks;
  GArray *ticks;
};

static guint
count_rows (VasRect rect, double pixel_ratio)
{
  return (guint) MAX (round (rect.height * pixel_ratio), 1);
}

static VasMapCells *
make_cells (const VasMapRequest *request, VasViewport viewport, guint rows, double least_pixels,
            const guint8 *matches)
{
  double least = least_pixels * request->pixel_ratio;
  if (request->sums != NULL)
    return vas_map_cells_new_from_sums (request->sums, viewport, rows, least);
  return vas_map_cells_new (request->layout, viewport, rows, least, matches);
}

/* The strip shows every region as it is, whether a filter matches or not. */
static VasMapCells *
make_overview (const VasMapRequest *request, guint rows)
{
  const VasMapGeometry *before = request->before;
  if (before != NULL && before->overview != NULL
      && vas_map_cells_get_layout (before->overview) == request->layout
      && vas_map_cells_get_n_rows (before->overview) == rows)
    return vas_map_cells_ref (before->overview);
  return make_cells (request, vas_viewport_whole (), rows, OVERVIEW_LEAST_PIXELS, NULL);
}

VasMapGeometry *
vas_map_geometry_new (const VasMapRequest *request)
{
  g_return_val_if_fail (request != NULL && request->layout != NULL && request->type != NULL, NULL);
  g_return_val_if_fail (request->pixel_ratio > 0, NULL);
  g_return_val_if_fail (request->sums == NULL
                            || vas_map_sums_get_layout (request->sums) == request->layout,
                        NULL);

  VasSnapshot *snapshot = vas_layout_get_snapshot (request->layout);
  VasMapGeometry *self = g_atomic_rc_box_new0 (VasMapGeometry);
  self->viewport = request->viewport;
  self->type = vas_type_ref (request->type);
  self->pixel_ratio = request->pixel_ratio;
  self->columns = vas_map_columns_arrange (request->frame, request->type,
                                           vas_map_ruler_count_digits (request->layout),
                                           request->with_overview,
                                           snapshot->totals.resident_known, request->pixel_ratio);
  guint rows = count_rows (self->columns.columns[VAS_MAP_REGION], request->pixel_ratio);
  self->cells = make_cells (request, request->viewport, rows, LEAST_PIXELS, request->matches);
  if (request->with_overview)
    self->overview = make_overview (request, rows);
  if (request->marks != NULL
      && request->marks->n_regions == vas_snapshot_get_n_regions (snapshot))
    self->marks = vas_map_marks_ref (request->marks);
  self->ticks = vas_map_ruler_mark (self->cells, request->viewport,
                                    vas_type_get_line_height (request->type, VAS_FONT_MONO)
                                        * TICK_ROOM * request->pixel_ratio);
  return self;
}

VasMapGeometry *
vas_map_geometry_ref (VasMapGeometry *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_geometry (gpointer box)
{
  VasMapGeometry *self = box;
  g_clear_pointer (&self->overview, vas_map_cells_unref);
  g_clear_pointer (&self->marks, vas_map_marks_unref);
  vas_map_cells_unref (self->cells);
  vas_type_unref (self->type);
  g_array_unref (self->ticks);
}

void
vas_map_geometry_unref (VasMapGeometry *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_geometry);
}

VasLayout *
vas_map_geometry_get_layout (const VasMapGeometry *self)
{
  return vas_map_cells_get_layout (self->cells);
}

VasSnapshot *
vas_map_geometry_get_snapshot (const VasMapGeometry *self)
{
  return vas_layout_get_snapshot (vas_map_geometry_get_layout (self));
}

VasViewport
vas_map_geometry_get_viewport (const VasMapGeometry *self)
{
  return self->viewport;
}

VasType *
vas_map_geometry_get_type_set (const VasMapGeometry *self)
{
  return self->type;
}

double
vas_map_geometry_get_pixel_ratio (const VasMapGeometry *self)
{
  return self->pixel_ratio;
}

VasMapMarks *
vas_map_geometry_get_marks (const VasMapGeometry *self)
{
  return self->marks;
}

const VasMapColumns *
vas_map_geometry_get_columns (const VasMapGeometry *self)
{
  return &self->columns;
}

const VasMapCells *
vas_map_geometry_get_cells (const VasMapGeometry *self)
{
  return self->cells;
}

const VasMapCells *
vas_map_geometry_get_overview (const VasMapGeometry *self)
{
  return self->overview;
}

VasRect
vas_map_geometry_get_window (const VasMapGeometry *self)
{
  VasRect strip = self->columns.columns[VAS_MAP_OVERVIEW];
  double height = MAX (self->viewport.extent * strip.height, LEAST_WINDOW);
  double top = MIN (self->viewport.top * strip.height, strip.height - height);
  return (VasRect){ strip.x, strip.y + top, strip.width, height };
}

const VasTick *
vas_map_geometry_get_ticks (const VasMapGeometry *self, gsize *n)
{
  *n = self->ticks->len;
  return (const VasTick *) (gpointer) self->ticks->data;
}

VasRect
vas_map_geometry_get_body (const VasMapGeometry *self)
{
  const VasRect *columns = self->columns.columns;
  guint last = columns[VAS_MAP_RESIDENT].width > 0 ? VAS_MAP_RESIDENT : VAS_MAP_REGION;
  VasRect body = columns[VAS_MAP_RULER];
  body.width = columns[last].x + columns[last].width - body.x;
  return body;
}

VasRect
vas_map_geometry_get_rows (const VasMapGeometry *self, VasMapColumn column, guint row,
                           guint end_row)
{
  const VasRect *body = &self->columns.columns[column];
  return (VasRect){ body->x, body->y + row / self->pixel_ratio, body->width,
                    (end_row - row) / self->pixel_ratio };
}
