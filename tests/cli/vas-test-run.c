/* Runs the real program as a shell would, without a display and without D-Bus.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-run.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The bytes and a NUL; a stream that was not captured is empty. */
static char *
dup_text (GBytes *bytes, gsize *length)
{
  gsize n = bytes != NULL ? g_bytes_get_size (bytes) : 0;
  char *text = g_malloc (n + 1);
  if (n > 0)
    memcpy (text, g_bytes_get_data (bytes, NULL), n);
  text[n] = '\0';
  if (length != NULL)
    *length = n;
  return text;
}

static GSubprocessLauncher *
make_launcher (GSubprocessFlags flags)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  static const char *const session[] = { "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS" };
  for (gsize i = 0; i < G_N_ELEMENTS (session); i++)
    g_subprocess_launcher_unsetenv (launcher, session[i]);
  return launcher;
}

/* A pipe that holds all of it already: a program that heeds none of its input may end at once. */
static int
open_input (const char *input)
{
  enum
  {
    MAX_INPUT_BYTES = 1 << 20, /* what a pipe can be made to hold */
  };
  gsize length = input != NULL ? strlen (input) : 0;
  int ends[2];
  g_assert_cmpint (pipe2 (ends, O_CLOEXEC | O_NONBLOCK), ==, 0);
  if (length > 0)
    {
      g_assert_cmpint (fcntl (ends[1], F_SETPIPE_SZ, MAX_INPUT_BYTES), >=, 0);
      g_assert_cmpint (write (ends[1], input, length), ==, length);
    }
  g_assert_cmpint (fcntl (ends[0], F_SETFL, 0), ==, 0);
  close (ends[1]);
  return ends[0];
}

static VasTestRun *
run (GSubprocessLauncher *launcher, const char *input, GPtrArray *arguments)
{
  g_subprocess_launcher_take_stdin_fd (launcher, open_input (input));
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) complaint = NULL;
  g_subprocess_communicate (process, NULL, NULL, &output, &complaint, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  VasTestRun *self = g_new0 (VasTestRun, 1);
  self->status = g_subprocess_get_exit_status (process);
  self->output = dup_text (output, &self->output_length);
  self->error = dup_text (complaint, NULL);
  return self;
}

static GPtrArray *
begin_arguments (void)
{
  const char *program = g_getenv ("VAS_PROGRAM");
  g_assert_nonnull (program);
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (arguments, g_strdup (program));
  return arguments;
}

VasTestRun *
vas_test_run (const char *input, ...)
{
  g_autoptr (GPtrArray) arguments = begin_arguments ();
  va_list list;
  va_start (list, input);
  for (const char *argument; (argument = va_arg (list, const char *)) != NULL;)
    g_ptr_array_add (arguments, g_strdup (argument));
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  return run (launcher, input, arguments);
}

static GPtrArray *
split_words (const char *words)
{
  GPtrArray *arguments = begin_arguments ();
  g_auto (GStrv) split = NULL;
  g_autoptr (GError) error = NULL;
  g_shell_parse_argv (words, NULL, &split, &error);
  g_assert_no_error (error);
  for (gsize i = 0; split[i] != NULL; i++)
    g_ptr_array_add (arguments, g_strdup (split[i]));
  g_ptr_array_add (arguments, NULL);
  return arguments;
}

VasTestRun *
vas_test_run_words (const char *input, const char *words)
{
  g_autoptr (GPtrArray) arguments = split_words (words);
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  return run (launcher, input, arguments);
}

VasTestRun *
vas_test_run_in_locale (const char *locale, const char *words)
{
  g_autoptr (GPtrArray) arguments = split_words (words);
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  return run (launcher, NULL, arguments);
}

VasTestRun *
vas_test_run_to (int fd, const char *words)
{
  g_autoptr (GPtrArray) arguments = split_words (words);
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (G_SUBPROCESS_FLAGS_NONE);
  g_subprocess_launcher_take_stdout_fd (launcher, fd);
  return run (launcher, NULL, arguments);
}

void
vas_test_run_free (VasTestRun *self)
{
  g_free (self->output);
  g_free (self->error);
  g_free (self);
}

void
vas_test_run_assert_done (const VasTestRun *self)
{
  g_assert_cmpstr (self->error, ==, "");
  g_assert_cmpint (self->status, ==, 0);
}

void
vas_test_run_assert_failed (const VasTestRun *self, int status, const char *words)
{
  g_test_message ("%s", self->error);
  g_assert_cmpint (self->status, ==, status);
  g_assert_cmpstr (self->output, ==, "");
  g_assert_true (g_str_has_prefix (self->error, "vascope: "));
  g_assert_true (g_str_has_suffix (self->error, ".\n"));
  g_assert_true (strchr (self->error, '\n') == self->error + strlen (self->error) - 1);
  g_assert_nonnull (strstr (self->error, words));
}

char *
vas_test_fixture (const char *name)
{
  return g_build_filename (g_getenv ("VAS_FIXTURES"), name, NULL);
}

char *
vas_test_read (const char *path, gsize *length)
{
  char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}
