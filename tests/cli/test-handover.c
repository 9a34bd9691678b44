/* What `vascope` does itself and what it becomes another program for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "../model/temporary-tree.h"
#include "vas-test-run.h"

/* Says how it was started. */
static const char witness[] = "#!/bin/sh\n"
                              "echo \"$$\" \"$@\"\n"
                              "cat\n";

/* A copy of `vascope` without its fellows. */
static char *
copy_program (TemporaryTree *tree, const char *original)
{
  gsize length;
  g_autofree char *content = vas_test_read (original, &length);
  temporary_tree_write (tree, VAS_BINDIR "/vascope", content, (gssize) length);
  char *copy = temporary_tree_get (tree, VAS_BINDIR "/vascope");
  g_assert_cmpint (g_chmod (copy, 0700), ==, 0);
  return copy;
}

static void
test_missing (gconstpointer original)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  g_autofree char *copy = copy_program (tree, original);
  g_setenv ("VAS_PROGRAM", copy, TRUE);

  g_autofree char *window = temporary_tree_get (tree, VAS_LIBEXECDIR "/vascope-window");
  g_autoptr (VasTestRun) opened = vas_test_run (NULL, fixture, NULL);
  vas_test_run_assert_failed (opened, 1, window);
  vas_test_run_assert_failed (opened, 1, "No such file or directory");

  g_autofree char *picture = temporary_tree_get (tree, VAS_LIBEXECDIR "/vascope-picture");
  g_autoptr (VasTestRun) drawn
      = vas_test_run (NULL, "--export", "-", "--format", "png", fixture, NULL);
  vas_test_run_assert_failed (drawn, 1, picture);

  g_autoptr (VasTestRun) printed
      = vas_test_run (NULL, "--export", "-", "--format", "csv", fixture, NULL);
  vas_test_run_assert_done (printed);
}

/* The program of a build lies beside it, that of an installation in a place of its own. Whoever
 * started it knows it by its number, and what stands in its input is not lost. */
static void
test_found (gconstpointer original)
{
  static const char *const places[] = { VAS_LIBEXECDIR, VAS_BINDIR };
  g_setenv ("VAS_PROGRAM", "/bin/sh", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TemporaryTree) tree = temporary_tree_new ();
      g_autofree char *copy = copy_program (tree, original);
      g_autofree char *place = g_build_filename (places[i], "vascope-window", NULL);
      temporary_tree_write (tree, place, witness, -1);
      g_autofree char *window = temporary_tree_get (tree, place);
      g_assert_cmpint (g_chmod (window, 0700), ==, 0);

      g_autoptr (VasTestRun) run = vas_test_run ("some input\n", "-c", "echo $$; exec \"$0\" \"$@\"",
                                                 copy, "--proc-root", "/a b", "-", NULL);
      vas_test_run_assert_done (run);
      int pid = atoi (run->output);
      g_autofree char *expected
          = g_strdup_printf ("%d\n%d --proc-root /a b -\nsome input\n", pid, pid);
      g_assert_cmpstr (run->output, ==, expected);
    }
}

/* The mappings of the program itself tell what it has loaded. */
static void
check_loaded (const char *program, const char *const *not_loaded)
{
  g_setenv ("VAS_PROGRAM", program, TRUE);
  g_autoptr (VasTestRun) run
      = vas_test_run_words (NULL, "--export - --format maps /proc/self/maps");
  vas_test_run_assert_done (run);
  g_assert_nonnull (strstr (run->output, "/libglib-2.0.so"));
  for (; *not_loaded != NULL; not_loaded++)
    {
      g_test_message ("%s: %s", program, *not_loaded);
      g_assert_null (strstr (run->output, *not_loaded));
    }
}

static void
test_loaded (gconstpointer original)
{
  check_loaded (original,
                (const char *const[]) { "/libgtk-", "/libcairo", "/libpango", "/libX11", NULL });
  g_autofree char *directory = g_path_get_dirname (original);
  g_autofree char *picture = g_build_filename (directory, "vascope-picture", NULL);
  check_loaded (picture, (const char *const[]) { "/libgtk-", NULL });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *original = g_strdup (g_getenv ("VAS_PROGRAM"));
  g_test_add_data_func ("/handover/missing", original, test_missing);
  g_test_add_data_func ("/handover/found", original, test_found);
  g_test_add_data_func ("/handover/loaded", original, test_loaded);
  return g_test_run ();
}
