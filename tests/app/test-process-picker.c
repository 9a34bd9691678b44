/* The list of processes as a person uses it: what it finds, shows and keeps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-window.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

/* A test that fails must not leave its children behind. */
static void
end_with_parent_cb (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* A child that only its command line, "sleep SECONDS", tells from others. */
static GPid
start_child (const char *seconds)
{
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) "sleep", (char *) seconds, NULL };
  GPid pid;
  g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                 end_with_parent_cb, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

static void
end_child (GPid pid)
{
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
}

static GtkWidget *
get_rows (VasWindow *window)
{
  return vas_test_find (vas_test_find (window, "VasProcessPicker"), "GtkColumnListView");
}

/* Command lines are read late, and are found and shown for all that. */
static void
test_search_command (void)
{
  VasWindow *window = vas_test_window_open (NULL);
  GPid pid = start_child ("973113.5");
  g_autofree char *shown = g_strdup_printf ("%d", pid);

  vas_test_input ("type 973113.5");
  vas_test_wait_until (vas_test_find_text (get_rows (window), "sleep 973113.5"));
  vas_test_wait_until (vas_test_find_text (get_rows (window), shown));
  vas_test_input ("key ctrl+a");
  vas_test_input ("type no-such-process-anywhere");
  vas_test_wait_until (vas_test_says (window, "No process matches these words."));
  g_assert_null (get_rows (window));

  vas_test_window_close (window);
  end_child (pid);
}

/* Sorted by command line, which only then is wanted of all. */
static void
test_sort_by_command (void)
{
  VasWindow *window = vas_test_window_open (NULL);
  GPid first = start_child ("973114.5"), second = start_child ("973115.5");

  vas_test_click (vas_test_find_text (window, "Command"));
  vas_test_input ("key ctrl+f");
  vas_test_input ("type 97311");
  vas_test_wait_until (vas_test_find_text (get_rows (window), "sleep 973114.5"));
  vas_test_wait_until (vas_test_find_text (get_rows (window), "sleep 973115.5"));
  g_autofree char *text = vas_test_collect_text (get_rows (window));
  g_assert_nonnull (strstr (strstr (text, "sleep 973114.5"), "sleep 973115.5"));

  vas_test_window_close (window);
  end_child (first);
  end_child (second);
}

/* The row of a process that is gone goes, that of a new one comes. */
static void
test_follows (void)
{
  VasWindow *window = vas_test_window_open (NULL);
  GPid pid = start_child ("973116.5");

  vas_test_input ("type 973116.5");
  vas_test_wait_until (vas_test_find_text (get_rows (window), "sleep 973116.5"));
  end_child (pid);
  vas_test_wait_until (vas_test_says (window, "No process matches these words."));
  pid = start_child ("973116.5");
  vas_test_wait_until (vas_test_find_text (get_rows (window), "sleep 973116.5"));

  vas_test_window_close (window);
  end_child (pid);
}

static void
add_tests (void)
{
  g_test_add_func ("/process-picker/search-command", test_search_command);
  g_test_add_func ("/process-picker/sort-by-command", test_sort_by_command);
  g_test_add_func ("/process-picker/follows", test_follows);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
