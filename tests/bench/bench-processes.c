/* What the list of processes costs beside ps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command.h"
#include "measure.h"
#include "vas-process-list.h"

enum
{
  N_PROCESSES = 1000,
  ROUNDS = 9,
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

static double
measure_list (guint *n)
{
  double before = get_own_cpu ();
  g_autoptr (GPtrArray) processes = vas_process_list_read ("/proc", NULL, NULL);
  *n = processes->len;
  return get_own_cpu () - before;
}

static void
bench_list (void)
{
  double own[ROUNDS], ratios[ROUNDS];
  guint n = 0;
  command_run ("ps -e");
  measure_list (&n);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double ps = command_run ("ps -e").cpu;
      own[i] = measure_list (&n);
      ratios[i] = own[i] / ps;
    }
  g_print ("list %u processes: %.1f ms, %.2f of ps -e\n", n, measure_median (own, ROUNDS),
           measure_median (ratios, ROUNDS));
}

int
main (void)
{
  g_autofree pid_t *pids = g_new (pid_t, N_PROCESSES);
  start_processes (pids);
  bench_list ();
  end_processes (pids);
  return 0;
}
