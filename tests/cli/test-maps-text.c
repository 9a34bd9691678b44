/* Exported maps are the kernel's own text, byte for byte.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-run.h"

static void
check (const char *path)
{
  gsize length;
  g_test_message ("%s", path);
  g_autofree char *original = vas_test_read (path, &length);
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--export", "-", "--format", "maps", path, NULL);
  vas_test_run_assert_done (run);
  g_assert_cmpmem (run->output, run->output_length, original, length);
}

static void
test_fixtures (void)
{
  static const char *const fixtures[] = {
    "readings/bash.maps", "readings/sleep.maps",
    "readings/witness.maps",        /* odd names of every sort */
    "readings/witness-32-bit.maps", /* a 32-bit process on a 64-bit kernel */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = vas_test_fixture (fixtures[i]);
      check (path);
    }
}

/* smaps has the same lines, with more between them. */
static void
test_from_smaps (void)
{
  gsize length;
  g_autofree char *maps = vas_test_fixture ("readings/sleep.maps");
  g_autofree char *smaps = vas_test_fixture ("readings/sleep.smaps");
  g_autofree char *original = vas_test_read (maps, &length);
  g_autoptr (VasTestRun) run
      = vas_test_run (NULL, "--export", "-", "--format", "maps", smaps, NULL);
  vas_test_run_assert_done (run);
  g_assert_cmpmem (run->output, run->output_length, original, length);
}

/* A living cat that has answered once, and so is done with starting and waits. */
static GSubprocess *
start_cat (void)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *cat = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "cat", NULL);
  g_assert_no_error (error);
  char answer = '\0';
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (cat), "x", 1, NULL, NULL,
                                            &error));
  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (cat), &answer, 1, NULL, &error), ==, 1);
  g_assert_cmpint (answer, ==, 'x');
  return cat;
}

static void
test_live (void)
{
  g_autoptr (GSubprocess) cat = start_cat ();
  const char *pid = g_subprocess_get_identifier (cat);
  g_autofree char *path = g_build_filename ("/proc", pid, "maps", NULL);
  gsize length;
  g_autofree char *original = vas_test_read (path, &length);
  g_autoptr (VasTestRun) run
      = vas_test_run (NULL, "--export", "-", "--format", "maps", pid, NULL);
  vas_test_run_assert_done (run);
  g_assert_cmpmem (run->output, run->output_length, original, length);
  g_assert_true (g_output_stream_close (g_subprocess_get_stdin_pipe (cat), NULL, NULL));
  g_assert_true (g_subprocess_wait_check (cat, NULL, NULL));
}

static guint
check_captures (const char *folder)
{
  guint n = 0;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  for (const char *name; directory != NULL && (name = g_dir_read_name (directory)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, "maps", NULL);
      g_autofree char *content = NULL;
      gsize length = 0;
      /* A kernel thread's file is empty: there is nothing to export. */
      if (!g_file_get_contents (path, &content, &length, NULL) || length == 0)
        continue;
      check (path);
      n++;
    }
  return n;
}

static void
test_captures (void)
{
  static const char *const folders[] = { "corpus/programs", "corpus/witness" };
  guint n = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("VAS_SHARED"), folders[i], NULL);
      n += check_captures (folder);
    }
  if (n == 0)
    g_test_skip ("the captures of ../shared are absent");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps-text/fixtures", test_fixtures);
  g_test_add_func ("/maps-text/from-smaps", test_from_smaps);
  g_test_add_func ("/maps-text/live", test_live);
  g_test_add_func ("/maps-text/captures", test_captures);
  return g_test_run ();
}
