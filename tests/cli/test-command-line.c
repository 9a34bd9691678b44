/* The command line: what is wrong usage, what could not be done, and what is said about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../model/temporary-tree.h"
#include "vas-test-run.h"

#define LINE                                                                                       \
  "559b8c418000-559b8c41a000 r--p 00000000 08:30 1708                       /usr/bin/cat\n"

static void
test_wrong_usage (void)
{
  static const struct
  {
    const char *words;
    const char *sentence;
  } cases[] = {
    { "--frobnicate", "--frobnicate" },
    { "-z", "-z" },
    { "--list=yes", "--list" },
    { "--export", "--export" },
    { "--export x.json", "--export needs" },
    { "--at 7f0000000000", "--at needs" },
    { "--at", "--at" },
    { "--at cat 1", "“cat” is no address" },
    { "--at 10000000000000000 1", "16 hexadecimal digits" },
    { "--at -5 1", "“-5” is no address" },
    { "--at 0x 1", "“0x” is no address" },
    { "1 2", "Only one process or file" },
    { "--export x.json 1 2 3", "here are 3" },
    { "--list 1", "--list lists all" },
    { "--list --at 0 1", "Only one of" },
    { "--list --export x.png", "Only one of" },
    { "--export x.doc 1", "png, svg, pdf, json, csv, maps" },
    { "--export x 1", "The ending of “x” names no format" },
    { "--export - 1", "--format" },
    { "--export .png 1", "“.png” names no format" },
    { "--export x.png --format gif 1", "There is no format “gif”" },
    { "--export '' 1", "empty" },
    { "--export x.json ''", "empty" },
    { "--export x.png --size 479x600 1", "480x600 to 8000x8000" },
    { "--export x.png --size 8001x600 1", "480x600 to 8000x8000" },
    { "--export x.png --size 800 1", "“800” is no size" },
    { "--export x.png --size 800x600x2 1", "is no size" },
    { "--export x.png --size -800x600 1", "is no size" },
    { "--export x.png --size 800.5x600 1", "is no size" },
    { "--export x.png --pixel-ratio 0.5 1", "from 1 to 4" },
    { "--export x.png --pixel-ratio 4.01 1", "from 1 to 4" },
    { "--export x.png --pixel-ratio 1,5 1", "from 1 to 4" },
    { "--export x.png --pixel-ratio nan 1", "from 1 to 4" },
    { "--export x.png --pixel-ratio 2x 1", "from 1 to 4" },
    { "--export x.png --scale log2 1", "log, linear, even" },
    { "--export x.png --theme blue 1", "light, dark, contrast" },
    { "--export x.png --range 1000 1", "is no range" },
    { "--export x.png --range 2000-1000 1", "the lower one first" },
    { "--export x.png --range 1000-1000 1", "is no range" },
    { "--export x.png --range 1000-xyz 1", "is no range" },
    { "--export x.png --range 1-2-3 1", "is no range" },
    { "--export x.csv --range 1000-2000 1", "--range is for pictures" },
    { "--format png 1", "--format goes with --export" },
    { "--size 800x600 1", "--size goes with --export" },
    { "--theme dark --at 0 1", "--theme goes with --export" },
    { "--smaps --list", "--smaps goes with" },
    { "--json 1", "--json goes with" },
    { "--export x.png --json 1", "--format json" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("vascope %s", cases[i].words);
      g_autoptr (VasTestRun) run = vas_test_run_words (NULL, cases[i].words);
      vas_test_run_assert_failed (run, 2, cases[i].sentence);
    }
  g_assert_false (g_file_test ("x.png", G_FILE_TEST_EXISTS));
}

static void
test_could_not (void)
{
  static const struct
  {
    const char *words;
    const char *sentence;
  } cases[] = {
    { "--export - --format json 0", "There is no process 0" },
    { "--export - --format json 99999999999999999999", "There is no process 99999999999999999999" },
    { "--export - --format json 2147483646", "2147483646" },
    { "--export - --format maps /nonexistent/file", "There is no file “/nonexistent/file”" },
    { "--export - --format maps firefox", "There is no file “firefox”" },
    { "--export - --format maps /dev/null", "is empty" },
    { "--export - --format maps -", "is empty" },
    { "--export - --format maps /", "could not be read" },
    { "--export - --format json --proc-root /nonexistent 1", "/nonexistent" },
    { "--list --proc-root /nonexistent", "/nonexistent" },
    { "--at 1000 /nonexistent/file", "There is no file" },
    { "/nonexistent/file", "There is no file" },
    { "", "There is no display" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("vascope %s", cases[i].words);
      g_autoptr (VasTestRun) run = *cases[i].words != '\0' ? vas_test_run_words ("", cases[i].words)
                                                           : vas_test_run (NULL, NULL);
      vas_test_run_assert_failed (run, 1, cases[i].sentence);
    }
}

/* A name may hold anything; what is said about it stays on one line and moves no cursor. */
static void
test_hostile_name (void)
{
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "/none\x1b[31m\xff\n", NULL);
  vas_test_run_assert_failed (run, 1, "“/none\\x1b[31m\\xff\\x0a”");
}

/* Standard output that takes nothing, in three ways. */
static int
open_full (void)
{
  return open ("/dev/full", O_WRONLY | O_CLOEXEC);
}

static int
open_broken_pipe (void)
{
  int ends[2];
  g_assert_cmpint (pipe2 (ends, O_CLOEXEC), ==, 0);
  close (ends[0]);
  return ends[1];
}

/* A descriptor that cannot be written to: what a closed one becomes. */
static int
open_unwritable (void)
{
  return open ("/dev/null", O_RDONLY | O_CLOEXEC);
}

static void
test_output_fails (void)
{
  static int (*const outputs[]) (void) = { open_full, open_broken_pipe, open_unwritable };
  static const char *const tasks[] = {
    "--help",
    "--version",
    "--list",
    "--list --json",
    "--at 559b8c418000",
    "--at 559b8c418000 --json",
    "--export - --format png",
    "--export - --format svg",
    "--export - --format pdf",
    "--export - --format json",
    "--export - --format csv",
    "--export - --format maps",
  };
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    for (gsize output = 0; output < G_N_ELEMENTS (outputs); output++)
      {
        gboolean wants_target
            = strstr (tasks[i], "--export") != NULL || strstr (tasks[i], "--at") != NULL;
        g_autofree char *words = g_strdup_printf ("%s %s", tasks[i], wants_target ? fixture : "");
        g_test_message ("vascope %s", words);
        g_autoptr (VasTestRun) run = vas_test_run_to (outputs[output](), words);
        vas_test_run_assert_failed (run, 1, "could not be written");
      }
}

/* Somebody's terminal, or rather the end of it that a program writes to. */
static int
open_terminal (int *screen)
{
  *screen = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (*screen, >=, 0);
  g_assert_cmpint (grantpt (*screen), ==, 0);
  g_assert_cmpint (unlockpt (*screen), ==, 0);
  int terminal = open (ptsname (*screen), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (terminal, >=, 0);
  return terminal;
}

/* Pictures are bytes that a terminal would obey; text is shown. */
static void
test_terminal (void)
{
  static const struct
  {
    const char *words;
    gboolean is_shown;
  } cases[] = {
    { "--export - --format png", FALSE },
    { "--export - --format pdf", FALSE },
    { "--at 559b8c41a123", TRUE },
  };
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int screen, terminal = open_terminal (&screen);
      g_autofree char *words = g_strdup_printf ("%s %s", cases[i].words, fixture);
      g_autoptr (VasTestRun) run = vas_test_run_to (terminal, words);
      if (cases[i].is_shown)
        vas_test_run_assert_done (run);
      else
        vas_test_run_assert_failed (run, 2, "A terminal cannot show");
      close (screen);
    }
}

/* What the shell closed must not become the number of a file that is opened later. */
static void
test_closed_streams (void)
{
  static const struct
  {
    const char *words;
    int status;
  } cases[] = {
    { "\"$1\" >&-", 1 },     { "\"$1\" <&-", 0 },          { "\"$1\" 2>&-", 0 },
    { "\"$1\" <&- >&-", 1 }, { "\"$1\" <&- >&- 2>&-", 1 }, { "- <&-", 1 },
  };
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script
          = g_strdup_printf ("exec \"$0\" --export - --format csv %s", cases[i].words);
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) shell
          = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, "sh", "-c", script, g_getenv ("VAS_PROGRAM"), fixture, NULL);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_wait (shell, NULL, &error));
      g_assert_cmpint (g_subprocess_get_exit_status (shell), ==, cases[i].status);
    }
}

static void
test_version (void)
{
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--version", NULL);
  vas_test_run_assert_done (run);
  g_assert_true (g_str_has_prefix (run->output, "vascope "));
}

/* Help and manual page list the same options. */
static void
test_help (void)
{
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--help", NULL);
  vas_test_run_assert_done (run);
  g_assert_nonnull (strstr (run->output, "vascope [OPTION…] [PID | FILE | -]"));

  g_autofree char *page = g_build_filename (g_getenv ("VAS_SOURCE"), "data", "vascope.1", NULL);
  g_autofree char *text = vas_test_read (page, NULL);
  g_autoptr (GRegex) option = g_regex_new ("^  (?:-h, )?--([a-z-]+)", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_options = 0;
  for (g_regex_match (option, run->output, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_auto (GStrv) words = g_strsplit (name, "-", -1);
      g_autofree char *escaped = g_strjoinv ("\\-", words);
      g_autofree char *in_page = g_strconcat ("\\-\\-", escaped, NULL);
      g_test_message ("%s", in_page);
      g_assert_nonnull (strstr (text, in_page));
      n_options++;
    }
  g_assert_cmpuint (n_options, ==, 14);
}

static void
test_targets (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  temporary_tree_write (tree, "2147483646", LINE, -1);
  temporary_tree_write (tree, "-odd", LINE, -1);
  g_autofree char *previous = g_get_current_dir ();
  g_assert_cmpint (g_chdir (tree->path), ==, 0);

  static const struct
  {
    const char *words;
    int status;
  } cases[] = {
    { "--export - --format maps ./2147483646", 0 },
    { "--export - --format maps 2147483646", 1 },
    { "--export - --format maps -- -odd", 0 },
    { "--export - --format maps -odd", 2 },
    { "--export - --format maps -- -", 0 },
    { "--export - --format maps -", 0 },
    { "- --export - --format maps", 0 },
    { "--format=maps --export=- -", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("vascope %s", cases[i].words);
      g_autoptr (VasTestRun) run = vas_test_run_words (LINE, cases[i].words);
      g_assert_cmpint (run->status, ==, cases[i].status);
      g_assert_cmpstr (run->output, ==, cases[i].status == 0 ? LINE : "");
    }
  g_assert_cmpint (g_chdir (previous), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command-line/wrong-usage", test_wrong_usage);
  g_test_add_func ("/command-line/could-not", test_could_not);
  g_test_add_func ("/command-line/hostile-name", test_hostile_name);
  g_test_add_func ("/command-line/output-fails", test_output_fails);
  g_test_add_func ("/command-line/terminal", test_terminal);
  g_test_add_func ("/command-line/closed-streams", test_closed_streams);
  g_test_add_func ("/command-line/version", test_version);
  g_test_add_func ("/command-line/help", test_help);
  g_test_add_func ("/command-line/targets", test_targets);
  return g_test_run ();
}
