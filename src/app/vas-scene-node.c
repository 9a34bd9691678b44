/* A scene as render nodes of GTK, for the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-scene-node.h"

static graphene_rect_t
get_bounds (const VasMark *mark)
{
  return GRAPHENE_RECT_INIT ((float) mark->rect.x, (float) mark->rect.y, (float) mark->rect.width,
                             (float) mark->rect.height);
}

static GdkRGBA
get_color (const VasMark *mark)
{
  const VasColor *c = &mark->color;
  return (GdkRGBA){ c->red, c->green, c->blue, c->alpha };
}

static void
append_fill (GtkSnapshot *snapshot, const VasMark *mark)
{
  graphene_rect_t bounds = get_bounds (mark);
  GdkRGBA color = get_color (mark);
  GskRoundedRect rounded;
  if (mark->size > 0)
    {
      gsk_rounded_rect_init_from_rect (&rounded, &bounds, (float) mark->size);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
    }
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  if (mark->size > 0)
    gtk_snapshot_pop (snapshot);
}

static void
append_outline (GtkSnapshot *snapshot, const VasMark *mark)
{
  graphene_rect_t bounds = get_bounds (mark);
  GdkRGBA color = get_color (mark);
  float width = (float) mark->size;
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { color, color, color, color };
  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
append_hatch (GtkSnapshot *snapshot, const VasMark *mark)
{
  graphene_rect_t bounds = get_bounds (mark);
  VasHatchStops hatch = vas_mark_get_hatch_stops (mark);
  GdkRGBA full = get_color (mark), clear = full;
  clear.alpha = 0;
  const GskColorStop stops[] = {
    { 0, clear },
    { (float) hatch.clear, clear },
    { (float) hatch.full, full },
    { (float) (1 - hatch.full), full },
    { (float) (1 - hatch.clear), clear },
    { 1, clear },
  };
  graphene_point_t end = GRAPHENE_POINT_INIT ((float) hatch.period, (float) hatch.period);
  gtk_snapshot_append_repeating_linear_gradient (snapshot, &bounds, graphene_point_zero (), &end,
                                                 stops, G_N_ELEMENTS (stops));
}

/* GTK 4.8 has no node for a path. */
static void
append_zigzag (GtkSnapshot *snapshot, const VasMark *mark)
{
  graphene_rect_t bounds = get_bounds (mark);
  graphene_rect_inset (&bounds, -(float) mark->size, -(float) mark->size); /* its corners */
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  vas_mark_paint (mark, cr);
  cairo_destroy (cr);
}

/* What gtk_snapshot_append_layout() makes of a line, without a renderer of its own for each. */
static void
append_text (GtkSnapshot *snapshot, const VasMark *mark)
{
  GdkRGBA color = get_color (mark);
  int x = 0;
  for (GSList *link = pango_layout_get_line_readonly (mark->layout, 0)->runs; link != NULL;
       link = link->next)
    {
      const PangoGlyphItem *run = link->data;
      graphene_point_t origin = GRAPHENE_POINT_INIT (
          (float) (mark->rect.x + pango_units_to_double (x + run->start_x_offset)),
          (float) (mark->baseline - pango_units_to_double (run->y_offset)));
      g_autoptr (GskRenderNode) node
          = gsk_text_node_new (run->item->analysis.font, run->glyphs, &color, &origin);
      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
      x += run->start_x_offset + pango_glyph_string_get_width (run->glyphs) + run->end_x_offset;
    }
}

GskRenderNode *
vas_scene_to_node (const VasScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  static void (*const APPENDERS[]) (GtkSnapshot *, const VasMark *) = {
    [VAS_MARK_FILL] = append_fill,     [VAS_MARK_OUTLINE] = append_outline,
    [VAS_MARK_HATCH] = append_hatch,   [VAS_MARK_ZIGZAG] = append_zigzag,
    [VAS_MARK_TEXT] = append_text,
  };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gsize n;
  const VasMark *marks = vas_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    if (marks[i].kind < G_N_ELEMENTS (APPENDERS))
      APPENDERS[marks[i].kind](snapshot, &marks[i]);
  return gtk_snapshot_free_to_node (snapshot);
}
