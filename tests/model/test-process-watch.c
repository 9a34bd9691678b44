/* Listing again and again, and the command lines that are asked for meanwhile.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-watch.h"

#include "temporary-tree.h"
#include "vas-error.h"
#include "vas-process-commands.h"
#include "vas-process-scan.h"

typedef struct
{
  guint n_listed;
  guint n_processes; /* of the last listing */
  GError *error;
} Heard;

static void
listed_cb (VasProcessWatch *watch, GPtrArray *processes, gpointer pointer)
{
  Heard *heard = pointer;
  heard->n_listed++;
  heard->n_processes = processes->len;
}

static void
failed_cb (VasProcessWatch *watch, const GError *error, gpointer pointer)
{
  Heard *heard = pointer;
  g_clear_error (&heard->error);
  heard->error = g_error_copy (error);
}

static VasProcessWatch *
watch (const char *root, Heard *heard)
{
  VasProcessWatch *self = vas_process_watch_new (root);
  g_signal_connect (self, "listed", G_CALLBACK (listed_cb), heard);
  g_signal_connect (self, "failed", G_CALLBACK (failed_cb), heard);
  return self;
}

static void
add_process (TemporaryTree *tree, const char *pid, const char *comm, const char *command)
{
  g_autofree char *stat_path = g_strdup_printf ("%s/stat", pid);
  g_autofree char *command_path = g_strdup_printf ("%s/cmdline", pid);
  g_autofree char *maps_path = g_strdup_printf ("%s/maps", pid);
  g_autofree char *stat = g_strdup_printf (
      "%s (%s) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 7 4096 1", pid, comm);
  temporary_tree_write (tree, stat_path, stat, -1);
  temporary_tree_write (tree, maps_path, "", 0);
  if (command != NULL)
    temporary_tree_write (tree, command_path, command, -1);
}

static void
test_lists_when_running (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  add_process (tree, "5", "five", NULL);
  Heard heard = { 0 };
  g_autoptr (VasProcessWatch) self = watch (tree->path, &heard);

  for (guint i = 1; i <= 2; i++)
    {
      vas_process_watch_set_running (self, TRUE);
      vas_process_watch_set_running (self, TRUE);
      while (heard.n_listed < i)
        g_main_context_iteration (NULL, TRUE);
      vas_process_watch_set_running (self, FALSE);
    }
  g_assert_cmpuint (heard.n_listed, ==, 2);
  g_assert_cmpuint (heard.n_processes, ==, 1);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer pointer)
{
  GPtrArray **processes = pointer;
  *processes = vas_process_scan_run_finish (result, NULL);
}

/* What was under way when nobody looks any more is dropped: other listings end after it. */
static void
test_rests_when_stopped (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  add_process (tree, "5", "five", NULL);
  Heard heard = { 0 };
  g_autoptr (VasProcessWatch) self = watch (tree->path, &heard);
  vas_process_watch_set_running (self, TRUE);
  vas_process_watch_set_running (self, FALSE);

  g_autoptr (VasProcessScan) scan = vas_process_scan_new (tree->path);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) processes = NULL;
      vas_process_scan_run_async (scan, NULL, done_cb, &processes);
      while (processes == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (heard.n_listed, ==, 0);
}

static void
test_failure (void)
{
  Heard heard = { 0 };
  g_autoptr (VasProcessWatch) self = watch ("/no/such/place", &heard);
  vas_process_watch_set_running (self, TRUE);
  while (heard.error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (heard.error, VAS_ERROR, VAS_ERROR_READ);
  g_clear_error (&heard.error);
}

static void
count_cb (VasProcessCommands *commands, gpointer count)
{
  (*(guint *) count)++;
}

/* Only what was asked for is read, what was asked for twice once, and what cannot be read is "". */
static void
test_commands (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  add_process (tree, "5", "five", "/bin/five");
  add_process (tree, "6", "six", "/bin/six");
  add_process (tree, "7", "seven", NULL);
  g_autoptr (VasProcessScan) scan = vas_process_scan_new (tree->path);
  g_autoptr (GPtrArray) processes = vas_process_scan_run (scan, NULL, NULL);
  g_autoptr (VasProcessCommands) commands = vas_process_commands_new (tree->path);
  guint n_arrived = 0;
  g_signal_connect (commands, "arrived", G_CALLBACK (count_cb), &n_arrived);

  vas_process_commands_want (commands, processes->pdata[0]);
  vas_process_commands_want (commands, processes->pdata[2]);
  vas_process_commands_want (commands, processes->pdata[0]);
  while (n_arrived == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (vas_process_get_command (processes->pdata[0]), ==, "/bin/five");
  g_assert_cmpint (vas_process_get_command_state (processes->pdata[1]), ==, VAS_COMMAND_UNKNOWN);
  g_assert_cmpint (vas_process_get_command_state (processes->pdata[2]), ==, VAS_COMMAND_KNOWN);
  g_assert_cmpstr (vas_process_get_command (processes->pdata[2]), ==, "");

  vas_process_commands_want (commands, processes->pdata[0]);
  vas_process_commands_want (commands, processes->pdata[1]);
  while (n_arrived == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (vas_process_get_command (processes->pdata[1]), ==, "/bin/six");
}

/* Nobody is left to tell. */
static void
test_commands_dropped (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  add_process (tree, "5", "five", "/bin/five");
  g_autoptr (VasProcessScan) scan = vas_process_scan_new (tree->path);
  g_autoptr (GPtrArray) processes = vas_process_scan_run (scan, NULL, NULL);
  VasProcessCommands *commands = vas_process_commands_new (tree->path);
  vas_process_commands_want (commands, processes->pdata[0]);
  g_main_context_iteration (NULL, FALSE);
  g_object_unref (commands);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpint (vas_process_get_command_state (processes->pdata[0]), ==, VAS_COMMAND_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process-watch/lists-when-running", test_lists_when_running);
  g_test_add_func ("/process-watch/rests-when-stopped", test_rests_when_stopped);
  g_test_add_func ("/process-watch/failure", test_failure);
  g_test_add_func ("/process-watch/commands", test_commands);
  g_test_add_func ("/process-watch/commands-dropped", test_commands_dropped);
  return g_test_run ();
}
