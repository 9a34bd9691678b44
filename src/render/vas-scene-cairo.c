/* Draws a scene with cairo: on the screen, into PNG and PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-scene.h"

#include <math.h>

#define HATCH_LINE 0.13  /* width of a stroke, of the space between two */
#define HATCH_EDGE 0.7   /* its soft border, in pixels */
#define HATCH_FLAT (1.0 / 32) /* of the period: what pixman needs between two stops of one colour */

static void
trace_rounded (cairo_t *cr, VasRect r, double radius)
{
  radius = MIN (radius, MIN (r.width, r.height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, r.x + r.width - radius, r.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, r.x + r.width - radius, r.y + r.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, r.x + radius, r.y + r.height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, r.x + radius, r.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_fill (cairo_t *cr, const VasMark *mark)
{
  if (mark->size > 0)
    trace_rounded (cr, mark->rect, mark->size);
  else
    cairo_rectangle (cr, mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height);
  cairo_fill (cr);
}

static void
paint_outline (cairo_t *cr, const VasMark *mark)
{
  double inset = mark->size / 2;
  cairo_set_line_width (cr, mark->size);
  cairo_rectangle (cr, mark->rect.x + inset, mark->rect.y + inset,
                   MAX (mark->rect.width - mark->size, 0),
                   MAX (mark->rect.height - mark->size, 0));
  cairo_stroke (cr);
}

/* Strokes as lines: small in a PDF. */
static void
paint_hatch_lines (cairo_t *cr, const VasMark *mark)
{
  const VasRect *r = &mark->rect;
  cairo_save (cr);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_clip (cr);
  cairo_set_line_width (cr, mark->size * HATCH_LINE);
  double first = floor ((r->x + r->y) / mark->size) * mark->size + mark->size / 2;
  for (double d = first; d <= r->x + r->width + r->y + r->height; d += mark->size)
    {
      cairo_move_to (cr, d - r->y, r->y);
      cairo_line_to (cr, d - r->y - r->height, r->y + r->height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

VasHatchStops
vas_mark_get_hatch_stops (const VasMark *mark)
{
  double half = HATCH_LINE * G_SQRT2 / 2, edge = HATCH_EDGE * G_SQRT2 / 2 / mark->size;
  return (VasHatchStops){ .period = mark->size / 2,
                          .clear = 0.5 - half - edge,
                          .full = MIN (0.5 - half + edge, 0.5 - HATCH_FLAT / 2) };
}

/* Strokes as a gradient that repeats along the diagonal: on the screen twice as fast as lines. */
static void
paint_hatch_gradient (cairo_t *cr, const VasMark *mark)
{
  const VasColor *c = &mark->color;
  VasHatchStops stops = vas_mark_get_hatch_stops (mark);
  cairo_pattern_t *strokes = cairo_pattern_create_linear (0, 0, stops.period, stops.period);
  cairo_pattern_set_extend (strokes, CAIRO_EXTEND_REPEAT);
  cairo_pattern_add_color_stop_rgba (strokes, stops.clear, c->red, c->green, c->blue, 0);
  cairo_pattern_add_color_stop_rgba (strokes, stops.full, c->red, c->green, c->blue, c->alpha);
  cairo_pattern_add_color_stop_rgba (strokes, 1 - stops.full, c->red, c->green, c->blue, c->alpha);
  cairo_pattern_add_color_stop_rgba (strokes, 1 - stops.clear, c->red, c->green, c->blue, 0);
  cairo_set_source (cr, strokes);
  cairo_rectangle (cr, mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height);
  cairo_fill (cr);
  cairo_pattern_destroy (strokes);
}

/* The strokes lie on one grid for the whole picture, so that neighbours continue each other's. */
static void
paint_hatch (cairo_t *cr, const VasMark *mark)
{
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    paint_hatch_lines (cr, mark);
  else
    paint_hatch_gradient (cr, mark);
}

static void
paint_zigzag (cairo_t *cr, const VasMark *mark)
{
  const VasRect *r = &mark->rect;
  guint n = (guint) MAX (floor (r->width / mark->size), 1);
  double step = r->width / n / 2;
  cairo_set_line_width (cr, mark->size * HATCH_LINE);
  cairo_move_to (cr, r->x, r->y + r->height);
  for (guint i = 0; i < n; i++)
    {
      cairo_line_to (cr, r->x + (2 * i + 1) * step, r->y);
      cairo_line_to (cr, r->x + (2 * i + 2) * step, r->y + r->height);
    }
  cairo_stroke (cr);
}

static void
paint_text (cairo_t *cr, const VasMark *mark)
{
  cairo_move_to (cr, mark->rect.x, mark->baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (mark->layout, 0));
}

/* Letters may reach a little beyond their rectangle. */
static gboolean
is_outside (const VasMark *mark, const VasRect *clip)
{
  const VasRect *r = &mark->rect;
  double room = mark->kind == VAS_MARK_TEXT ? r->height : mark->size;
  return r->x - room >= clip->x + clip->width || r->y - room >= clip->y + clip->height
         || r->x + r->width + room <= clip->x || r->y + r->height + room <= clip->y;
}

static VasRect
get_clip (cairo_t *cr)
{
  double x, y, end_x, end_y;
  cairo_clip_extents (cr, &x, &y, &end_x, &end_y);
  return (VasRect){ x, y, end_x - x, end_y - y };
}

void
vas_mark_paint (const VasMark *mark, cairo_t *cr)
{
  g_return_if_fail (mark != NULL && cr != NULL);

  static void (*const PAINTERS[]) (cairo_t *, const VasMark *) = {
    [VAS_MARK_FILL] = paint_fill,     [VAS_MARK_OUTLINE] = paint_outline,
    [VAS_MARK_HATCH] = paint_hatch,   [VAS_MARK_ZIGZAG] = paint_zigzag,
    [VAS_MARK_TEXT] = paint_text,
  };
  if (mark->kind >= G_N_ELEMENTS (PAINTERS))
    return;
  const VasColor *c = &mark->color;
  cairo_set_source_rgba (cr, c->red, c->green, c->blue, c->alpha);
  PAINTERS[mark->kind](cr, mark);
}

void
vas_scene_paint (const VasScene *self, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  VasRect clip = get_clip (cr);
  gsize n;
  const VasMark *marks = vas_scene_get_marks (self, &n);
  for (gsize i = 0; i < n; i++)
    if (!is_outside (&marks[i], &clip))
      vas_mark_paint (&marks[i], cr);
}
