/* What the list of processes costs beside ps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command.h"
#include "measure.h"
#include "vas-process-commands.h"
#include "vas-process-scan.h"

enum
{
  N_PROCESSES = 1000,
  ROUNDS = 9,
  N_ROWS = 205, /* that a list view fills with widgets, however high it is */
};

static void
start_processes (pid_t *pids)
{
  for (guint i = 0; i < N_PROCESSES; i++)
    {
      pids[i] = fork ();
      g_assert_cmpint (pids[i], >=, 0);
      if (pids[i] == 0)
        {
          prctl (PR_SET_PDEATHSIG, SIGKILL);
          for (;;)
            pause ();
        }
    }
}

static void
end_processes (const pid_t *pids)
{
  for (guint i = 0; i < N_PROCESSES; i++)
    kill (pids[i], SIGKILL);
  for (guint i = 0; i < N_PROCESSES; i++)
    waitpid (pids[i], NULL, 0);
}

static double
get_own_cpu (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

typedef enum
{
  FIRST_LISTING,
  FIRST_LISTING_ON_SHOW,
  FIRST_LISTING_SEARCHED,
  NEXT_LISTING,
  N_WAYS,
} Way;

static const char *const ways[N_WAYS] = {
  [FIRST_LISTING] = "first listing: name, user, sizes, access",
  [FIRST_LISTING_ON_SHOW] = "with the command lines of the rows that have widgets",
  [FIRST_LISTING_SEARCHED] = "with all command lines, as a search needs them",
  [NEXT_LISTING] = "listing again",
};

static void
read_commands (GPtrArray *processes, guint n)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  for (guint i = 0; i < MIN (n, processes->len); i++)
    g_ptr_array_add (shown, processes->pdata[i]);
  vas_process_commands_read ("/proc", shown);
}

/* Milliseconds. @scan has listed before, all others are made anew. */
static double
measure_listing (Way way, VasProcessScan *scan)
{
  double before = get_own_cpu ();
  g_autoptr (VasProcessScan) fresh = vas_process_scan_new ("/proc");
  g_autoptr (GPtrArray) processes
      = vas_process_scan_run (way == NEXT_LISTING ? scan : fresh, NULL, NULL);
  if (way == FIRST_LISTING_ON_SHOW)
    read_commands (processes, N_ROWS);
  else if (way == FIRST_LISTING_SEARCHED)
    read_commands (processes, processes->len);
  return get_own_cpu () - before;
}

static void
bench_listings (void)
{
  double own[N_WAYS][ROUNDS], ratios[N_WAYS][ROUNDS];
  g_autoptr (VasProcessScan) scan = vas_process_scan_new ("/proc");
  g_autoptr (GPtrArray) processes = vas_process_scan_run (scan, NULL, NULL);
  command_run ("ps -e");
  for (guint round = 0; round < ROUNDS; round++)
    for (Way way = 0; way < N_WAYS; way++)
      {
        double ps = command_run ("ps -e").cpu;
        own[way][round] = measure_listing (way, scan);
        ratios[way][round] = own[way][round] / ps;
      }
  g_print ("%u processes, beside ps -e:\n", processes->len);
  for (Way way = 0; way < N_WAYS; way++)
    g_print ("%s: %.1f ms, %.2f\n", ways[way], measure_median (own[way], ROUNDS),
             measure_median (ratios[way], ROUNDS));
}

int
main (void)
{
  g_autofree pid_t *pids = g_new (pid_t, N_PROCESSES);
  start_processes (pids);
  bench_listings ();
  end_processes (pids);
  return 0;
}
