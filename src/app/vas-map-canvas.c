/* The picture of the map as it stands on the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-canvas.h"

#include "vas-appearance.h"
#include "vas-map-painter.h"
#include "vas-scene-node.h"

/* In pixels. */
#define PADDING 8

/* The design's scale 1 goes with an interface of 11 points at 96 dots an inch. */
#define DESIGN_FONT_PIXELS 14.67
#define LEAST_TYPE_SCALE 0.9
#define MOST_TYPE_SCALE 3.0

struct _VasMapCanvas
{
  GtkWidget *widget;
  VasMapFollower *follower;
  VasMapNavigation *navigation;

  VasTheme theme;
  VasType *type;            /* (nullable): made when it is needed */
  VasMapGeometry *geometry; /* (nullable) */
  gboolean is_stale;        /* the geometry is of a former view */
  VasRect body;
  GskRenderNode *node; /* (nullable) */
};

VasMapCanvas *
vas_map_canvas_new (GtkWidget *widget, VasMapFollower *follower, VasMapNavigation *navigation)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  VasMapCanvas *self = g_new0 (VasMapCanvas, 1);
  self->widget = widget;
  self->follower = follower;
  self->navigation = navigation;
  return self;
}

void
vas_map_canvas_free (VasMapCanvas *self)
{
  if (self == NULL)
    return;
  vas_map_geometry_unref (self->geometry);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  vas_type_unref (self->type);
  g_free (self);
}

/* The letters are those of the interface, smaller, as many labels are to fit. */
static VasType *
make_type (VasMapCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double pixels = pango_units_to_double (pango_font_description_get_size (font));
  if (!pango_font_description_get_size_is_absolute (font))
    pixels *= pango_cairo_context_get_resolution (context) / 72;
  return vas_type_new (pango_font_description_get_family (font),
                       CLAMP (pixels / DESIGN_FONT_PIXELS, LEAST_TYPE_SCALE, MOST_TYPE_SCALE));
}

static VasMapGeometry *
make_geometry (VasMapCanvas *self, VasMapSums *sums)
{
  if (self->type == NULL)
    self->type = make_type (self);
  VasMapRequest request = {
    .layout = vas_map_sums_get_layout (sums),
    .sums = sums,
    .viewport = vas_map_navigation_get_viewport (self->navigation),
    .type = self->type,
    .frame = { PADDING, 0, MAX (gtk_widget_get_width (self->widget) - 2 * PADDING, 1),
               MAX (gtk_widget_get_height (self->widget) - PADDING, 1) },
    .pixel_ratio = gtk_widget_get_scale_factor (self->widget),
    .with_overview = TRUE,
    .marks = vas_map_follower_get_marks (self->follower),
    .before = self->geometry,
  };
  return vas_map_geometry_new (&request);
}

const VasMapGeometry *
vas_map_canvas_get_geometry (VasMapCanvas *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  VasMapSums *sums = vas_map_follower_get_sums (self->follower);
  if (sums == NULL || (self->geometry != NULL && !self->is_stale))
    return sums != NULL ? self->geometry : NULL;

  VasMapGeometry *geometry = make_geometry (self, sums);
  vas_map_geometry_unref (self->geometry);
  self->geometry = geometry;
  self->is_stale = FALSE;
  self->body = vas_map_geometry_get_body (geometry);
  vas_map_navigation_set_rows (self->navigation,
                               self->body.height * gtk_widget_get_scale_factor (self->widget));
  return self->geometry;
}

static GskRenderNode *
make_node (VasMapCanvas *self, const VasMapGeometry *geometry)
{
  double width = gtk_widget_get_width (self->widget);
  double height = gtk_widget_get_height (self->widget);
  g_autoptr (VasScene) scene = vas_scene_new (self->type, width, height);
  vas_scene_fill (scene, (VasRect){ 0, 0, width, height },
                  vas_palette_get_tone (self->theme, VAS_TONE_PAPER), 0);
  vas_map_paint (scene, geometry, self->theme, VAS_MAP_UNNAMED);
  vas_type_age (self->type);
  return vas_scene_to_node (scene);
}

GskRenderNode *
vas_map_canvas_get_node (VasMapCanvas *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->node != NULL)
    return self->node;
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (self);
  if (geometry != NULL)
    self->node = make_node (self, geometry);
  return self->node;
}

VasRect
vas_map_canvas_get_body (VasMapCanvas *self)
{
  g_return_val_if_fail (self != NULL, (VasRect){ 0 });
  return self->body;
}

VasTheme
vas_map_canvas_get_theme (VasMapCanvas *self)
{
  g_return_val_if_fail (self != NULL, VAS_THEME_LIGHT);
  return self->theme;
}

void
vas_map_canvas_invalidate (VasMapCanvas *self)
{
  g_return_if_fail (self != NULL);
  self->is_stale = TRUE;
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

void
vas_map_canvas_release (VasMapCanvas *self)
{
  g_return_if_fail (self != NULL);
  g_clear_pointer (&self->geometry, vas_map_geometry_unref);
}

void
vas_map_canvas_restyle (VasMapCanvas *self)
{
  g_return_if_fail (self != NULL);
  self->theme = vas_appearance_get_theme (self->widget);
  g_clear_pointer (&self->type, vas_type_unref);
  vas_map_canvas_release (self);
  vas_map_canvas_invalidate (self);
}
