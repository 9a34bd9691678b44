/* What the whole window costs while it follows a large process, and whether it stays smooth.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "bare-reader.h"
#include "frames.h"
#include "measure.h"
#include "target.h"
#include "vas-pace.h"
#include "vas-test-window.h"

enum
{
  SETTLE_MS = 3000, /* the layouts and icons that opening leaves behind */
  ROUNDS = 5,
  READ_SECONDS = 2, /* from one bare read to the next */
  N_SCROLLS = 6,
  TURNS = 100,
  TURN_MS = 16, /* from one turn of the wheel to the next */
};

typedef struct
{
  Target *target;
  VasWindow *window;
  BareReader *reader;
} Bench;

static void
open_window (Bench *bench, guint64 n, const char *words, guint share)
{
  bench->target = target_start (n, words);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, bench->target->pid, 0);
  bench->window = vas_test_window_open (source);
  VasSession *session = vas_window_get_session (bench->window);
  vas_reader_set_share (vas_session_get_reader (session), share);
  vas_test_window_wait_ready (bench->window);
  frames_run (SETTLE_MS);
}

static void
close_window (Bench *bench)
{
  vas_test_window_close (bench->window);
  target_stop (bench->target);
}

typedef struct
{
  guint n_readings;
  guint n_told; /* rows that the view was told of */
  double share; /* of one core, in per cent */
  double ratio; /* to as many bare readings; 0 where none came */
  FrameLog frames;
} Round;

static void
refreshed_cb (Round *round)
{
  round->n_readings++;
}

static void
items_changed_cb (Round *round, guint position, guint removed, guint added)
{
  round->n_told += removed + added;
}

static double
get_milliseconds_of_cpu (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Leaves the window to itself for some seconds, in which another process reads maps now and then. */
static Round
follow (const Bench *bench, guint n_seconds)
{
  Round round = { 0 };
  VasSession *session = vas_window_get_session (bench->window);
  GObject *rows = G_OBJECT (vas_session_get_region_list (session));
  gulong refreshed
      = g_signal_connect_swapped (session, "refreshed", G_CALLBACK (refreshed_cb), &round);
  gulong told
      = g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (items_changed_cb), &round);
  FrameWatch *watch = frame_watch_start (GTK_WIDGET (bench->window), FALSE);
  double before = get_milliseconds_of_cpu (), bare = 0;
  for (guint i = 0; i < n_seconds; i += READ_SECONDS)
    {
      bare_reader_begin (bench->reader, bench->target->pid);
      frames_run (READ_SECONDS * 1000);
      bare += bare_reader_end (bench->reader) * READ_SECONDS / n_seconds;
    }
  double cpu = get_milliseconds_of_cpu () - before;
  round.frames = frame_watch_stop (watch);
  g_signal_handler_disconnect (session, refreshed);
  g_signal_handler_disconnect (rows, told);
  round.share = cpu / n_seconds / 10;
  round.ratio = round.n_readings > 0 ? cpu / (bare * round.n_readings) : 0;
  return round;
}

static void
bench_rest (const Bench *bench, const char *what, guint round_seconds)
{
  double shares[ROUNDS], ratios[ROUNDS], longest = 0;
  guint n_readings = 0, n_told = 0, n_laid_out = 0, n_painted = 0;
  for (guint i = 0; i < ROUNDS; i++)
    {
      Round round = follow (bench, round_seconds);
      shares[i] = round.share;
      ratios[i] = round.ratio;
      longest = MAX (longest, round.frames.stretch.longest);
      n_readings += round.n_readings;
      n_told += round.n_told;
      n_laid_out += round.frames.laid_out;
      n_painted += round.frames.painted;
    }
  g_print ("follow %s: CPU of the whole program %.2f times that of as many bare reads of maps, "
           "%.1f %% of a core\n",
           what, measure_median (ratios, ROUNDS), measure_median (shares, ROUNDS));
  g_print ("follow %s: in %u s %u readings, %u rows announced, %u layouts, %u frames painted, main "
           "loop busy for %.1f ms at most\n",
           what, ROUNDS * round_seconds, n_readings, n_told, n_laid_out, n_painted, longest);
}

static void
scrolled_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static void
turn_wheel (const char *button)
{
  gboolean done = FALSE;
  g_autofree char *turns = g_strdup_printf ("%d", TURNS);
  g_autofree char *pause = g_strdup_printf ("%d", TURN_MS);
  g_autoptr (GSubprocess) wheel
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "xdotool", "click", "--repeat", turns,
                          "--delay", pause, button, NULL);
  g_subprocess_wait_check_async (wheel, NULL, scrolled_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* The wheel turns over the table, down and up again, while readings come in. */
static void
bench_scrolling (const Bench *bench, const char *what)
{
  vas_test_point (vas_test_find (bench->window, "VasRegionView"), 200, 200);
  FrameWatch *watch = frame_watch_start (GTK_WIDGET (bench->window), TRUE);
  for (guint i = 0; i < N_SCROLLS; i++)
    turn_wheel (i % 2 == 0 ? "5" : "4");
  FrameLog log = frame_watch_stop (watch);
  g_print ("scroll %s: of %u frames one every %.1f ms, 99 %% within %.1f ms, the longest %.1f ms (bar "
           "33)\n",
           what, log.interval.n, log.interval.median, log.interval.slowest, log.interval.longest);
  g_print ("scroll %s: work of a frame %.1f ms, 95 %% under %.1f ms, 99 %% under %.1f ms, at most "
           "%.1f ms\n",
           what, log.work.median, log.work.slow, log.work.slowest, log.work.longest);
}

typedef struct
{
  guint64 n;
  const char *words;
  const char *how;
  guint share;         /* per cent of a core that the session may take */
  guint round_seconds; /* a multiple of READ_SECONDS */
} Case;

static void
bench_case (BareReader *reader, const Case *c)
{
  Bench bench = { .reader = reader };
  open_window (&bench, c->n, c->words, c->share);
  g_autofree char *what
      = g_strdup_printf ("%" G_GUINT64_FORMAT " mappings, %s, %s", bench.target->n_mappings, c->how,
                         c->share == VAS_PACE_SHARE ? "at the default share (bar 5 % of a core)"
                                                    : "at 1 Hz (bar 1.5 times)");
  bench_rest (&bench, what, c->round_seconds);
  bench_scrolling (&bench, what);
  close_window (&bench);
}

/* With a number, only the case of this number. A share of half a core is more than 65,000 need at
 * 1 Hz. */
int
main (int argc, char **argv)
{
  static const Case cases[] = {
    { 65000, NULL, "unchanged", VAS_PACE_MOST_SHARE, 6 },
    { 65000, "change 20", "20 changes a second", VAS_PACE_MOST_SHARE, 6 },
    { 65000, "change 200", "200 changes a second", VAS_PACE_MOST_SHARE, 6 },
    { 1000000, NULL, "unchanged", VAS_PACE_SHARE, 20 },
    { 1000000, "change 200", "200 changes a second", VAS_PACE_SHARE, 20 },
  };
  BareReader *reader = bare_reader_new (); /* before there are threads */
  if (!gtk_init_check ())
    {
      g_print ("no display: nothing measured\n");
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (argc < 2 || (guint) atoi (argv[1]) == i)
      bench_case (reader, &cases[i]);
  bare_reader_free (reader);
  return 0;
}
