/* What the pointer, the wheel and two fingers do with the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-view-private.h"

#include <math.h>

#define WHEEL_ZOOM 1.25        /* a step of the wheel with Ctrl */
#define WHEEL_PAN 0.08         /* of the window, a step of the wheel */
#define PIXELS_PER_STEP 40.0   /* of a touchpad, for a step of the wheel */
#define DRAG_THRESHOLD 6.0     /* pixels; less is a click */
#define FRICTION 5.0           /* how fast a flick dies, a second */
#define LEAST_SPEED 0.02       /* windows a second */

/* Zooming by wheel or fingers is one step back as long as it goes on. */
#define GESTURE_PAUSE (G_USEC_PER_SEC * 3 / 4)

typedef struct
{
  VasMapView *view;
  VasMapCanvas *canvas;
  VasMapNavigation *navigation;
  VasMapFocus *focus;
  GtkGesture *drag;
  gint64 last_zoom;
  VasViewport start;   /* when the gesture began */
  double start_x, start_y;
  gboolean is_dragging;
  gboolean on_overview;
  double pointer_y;    /* in the window, for the anchor */
  double speed;        /* of a flick, windows a second */
  gint64 flick_time;
  guint flick;         /* tick callback */
} Gestures;

static double
to_fraction (Gestures *self, double y)
{
  VasRect body = vas_map_canvas_get_body (self->canvas);
  return body.height > 0 ? CLAMP ((y - body.y) / body.height, 0, 1) : 0.5;
}

static void
stop_flick (Gestures *self)
{
  if (self->flick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->flick);
  self->flick = 0;
}

static void
remember_zoom (Gestures *self)
{
  gint64 now = g_get_monotonic_time ();
  if (now - self->last_zoom > GESTURE_PAUSE)
    vas_map_navigation_remember (self->navigation);
  self->last_zoom = now;
}

/* Pointer. */

static void
motion_cb (Gestures *self, double x, double y)
{
  self->pointer_y = y;
  if (!self->is_dragging)
    vas_map_focus_point_at (self->focus, x, y);
}

static void
leave_cb (Gestures *self)
{
  vas_map_focus_point_away (self->focus);
}

/* Wheel and touchpad. */

static double
count_steps (GtkEventControllerScroll *scroll, double delta)
{
  return gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE
             ? delta / PIXELS_PER_STEP
             : delta;
}

static gboolean
scroll_cb (Gestures *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double steps = count_steps (scroll, dy);
  if (vas_map_navigation_get_layout (self->navigation) == NULL || steps == 0)
    return FALSE;
  stop_flick (self);
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      remember_zoom (self);
      /* Who zooms here means the map: BackSpace is to take it back. */
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      vas_map_navigation_zoom (self->navigation, pow (WHEEL_ZOOM, -steps),
                               to_fraction (self, self->pointer_y));
    }
  else
    vas_map_navigation_pan (self->navigation, steps * WHEEL_PAN);
  return TRUE;
}

static gboolean
flick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Gestures *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->flick_time) / G_USEC_PER_SEC;
  self->flick_time = now;
  vas_map_navigation_pan (self->navigation, self->speed * seconds);
  self->speed *= exp (-FRICTION * seconds);
  if (fabs (self->speed) >= LEAST_SPEED)
    return G_SOURCE_CONTINUE;
  self->flick = 0;
  return G_SOURCE_REMOVE;
}

/* @velocity is in units of the scroll's deltas, a millisecond. */
static void
decelerate_cb (Gestures *self, double velocity_x, double velocity_y,
               GtkEventControllerScroll *scroll)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  gboolean animated = TRUE;
  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animated, NULL);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  if (!animated || (state & GDK_CONTROL_MASK) != 0)
    return;
  stop_flick (self);
  self->speed = count_steps (scroll, velocity_y) * 1000 * WHEEL_PAN;
  self->flick_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (widget));
  self->flick = gtk_widget_add_tick_callback (widget, flick_cb, self, NULL);
}

/* Two fingers. */

static void
pinch_begin_cb (Gestures *self)
{
  stop_flick (self);
  self->start = vas_map_navigation_get_viewport (self->navigation);
  vas_map_navigation_remember (self->navigation);
}

static void
pinch_cb (Gestures *self, double scale, GtkGesture *gesture)
{
  double x, y = self->pointer_y;
  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  if (scale > 0)
    vas_map_navigation_zoom_from (self->navigation, self->start, scale, to_fraction (self, y));
}

/* Dragging: the map follows the pointer; on the overview, its window does. */

static gboolean
is_on_overview (Gestures *self, double x, double y)
{
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (self->canvas);
  return geometry != NULL
         && vas_map_geometry_hit (geometry, x, y).kind == VAS_MAP_HIT_OVERVIEW;
}

/* Brings the middle of the window to where the pointer is on the strip. */
static void
go_to_overview (Gestures *self, double y)
{
  VasViewport viewport = vas_map_navigation_get_viewport (self->navigation);
  double middle = viewport.top + viewport.extent / 2;
  vas_map_navigation_pan (self->navigation, (to_fraction (self, y) - middle) / viewport.extent);
}

static void
drag_begin_cb (Gestures *self, double x, double y)
{
  stop_flick (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->start = vas_map_navigation_get_viewport (self->navigation);
  self->start_x = x;
  self->start_y = y;
  self->is_dragging = FALSE;
  self->on_overview = is_on_overview (self, x, y);
  if (!self->on_overview)
    return;
  vas_map_navigation_remember (self->navigation);
  self->is_dragging = TRUE;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  go_to_overview (self, y);
}

static void
drag_update_cb (Gestures *self, double dx, double dy)
{
  VasRect body = vas_map_canvas_get_body (self->canvas);
  if (!self->is_dragging && fabs (dy) < DRAG_THRESHOLD)
    return;
  if (!self->is_dragging)
    {
      self->is_dragging = TRUE;
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "grabbing");
    }
  if (self->on_overview)
    go_to_overview (self, self->start_y + dy);
  else if (body.height > 0)
    vas_map_navigation_show (self->navigation, vas_viewport_pan (self->start, -dy / body.height));
}

static void
drag_end_cb (Gestures *self, double dx, double dy)
{
  self->is_dragging = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self->view), NULL);
  vas_map_focus_point_at (self->focus, self->start_x + dx, self->start_y + dy);
}

/* Clicks: one selects, two come near. */

static void
released_cb (Gestures *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (self->canvas);
  if (geometry == NULL)
    return;
  VasMapHit hit = vas_map_geometry_hit (geometry, x, y);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  if (hit.kind == VAS_MAP_HIT_OVERVIEW || hit.kind == VAS_MAP_HIT_NOTHING)
    return;
  if (n_press == 2 && hit.end > hit.start)
    vas_map_navigation_jump (self->navigation, hit.start, hit.end);
  else if (n_press == 1 && (state & GDK_CONTROL_MASK) != 0 && hit.n == 1)
    vas_map_focus_toggle (self->focus, hit.first);
  else if (n_press == 1)
    vas_map_focus_select (self->focus, hit.first, hit.n);
}

static void
add (Gestures *self, GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

void
vas_map_gestures_attach (VasMapView *view)
{
  Gestures *self = g_new0 (Gestures, 1);
  self->view = view;
  self->canvas = vas_map_view_get_canvas (view);
  self->navigation = vas_map_view_get_navigation (view);
  self->focus = vas_map_view_get_focus (view);
  g_object_set_data_full (G_OBJECT (view), "vas-map-gestures", self, g_free);

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  add (self, motion);

  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  add (self, scroll);

  GtkGesture *pinch = gtk_gesture_zoom_new ();
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  add (self, GTK_EVENT_CONTROLLER (pinch));

  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  add (self, GTK_EVENT_CONTROLLER (click));

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  add (self, GTK_EVENT_CONTROLLER (self->drag));
}
