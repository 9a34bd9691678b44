/* What a process that maps and unmaps without a pause loses by being watched.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-harm [MAPPINGS MIB]
 *
 * The process and whoever watches it have a core each. Each short round of watching is held against
 * the mean of the rounds before and after it, in which nobody watches: what else the machine does is in
 * all of them. How far apart rounds are in which nobody watches tells how far to trust the rest.
 */
#include <signal.h>

#include "churning.h"
#include "command.h"
#include "measure.h"
#include "vas-session.h"

enum
{
  N_ROUNDS = 9,
  ROUND_MS = 2000,
  LULL_MS = 100, /* for what is under way to end */
  PMAP_MS = 1000,
};

typedef struct
{
  Churning *target;
  VasSession *session;
  GSubprocess *window; /* (nullable): without a display */
  char *pmap;
} Bench;

static void
set_nobody (Bench *bench, gboolean watching)
{
}

/* All that the window does on its workers, and nothing that it draws. */
static void
set_session (Bench *bench, gboolean watching)
{
  vas_reader_set_live (vas_session_get_reader (bench->session), watching);
}

static void
set_window (Bench *bench, gboolean watching)
{
  g_subprocess_send_signal (bench->window, watching ? SIGCONT : SIGSTOP);
}

static gboolean
pmap_cb (gpointer bench)
{
  command_run (((Bench *) bench)->pmap);
  return G_SOURCE_CONTINUE;
}

static void
set_pmap (Bench *bench, gboolean watching)
{
  if (watching)
    g_timeout_add (PMAP_MS, pmap_cb, bench);
  else
    g_source_remove_by_user_data (bench);
}

typedef struct
{
  void (*set) (Bench *bench, gboolean watching);
  const char *name;
} Way;

static const Way ways[] = {
  { set_nobody, "nobody" },
  { set_session, "the session" },
  { set_window, "the window" },
  { set_pmap, "pmap -x once a second" },
};

static gboolean
is_there (const Bench *bench, const Way *way)
{
  return way->set != set_window || bench->window != NULL;
}

static gboolean
time_over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_pass (guint milliseconds)
{
  gboolean over = FALSE;
  g_timeout_add (milliseconds, time_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* @turns: a second. @longest: milliseconds that one of them took. */
typedef struct
{
  double turns;
  double longest;
} Round;

static Round
measure_round (Bench *bench, const Way *way)
{
  Round round;
  way->set (bench, TRUE);
  gint64 began = g_get_monotonic_time ();
  guint64 turns = churning_ask_turns (bench->target, NULL);
  let_pass (ROUND_MS);
  turns = churning_ask_turns (bench->target, &round.longest) - turns;
  round.turns = (double) turns * G_USEC_PER_SEC / (double) (g_get_monotonic_time () - began);
  way->set (bench, FALSE);
  let_pass (LULL_MS);
  return round;
}

/* Of one way of watching, round by round. */
typedef struct
{
  double kept[N_ROUNDS];
  double longest[N_ROUNDS];
} Rounds;

static void
print_way (const Way *way, Rounds *rounds)
{
  double kept = measure_median (rounds->kept, N_ROUNDS);
  g_print ("  watched by %s: %.1f %%, half of the rounds %.1f to %.1f; longest turn %.1f ms\n",
           way->name, 100 * kept, 100 * rounds->kept[N_ROUNDS / 4],
           100 * rounds->kept[N_ROUNDS - 1 - N_ROUNDS / 4],
           measure_median (rounds->longest, N_ROUNDS));
}

static void
measure_ways (Bench *bench)
{
  Rounds all[G_N_ELEMENTS (ways)];
  double before = measure_round (bench, &ways[0]).turns;
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      if (is_there (bench, &ways[i]))
        {
          Round watched = measure_round (bench, &ways[i]);
          double after = measure_round (bench, &ways[0]).turns;
          all[i].kept[round] = 2 * watched.turns / (before + after);
          all[i].longest[round] = watched.longest;
          before = after;
        }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (is_there (bench, &ways[i]))
      print_way (&ways[i], &all[i]);
}

/* Nothing is measured of the first readings, which a person waits for. */
static void
settle (Bench *bench)
{
  static const guint settle_ms = 4000;
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, bench->target->pid, 0);
  vas_session_open (bench->session, source);
  let_pass (settle_ms);
  set_session (bench, FALSE);
  if (bench->window != NULL)
    set_window (bench, FALSE);
  let_pass (LULL_MS);
}

static void
bench_target (const char *n_mappings, const char *mebibytes)
{
  Bench bench = { .target = churning_start ((const char *const[]){ n_mappings, mebibytes, NULL }) };
  g_print ("turns kept by a process of %" G_GUINT64_FORMAT " mappings and %s MiB in RAM:\n",
           bench.target->n_mappings, mebibytes);
  g_autofree char *pid = g_strdup_printf ("%d", bench.target->pid);
  bench.pmap = g_strdup_printf ("pmap -x %s", pid);
  bench.session = vas_session_new ();
  if (g_getenv ("DISPLAY") != NULL)
    bench.window
        = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, g_getenv ("VASCOPE"), pid, NULL);
  settle (&bench);
  measure_ways (&bench);

  if (bench.window != NULL)
    g_subprocess_send_signal (bench.window, SIGKILL);
  g_clear_object (&bench.window);
  g_object_unref (bench.session);
  churning_stop (bench.target);
  g_free (bench.pmap);
}

int
main (int argc, char **argv)
{
  static const char *const sizes[][2]
      = { { "1000", "0" }, { "15000", "0" }, { "15000", "500" }, { "20000", "0" }, { "60000", "0" } };
  if (argc == 3)
    bench_target (argv[1], argv[2]);
  for (guint i = 0; argc != 3 && i < G_N_ELEMENTS (sizes); i++)
    bench_target (sizes[i][0], sizes[i][1]);
  return 0;
}
