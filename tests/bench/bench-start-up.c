/* How long it takes from the start of the program until its window is there, and until a process is
 * shown in it, beside an empty window of the same toolkit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"
#include "target.h"

enum
{
  ROUNDS = 11,
  PATIENCE = 20, /* seconds until a program without a window is ended */
};

/* Where the witness writes. */
#define WITNESS_FD 3

/* What a line of the witness says; milliseconds since the start. */
typedef struct
{
  double wall;
  double cpu;
} Moment;

typedef enum
{
  FIRST,
  SHOWN,
  N_MOMENTS
} What;

typedef struct
{
  const char *name;
  const char *renderer; /* (nullable): GSK_RENDERER */
  const char *debug;    /* (nullable): GDK_DEBUG */
} Setting;

static const Setting settings[] = {
  { "cairo", "cairo", NULL },
  { "cairo, GL off", "cairo", "gl-disable" },
  { "default", NULL, NULL },
};

static void
set_or_unset (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
become (const Setting *setting, const char *const *arguments, int fd)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  set_or_unset ("GSK_RENDERER", setting->renderer);
  set_or_unset ("GDK_DEBUG", setting->debug);
  g_setenv ("LD_PRELOAD", g_getenv ("WITNESS"), TRUE);
  g_setenv ("FRAME_WITNESS", G_STRINGIFY (WITNESS_FD), TRUE);
  alarm (PATIENCE);
  if (dup2 (fd, WITNESS_FD) >= 0)
    execv (arguments[0], (char **) arguments);
  _exit (127);
}

/* Runs until the last of the moments has come, and ends the program then. */
static void
run (const Setting *setting, const char *const *arguments, What last, Moment *moments)
{
  static const char *const words[N_MOMENTS] = { [FIRST] = "first", [SHOWN] = "shown" };
  int ends[2];
  g_assert_cmpint (pipe (ends), ==, 0);
  gint64 start = g_get_monotonic_time ();
  pid_t pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    become (setting, arguments, ends[1]);
  close (ends[1]);

  FILE *lines = fdopen (ends[0], "r");
  for (What what = FIRST; what <= last; what++)
    {
      char word[16];
      gint64 time, cpu;
      if (fscanf (lines, "%15s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, word, &time, &cpu) != 3
          || !g_str_equal (word, words[what]))
        g_error ("%s ended, or was ended, before its window was there", arguments[0]);
      moments[what] = (Moment) { (double) (time - start) / 1e3, (double) cpu / 1e3 };
    }
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  fclose (lines);
}

static double
get_median (const Moment *moments, gboolean cpu)
{
  double values[ROUNDS];
  for (guint i = 0; i < ROUNDS; i++)
    values[i] = cpu ? moments[i].cpu : moments[i].wall;
  return measure_median (values, ROUNDS);
}

static double
get_ratio (const Moment *moments, const Moment *base, gboolean cpu)
{
  double values[ROUNDS];
  for (guint i = 0; i < ROUNDS; i++)
    values[i] = cpu ? moments[i].cpu / base[i].cpu : moments[i].wall / base[i].wall;
  return measure_median (values, ROUNDS);
}

static void
print (const Setting *setting, const char *what, const Moment *moments, const Moment *base)
{
  g_print ("%s: %s: %.0f ms, %.2f times the empty window; %.0f ms of CPU, %.2f times\n",
           setting->name, what, get_median (moments, FALSE), get_ratio (moments, base, FALSE),
           get_median (moments, TRUE), get_ratio (moments, base, TRUE));
}

static void
bench_setting (const Setting *setting, int target)
{
  g_autofree char *pid = g_strdup_printf ("%d", target);
  const char *const empty[] = { g_getenv ("EMPTY_WINDOW"), NULL };
  const char *const alone[] = { g_getenv ("VASCOPE"), NULL };
  const char *const on_process[] = { g_getenv ("VASCOPE"), pid, NULL };
  Moment base[ROUNDS], picker[ROUNDS], first[ROUNDS], shown[ROUNDS], moments[N_MOMENTS];

  for (int round = -1; round < ROUNDS; round++) /* once before measuring */
    {
      guint i = (guint) MAX (round, 0);
      run (setting, empty, FIRST, &base[i]);
      run (setting, alone, FIRST, &picker[i]);
      run (setting, on_process, SHOWN, moments);
      first[i] = moments[FIRST];
      shown[i] = moments[SHOWN];
    }
  print (setting, "empty window", base, base);
  print (setting, "first frame, no process", picker, base);
  print (setting, "first frame, a process", first, base);
  print (setting, "rows and map of it", shown, base);
}

int
main (void)
{
  g_autoptr (Target) target = target_start (1000, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    bench_setting (&settings[i], target->pid);
  return 0;
}
