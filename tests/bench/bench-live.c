/* What the whole window costs while it follows a large process, and whether it stays smooth.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "frames.h"
#include "measure.h"
#include "target.h"
#include "vas-test-window.h"

enum
{
  BUFFER_BYTES = 65536,
  SETTLE_MS = 3000, /* the layouts and icons that opening leaves behind */
  ROUNDS = 5,
  ROUND_SECONDS = 6,
  N_SCROLLS = 6,
  TURNS = 100,
  TURN_MS = 16, /* from one turn of the wheel to the next */
};

typedef struct
{
  Target *target;
  char *path;
  VasWindow *window;
} Bench;

static double
get_milliseconds (clockid_t clock)
{
  struct timespec now;
  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

typedef struct
{
  const char *path;
  double cpu;
  gboolean done; /* set on the main loop */
} BareRead;

static gboolean
bare_read_done_cb (gpointer user_data)
{
  BareRead *self = user_data;
  self->done = TRUE;
  return G_SOURCE_REMOVE;
}

static gpointer
read_in_thread (gpointer user_data)
{
  BareRead *self = user_data;
  g_autofree char *buffer = g_malloc (BUFFER_BYTES);
  double before = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
  int descriptor = open (self->path, O_RDONLY | O_CLOEXEC);
  while (read (descriptor, buffer, BUFFER_BYTES) > 0)
    continue;
  close (descriptor);
  self->cpu = get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - before;
  g_idle_add (bare_read_done_cb, self);
  return NULL;
}

/* Returns the CPU time of reading all of maps and doing nothing with it, beside the main loop. */
static double
read_bare (const Bench *bench)
{
  BareRead read = { bench->path, 0, FALSE };
  GThread *thread = g_thread_new ("bare read", read_in_thread, &read);
  while (!read.done)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  return read.cpu;
}

static void
open_window (Bench *bench, guint64 n, const char *words)
{
  bench->target = target_start (n, words);
  bench->path = g_strdup_printf ("/proc/%d/maps", bench->target->pid);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, bench->target->pid, 0);
  bench->window = vas_test_window_open (source);
  vas_test_window_wait_ready (bench->window);
  frames_run (SETTLE_MS);
}

static void
close_window (Bench *bench)
{
  vas_test_window_close (bench->window);
  target_stop (bench->target);
  g_free (bench->path);
}

typedef struct
{
  guint n_readings;
  guint n_told; /* rows that the view was told of */
  double share; /* of one core, in per cent, the bare readings left out */
  double ratio; /* to as many bare readings */
  FrameLog frames;
} Round;

static void
changed_cb (Round *round)
{
  round->n_readings++;
}

static void
items_changed_cb (Round *round, guint position, guint removed, guint added)
{
  round->n_told += removed + added;
}

/* Leaves the window to itself for some seconds, and reads maps itself once in each. */
static Round
follow (const Bench *bench, guint n_seconds)
{
  Round round = { 0 };
  VasSession *session = vas_window_get_session (bench->window);
  GObject *rows = G_OBJECT (vas_session_get_region_list (session));
  gulong changed
      = g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), &round);
  gulong told
      = g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (items_changed_cb), &round);
  FrameWatch *watch = frame_watch_start (GTK_WIDGET (bench->window), FALSE);
  double began = get_milliseconds (CLOCK_PROCESS_CPUTIME_ID), bare = 0;
  for (guint i = 0; i < n_seconds; i++)
    {
      frames_run (1000);
      bare += read_bare (bench);
    }
  double cpu = get_milliseconds (CLOCK_PROCESS_CPUTIME_ID) - began - bare;
  round.frames = frame_watch_stop (watch);
  g_signal_handler_disconnect (session, changed);
  g_signal_handler_disconnect (rows, told);
  round.share = cpu / n_seconds / 10;
  round.ratio = cpu / (bare / n_seconds * MAX (round.n_readings, 1));
  return round;
}

static void
bench_rest (const Bench *bench, const char *what)
{
  double shares[ROUNDS], ratios[ROUNDS];
  Round all = { 0 };
  for (guint i = 0; i < ROUNDS; i++)
    {
      Round round = follow (bench, ROUND_SECONDS);
      shares[i] = round.share;
      ratios[i] = round.ratio;
      all.n_readings += round.n_readings;
      all.n_told += round.n_told;
      all.frames.laid_out += round.frames.laid_out;
      all.frames.painted += round.frames.painted;
      all.frames.stretch.longest
          = MAX (all.frames.stretch.longest, round.frames.stretch.longest);
    }
  g_print ("follow %s: CPU of the whole program %.2f times as many bare reads of maps (bar 1.5), "
           "%.1f %% of a core\n",
           what, measure_median (ratios, ROUNDS), measure_median (shares, ROUNDS));
  g_print ("follow %s, %u readings in %d s: %u rows announced, %u layouts, %u frames painted, main "
           "loop busy for %.1f ms at most\n",
           what, all.n_readings, ROUNDS * ROUND_SECONDS, all.n_told, all.frames.laid_out,
           all.frames.painted, all.frames.stretch.longest);
}

static void
scrolled_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) done = TRUE;
}

/* The wheel turns over the table, down and up again, while readings come in. */
static void
bench_scrolling (const Bench *bench, const char *what)
{
  vas_test_point (vas_test_find (bench->window, "VasRegionView"), 200, 200);
  FrameWatch *watch = frame_watch_start (GTK_WIDGET (bench->window), TRUE);
  for (guint i = 0; i < N_SCROLLS; i++)
    {
      gboolean done = FALSE;
      g_autofree char *turns = g_strdup_printf ("%d", TURNS);
      g_autofree char *pause = g_strdup_printf ("%d", TURN_MS);
      g_autoptr (GSubprocess) wheel
          = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "xdotool", "click", "--repeat", turns,
                              "--delay", pause, i % 2 == 0 ? "5" : "4", NULL);
      g_subprocess_wait_check_async (wheel, NULL, scrolled_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
  FrameLog log = frame_watch_stop (watch);
  g_print ("scroll %s by the wheel: %u frames, one every %.1f ms, 99 %% within %.1f ms, the longest "
           "%.1f ms (bar 33); work of a frame %.1f ms, 95 %% under %.1f ms, at most %.1f ms; main loop "
           "busy for %.1f ms at most\n",
           what, log.interval.n, log.interval.median, log.interval.slowest, log.interval.longest,
           log.work.median, log.work.slow, log.work.longest, log.stretch.longest);
}

static void
bench_target (guint64 n, const char *words, const char *how)
{
  Bench bench = { 0 };
  open_window (&bench, n, words);
  g_autofree char *what = g_strdup_printf ("%" G_GUINT64_FORMAT " mappings, %s",
                                           bench.target->n_mappings, how);
  bench_rest (&bench, what);
  bench_scrolling (&bench, what);
  close_window (&bench);
}

/* With a number, only the target of this number. */
int
main (int argc, char **argv)
{
  static const struct
  {
    guint64 n;
    const char *words;
    const char *how;
  } targets[] = {
    { 65000, NULL, "unchanged" },
    { 65000, "change 20", "20 of them changing a second" },
    { 65000, "change 200", "200 of them changing a second" },
    { 1000000, NULL, "unchanged" },
    { 1000000, "change 200", "200 of them changing a second" },
  };
  if (!gtk_init_check ())
    {
      g_print ("no display: nothing measured\n");
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (argc < 2 || (guint) atoi (argv[1]) == i)
      bench_target (targets[i].n, targets[i].words, targets[i].how);
  return 0;
}
