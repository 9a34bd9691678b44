/* What a frame costs while a person points at the map, zooms and pans, beside a small process and
 * beside a window that only changes its colour.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"
#include "vas-map-view.h"
#include "vas-test-window.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

enum
{
  WIDTH = 1600,
  HEIGHT = 1100,
  FEW = 1000,
  MANY = 1000000,
  PLAIN_MILLISECONDS = 2000,
  STEPS = 90,
  STEP_MILLISECONDS = 20, /* longer than a frame of the clock, so that each step has its own */
};

typedef struct
{
  GtkWidget *window;
  VasSession *session;
  VasMapView *map;
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

static GtkWidget *
open_window (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
has_range (Bench *bench)
{
  guint64 start, end;
  return vas_map_navigation_get_range (vas_map_view_get_navigation (bench->map), &start, &end);
}

static void
bench_open (Bench *bench, guint n, int width, int height)
{
  g_autoptr (VasSource) source = make_source (n);
  bench->session = vas_session_new ();
  bench->map = VAS_MAP_VIEW (vas_map_view_new ());
  vas_map_view_set_session (bench->map, bench->session);
  bench->window = open_window (GTK_WIDGET (bench->map), width, height);
  vas_session_open (bench->session, source);
  vas_test_wait_until (has_range (bench));
  vas_test_wait_until (gtk_window_is_active (GTK_WINDOW (bench->window)));
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

/* What a person does. */

/* Moves the pointer by so many device pixels a step, in a script of xdotool's, between @before and
 * @after. */
static void
move (const char *before, int dy, guint steps, const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) script = g_string_new (before);
  for (guint i = 0; i < steps; i++)
    g_string_append_printf (script, "mousemove_relative -- %d %d sleep 0.0%d\n", i % 2 == 0 ? 3 : -3,
                            dy, STEP_MILLISECONDS);
  g_string_append (script, after);
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("moves-XXXXXX", &path, &error);
  if (file < 0 || !g_file_set_contents (path, script->str, -1, &error))
    g_error ("%s", error->message);
  vas_test_input ("%s", path);
  g_unlink (path);
  g_close (file, NULL);
}

/* Down the column of regions, a little to and fro, through all of it. */
static void
hover (Bench *bench)
{
  int height = gtk_widget_get_height (bench->window);
  vas_test_point (bench->map, gtk_widget_get_width (bench->window) * 0.7, 40);
  move ("", (height - 60) * gtk_widget_get_scale_factor (bench->window) / STEPS, STEPS, "");
}

/* From everything to a thousandth of it and back. */
static void
zoom (Bench *bench)
{
  vas_test_point (bench->map, gtk_widget_get_width (bench->window) * 0.7,
                  gtk_widget_get_height (bench->window) * 0.4);
  vas_test_input ("keydown ctrl click --repeat %d --delay %d 4 click --repeat %d --delay %d 5 "
                  "keyup ctrl",
                  STEPS / 3, STEP_MILLISECONDS, STEPS / 3, STEP_MILLISECONDS);
}

static void
come_near (Bench *bench)
{
  vas_test_point (bench->map, gtk_widget_get_width (bench->window) * 0.7,
                  gtk_widget_get_height (bench->window) * 0.4);
  vas_test_input ("keydown ctrl click --repeat 6 --delay %d 4 keyup ctrl", STEP_MILLISECONDS);
  gtk_test_widget_wait_for_draw (bench->window);
}

/* By the wheel, and by the hand. */
static void
pan (Bench *bench)
{
  vas_test_input ("click --repeat %d --delay %d 5", STEPS / 3, STEP_MILLISECONDS);
  move ("mousedown 1\n", 7, STEPS / 3, "mouseup 1\n");
}

static const struct
{
  const char *name;
  void (*prepare) (Bench *bench);
  void (*act) (Bench *bench);
} ACTS[] = { { "hover", NULL, hover }, { "zoom", NULL, zoom }, { "pan", come_near, pan } };

static void
run_acts (guint n, int width, int height, FrameLog *logs)
{
  Bench bench;
  bench_open (&bench, n, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (ACTS); i++)
    {
      if (ACTS[i].prepare != NULL)
        ACTS[i].prepare (&bench);
      FrameWatch *watch = frame_watch_start (bench.window, FALSE);
      ACTS[i].act (&bench);
      logs[i] = frame_watch_stop (watch);
    }
  bench_close (&bench);
}

/* What GTK itself takes to bring a window of this size to the screen: all of it changes its colour. */

struct _PlainWidget
{
  GtkWidget parent_instance;
  guint frame;
};

#define PLAIN_TYPE_WIDGET (plain_widget_get_type ())
G_DECLARE_FINAL_TYPE (PlainWidget, plain_widget, PLAIN, WIDGET, GtkWidget)
G_DEFINE_FINAL_TYPE (PlainWidget, plain_widget, GTK_TYPE_WIDGET)

static void
plain_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GdkRGBA color = { PLAIN_WIDGET (widget)->frame++ % 2, 0.5f, 0.5f, 1 };
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                            gtk_widget_get_height (widget));
  gtk_snapshot_append_color (snapshot, &color, &all);
}

static void
plain_widget_class_init (PlainWidgetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = plain_widget_snapshot;
}

static gboolean
draw_again_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
plain_widget_init (PlainWidget *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL);
}

static FrameLog
run_plain (int width, int height)
{
  GtkWidget *window = open_window (g_object_new (PLAIN_TYPE_WIDGET, NULL), width, height);
  frames_wait_painted (window);
  FrameWatch *watch = frame_watch_start (window, FALSE);
  frames_run (PLAIN_MILLISECONDS);
  FrameLog log = frame_watch_stop (watch);
  gtk_window_destroy (GTK_WINDOW (window));
  return log;
}

static void
run_window (int width, int height, int scale)
{
  FrameLog plain = run_plain (width, height), few[G_N_ELEMENTS (ACTS)], many[G_N_ELEMENTS (ACTS)];
  g_autofree char *size = g_strdup_printf ("%dx%d device pixels at ratio %d", width * scale,
                                           height * scale, scale);
  g_print ("a window of one colour, %s: frame %.2f ms, 95 %% under %.2f ms; CPU %.2f, %.2f ms\n",
           size, plain.frame.median, plain.frame.slow, plain.work.median, plain.work.slow);
  run_acts (FEW, width, height, few);
  run_acts (MANY, width, height, many);
  for (guint i = 0; i < G_N_ELEMENTS (ACTS); i++)
    g_print ("%s, %d regions, %s: %u frames, %.2f ms, 95 %% under %.2f ms; CPU %.2f, %.2f ms; "
             "%.2f times that of %d regions, %.2f times the window of one colour\n",
             ACTS[i].name, MANY, size, many[i].frame.n, many[i].frame.median, many[i].frame.slow,
             many[i].work.median, many[i].work.slow, many[i].work.median / few[i].work.median, FEW,
             many[i].work.median / plain.work.median);
}

/* GTK reads the pixel ratio once, at its start: each has a process of its own. */
static void
run_ratio (const char *program, const char *ratio)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_subprocess_launcher_setenv (launcher, "GDK_SCALE", ratio, TRUE);
  g_autoptr (GSubprocess) process
      = g_subprocess_launcher_spawn (launcher, &error, program, ratio, NULL);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    {
      run_ratio (argv[0], "1");
      run_ratio (argv[0], "2");
      return 0;
    }
  gtk_disable_setlocale ();
  setlocale (LC_ALL, "C.UTF-8");
  if (!gtk_init_check ())
    {
      g_print ("no display: nothing measured\n");
      return 0;
    }
  int scale = atoi (argv[1]);
  run_window (WIDTH / scale, HEIGHT / scale, scale);
  if (scale > 1)
    run_window (WIDTH, HEIGHT, scale);
  return 0;
}
