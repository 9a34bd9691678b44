/* The map of the address space as a widget.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-map-view.h"

#include "vas-appearance.h"
#include "vas-map-description.h"
#include "vas-map-hover.h"
#include "vas-map-job.h"
#include "vas-map-painter.h"
#include "vas-map-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In pixels. */
#define PADDING 8
#define LEAST_WIDTH 180
#define LEAST_HEIGHT 160
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 640
#define STRIP_HEIGHT 128
#define TIP_MARGIN 10 /* the tip follows the pointer, beside it */

/* The design's scale 1 goes with an interface of 11 points at 96 dots an inch. */
#define DESIGN_FONT_PIXELS 14.67
#define LEAST_TYPE_SCALE 0.9
#define MOST_TYPE_SCALE 3.0

/* New, grown and gone regions are marked so long. */
#define MARKS_MILLISECONDS 2500

struct _VasMapView
{
  GtkWidget parent_instance;

  GtkWidget *hover;
  VasSession *session;
  VasSource *source; /* that the layout is of */
  VasScale scale;
  VasDirection direction;
  VasTheme theme;
  VasType *type;

  VasMapNavigation *navigation;
  VasSnapshot *wanted; /* being laid out, or laid out */
  GCancellable *laying_out;
  VasMapMarks *marks;
  guint marks_timer;

  VasMapGeometry *geometry;
  gboolean is_stale; /* the geometry is of a former view */
  GskRenderNode *node;

  gboolean is_pointed;
  double pointer_x, pointer_y;
  VasMapHit pointed; /* what the pointer made the session's hover */
  guint pointing;    /* idle source: look again what is under the pointer */
  gboolean is_revealing;
};

enum
{
  PROP_0,
  PROP_SCALE,
  PROP_DIRECTION,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (VasMapView, vas_map_view, GTK_TYPE_WIDGET)

static VasRegionList *
get_list (VasMapView *self)
{
  return self->session != NULL ? vas_session_get_region_list (self->session) : NULL;
}

/* Whether region indices of the picture are those of the session. They are not while the layout of
 * a newer snapshot is under way. */
static gboolean
is_current (VasMapView *self)
{
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  VasOrder *order = self->session != NULL ? vas_region_list_get_order (get_list (self)) : NULL;
  return layout != NULL && order != NULL && order->snapshot == vas_layout_get_snapshot (layout);
}

static void
invalidate (VasMapView *self)
{
  self->is_stale = TRUE;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The letters are those of the interface, smaller, as many labels are to fit. */
static VasType *
make_type (VasMapView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double pixels = pango_units_to_double (pango_font_description_get_size (font));
  if (!pango_font_description_get_size_is_absolute (font))
    pixels *= pango_cairo_context_get_resolution (context) / 72;
  return vas_type_new (pango_font_description_get_family (font),
                       CLAMP (pixels / DESIGN_FONT_PIXELS, LEAST_TYPE_SCALE, MOST_TYPE_SCALE));
}

static VasMapGeometry *
make_geometry (VasMapView *self, VasLayout *layout)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const guint8 *matches = is_current (self) ? vas_session_get_matches (self->session) : NULL;
  VasMapRequest request = {
    .layout = layout,
    .viewport = vas_map_navigation_get_viewport (self->navigation),
    .type = self->type,
    .frame = { PADDING, 0, MAX (gtk_widget_get_width (widget) - 2 * PADDING, 1),
               MAX (gtk_widget_get_height (widget) - PADDING, 1) },
    .pixel_ratio = gtk_widget_get_scale_factor (widget),
    .with_overview = TRUE,
    .matches = matches,
    .marks = self->marks,
    .before = self->geometry,
  };
  return vas_map_geometry_new (&request);
}

const VasMapGeometry *
vas_map_view_get_geometry (VasMapView *self)
{
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  if (layout == NULL)
    g_clear_pointer (&self->geometry, vas_map_geometry_unref);
  else if (self->geometry == NULL || self->is_stale)
    {
      if (self->type == NULL)
        self->type = make_type (self);
      VasMapGeometry *geometry = make_geometry (self, layout);
      g_clear_pointer (&self->geometry, vas_map_geometry_unref);
      self->geometry = geometry;
    }
  self->is_stale = FALSE;
  return self->geometry;
}

/* In strips: GTK's cairo renderer draws a cairo node into an image of its own first, and several
 * small ones stay in the cache of the processor. */
static GskRenderNode *
make_node (VasMapView *self)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (VasScene) scene = vas_scene_new (self->type, width, height);
  vas_scene_fill (scene, (VasRect){ 0, 0, width, height },
                  vas_palette_get_tone (self->theme, VAS_TONE_PAPER), 0);
  vas_map_paint (scene, self->geometry, self->theme, VAS_MAP_UNNAMED);
  vas_type_age (self->type);

  GtkSnapshot *snapshot = gtk_snapshot_new ();
  for (float y = 0; y < height; y += STRIP_HEIGHT)
    {
      graphene_rect_t strip = GRAPHENE_RECT_INIT (0, y, width, MIN (STRIP_HEIGHT, height - y));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &strip);
      vas_scene_paint (scene, cr);
      cairo_destroy (cr);
    }
  return gtk_snapshot_free_to_node (snapshot);
}

static void
vas_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VasMapView *self = VAS_MAP_VIEW (widget);
  if (vas_map_view_get_geometry (self) == NULL)
    return;
  if (self->node == NULL)
    self->node = make_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  gtk_widget_snapshot_child (widget, self->hover, snapshot);
}

/* Outlines. */

static gboolean
is_pointed_range (VasMapView *self, guint64 start, guint64 end)
{
  return self->is_pointed && self->pointed.start == start && self->pointed.end == end;
}

static void
outline_hovered (VasMapView *self)
{
  const VasMapGeometry *geometry = vas_map_view_get_geometry (self);
  guint64 start = 0, end = 0;
  VasRect rect;
  if (self->session != NULL)
    vas_session_get_hover (self->session, &start, &end);
  if (geometry == NULL || end <= start)
    {
      vas_map_hover_set_hovered (VAS_MAP_HOVER (self->hover), NULL);
      return;
    }
  const VasReading *reading = vas_map_geometry_get_snapshot (geometry)->reading;
  gsize first = vas_regions_find_from (reading->regions, reading->n_regions, start), last = first;
  while (last < reading->n_regions && reading->regions[last].start < end)
    last++;
  VasMapColumn from = VAS_MAP_REGION;
  if (is_pointed_range (self, start, end) && self->pointed.kind == VAS_MAP_HIT_OBJECT)
    from = VAS_MAP_OBJECT;
  else if (is_pointed_range (self, start, end) && self->pointed.kind == VAS_MAP_HIT_AREA)
    from = VAS_MAP_AREA;
  gboolean in_sight
      = last > first && vas_map_geometry_locate (geometry, from, first, last - first, &rect);
  vas_map_hover_set_hovered (VAS_MAP_HOVER (self->hover), in_sight ? &rect : NULL);
}

static gboolean
is_cell_selected (VasRegionList *list, const VasCell *cell)
{
  for (gsize i = 0; i < cell->n; i++)
    if (vas_region_list_is_region_selected (list, cell->first + i))
      return TRUE;
  return FALSE;
}

/* One outline for each run of selected cells. */
static GArray *
find_selected (VasMapView *self, const VasMapGeometry *geometry)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (VasRect));
  gsize n, n_selected;
  const VasCell *cells = vas_map_cells_get_cells (vas_map_geometry_get_cells (geometry), &n);
  vas_region_list_get_selected (get_list (self), &n_selected, NULL, NULL);
  if (n_selected == 0)
    return rects;
  double right = vas_map_geometry_get_body (geometry).x + vas_map_geometry_get_body (geometry).width;
  for (gsize i = 0; i < n; i++)
    {
      if (!is_cell_selected (get_list (self), &cells[i]))
        continue;
      gsize last = i;
      while (last + 1 < n && is_cell_selected (get_list (self), &cells[last + 1]))
        last++;
      VasRect rect = vas_map_geometry_get_rows (geometry, VAS_MAP_REGION, cells[i].row,
                                                cells[last].end_row);
      rect.width = right - rect.x;
      g_array_append_val (rects, rect);
      i = last;
    }
  return rects;
}

static void
outline_selected (VasMapView *self)
{
  const VasMapGeometry *geometry = vas_map_view_get_geometry (self);
  gboolean is_known = geometry != NULL && is_current (self);
  vas_map_hover_set_selected (VAS_MAP_HOVER (self->hover),
                              is_known ? find_selected (self, geometry) : NULL);
}

static void
describe (VasMapView *self)
{
  guint64 start, end;
  g_autofree char *description = NULL;
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  if (vas_map_view_get_range (self, &start, &end))
    description = vas_map_describe_view (
        layout, vas_map_navigation_get_viewport (self->navigation), vas_map_view_get_selected (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : _ ("Nothing is open."), -1);
}

static gboolean
point_again_cb (gpointer user_data)
{
  VasMapView *self = user_data;
  self->pointing = 0;
  if (self->is_pointed)
    vas_map_view_point_at (self, self->pointer_x, self->pointer_y);
  return G_SOURCE_REMOVE;
}

static void
vas_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VasMapView *self = VAS_MAP_VIEW (widget);
  gtk_widget_size_allocate (self->hover, &(GtkAllocation){ 0, 0, width, height }, -1);
  self->is_stale = TRUE;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  vas_map_view_get_geometry (self);
  outline_hovered (self);
  outline_selected (self);
  describe (self);
  /* What the pointer is on may be another region now; telling so can wait for the frame's end. */
  if (self->is_pointed && self->pointing == 0)
    self->pointing = g_idle_add (point_again_cb, self);
}

static void
vas_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;
  *minimum = is_width ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = is_width ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

/* Layouts. */

static gboolean
forget_marks_cb (gpointer user_data)
{
  VasMapView *self = user_data;
  self->marks_timer = 0;
  g_clear_pointer (&self->marks, vas_map_marks_unref);
  invalidate (self);
  return G_SOURCE_REMOVE;
}

static void
set_marks (VasMapView *self, VasMapMarks *marks)
{
  g_clear_handle_id (&self->marks_timer, g_source_remove);
  g_clear_pointer (&self->marks, vas_map_marks_unref);
  if (marks == NULL)
    return;
  self->marks = vas_map_marks_ref (marks);
  self->marks_timer = g_timeout_add (MARKS_MILLISECONDS, forget_marks_cb, self);
}

/* The address under the pointer stays where it is, or else the one at the top. */
static double
find_anchor (VasMapView *self)
{
  VasRect body = vas_map_view_get_body (self);
  if (!self->is_pointed || body.height <= 0)
    return 0;
  return CLAMP ((self->pointer_y - body.y) / body.height, 0, 1);
}

static void
take_job (VasMapView *self, VasMapJob *job)
{
  set_marks (self, job->marks);
  vas_map_navigation_set_layout (self->navigation, job->layout, find_anchor (self));
  invalidate (self);
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VasMapView) self = user_data;
  g_autoptr (VasMapJob) job = vas_map_job_run_finish (result);
  if (job == NULL)
    return; /* a newer one took its place */
  g_clear_object (&self->laying_out);
  take_job (self, job);
}

static void
lay_out (VasMapView *self)
{
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  VasSnapshot *former = layout != NULL ? vas_layout_get_snapshot (layout) : NULL;
  if (self->laying_out != NULL)
    g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  if (vas_map_job_is_quick (self->wanted))
    {
      g_autoptr (VasMapJob) job
          = vas_map_job_run (self->wanted, former, self->scale, self->direction);
      take_job (self, job);
      return;
    }
  self->laying_out = g_cancellable_new ();
  vas_map_job_run_async (self->wanted, former, self->scale, self->direction, self->laying_out,
                         laid_out_cb, g_object_ref (self));
}

static void
set_snapshot (VasMapView *self, VasSnapshot *snapshot)
{
  if (self->wanted == snapshot)
    return;
  g_clear_pointer (&self->wanted, vas_snapshot_unref);
  if (snapshot != NULL)
    {
      self->wanted = vas_snapshot_ref (snapshot);
      lay_out (self);
    }
}

static void
forget_picture (VasMapView *self)
{
  if (self->laying_out != NULL)
    g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  set_marks (self, NULL);
  vas_map_navigation_clear (self->navigation);
  g_clear_pointer (&self->wanted, vas_snapshot_unref);
  g_clear_pointer (&self->source, vas_source_unref);
  invalidate (self);
}

/* A process has its name only once it was read. */
static void
name (VasMapView *self)
{
  g_autofree char *title = NULL;
  if (self->wanted != NULL)
    title = g_strdup (self->wanted->title);
  else if (self->source != NULL)
    title = vas_source_dup_title (self->source);
  /* Translators: the name of the map for assistive technology; %s is a process or file. */
  g_autofree char *label
      = title != NULL ? g_strdup_printf (_ ("Memory map of %s"), title) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Memory map"), -1);
}

static void
session_changed_cb (VasMapView *self)
{
  VasSource *source = vas_session_get_source (self->session);
  if (source != self->source)
    {
      forget_picture (self);
      self->source = source != NULL ? vas_source_ref (source) : NULL;
    }
  set_snapshot (self, vas_session_get_snapshot (self->session));
  name (self);
}

static void
reveal_cb (VasMapView *self, guint64 start, guint64 end)
{
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  if (layout == NULL || self->is_revealing || end < start)
    return;
  VasViewport viewport = vas_map_navigation_get_viewport (self->navigation);
  vas_map_view_show (self, vas_viewport_reveal (viewport, layout, start, end));
}

static void
selection_changed_cb (VasMapView *self)
{
  outline_selected (self);
  describe (self);
}

/* Widget. */

static void
follow_appearance (VasMapView *self)
{
  self->theme = vas_appearance_get_theme (GTK_WIDGET (self));
  vas_map_hover_set_theme (VAS_MAP_HOVER (self->hover), self->theme);
  g_clear_pointer (&self->type, vas_type_unref);
  g_clear_pointer (&self->geometry, vas_map_geometry_unref);
  invalidate (self);
}

static void
vas_map_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vas_map_view_parent_class)->css_changed (widget, change);
  follow_appearance (VAS_MAP_VIEW (widget));
}

static void
vas_map_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (vas_map_view_parent_class)->system_setting_changed (widget, setting);
  follow_appearance (VAS_MAP_VIEW (widget));
}

static gboolean
vas_map_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                            GtkTooltip *tooltip)
{
  VasMapView *self = VAS_MAP_VIEW (widget);
  const VasMapGeometry *geometry = vas_map_view_get_geometry (self);
  if (geometry == NULL || keyboard)
    return FALSE;
  VasMapHit hit = vas_map_geometry_hit (geometry, x, y);
  g_autofree char *text = vas_map_describe_hit (vas_map_geometry_get_layout (geometry), &hit);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - TIP_MARGIN, y - TIP_MARGIN,
                                                      2 * TIP_MARGIN, 2 * TIP_MARGIN });
  return TRUE;
}

static void
vas_map_view_dispose (GObject *object)
{
  VasMapView *self = VAS_MAP_VIEW (object);
  vas_map_view_set_session (self, NULL);
  g_clear_handle_id (&self->pointing, g_source_remove);
  g_clear_pointer (&self->hover, gtk_widget_unparent);
  G_OBJECT_CLASS (vas_map_view_parent_class)->dispose (object);
}

static void
vas_map_view_finalize (GObject *object)
{
  VasMapView *self = VAS_MAP_VIEW (object);
  g_clear_pointer (&self->geometry, vas_map_geometry_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->type, vas_type_unref);
  vas_map_navigation_free (self->navigation);
  G_OBJECT_CLASS (vas_map_view_parent_class)->finalize (object);
}

static void
vas_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VasMapView *self = VAS_MAP_VIEW (object);
  if (id == PROP_SCALE)
    g_value_set_int (value, (int) self->scale);
  else
    g_value_set_int (value, (int) self->direction);
}

static void
vas_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VasMapView *self = VAS_MAP_VIEW (object);
  if (id == PROP_SCALE)
    vas_map_view_set_scale (self, (VasScale) g_value_get_int (value));
  else
    vas_map_view_set_direction (self, (VasDirection) g_value_get_int (value));
}

static void
vas_map_view_class_init (VasMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vas_map_view_dispose;
  object_class->finalize = vas_map_view_finalize;
  object_class->get_property = vas_map_view_get_property;
  object_class->set_property = vas_map_view_set_property;
  widget_class->measure = vas_map_view_measure;
  widget_class->size_allocate = vas_map_view_size_allocate;
  widget_class->snapshot = vas_map_view_snapshot;
  widget_class->css_changed = vas_map_view_css_changed;
  widget_class->system_setting_changed = vas_map_view_system_setting_changed;
  widget_class->query_tooltip = vas_map_view_query_tooltip;

  properties[PROP_SCALE]
      = g_param_spec_int ("scale", NULL, NULL, 0, VAS_N_SCALES - 1, VAS_SCALE_LOG,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DIRECTION] = g_param_spec_int (
      "direction", NULL, NULL, VAS_DIRECTION_DOWN, VAS_DIRECTION_UP, VAS_DIRECTION_DOWN,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  vas_map_keys_install (widget_class);
}

static void
vas_map_view_init (VasMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  self->navigation = vas_map_navigation_new ();
  self->hover = vas_map_hover_new ();
  gtk_widget_set_parent (self->hover, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (invalidate), NULL);
  vas_map_gestures_attach (self);
  name (self);
}

/* Public. */

GtkWidget *
vas_map_view_new (void)
{
  return g_object_new (VAS_TYPE_MAP_VIEW, NULL);
}

void
vas_map_view_set_session (VasMapView *self, VasSession *session)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self));
  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_list (self), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      forget_picture (self);
    }
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (session, "filter-changed", G_CALLBACK (invalidate), self);
  g_signal_connect_swapped (session, "hover-changed", G_CALLBACK (outline_hovered), self);
  g_signal_connect_swapped (session, "reveal", G_CALLBACK (reveal_cb), self);
  g_signal_connect_swapped (get_list (self), "selection-changed",
                            G_CALLBACK (selection_changed_cb), self);
  session_changed_cb (self);
}

VasSession *
vas_map_view_get_session (VasMapView *self)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), NULL);
  return self->session;
}

void
vas_map_view_set_scale (VasMapView *self, VasScale scale)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self) && (guint) scale < VAS_N_SCALES);
  if (self->scale == scale)
    return;
  self->scale = scale;
  if (self->wanted != NULL)
    lay_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

VasScale
vas_map_view_get_scale (VasMapView *self)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), VAS_SCALE_LOG);
  return self->scale;
}

void
vas_map_view_set_direction (VasMapView *self, VasDirection direction)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self));
  if (self->direction == direction)
    return;
  self->direction = direction;
  if (self->wanted != NULL)
    lay_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
}

VasDirection
vas_map_view_get_direction (VasMapView *self)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), VAS_DIRECTION_DOWN);
  return self->direction;
}

VasMapNavigation *
vas_map_view_get_navigation (VasMapView *self)
{
  return self->navigation;
}

VasRect
vas_map_view_get_body (VasMapView *self)
{
  /* Of the former view too: zooming moves no columns. */
  return self->geometry != NULL ? vas_map_geometry_get_body (self->geometry) : (VasRect){ 0 };
}

double
vas_map_view_get_rows (VasMapView *self)
{
  return MAX (vas_map_view_get_body (self).height, 1)
         * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

void
vas_map_view_show (VasMapView *self, VasViewport viewport)
{
  VasViewport before = vas_map_navigation_get_viewport (self->navigation);
  if (before.top == viewport.top && before.extent == viewport.extent)
    return;
  vas_map_navigation_set_viewport (self->navigation, viewport);
  invalidate (self);
}

void
vas_map_view_point_at (VasMapView *self, double x, double y)
{
  const VasMapGeometry *geometry = vas_map_view_get_geometry (self);
  if (geometry == NULL || self->session == NULL)
    return;
  self->is_pointed = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  self->pointed = vas_map_geometry_hit (geometry, x, y);
  if (self->pointed.n > 0)
    vas_session_set_hover (self->session, self->pointed.start, self->pointed.end);
  else
    vas_session_set_hover (self->session, 0, 0);
}

void
vas_map_view_point_away (VasMapView *self)
{
  self->is_pointed = FALSE;
  g_clear_handle_id (&self->pointing, g_source_remove);
  if (self->session != NULL)
    vas_session_set_hover (self->session, 0, 0);
}

static void
reveal_elsewhere (VasMapView *self, gsize first, gsize n)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (self->session);
  self->is_revealing = TRUE;
  vas_session_reveal (self->session, vas_snapshot_get_region (snapshot, first)->start,
                      vas_snapshot_get_region (snapshot, first + n - 1)->end);
  self->is_revealing = FALSE;
}

void
vas_map_view_select (VasMapView *self, gsize first, gsize n)
{
  if (!is_current (self))
    return;
  vas_region_list_select_only (get_list (self), first, n);
  if (n > 0)
    reveal_elsewhere (self, first, n);
}

void
vas_map_view_toggle (VasMapView *self, gsize region)
{
  gssize row = is_current (self) ? vas_region_list_find_row (get_list (self), region) : -1;
  if (row < 0)
    return; /* filtered out of the table: there is nothing to add to */
  GtkSelectionModel *model = GTK_SELECTION_MODEL (get_list (self));
  if (gtk_selection_model_is_selected (model, (guint) row))
    gtk_selection_model_unselect_item (model, (guint) row);
  else
    gtk_selection_model_select_item (model, (guint) row, FALSE);
  reveal_elsewhere (self, region, 1);
}

gssize
vas_map_view_get_selected (VasMapView *self)
{
  gssize first = -1;
  if (is_current (self))
    vas_region_list_get_selected (get_list (self), NULL, NULL, &first);
  return first;
}

/* Zooms about the selection if that is in sight, else about the middle. */
static void
zoom_by (VasMapView *self, double factor)
{
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  if (layout == NULL)
    return;
  VasViewport viewport = vas_map_navigation_get_viewport (self->navigation);
  gssize selected = vas_map_view_get_selected (self);
  double anchor = 0.5;
  if (selected >= 0)
    {
      VasSpan span = vas_layout_get_span (
          layout, vas_layout_find_region_span (layout, (gsize) selected));
      double middle = vas_viewport_to_window (viewport, (span.top + span.bottom) / 2);
      anchor = middle >= 0 && middle <= 1 ? middle : anchor;
    }
  vas_map_navigation_remember (self->navigation);
  vas_map_view_show (self, vas_viewport_zoom (viewport, layout, factor, anchor,
                                              vas_map_view_get_rows (self)));
}

void
vas_map_view_zoom_in (VasMapView *self)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self));
  zoom_by (self, G_SQRT2);
}

void
vas_map_view_zoom_out (VasMapView *self)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self));
  zoom_by (self, 1 / G_SQRT2);
}

void
vas_map_view_fit (VasMapView *self)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self));
  vas_map_navigation_remember (self->navigation);
  vas_map_view_show (self, vas_viewport_whole ());
}

gboolean
vas_map_view_back (VasMapView *self)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), FALSE);
  if (!vas_map_navigation_back (self->navigation))
    return FALSE;
  invalidate (self);
  return TRUE;
}

void
vas_map_view_zoom_to (VasMapView *self, guint64 start, guint64 end)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self) && start <= end);
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  if (layout == NULL)
    return;
  vas_map_navigation_remember (self->navigation);
  vas_map_view_show (self,
                     vas_viewport_fit (layout, start, end, vas_map_view_get_rows (self)));
}

gboolean
vas_map_view_get_range (VasMapView *self, guint64 *start, guint64 *end)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), FALSE);
  return vas_map_navigation_get_range (self->navigation, start, end);
}
