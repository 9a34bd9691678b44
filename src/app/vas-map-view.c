/* The map of the address space as a widget.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-map-view.h"

#include "vas-map-description.h"
#include "vas-map-view-private.h"

#include <glib/gi18n-lib.h>

/* In pixels. */
#define LEAST_WIDTH 180
#define LEAST_HEIGHT 160
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 640
#define TIP_MARGIN 10 /* the tip follows the pointer, beside it */

struct _VasMapView
{
  GtkWidget parent_instance;

  VasSession *session;
  VasMapFollower *follower;     /* what there is to see */
  VasMapNavigation *navigation; /* where */
  VasMapCanvas *canvas;         /* the picture of that */
  VasMapFocus *focus;
  GtkWidget *outlines;
};

G_DEFINE_FINAL_TYPE (VasMapView, vas_map_view, GTK_TYPE_WIDGET)

static void
redraw (VasMapView *self)
{
  vas_map_canvas_invalidate (self->canvas);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
vas_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VasMapView *self = VAS_MAP_VIEW (widget);
  GskRenderNode *node = vas_map_canvas_get_node (self->canvas);
  if (node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, node);
  /* A list of one node is no list to GTK, which then compares it with none and paints everything.
   * So there are two, whether there are outlines or not. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 0 }, graphene_rect_zero ());
  gtk_widget_snapshot_child (widget, self->outlines, snapshot);
}

/* The address under the pointer stays where it is, or else the one at the top. */
static double
find_anchor (VasMapView *self)
{
  VasRect body = vas_map_canvas_get_body (self->canvas);
  double x, y;
  if (!vas_map_focus_get_pointer (self->focus, &x, &y) || body.height <= 0)
    return 0;
  return CLAMP ((y - body.y) / body.height, 0, 1);
}

/* A process has its name only once it was read. */
static void
update_label (VasMapView *self)
{
  VasSnapshot *snapshot = self->session != NULL ? vas_session_get_snapshot (self->session) : NULL;
  VasSource *source = self->session != NULL ? vas_session_get_source (self->session) : NULL;
  g_autofree char *title = NULL;
  if (snapshot != NULL)
    title = g_strdup (snapshot->title);
  else if (source != NULL)
    title = vas_source_dup_title (source);
  /* Translators: the name of the map for assistive technology; %s is a process or file. */
  g_autofree char *label
      = title != NULL ? g_strdup_printf (_ ("Memory map of %s"), title) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Memory map"), -1);
}

static void
take_layout (VasMapView *self)
{
  VasMapSums *sums = vas_map_follower_get_sums (self->follower);
  vas_map_canvas_release (self->canvas);
  if (sums != NULL)
    vas_map_navigation_set_layout (self->navigation, vas_map_sums_get_layout (sums),
                                   find_anchor (self));
  else
    vas_map_navigation_clear (self->navigation);
}

static void
follower_changed_cb (VasMapView *self)
{
  take_layout (self);
  redraw (self);
}

static void
describe (VasMapView *self)
{
  g_autofree char *description = NULL;
  VasLayout *layout = vas_map_navigation_get_layout (self->navigation);
  if (layout != NULL)
    description
        = vas_map_describe_view (layout, vas_map_navigation_get_viewport (self->navigation),
                                 vas_map_focus_get_selected (self->focus));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : _ ("Nothing is open."), -1);
}

/* Widget. */

static void
vas_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VasMapView *self = VAS_MAP_VIEW (widget);
  gtk_widget_size_allocate (self->outlines, &(GtkAllocation){ 0, 0, width, height }, -1);
  vas_map_canvas_invalidate (self->canvas);
  vas_map_focus_follow (self->focus);
  describe (self);
}

static void
vas_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;
  *minimum = is_width ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = is_width ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
follow_appearance (VasMapView *self)
{
  vas_map_canvas_restyle (self->canvas);
  vas_map_outlines_set_theme (VAS_MAP_OUTLINES (self->outlines),
                              vas_map_canvas_get_theme (self->canvas));
  redraw (self);
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
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (self->canvas);
  if (geometry == NULL || keyboard)
    return FALSE;
  VasMapHit hit = vas_map_geometry_hit (geometry, x, y);
  g_autofree char *text = vas_map_describe_hit (vas_map_geometry_get_layout (geometry), &hit);
  if (text == NULL)
    return FALSE;
  /* A pointer that lay there before the map came under it sends no event until it moves. */
  double pointer_x, pointer_y;
  if (!vas_map_focus_get_pointer (self->focus, &pointer_x, &pointer_y))
    vas_map_focus_point_at (self->focus, x, y);
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
  g_clear_pointer (&self->outlines, gtk_widget_unparent);
  G_OBJECT_CLASS (vas_map_view_parent_class)->dispose (object);
}

static void
vas_map_view_finalize (GObject *object)
{
  VasMapView *self = VAS_MAP_VIEW (object);
  g_signal_handlers_disconnect_by_data (self->follower, self);
  vas_map_focus_free (self->focus);
  vas_map_canvas_free (self->canvas);
  g_object_unref (self->follower);
  g_object_unref (self->navigation);
  G_OBJECT_CLASS (vas_map_view_parent_class)->finalize (object);
}

static void
vas_map_view_class_init (VasMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vas_map_view_dispose;
  object_class->finalize = vas_map_view_finalize;
  widget_class->measure = vas_map_view_measure;
  widget_class->size_allocate = vas_map_view_size_allocate;
  widget_class->snapshot = vas_map_view_snapshot;
  widget_class->css_changed = vas_map_view_css_changed;
  widget_class->system_setting_changed = vas_map_view_system_setting_changed;
  widget_class->query_tooltip = vas_map_view_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  vas_map_keys_install (widget_class);
}

static void
vas_map_view_init (VasMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  self->follower = vas_map_follower_new ();
  self->navigation = vas_map_navigation_new ();
  self->canvas = vas_map_canvas_new (widget, self->follower, self->navigation);
  self->outlines = vas_map_outlines_new ();
  self->focus = vas_map_focus_new (self->canvas, self->follower, self->navigation,
                                   VAS_MAP_OUTLINES (self->outlines));
  gtk_widget_set_parent (self->outlines, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self->follower, "changed", G_CALLBACK (follower_changed_cb), self);
  g_signal_connect_swapped (self->follower, "rebound", G_CALLBACK (take_layout), self);
  g_signal_connect_swapped (self->navigation, "changed", G_CALLBACK (redraw), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (redraw), NULL);
  vas_map_gestures_attach (self);
  update_label (self);
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
      g_signal_handlers_disconnect_by_data (vas_session_get_region_list (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  vas_map_focus_set_session (self->focus, session);
  vas_map_follower_set_session (self->follower, session);
  update_label (self);
  if (session == NULL)
    return;
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update_label), self);
  g_signal_connect_swapped (vas_session_get_region_list (session), "selection-changed",
                            G_CALLBACK (describe), self);
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
  vas_map_follower_set_scale (self->follower, scale);
}

VasScale
vas_map_view_get_scale (VasMapView *self)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), VAS_SCALE_LOG);
  return vas_map_follower_get_scale (self->follower);
}

void
vas_map_view_set_direction (VasMapView *self, VasDirection direction)
{
  g_return_if_fail (VAS_IS_MAP_VIEW (self));
  vas_map_follower_set_direction (self->follower, direction);
}

VasDirection
vas_map_view_get_direction (VasMapView *self)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), VAS_DIRECTION_DOWN);
  return vas_map_follower_get_direction (self->follower);
}

VasMapNavigation *
vas_map_view_get_navigation (VasMapView *self)
{
  g_return_val_if_fail (VAS_IS_MAP_VIEW (self), NULL);
  return self->navigation;
}

VasMapFocus *
vas_map_view_get_focus (VasMapView *self)
{
  return self->focus;
}

VasMapCanvas *
vas_map_view_get_canvas (VasMapView *self)
{
  return self->canvas;
}
