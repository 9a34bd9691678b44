/* What Vascope's commands cost from start to end, beside cat and pmap.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "target.h"

enum
{
  MAX_LINES = 8,
};

/* PID stands for the target's; the first line is what the others are compared with. */
static void
bench_lines (const Target *target, const char *const *lines, guint rounds)
{
  char *run[MAX_LINES];
  guint n = 0;
  g_autofree char *pid = g_strdup_printf ("%d", target->pid);
  for (; *lines != NULL; lines++)
    {
      g_autoptr (GString) line = g_string_new (*lines);
      g_string_replace (line, "VASCOPE", g_getenv ("VASCOPE"), 0);
      g_string_replace (line, "PID", pid, 0);
      if (command_is_there (line->str))
        run[n++] = g_strdup (line->str);
      else
        g_print ("not installed: %s\n", line->str);
    }

  CommandCost costs[MAX_LINES];
  double ratios[MAX_LINES];
  command_run_in_turns (run, n, rounds, costs, ratios);
  for (guint i = 0; i < n; i++)
    {
      g_print ("%" G_GUINT64_FORMAT " mappings: %s: %.0f ms of CPU, %.0f ms of time, %.1f MiB, "
               "%.2f times the first\n",
               target->n_mappings, run[i], costs[i].cpu, costs[i].wall, costs[i].peak, ratios[i]);
      g_free (run[i]);
    }
}

static const char *const exports[] = {
  "cat /proc/PID/maps",
  "VASCOPE --export - --format csv PID",
  "VASCOPE --export - --format json PID",
  "VASCOPE --export - --format maps PID",
  "pmap PID",
  NULL,
};

static const char *const details[] = {
  "VASCOPE --export - --format csv PID",
  "pmap -X PID",
  NULL,
};

static const char *const pictures[] = {
  "VASCOPE --export - --format maps PID",
  "VASCOPE --export - --format png --size 1600x1200 PID",
  NULL,
};

static void
bench_target (guint64 n, const char *word, guint rounds)
{
  g_autoptr (Target) target = target_start (n, word);
  g_print ("%s\n", word != NULL ? word : "half of files");
  bench_lines (target, exports, rounds);
  bench_lines (target, details, n > 100000 ? 1 : rounds);
  bench_lines (target, pictures, rounds);
}

int
main (void)
{
  bench_target (100, NULL, 7);
  bench_target (65000, NULL, 7);
  bench_target (65000, "anon", 7);
  bench_target (1000000, NULL, 5);
  return 0;
}
