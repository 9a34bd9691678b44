/* What a person waits for in the window at a million regions: real pointer and keys, until painted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "frames.h"
#include "measure.h"
#include "sample-regions.h"
#include "vas-maps-text.h"
#include "vas-region-columns.h"
#include "vas-test-window.h"
#include "vas-writer.h"

enum
{
  N_FILES = 300,
  SETTLE_MS = 2000,
  N_FRAMES = 100,
  N_MOVES = 100,
  MOVE_MS = 20, /* from one place of the pointer to the next: one a frame */
  KEY_MS = 150, /* from one letter to the next */
  ROUNDS = 5,   /* clicks on a header, up and down in turns */
};

typedef struct
{
  guint n;
  VasWindow *window;
  VasSession *session;
  GtkWidget *view; /* the table with its filter box */
  GtkAdjustment *place;
  gint64 came;     /* when the last button or key came */
  double main_cpu; /* milliseconds of the main thread by then */
  double all_cpu;  /* of the whole program */
  double worker_cpu; /* of the other threads from then until the rows came */
  guint n_orders;
  guint n_clicks;
  gboolean is_painting; /* what came last */
  gint64 painted;       /* when it was */
  gdouble step; /* rows to scroll by in every frame; 0 = anywhere */
  GRand *rand;
} Bench;

static double
get_cpu (clockid_t clock)
{
  struct timespec now;
  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
event_cb (Bench *bench, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  if (type != GDK_BUTTON_RELEASE && type != GDK_KEY_PRESS)
    return GDK_EVENT_PROPAGATE;
  bench->came = g_get_monotonic_time ();
  bench->main_cpu = get_cpu (CLOCK_THREAD_CPUTIME_ID);
  bench->all_cpu = get_cpu (CLOCK_PROCESS_CPUTIME_ID);
  return GDK_EVENT_PROPAGATE;
}

static void
order_changed_cb (Bench *bench)
{
  double others = get_cpu (CLOCK_PROCESS_CPUTIME_ID) - bench->all_cpu;
  bench->worker_cpu = others - (get_cpu (CLOCK_THREAD_CPUTIME_ID) - bench->main_cpu);
  bench->n_orders++;
  bench->is_painting = TRUE;
}

/* Rows come within a frame, before it is laid out. */
static void
after_paint_cb (Bench *bench)
{
  if (bench->is_painting)
    bench->painted = g_get_monotonic_time ();
  bench->is_painting = FALSE;
}

static VasSource *
make_source (guint n)
{
  g_autoptr (VasSnapshot) snapshot = sample_regions_new (n, N_FILES, 1);
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();
  g_autoptr (VasWriter) writer = vas_writer_new (text);
  vas_maps_text_write (snapshot, writer);
  g_assert_true (vas_writer_finish (writer, NULL));
  g_output_stream_close (text, NULL, NULL);
  g_autoptr (GBytes) bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (text));
  return vas_source_new_for_bytes (bytes, "bench");
}

static void
watch_events (Bench *bench)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), bench);
  gtk_widget_add_controller (GTK_WIDGET (bench->window), events);
  g_signal_connect_swapped (vas_session_get_region_list (bench->session), "order-changed",
                            G_CALLBACK (order_changed_cb), bench);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint",
                            G_CALLBACK (after_paint_cb), bench);
}

static void
open_window (Bench *bench, guint n)
{
  *bench = (Bench) { .n = n, .rand = g_rand_new_with_seed (1) };
  g_autoptr (VasSource) source = make_source (n);
  bench->window = vas_test_window_open (source);
  bench->session = vas_window_get_session (bench->window);
  vas_test_window_wait_ready (bench->window);
  frames_run (SETTLE_MS);
  bench->view = vas_test_find (bench->window, "VasRegionView");
  GtkWidget *scrolled = vas_test_find (bench->view, "GtkScrolledWindow");
  bench->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  watch_events (bench);
}

static void
close_window (Bench *bench)
{
  vas_test_window_close (bench->window);
  g_rand_free (bench->rand);
}

/* Hover. */

/* Along @widget from top to bottom, all that the window does for it included. */
static FrameLog
move_pointer (const Bench *bench, GtkWidget *widget)
{
  double x = gtk_widget_get_width (widget) * 0.7, height = gtk_widget_get_height (widget);
  vas_test_point (widget, x, 1);
  g_autoptr (GString) moves = g_string_new (NULL);
  for (guint i = 0; i < N_MOVES; i++)
    g_string_append_printf (moves, "mousemove_relative -- %d %d sleep %.3f ", i % 2 == 0 ? 1 : -1,
                            (int) (height * (i + 1) / (N_MOVES + 2)) - (int) (height * i / (N_MOVES + 2)),
                            MOVE_MS / 1000.0);
  FrameWatch *watch = frame_watch_start (GTK_WIDGET (bench->window), FALSE);
  vas_test_input ("%s", moves->str);
  return frame_watch_stop (watch);
}

static double
bench_hover (const Bench *bench, const char *what, GtkWidget *widget, double at_first)
{
  FrameLog log = move_pointer (bench, widget);
  double ratio = at_first > 0 ? log.work.median / at_first : 1;
  g_print ("hover over the %s in the window, %u regions: %u frames, work of one %.2f ms, 95 %% under "
           "%.2f ms (bar 4 and 8), %.2f times that of the fewest (bar 1.5)\n",
           what, bench->n, log.work.n, log.work.median, log.work.slow, ratio);
  return log.work.median;
}

/* Scrolling. */

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  double end = gtk_adjustment_get_upper (bench->place) - gtk_adjustment_get_page_size (bench->place);
  double row = gtk_adjustment_get_upper (bench->place) / bench->n;
  double value = bench->step > 0 ? gtk_adjustment_get_value (bench->place) + bench->step * row
                                 : g_rand_double_range (bench->rand, 0, end);
  gtk_adjustment_set_value (bench->place, value < end ? value : 0);
  return G_SOURCE_CONTINUE;
}

static double
bench_scroll (Bench *bench, const char *what, double step, double at_first)
{
  bench->step = step;
  guint tick = gtk_widget_add_tick_callback (bench->view, scroll_cb, bench, NULL);
  FrameWatch *watch = frame_watch_start (GTK_WIDGET (bench->window), TRUE);
  frames_run (N_FRAMES * 17);
  FrameLog log = frame_watch_stop (watch);
  gtk_widget_remove_tick_callback (bench->view, tick);
  g_print ("scroll by %s a frame, %u rows: work of a frame %.1f ms, 95 %% under %.1f ms, %.2f times "
           "that of the fewest rows\n",
           what, bench->n, log.work.median, log.work.slow,
           at_first > 0 ? log.work.median / at_first : 1);
  return log.work.median;
}

/* Sorting. */

typedef struct
{
  double worker;  /* milliseconds of work beside the main loop */
  double painted; /* until the sorted rows are on the screen */
} Sort;

static Sort
click_header (Bench *bench, const char *title)
{
  guint before = bench->n_orders;
  /* Not where the last click was: that would make a double click. */
  vas_test_point (vas_test_find_text (bench->view, title), 8 + bench->n_clicks++ % 2 * 10, 8);
  vas_test_input ("click 1");
  vas_test_wait_until (bench->n_orders > before && !bench->is_painting);
  return (Sort) { bench->worker_cpu, (double) (bench->painted - bench->came) / 1e3 };
}

static void
bench_sort (Bench *bench, VasSort sort)
{
  const VasRegionColumn *column = vas_region_column_get (sort);
  const char *title = vas_region_column_get_title (sort);
  double worker[ROUNDS], painted[ROUNDS];
  g_object_set (bench->view, "columns", column->id, NULL); /* comes first, so it is in sight */
  frames_run (100);
  for (guint i = 0; i < ROUNDS; i++)
    {
      Sort result = click_header (bench, title);
      worker[i] = result.worker;
      painted[i] = result.painted;
    }
  g_print ("click on %s, %u rows: %.1f ms of work on the worker (bar 60), painted %.1f ms after the "
           "click (bar 150)\n",
           title, bench->n, measure_median (worker, ROUNDS), measure_median (painted, ROUNDS));
}

/* Typing. */

static void
bench_typing (Bench *bench, const char *text)
{
  vas_test_input ("key ctrl+f");
  frames_run (500);
  FrameWatch *watch = frame_watch_start (GTK_WIDGET (bench->window), FALSE);
  vas_test_input ("type --delay %d -- '%s'", KEY_MS, text);
  frames_run (KEY_MS * 4); /* for the last rows to come */
  FrameLog log = frame_watch_stop (watch);
  g_print ("type “%s” into the filter, %u rows: main loop busy for %.1f ms at most (bar: a frame, "
           "16.7), the last letter's rows painted after %.1f ms\n",
           text, bench->n, log.stretch.longest, (double) (bench->painted - bench->came) / 1e3);
  vas_test_input ("key Escape");
  frames_run (500);
}

int
main (void)
{
  static const guint sizes[] = { 1000, 1000000 };
  static const VasSort sorts[]
      = { VAS_SORT_SIZE, VAS_SORT_PERMS, VAS_SORT_KIND,  VAS_SORT_OBJECT, VAS_SORT_OFFSET,
          VAS_SORT_DEVICE, VAS_SORT_INODE, VAS_SORT_PATH, VAS_SORT_ADDRESS };
  if (!gtk_init_check ())
    {
      g_print ("no display: nothing measured\n");
      return 0;
    }
  double over_map = 0, over_table = 0, by_row = 0, by_page = 0, by_jump = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench bench;
      open_window (&bench, sizes[i]);
      over_map = bench_hover (&bench, "map", vas_test_find (bench.window, "VasMapView"), over_map);
      over_table
          = bench_hover (&bench, "table", vas_test_find (bench.view, "GtkScrolledWindow"), over_table);
      by_row = bench_scroll (&bench, "a row", 1, by_row);
      by_page = bench_scroll (&bench, "a page", 20, by_page);
      by_jump = bench_scroll (&bench, "anything", 0, by_jump);
      for (guint k = 0; k < G_N_ELEMENTS (sorts); k++)
        bench_sort (&bench, sorts[k]);
      bench_typing (&bench, "lib17-");
      bench_typing (&bench, "size>1M -x");
      close_window (&bench);
    }
  return 0;
}
