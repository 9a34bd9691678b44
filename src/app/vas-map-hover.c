/* What is drawn over the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-hover.h"

/* In pixels. */
#define HOVER_LINE 1.5f
#define SELECTION_LINE 2.5f
#define HALO_LINE 1.0f
#define CORNER 2.0f
#define LEAST_HEIGHT 3.0 /* a row of one pixel is outlined so that it can be seen */

struct _VasMapHover
{
  GtkWidget parent_instance;

  VasTheme theme;
  gboolean is_hovering;
  VasRect hovered;
  GArray *selected; /* (nullable): of VasRect */
};

G_DEFINE_FINAL_TYPE (VasMapHover, vas_map_hover, GTK_TYPE_WIDGET)

static void
append_outline (GtkSnapshot *snapshot, const VasRect *rect, float line, VasColor color)
{
  double height = MAX (rect->height, LEAST_HEIGHT);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      (float) rect->x - line, (float) (rect->y + (rect->height - height) / 2) - line,
      (float) rect->width + 2 * line, (float) height + 2 * line);
  GdkRGBA rgba = { color.red, color.green, color.blue, color.alpha };
  const float widths[] = { line, line, line, line };
  const GdkRGBA colors[] = { rgba, rgba, rgba, rgba };
  GskRoundedRect outline;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, CORNER);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/* With a line of the paper's colour around it, an outline stands out on every family's colour. */
static void
append_with_halo (VasMapHover *self, GtkSnapshot *snapshot, const VasRect *rect, float line,
                  VasTone tone)
{
  VasRect outer = { rect->x - line, rect->y - line, rect->width + 2 * line,
                    MAX (rect->height, LEAST_HEIGHT) + 2 * line };
  outer.y += (rect->height - MAX (rect->height, LEAST_HEIGHT)) / 2;
  append_outline (snapshot, &outer, HALO_LINE, vas_palette_get_tone (self->theme, VAS_TONE_PAPER));
  append_outline (snapshot, rect, line, vas_palette_get_tone (self->theme, tone));
}

static void
vas_map_hover_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VasMapHover *self = VAS_MAP_HOVER (widget);
  for (guint i = 0; self->selected != NULL && i < self->selected->len; i++)
    append_with_halo (self, snapshot, &g_array_index (self->selected, VasRect, i), SELECTION_LINE,
                      VAS_TONE_SELECTION);
  if (self->is_hovering)
    append_with_halo (self, snapshot, &self->hovered, HOVER_LINE, VAS_TONE_HOVER);
}

static void
vas_map_hover_finalize (GObject *object)
{
  g_clear_pointer (&VAS_MAP_HOVER (object)->selected, g_array_unref);
  G_OBJECT_CLASS (vas_map_hover_parent_class)->finalize (object);
}

static void
vas_map_hover_class_init (VasMapHoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = vas_map_hover_finalize;
  widget_class->snapshot = vas_map_hover_snapshot;
  gtk_widget_class_set_css_name (widget_class, "maphover");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vas_map_hover_init (VasMapHover *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
vas_map_hover_new (void)
{
  return g_object_new (VAS_TYPE_MAP_HOVER, NULL);
}

void
vas_map_hover_set_theme (VasMapHover *self, VasTheme theme)
{
  g_return_if_fail (VAS_IS_MAP_HOVER (self));
  if (self->theme == theme)
    return;
  self->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_same_rect (const VasRect *a, const VasRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

void
vas_map_hover_set_hovered (VasMapHover *self, const VasRect *rect)
{
  g_return_if_fail (VAS_IS_MAP_HOVER (self));
  if (rect == NULL ? !self->is_hovering
                   : self->is_hovering && is_same_rect (rect, &self->hovered))
    return;
  self->is_hovering = rect != NULL;
  if (rect != NULL)
    self->hovered = *rect;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const VasRect *
vas_map_hover_get_hovered (VasMapHover *self)
{
  g_return_val_if_fail (VAS_IS_MAP_HOVER (self), NULL);
  return self->is_hovering ? &self->hovered : NULL;
}

void
vas_map_hover_set_selected (VasMapHover *self, GArray *rects)
{
  g_return_if_fail (VAS_IS_MAP_HOVER (self));
  g_clear_pointer (&self->selected, g_array_unref);
  self->selected = rects;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
