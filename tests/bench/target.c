/* Starts and ends a manymaps process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "target.h"

#include <stdlib.h>
#include <string.h>

static guint64
wait_until_ready (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines
      = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "READY "));
  return g_ascii_strtoull (line + strlen ("READY "), NULL, 10);
}

Target *
target_start (guint64 n_mappings, const char *words)
{
  g_autofree char *line
      = g_strdup_printf ("%s %" G_GUINT64_FORMAT " %s", g_getenv ("MANYMAPS"), n_mappings,
                         words != NULL ? words : "");
  g_auto (GStrv) arguments = g_strsplit (g_strchomp (line), " ", -1);
  g_autoptr (GError) error = NULL;
  Target *self = g_new0 (Target, 1);
  self->process = g_subprocess_newv (
      (const char *const *) arguments,
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  self->pid = atoi (g_subprocess_get_identifier (self->process));
  self->n_mappings = wait_until_ready (self->process);
  return self;
}

void
target_stop (Target *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_free (self);
}
