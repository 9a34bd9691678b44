/* Listings of processes: of a tree with one process of each sort, and of this machine.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-error.h"
#include "vas-process-commands.h"
#include "vas-process-scan.h"

#include <fcntl.h>
#include <pwd.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "child.h"
#include "temporary-tree.h"
#include "vas-process-name.h"

/* With command lines. */
static GPtrArray *
list (const char *root)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VasProcessScan) scan = vas_process_scan_new (root);
  GPtrArray *processes = vas_process_scan_run (scan, NULL, &error);
  g_assert_no_error (error);
  vas_process_commands_read (root, processes);
  return processes;
}

static void
print_process (GString *text, VasProcess *process)
{
  g_string_append_printf (text, "%d %s|%s|%s|%u|%" G_GUINT64_FORMAT "|%" G_GUINT64_FORMAT "\n",
                          vas_process_get_pid (process), vas_process_get_name (process),
                          vas_process_get_command (process),
                          vas_access_get_id (vas_process_get_access (process)),
                          vas_process_get_n_threads (process), vas_process_get_mapped (process),
                          vas_process_get_resident (process) / sysconf (_SC_PAGESIZE));
}

static void
test_tree (void)
{
  g_autofree char *root = g_build_filename (g_getenv ("VAS_FIXTURES"), "proc", NULL);
  g_autoptr (GPtrArray) processes = list (root);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < processes->len; i++)
    print_process (text, processes->pdata[i]);
  g_assert_cmpstr (text->str, ==,
                   "2 kthreadd||kernel-thread|1|0|0\n"
                   "300 gone||zombie|1|0|0\n"
                   "301 a) Z 1 (b|/opt/a) Z 1 (b --really|readable|1|12288|2\n"
                   "302 leaderless||readable|2|0|0\n"
                   "303 starting||empty|1|0|0\n"
                   "304 liar||readable|1|4096|1\n"
                   "306 busy||readable|1|20480|2\n"
                   "307 hostile||readable|1|12288|2\n"
                   "12234 sleep|/bin/sleep 1000|readable|1|2990080|448\n"
                   "12831 work-rs|./work-rs|readable|7|427417600|5435\n");
}

static VasProcess *
find_own (GPtrArray *processes)
{
  for (guint i = 0; i < processes->len; i++)
    if (vas_process_get_pid (processes->pdata[i]) == getpid ())
      return processes->pdata[i];
  g_assert_not_reached ();
}

/* The kernel calls it "test-process-sc". */
static void
test_own (void)
{
  g_autoptr (GPtrArray) processes = list ("/proc");
  VasProcess *own = find_own (processes);
  const struct passwd *user = getpwuid (geteuid ());
  g_assert_cmpstr (vas_process_get_name (own), ==, "test-process-scan");
  g_assert_nonnull (strstr (vas_process_get_command (own), "test-process-scan"));
  if (user != NULL)
    g_assert_cmpstr (vas_process_get_user (own), ==, user->pw_name);
  g_assert_cmpint (vas_process_get_access (own), ==, VAS_ACCESS_READABLE);
  g_assert_cmpuint (vas_process_get_resident (own), >, 0);
  g_assert_cmpuint (vas_process_get_mapped (own), >, vas_process_get_resident (own));
  g_assert_cmpuint (vas_process_get_n_threads (own), >=, 1);
  g_assert_cmpuint (vas_process_get_start_time (own), >, 0);
  for (guint i = 1; i < processes->len; i++)
    g_assert_cmpint (vas_process_get_pid (processes->pdata[i - 1]), <,
                     vas_process_get_pid (processes->pdata[i]));
}

static void
set_dumpable (gpointer dumpable)
{
  prctl (PR_SET_DUMPABLE, GPOINTER_TO_INT (dumpable));
}

static VasAccess
get_access (GPtrArray *processes, pid_t pid)
{
  for (guint i = 0; i < processes->len; i++)
    if (vas_process_get_pid (processes->pdata[i]) == pid)
      return vas_process_get_access (processes->pdata[i]);
  return VAS_ACCESS_EMPTY;
}

static gboolean
opens_maps (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/maps", pid);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

enum
{
  NOBODY = 65534,
};

/* As an ordinary user: a process of his, and one that guards itself. */
static int
ask_access (gpointer unused)
{
  if (geteuid () == 0 && setresuid (NOBODY, NOBODY, NOBODY) != 0)
    return 1;
  pid_t open = child_start (set_dumpable, GINT_TO_POINTER (1));
  pid_t guarded = child_start (set_dumpable, GINT_TO_POINTER (0));
  g_autoptr (GPtrArray) processes = list ("/proc");
  gboolean right = opens_maps (open) && get_access (processes, open) == VAS_ACCESS_READABLE
                   && !opens_maps (guarded)
                   && get_access (processes, guarded) == VAS_ACCESS_DENIED;
  child_end (open);
  child_end (guarded);
  return right ? 0 : 2;
}

/* What stat tells is what opening would. */
static void
test_access (void)
{
  g_assert_cmpint (child_ask (ask_access, NULL), ==, 0);
}

/* What a hostile program calls itself is shown, not obeyed. */
static void
test_hostile_command (void)
{
  static const char command[] = "/bin/x\0\x1b[31m\n\0\xff\0";
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  temporary_tree_write (tree, "5/stat", "5 (\x1b]0;x) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 7 4096 1",
                        -1);
  temporary_tree_write (tree, "5/cmdline", command, sizeof command - 1);
  temporary_tree_write (tree, "5/maps", "", 0);
  temporary_tree_write (tree, "6/stat", "no stat", -1);
  temporary_tree_write (tree, "self/stat", "7 (self) S", -1);
  g_autoptr (GPtrArray) processes = list (tree->path);
  g_assert_cmpuint (processes->len, ==, 1);
  g_assert_cmpstr (vas_process_get_name (processes->pdata[0]), ==, "\\x1b]0;x");
  g_assert_cmpstr (vas_process_get_command (processes->pdata[0]), ==, "/bin/x \\x1b[31m\\x0a \\xff");
  g_assert_true (g_utf8_validate (vas_process_get_search_text (processes->pdata[0]), -1, NULL));
}

static void
test_failures (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (VasProcessScan) nowhere = vas_process_scan_new ("/no/such/place");
  g_assert_null (vas_process_scan_run (nowhere, NULL, &missing));
  g_assert_error (missing, VAS_ERROR, VAS_ERROR_READ);

  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_cancellable_cancel (cancellable);
  g_autoptr (VasProcessScan) scan = vas_process_scan_new ("/proc");
  g_assert_null (vas_process_scan_run (scan, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_names (void)
{
  static const struct
  {
    const char *comm;
    const char *argument;
    const char *name;
  } cases[] = {
    { "cat", "/bin/cat", "cat" },
    { "gnome-terminal-", "/usr/libexec/gnome-terminal-server", "gnome-terminal-server" },
    { "gnome-terminal-", "/usr/libexec/gnome-terminal-server --app-id x", "gnome-terminal-server" },
    { "gnome-terminal-", "something else", "gnome-terminal-" },
    { "exactly-fifteen", "/bin/exactly-fifteen", "exactly-fifteen" },
    { "nginx", "nginx: worker process", "nginx" },
    { "worker 1", "/usr/bin/python3", "worker 1" },
    { "kworker/0:1", NULL, "kworker/0:1" },
    { "", "/bin/cat", "cat" },
    { NULL, "-bash", "-bash" },
    { NULL, NULL, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = vas_process_name_choose (cases[i].comm, cases[i].argument);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer pointer)
{
  GPtrArray **processes = pointer;
  *processes = vas_process_scan_run_finish (result, NULL);
}

static void
test_async (void)
{
  g_autofree char *root = g_build_filename (g_getenv ("VAS_FIXTURES"), "proc", NULL);
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (VasProcessScan) scan = vas_process_scan_new (root);
  vas_process_scan_run_async (scan, NULL, read_cb, &processes);
  while (processes == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (processes->len, ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process-scan/tree", test_tree);
  g_test_add_func ("/process-scan/own", test_own);
  g_test_add_func ("/process-scan/access", test_access);
  g_test_add_func ("/process-scan/hostile-command", test_hostile_command);
  g_test_add_func ("/process-scan/failures", test_failures);
  g_test_add_func ("/process-scan/names", test_names);
  g_test_add_func ("/process-scan/async", test_async);
  return g_test_run ();
}
