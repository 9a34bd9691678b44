/* A churn process to look at, for as long as a benchmark runs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "churning.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum
{
  OWN_CORE,
  WATCHER_CORE,
  HIGHEST_PRIORITY = -20,
};

/* Fails where there is no such core. */
static void
move_to (int core)
{
  cpu_set_t cores;
  CPU_ZERO (&cores);
  CPU_SET (core, &cores);
  sched_setaffinity (0, sizeof cores, &cores);
}

static void
prepare_cb (gpointer unused)
{
  move_to (OWN_CORE);
  setpriority (PRIO_PROCESS, 0, HIGHEST_PRIORITY);
}

static char *
read_answer (Churning *self)
{
  char *line = g_data_input_stream_read_line (self->answers, NULL, NULL, NULL);
  g_assert_nonnull (line);
  return line;
}

static GStrv
make_command (const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_strv_builder_add (builder, g_getenv ("CHURN"));
  g_strv_builder_addv (builder, (const char **) words);
  return g_strv_builder_end (builder);
}

Churning *
churning_start (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) command = make_command (words);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_launcher_set_child_setup (launcher, prepare_cb, NULL, NULL);
  move_to (WATCHER_CORE);

  Churning *self = g_new0 (Churning, 1);
  self->process
      = g_subprocess_launcher_spawnv (launcher, (const char *const *) command, &error);
  g_assert_no_error (error);
  self->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  self->pid = atoi (g_subprocess_get_identifier (self->process));
  g_autofree char *ready = read_answer (self);
  g_assert_true (g_str_has_prefix (ready, "READY "));
  self->n_mappings = g_ascii_strtoull (ready + strlen ("READY "), NULL, 10);
  return self;
}

guint64
churning_ask_turns (Churning *self, double *longest)
{
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process), "?", 1, NULL, NULL, NULL);
  g_autofree char *answer = read_answer (self);
  char *rest;
  guint64 n_turns = g_ascii_strtoull (answer, &rest, 10);
  if (longest != NULL)
    *longest = (double) g_ascii_strtoull (rest, NULL, 10) / 1e6;
  return n_turns;
}

void
churning_stop (Churning *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->answers);
  g_object_unref (self->process);
  g_free (self);
}
