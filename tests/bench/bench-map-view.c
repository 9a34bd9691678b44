/* What a frame costs when the pointer moves over the map, and when one zooms: CPU time of the main
 * thread from the frame clock's before-paint to its after-paint.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"
#include "vas-map-view-private.h"

#include <string.h>
#include <time.h>

enum
{
  WARM_UP = 10, /* frames */
  N_FRAMES = 120,
  WIDTH = 1600,
  HEIGHT = 1100,
};

typedef struct
{
  VasSession *session;
  GtkWidget *window;
  VasMapView *view;
  void (*step) (VasMapView *view, guint frame);
  guint frame;
  double began;
  double times[WARM_UP + N_FRAMES]; /* milliseconds */
} Bench;

static VasSource *
make_source (guint n)
{
  GString *text = g_string_new (NULL);
  for (guint64 i = 0; i < n; i++)
    {
      guint64 start = G_GUINT64_CONSTANT (0x7f0000000000) + i * 0x3000;
      g_string_append_printf (text, "%012" G_GINT64_MODIFIER "x-%012" G_GINT64_MODIFIER "x %s", start,
                              start + (i % 3 + 1) * 0x1000, i % 4 < 2 ? "rw-p" : "r-xp");
      if (i % 2 == 0)
        g_string_append_printf (text, " 00000000 08:01 %u /usr/lib/lib%u.so\n",
                                (guint) (i % 300 + 7), (guint) (i % 300));
      else
        g_string_append (text, " 00000000 00:00 0\n");
    }
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  return vas_source_new_for_bytes (bytes, "bench");
}

static void
step_hover (VasMapView *view, guint frame)
{
  VasRect body = vas_map_canvas_get_body (vas_map_view_get_canvas (view));
  vas_map_focus_point_at (vas_map_view_get_focus (view), body.x + body.width * 0.7,
                         body.y + body.height * (frame * 37 % 100) / 100.0);
}

static void
step_zoom (VasMapView *view, guint frame)
{
  vas_map_navigation_zoom (vas_map_view_get_navigation (view), frame / 20 % 2 == 0 ? 1.1 : 1 / 1.1,
                           0.4);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  bench->step (bench->view, bench->frame);
  return G_SOURCE_CONTINUE;
}

static double
get_cpu_milliseconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
before_paint_cb (Bench *bench)
{
  bench->began = get_cpu_milliseconds ();
}

static void
after_paint_cb (Bench *bench)
{
  if (bench->frame < G_N_ELEMENTS (bench->times) && bench->began != 0)
    bench->times[bench->frame++] = get_cpu_milliseconds () - bench->began;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double *first = a, *second = b;
  return *first < *second ? -1 : *first > *second;
}

typedef struct
{
  double median;
  double slow; /* of which one frame in twenty is slower */
} Frames;

static Frames
run (Bench *bench, void (*step) (VasMapView *, guint))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);
  bench->step = step;
  bench->frame = 0;
  bench->began = 0;
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (bench->view), tick_cb, bench, NULL);
  gulong before
      = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  gulong after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  while (bench->frame < G_N_ELEMENTS (bench->times))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  gtk_widget_remove_tick_callback (GTK_WIDGET (bench->view), tick);
  double *times = bench->times + WARM_UP;
  qsort (times, N_FRAMES, sizeof *times, compare_times);
  return (Frames){ times[N_FRAMES / 2], times[N_FRAMES * 95 / 100] };
}

static void
bench_open (Bench *bench, guint n)
{
  g_autoptr (VasSource) source = make_source (n);
  bench->session = vas_session_new ();
  bench->view = VAS_MAP_VIEW (vas_map_view_new ());
  bench->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (bench->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (bench->window), GTK_WIDGET (bench->view));
  vas_map_view_set_session (bench->view, bench->session);
  vas_reader_set_live (vas_session_get_reader (bench->session), FALSE);
  gtk_window_present (GTK_WINDOW (bench->window));
  vas_session_open (bench->session, source);
  while (vas_map_navigation_get_layout (vas_map_view_get_navigation (bench->view)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (bench->window);
}

static void
bench_close (Bench *bench)
{
  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_object_unref (bench->session);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

int
main (void)
{
  static const guint SIZES[] = { 1000, 65000, 1000000 };
  Frames hover[G_N_ELEMENTS (SIZES)], zoom[G_N_ELEMENTS (SIZES)];
  if (!gtk_init_check ())
    {
      g_print ("no display: nothing measured\n");
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      Bench bench = { 0 };
      bench_open (&bench, SIZES[i]);
      hover[i] = run (&bench, step_hover);
      zoom[i] = run (&bench, step_zoom);
      bench_close (&bench);
      g_print ("hover, %u regions, %dx%d: frame %.2f ms, 95 %% under %.2f ms, %.2f times that of "
               "%u\n",
               SIZES[i], WIDTH, HEIGHT, hover[i].median, hover[i].slow,
               hover[i].median / hover[0].median, SIZES[0]);
      g_print ("zoom, %u regions: frame %.2f ms, 95 %% under %.2f ms; hover costs %.2f of it\n",
               SIZES[i], zoom[i].median, zoom[i].slow, hover[i].median / zoom[i].median);
    }
  return 0;
}
