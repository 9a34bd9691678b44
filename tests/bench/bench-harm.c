/* What a process that maps and unmaps without a pause loses by being watched.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "measure.h"
#include "vas-pace.h"

enum
{
  ROUNDS = 5,
  WINDOW_SECONDS = 4,
};

typedef struct
{
  GSubprocess *process;
  GDataInputStream *answers;
  VasSource *source;
  char *pmap;
  VasPace pace;
  VasSnapshot *last;
} Bench;

static guint64
read_number (Bench *bench, const char *before)
{
  g_autofree char *line
      = g_data_input_stream_read_line (bench->answers, NULL, NULL, NULL);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, before));
  return g_ascii_strtoull (line + strlen (before), NULL, 10);
}

static guint64
ask_turns (Bench *bench)
{
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (bench->process), "?", 1, NULL, NULL, NULL);
  return read_number (bench, "");
}

/* Each way of watching returns how long to wait until it looks again, in microseconds. */
typedef gint64 (*WatchFunc) (Bench *bench);

static gint64
watch_not (Bench *bench)
{
  return WINDOW_SECONDS * G_USEC_PER_SEC;
}

/* As the session of the window does it. */
static gint64
watch_at_pace (Bench *bench)
{
  VasReadFlags flags = vas_pace_choose_flags (&bench->pace, bench->last);
  gint64 before = g_get_monotonic_time ();
  g_autoptr (VasSnapshot) former = g_steal_pointer (&bench->last);
  bench->last = vas_source_read (bench->source, flags, former, NULL, NULL);
  g_assert_nonnull (bench->last);
  gint64 duration = g_get_monotonic_time () - before;
  vas_pace_note_reading (&bench->pace, flags, bench->last, duration);
  vas_pace_note_cost (&bench->pace, duration);
  return MAX (vas_pace_get_period (&bench->pace) * G_TIME_SPAN_MILLISECOND - duration, 0);
}

static gint64
watch_by_pmap (Bench *bench)
{
  command_run (bench->pmap);
  return G_USEC_PER_SEC;
}

/* Turns a second. */
static double
measure_window (Bench *bench, WatchFunc watch)
{
  gint64 began = g_get_monotonic_time (), end = began + WINDOW_SECONDS * G_USEC_PER_SEC;
  guint64 turns = ask_turns (bench);
  for (gint64 now = began; now < end; now = g_get_monotonic_time ())
    {
      gint64 pause = watch (bench);
      g_usleep ((gulong) CLAMP (end - g_get_monotonic_time (), 0, pause));
    }
  return (double) (ask_turns (bench) - turns) * G_USEC_PER_SEC
         / (double) (g_get_monotonic_time () - began);
}

static void
measure_ways (Bench *bench)
{
  static const struct
  {
    WatchFunc watch;
    const char *name;
  } ways[] = { { watch_at_pace, "Vascope at its own pace" },
               { watch_by_pmap, "pmap -x once a second" } };
  double kept[G_N_ELEMENTS (ways)][ROUNDS];
  for (guint round = 0; round < ROUNDS; round++)
    {
      double alone = measure_window (bench, watch_not);
      for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
        kept[i][round] = measure_window (bench, ways[i].watch) / alone;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_print ("watched by %s: keeps %.0f %% of its turns\n", ways[i].name,
             100 * measure_median (kept[i], ROUNDS));
}

static void
bench_size (const char *n)
{
  Bench bench = { NULL };
  bench.process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    NULL, g_getenv ("CHURN"), n, NULL);
  g_assert_nonnull (bench.process);
  bench.answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bench.process));
  g_print ("a process of %" G_GUINT64_FORMAT " mappings that maps and unmaps:\n",
           read_number (&bench, "READY "));
  const char *pid = g_subprocess_get_identifier (bench.process);
  bench.pmap = g_strdup_printf ("pmap -x %s", pid);
  bench.source = vas_source_new_for_process (NULL, atoi (pid), 0);
  measure_ways (&bench);

  g_output_stream_close (g_subprocess_get_stdin_pipe (bench.process), NULL, NULL);
  g_subprocess_wait (bench.process, NULL, NULL);
  g_clear_pointer (&bench.last, vas_snapshot_unref);
  vas_source_unref (bench.source);
  g_free (bench.pmap);
  g_object_unref (bench.answers);
  g_object_unref (bench.process);
}

int
main (void)
{
  bench_size ("1000");
  bench_size ("15000");
  bench_size ("60000");
  return 0;
}
