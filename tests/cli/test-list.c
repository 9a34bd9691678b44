/* The list of processes, of a tree laid out like /proc and of this machine.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "../model/temporary-tree.h"
#include "vas-test-run.h"

/* Files of two processes: a program, and a thread of the kernel. */
static const struct
{
  const char *name;
  const char *content;
} FILES[] = {
  { "stat", "cpu  1 2 3\nbtime 1000000000\n" },
  { "7/comm", "kworker/0:0\n" },
  { "7/cmdline", "" },
  { "7/maps", "" },
  { "7/stat",
    "7 (kworker/0:0) I 2 0 0 0 -1 69238880 0 0 0 0 0 0 0 0 20 0 1 0 200 0 0 0 0 0 0 0 0 0 0 "
    "0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n" },
  { "7/statm", "0 0 0 0 0 0 0\n" },
  { "7/status",
    "Name:\tkworker/0:0\nState:\tI (idle)\nUid:\t0\t0\t0\t0\nThreads:\t1\nKthread:\t1\n" },
  { "42/comm", "cat\n" },
  { "42/maps",
    "559b8c418000-559b8c41a000 r--p 00000000 08:30 1708                       /usr/bin/cat\n" },
  { "42/stat", "42 (cat) S 1 42 42 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 3 0 360000 8192000 250 "
               "18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n" },
  { "42/statm", "2000 250 200 5 0 100 0\n" },
  { "42/status", "Name:\tcat\nState:\tS (sleeping)\nUid:\t4242\t4242\t4242\t4242\nThreads:\t3\n" },
};

static TemporaryTree *
make_proc (void)
{
  static const char command[] = "cat\0-n\0a file";
  TemporaryTree *tree = temporary_tree_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    temporary_tree_write (tree, FILES[i].name, FILES[i].content, -1);
  temporary_tree_write (tree, "42/cmdline", command, sizeof command);
  return tree;
}

static void
test_table (void)
{
  g_autoptr (TemporaryTree) proc = make_proc ();
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--list", "--proc-root", proc->path, NULL);
  vas_test_run_assert_done (run);
  g_auto (GStrv) lines = g_strsplit (run->output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4); /* the last one is empty */
  g_assert_true (g_str_has_prefix (lines[0], "PID  NAME         USER"));
  g_assert_true (g_str_has_prefix (lines[1], "  7  kworker/0:0  "));
  g_assert_nonnull (strstr (lines[1], "2001-09-09"));
  g_assert_nonnull (strstr (lines[1], "kernel"));
  g_autofree char *cat = g_strdup_printf (" 42  cat          %s  ", g_get_user_name ());
  g_assert_true (g_str_has_prefix (lines[2], cat)); /* who owns its directory */
  g_assert_nonnull (strstr (lines[2], "1000 KiB  7.8 MiB        3  2001-09-09  yes"));
  g_assert_true (g_str_has_suffix (lines[2], "  cat -n a file"));
}

static void
test_json (void)
{
  g_autoptr (TemporaryTree) proc = make_proc ();
  g_autoptr (VasTestRun) run
      = vas_test_run (NULL, "--list", "--json", "--proc-root", proc->path, NULL);
  vas_test_run_assert_done (run);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = json_from_string (run->output, &error);
  g_assert_no_error (error);
  JsonArray *processes
      = json_object_get_array_member (json_node_get_object (document), "processes");
  g_assert_cmpuint (json_array_get_length (processes), ==, 2);

  JsonObject *kernel = json_array_get_object_element (processes, 0);
  g_assert_cmpstr (json_object_get_string_member (kernel, "access"), ==, "kernel-thread");
  JsonObject *cat = json_array_get_object_element (processes, 1);
  g_assert_cmpint (json_object_get_int_member (cat, "pid"), ==, 42);
  g_assert_cmpstr (json_object_get_string_member (cat, "name"), ==, "cat");
  g_assert_cmpstr (json_object_get_string_member (cat, "access"), ==, "readable");
  g_assert_cmpint (json_object_get_int_member (cat, "threads"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (cat, "start_time"), ==, 360000);
  g_assert_cmpint (json_object_get_int_member (cat, "mapped"), ==, 2000 * sysconf (_SC_PAGESIZE));
  g_assert_cmpint (json_object_get_int_member (cat, "resident"), ==, 250 * sysconf (_SC_PAGESIZE));
}

/* On a real machine this test is among the processes. */
static void
test_live (void)
{
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--list", NULL);
  vas_test_run_assert_done (run);
  g_autofree char *pattern = g_strdup_printf ("^ *%d  test-list .* yes ", getpid ());
  g_assert_true (g_regex_match_simple (pattern, run->output, G_REGEX_MULTILINE, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/table", test_table);
  g_test_add_func ("/list/json", test_json);
  g_test_add_func ("/list/live", test_live);
  return g_test_run ();
}
