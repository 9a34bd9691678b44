/* What is drawn over the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-outlines.h"

/* In pixels. */
#define HOVER_LINE 1.5
#define SELECTION_LINE 2.5
#define HALO_LINE 1.0
#define LEAST_HEIGHT 3.0 /* a row of one pixel is outlined so that it can be seen */

struct _VasMapOutlines
{
  GtkWidget parent_instance;

  VasTheme theme;
  gboolean is_hovering;
  VasRect hovered;
  GArray *selected; /* (nullable): of VasRect */
};

G_DEFINE_FINAL_TYPE (VasMapOutlines, vas_map_outlines, GTK_TYPE_WIDGET)

static VasRect
grow (VasRect rect, double by)
{
  return (VasRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

static void
append_bar (GtkSnapshot *snapshot, double x, double y, double width, double height, VasColor color)
{
  GdkRGBA rgba = { color.red, color.green, color.blue, color.alpha };
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
}

/* Four bars and no border node: when it moves, GTK paints anew what lies under its lines, not all
 * that they enclose. */
static void
append_frame (GtkSnapshot *snapshot, VasRect r, double line, VasColor color)
{
  append_bar (snapshot, r.x, r.y, r.width, line, color);
  append_bar (snapshot, r.x, r.y + r.height - line, r.width, line, color);
  append_bar (snapshot, r.x, r.y + line, line, r.height - 2 * line, color);
  append_bar (snapshot, r.x + r.width - line, r.y + line, line, r.height - 2 * line, color);
}

/* With a line of the paper's colour around it, an outline stands out on every family's colour. */
static void
append_outline (VasMapOutlines *self, GtkSnapshot *snapshot, VasRect rect, double line,
                VasTone tone)
{
  double missing = MAX (LEAST_HEIGHT - rect.height, 0);
  rect.y -= missing / 2;
  rect.height += missing;
  append_frame (snapshot, grow (rect, line + HALO_LINE), HALO_LINE,
                vas_palette_get_tone (self->theme, VAS_TONE_PAPER));
  append_frame (snapshot, grow (rect, line), line, vas_palette_get_tone (self->theme, tone));
}

static void
vas_map_outlines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VasMapOutlines *self = VAS_MAP_OUTLINES (widget);
  for (guint i = 0; self->selected != NULL && i < self->selected->len; i++)
    append_outline (self, snapshot, g_array_index (self->selected, VasRect, i), SELECTION_LINE,
                    VAS_TONE_SELECTION);
  if (self->is_hovering)
    append_outline (self, snapshot, self->hovered, HOVER_LINE, VAS_TONE_HOVER);
}

static void
vas_map_outlines_finalize (GObject *object)
{
  g_clear_pointer (&VAS_MAP_OUTLINES (object)->selected, g_array_unref);
  G_OBJECT_CLASS (vas_map_outlines_parent_class)->finalize (object);
}

static void
vas_map_outlines_class_init (VasMapOutlinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = vas_map_outlines_finalize;
  widget_class->snapshot = vas_map_outlines_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mapoutlines");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vas_map_outlines_init (VasMapOutlines *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
vas_map_outlines_new (void)
{
  return g_object_new (VAS_TYPE_MAP_OUTLINES, NULL);
}

void
vas_map_outlines_set_theme (VasMapOutlines *self, VasTheme theme)
{
  g_return_if_fail (VAS_IS_MAP_OUTLINES (self));
  if (self->theme == theme)
    return;
  self->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
locate (const VasMapGeometry *geometry, guint64 start, guint64 end, VasMapColumn column,
        VasRect *rect)
{
  const VasReading *reading = vas_map_geometry_get_snapshot (geometry)->reading;
  gsize first = vas_regions_find_from (reading->regions, reading->n_regions, start);
  gsize last = vas_regions_find_from (reading->regions, reading->n_regions, end);
  while (last < reading->n_regions && reading->regions[last].start < end)
    last++; /* reaches beyond @end */
  return last > first && vas_map_geometry_locate (geometry, column, first, last - first, rect);
}

static gboolean
is_same_rect (const VasRect *a, const VasRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

void
vas_map_outlines_hover (VasMapOutlines *self, const VasMapGeometry *geometry, guint64 start,
                        guint64 end, VasMapColumn column)
{
  g_return_if_fail (VAS_IS_MAP_OUTLINES (self));
  VasRect rect = { 0 };
  gboolean is_hovering
      = geometry != NULL && end > start && locate (geometry, start, end, column, &rect);
  if (is_hovering == self->is_hovering && is_same_rect (&rect, &self->hovered))
    return;
  self->is_hovering = is_hovering;
  self->hovered = rect;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const VasRect *
vas_map_outlines_get_hovered (VasMapOutlines *self)
{
  g_return_val_if_fail (VAS_IS_MAP_OUTLINES (self), NULL);
  return self->is_hovering ? &self->hovered : NULL;
}

static gboolean
is_cell_selected (VasRegionList *list, const VasCell *cell)
{
  return cell->n > 0 && vas_region_list_is_any_selected (list, cell->first, cell->n);
}

/* One outline for each run of selected cells. */
static GArray *
find_selected (const VasMapGeometry *geometry, VasRegionList *list)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (VasRect));
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (vas_map_geometry_get_cells (geometry), &n);
  VasRect body = vas_map_geometry_get_body (geometry);
  for (gsize i = 0; i < n; i++)
    {
      if (!is_cell_selected (list, &cells[i]))
        continue;
      gsize last = i;
      while (last + 1 < n && is_cell_selected (list, &cells[last + 1]))
        last++;
      VasRect rect = vas_map_geometry_get_rows (geometry, VAS_MAP_REGION, cells[i].row,
                                                cells[last].end_row);
      rect.width = body.x + body.width - rect.x;
      g_array_append_val (rects, rect);
      i = last;
    }
  return rects;
}

void
vas_map_outlines_select (VasMapOutlines *self, const VasMapGeometry *geometry, VasRegionList *list)
{
  g_return_if_fail (VAS_IS_MAP_OUTLINES (self));
  gsize n = 0;
  if (geometry != NULL && list != NULL)
    vas_region_list_get_selected (list, &n, NULL, NULL);
  if (n == 0 && self->selected == NULL)
    return;
  g_clear_pointer (&self->selected, g_array_unref);
  if (n > 0)
    self->selected = find_selected (geometry, list);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
