/* Whether following a process for a day fills the memory: a day's refreshes, one after the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-soak [REFRESHES]
 *
 * Refreshes the session of the window, without a window, as fast as it goes, on a process that never
 * stays the same, and prints its size on the way. What counts is the growth from a quarter on: until
 * then allocators and caches find their size.
 */
#include <glib/gstdio.h>
#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

#include "vas-session.h"

enum
{
  A_DAY = 24 * 60 * 60, /* at a refresh a second */
  N_PARTS = 8,
};

typedef struct
{
  guint n; /* refreshes so far */
  guint wanted;
  double resident[N_PARTS + 1]; /* MiB, after each part */
  double used[N_PARTS + 1];     /* MiB that malloc has handed out */
  GMainLoop *loop;
} Soak;

static double
get_resident (void)
{
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  return (double) g_ascii_strtoull (words[1], NULL, 10) * (double) sysconf (_SC_PAGESIZE) / 1048576;
}

static void
note (Soak *self, guint part)
{
  struct mallinfo2 about = mallinfo2 ();
  self->resident[part] = get_resident ();
  self->used[part] = (double) (about.uordblks + about.hblkhd) / 1048576;
  g_print ("after %u refreshes: %.1f MiB in RAM, %.2f MiB handed out\n", self->n,
           self->resident[part], self->used[part]);
}

static gboolean
refresh_cb (gpointer session)
{
  vas_session_refresh (session);
  return G_SOURCE_REMOVE;
}

static void
refreshed_cb (VasSession *session, Soak *self)
{
  self->n++;
  if (self->n * N_PARTS % self->wanted < N_PARTS)
    note (self, self->n * N_PARTS / self->wanted);
  if (self->n == self->wanted || vas_session_get_state (session) == VAS_SESSION_ENDED)
    g_main_loop_quit (self->loop);
  else
    g_idle_add (refresh_cb, session);
}

static GSubprocess *
start_restless (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
      g_getenv ("RESTLESS"), folder, NULL);
  g_assert_no_error (error);
  g_autoptr (GDataInputStream) lines
      = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *ready = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_cmpstr (ready, ==, "READY");
  return process;
}

static void
soak (Soak *self, int pid)
{
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, pid, 0);
  g_autoptr (VasSession) session = vas_session_new ();
  self->loop = g_main_loop_new (NULL, FALSE);
  vas_reader_set_live (vas_session_get_reader (session), FALSE);
  g_signal_connect (session, "refreshed", G_CALLBACK (refreshed_cb), self);
  vas_session_open (session, source);
  g_main_loop_run (self->loop);
  g_main_loop_unref (self->loop);
}

int
main (int argc, char **argv)
{
  Soak self = { .wanted = argc > 1 ? (guint) atoi (argv[1]) : A_DAY };
  g_autofree char *folder = g_dir_make_tmp ("vascope-soak-XXXXXX", NULL);
  g_autoptr (GSubprocess) restless = start_restless (folder);
  gint64 began = g_get_monotonic_time ();
  soak (&self, atoi (g_subprocess_get_identifier (restless)));

  double seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  double growth = self.used[N_PARTS] - self.used[N_PARTS / 4];
  g_print ("%u refreshes in %.0f s: %.1f bytes of growth each, %+.1f MiB in RAM\n", self.n, seconds,
           growth * 1048576 / (self.n * 0.75), self.resident[N_PARTS] - self.resident[N_PARTS / 4]);
  g_output_stream_close (g_subprocess_get_stdin_pipe (restless), NULL, NULL);
  g_subprocess_wait (restless, NULL, NULL);
  g_rmdir (folder);
  return 0;
}
