/* Driving a window in its own process: xdotool sends real X events to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-window.h"

#include <gdk/x11/gdkx.h>
#include <math.h>

#include "vas-application.h"
#include "vas-region-cell.h"

static gboolean
is_furnished (VasWindow *window)
{
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (window));
  return child != NULL && gtk_widget_get_mapped (child);
}

VasWindow *
vas_test_window_open (VasSource *source)
{
  g_autoptr (GError) error = NULL;
  GtkApplication *application = vas_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  VasWindow *window = vas_window_new (application, NULL);
  g_object_set_data_full (G_OBJECT (window), "application", application, g_object_unref);
  gtk_window_present (GTK_WINDOW (window));
  if (source != NULL)
    vas_window_open (window, source);
  vas_test_wait_until (gtk_window_is_active (GTK_WINDOW (window)));
  vas_test_wait_until (is_furnished (window));
  return window;
}

static void
gone_cb (gpointer gone, GObject *object)
{
  *(gboolean *) gone = TRUE;
}

void
vas_test_window_close (VasWindow *window)
{
  gboolean gone = FALSE;
  g_object_weak_ref (G_OBJECT (window), gone_cb, &gone);
  vas_test_input ("key ctrl+q");
  vas_test_wait_until (gone);
}

void
vas_test_window_wait_ready (VasWindow *window)
{
  VasSession *session = vas_window_get_session (window);
  vas_test_wait_until (vas_session_get_state (session) == VAS_SESSION_READY);
}

/* Calls @visit for each mapped widget below @root, itself included, until it says TRUE. */
static gboolean
walk (GtkWidget *root, gboolean (*visit) (GtkWidget *, gpointer), gpointer user_data)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (visit (root, user_data))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (walk (child, visit, user_data))
      return TRUE;
  return FALSE;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (VAS_IS_REGION_CELL (widget))
    return vas_region_cell_get_text (VAS_REGION_CELL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return NULL;
}

typedef struct
{
  const char *wanted;
  GtkWidget *found;
  GString *text;
} Search;

static gboolean
is_of_type (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), search->wanted))
    search->found = widget;
  return search->found != NULL;
}

static gboolean
is_text (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;
  if (g_strcmp0 (get_text (widget), search->wanted) == 0)
    search->found = widget;
  return search->found != NULL;
}

static gboolean
append_text (GtkWidget *widget, gpointer user_data)
{
  Search *search = user_data;
  const char *text = get_text (widget);
  if (text != NULL)
    g_string_append_printf (search->text, "%s\n", text);
  return FALSE;
}

GtkWidget *
vas_test_find (gpointer root, const char *type_name)
{
  Search search = { .wanted = type_name };
  if (root != NULL)
    walk (root, is_of_type, &search);
  return search.found;
}

GtkWidget *
vas_test_find_text (gpointer root, const char *text)
{
  Search search = { .wanted = text };
  if (root != NULL)
    walk (root, is_text, &search);
  return search.found;
}

char *
vas_test_collect_text (gpointer root)
{
  Search search = { .text = g_string_new (NULL) };
  if (root != NULL)
    walk (root, append_text, &search);
  return g_string_free (search.text, FALSE);
}

gboolean
vas_test_says (gpointer root, const char *words)
{
  g_autofree char *text = vas_test_collect_text (root);
  return strstr (text, words) != NULL;
}

static void
exited_cb (GObject *source, GAsyncResult *result, gpointer exited)
{
  g_autoptr (GError) error = NULL;
  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) exited = TRUE;
}

void
vas_test_input (const char *format, ...)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  gboolean exited = FALSE;
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *line = g_strconcat ("xdotool ", words, NULL);
  g_test_message ("%s", line);
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  g_autoptr (GSubprocess) process
      = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, exited_cb, &exited);
  vas_test_wait_until (exited);
}

/* Where a point of the window is on the screen, wherever the window manager put it. */
static void
translate_to_screen (GtkNative *native, double x, double y, int *screen_x, int *screen_y)
{
  GdkSurface *surface = gtk_native_get_surface (native);
  Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  double offset_x, offset_y;
  Window child;

  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  int scale = gdk_surface_get_scale_factor (surface);
  XTranslateCoordinates (display, gdk_x11_surface_get_xid (surface), DefaultRootWindow (display),
                         (int) (x + offset_x) * scale, (int) (y + offset_y) * scale, screen_x,
                         screen_y, &child);
}

enum
{
  CALM_MILLISECONDS = 120,
};

typedef struct
{
  double x;
  double y;
} Place;

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  *(Place *) user_data = (Place){ x, y };
}

static gboolean
is_near (const Place *place, double x, double y)
{
  return ABS (place->x - x) < 1 && ABS (place->y - y) < 1;
}

/* In two steps, so that there is a motion even where the pointer was there already; and until the
 * window has seen it. */
void
vas_test_point (gpointer widget, double x, double y)
{
  g_assert_nonnull (widget);
  /* It may have come into sight just now: its place is known once it was drawn. */
  gtk_test_widget_wait_for_draw (widget);

  GtkNative *native = gtk_widget_get_native (widget);
  GtkEventController *watch = gtk_event_controller_motion_new ();
  Place place = { -1, -1 };
  double window_x, window_y;
  int screen_x, screen_y;

  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect (watch, "motion", G_CALLBACK (motion_cb), &place);
  g_signal_connect (watch, "enter", G_CALLBACK (motion_cb), &place);
  gtk_widget_add_controller (GTK_WIDGET (native), watch);

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &window_x, &window_y);
  window_x = floor (window_x);
  window_y = floor (window_y);
  translate_to_screen (native, window_x, window_y, &screen_x, &screen_y);
  vas_test_input ("mousemove %d %d mousemove %d %d", screen_x + 2, screen_y, screen_x, screen_y);
  vas_test_wait_until (is_near (&place, window_x, window_y));
  gtk_widget_remove_controller (GTK_WIDGET (native), watch);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gint64 *) user_data = g_get_monotonic_time ();
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE; /* only wakes the main loop */
}

/* Until no frame was painted for a while: what the pointer is on shows in the card, and GTK 4.8 gives a
 * click up when something is laid out anew between press and release. */
static void
wait_calm (GtkWidget *widget)
{
  g_autoptr (GdkFrameClock) clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  gint64 painted = g_get_monotonic_time ();
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  guint timer = g_timeout_add (CALM_MILLISECONDS / 4, look_again_cb, NULL);
  vas_test_wait_until (g_get_monotonic_time () - painted > CALM_MILLISECONDS * 1000);
  g_source_remove (timer);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, &painted); /* none, if it is disposed of */
}

void
vas_test_click (gpointer widget)
{
  g_assert_nonnull (widget);
  gtk_test_widget_wait_for_draw (widget);
  wait_calm (widget);
  vas_test_point (widget, gtk_widget_get_width (widget) / 2.0,
                  gtk_widget_get_height (widget) / 2.0);
  wait_calm (widget);
  vas_test_input ("click 1");
}
