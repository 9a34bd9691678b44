/* What a whole program costs, from its start to its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"

static double
get_milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

static void
become (char **words)
{
  int nowhere = open ("/dev/null", O_WRONLY);
  if (dup2 (nowhere, STDOUT_FILENO) >= 0)
    execvp (words[0], words);
  _exit (127);
}

CommandCost
command_run (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  struct rusage usage;
  int status;
  gint64 before = g_get_monotonic_time ();
  pid_t pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    become (words);
  g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("“%s” failed", line);
  return (CommandCost) {
    .cpu = get_milliseconds (usage.ru_utime) + get_milliseconds (usage.ru_stime),
    .wall = (double) (g_get_monotonic_time () - before) / 1e3,
    .peak = (double) usage.ru_maxrss / 1024,
  };
}

void
command_run_in_turns (
    char *const *lines, guint n, guint rounds, CommandCost *costs, double *ratios)
{
  g_autofree CommandCost *all = g_new (CommandCost, n * rounds);
  for (guint i = 0; i < n; i++)
    command_run (lines[i]);
  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < n; i++)
      all[round * n + i] = command_run (lines[i]);

  g_autofree double *values = g_new (double, rounds);
  for (guint i = 0; i < n; i++)
    {
      for (guint round = 0; round < rounds; round++)
        values[round] = all[round * n + i].cpu;
      costs[i].cpu = measure_median (values, rounds);
      for (guint round = 0; round < rounds; round++)
        values[round] = all[round * n + i].wall;
      costs[i].wall = measure_median (values, rounds);
      for (guint round = 0; round < rounds; round++)
        values[round] = all[round * n + i].peak;
      costs[i].peak = measure_median (values, rounds);
      for (guint round = 0; round < rounds; round++)
        values[round] = all[round * n + i].cpu / all[round * n].cpu;
      ratios[i] = measure_median (values, rounds);
    }
}

gboolean
command_is_there (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 2);
  g_autofree char *path = g_find_program_in_path (words[0]);
  return path != NULL;
}
