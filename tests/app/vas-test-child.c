/* A process that maps and unmaps what it is told to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-child.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct _VasTestChild
{
  GSubprocess *process;
  GDataInputStream *answers;
  VasSource *source;
  guint64 room;
  gboolean is_dead;
};

static char *
read_answer (VasTestChild *self)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line (self->answers, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  return line;
}

VasTestChild *
vas_test_child_new (void)
{
  g_autoptr (GError) error = NULL;
  VasTestChild *self = g_new0 (VasTestChild, 1);
  self->process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                          g_getenv ("MAPPING_CHILD"), NULL);
  g_assert_no_error (error);
  self->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  self->source = vas_source_new_for_process (
      NULL, atoi (g_subprocess_get_identifier (self->process)), 0);
  g_autofree char *room = read_answer (self);
  self->room = g_ascii_strtoull (room, NULL, 16);
  return self;
}

void
vas_test_child_free (VasTestChild *self)
{
  g_autoptr (GError) error = NULL;
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (self->is_dead || g_subprocess_wait_check (self->process, NULL, &error));
  g_object_unref (self->answers);
  g_object_unref (self->process);
  vas_source_unref (self->source);
  g_free (self);
}

void
vas_test_child_kill (VasTestChild *self)
{
  g_subprocess_force_exit (self->process);
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
  self->is_dead = TRUE;
}

void
vas_test_child_wait_until_asleep (VasTestChild *self)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", vas_source_get_pid (self->source));
  char state = 0;
  while (state != 'S')
    {
      g_autofree char *stat = NULL;
      g_assert_true (g_file_get_contents (path, &stat, NULL, NULL));
      state = strrchr (stat, ')')[2];
    }
}

VasSource *
vas_test_child_get_source (VasTestChild *self)
{
  return self->source;
}

guint64
vas_test_child_get_address (VasTestChild *self, guint64 page)
{
  return self->room + page * (guint64) sysconf (_SC_PAGESIZE);
}

void
vas_test_child_tell (VasTestChild *self, const char *word, guint offset, guint size)
{
  g_autofree char *line = g_strdup_printf ("%s %u %u\n", word, offset, size);
  GOutputStream *orders = g_subprocess_get_stdin_pipe (self->process);
  g_assert_true (g_output_stream_write_all (orders, line, strlen (line), NULL, NULL, NULL));
  g_autofree char *answer = read_answer (self);
  g_assert_cmpstr (answer, ==, "done");
}
