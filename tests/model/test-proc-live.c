/* Running processes: this one, and children in every state that a process can be in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-error.h"
#include "vas-proc.h"

#include <fcntl.h>
#include <pthread.h>
#include <pwd.h>
#include <signal.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "temporary-tree.h"

static VasReading *
read_regions (VasProc *proc)
{
  g_autoptr (GError) error = NULL;
  VasReading *reading = vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

static VasProc *
open_proc (pid_t pid)
{
  g_autoptr (GError) error = NULL;
  VasProc *proc = vas_proc_open ("/proc", pid, 0, &error);
  g_assert_no_error (error);
  return proc;
}

static VasFacts *
read_facts (VasProc *proc, const VasReading *reading)
{
  g_autoptr (VasMappedFiles) files = vas_mapped_files_new ();
  return vas_proc_read_facts (proc, reading, files, NULL);
}

static const VasRegion *
find_region (const VasReading *reading, gconstpointer address)
{
  gssize i = vas_regions_find (reading->regions, reading->n_regions, (guintptr) address);
  g_assert_cmpint (i, >=, 0);
  return &reading->regions[i];
}

static void
test_own_regions (void)
{
  g_autoptr (VasProc) proc = open_proc (getpid ());
  g_autoptr (VasReading) reading = read_regions (proc);
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  const VasRegion *code = find_region (reading, test_own_regions);
  const VasRegion *stack = find_region (reading, &code);
  g_assert_cmpstr (vas_reading_get_name (reading, code, NULL), ==, exe);
  g_assert_cmpuint (code->perms, ==, VAS_PERM_READ | VAS_PERM_EXEC);
  g_assert_cmpstr (vas_reading_get_name (reading, stack, NULL), ==, "[stack]");
}

static void
test_own_facts (void)
{
  g_autoptr (VasProc) proc = open_proc (getpid ());
  g_autoptr (VasReading) reading = read_regions (proc);
  g_autoptr (VasFacts) facts = read_facts (proc, reading);
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  struct rlimit limit;
  g_assert_cmpint (getrlimit (RLIMIT_STACK, &limit), ==, 0);
  g_assert_cmpstr (facts->exe, ==, exe);
  g_assert_cmpuint (facts->uid, ==, getuid ());
  g_assert_cmpuint (facts->stack_limit, ==,
                    limit.rlim_cur == RLIM_INFINITY ? G_MAXUINT64 : limit.rlim_cur);
  g_assert_cmphex (facts->at_phdr, ==, getauxval (AT_PHDR));
  g_assert_cmpuint (facts->bits, ==, 8 * sizeof (long));
  g_assert_cmpuint (facts->kernel_major, >=, 2);
  g_assert_cmpuint (facts->n_known_threads, >=, 1);
  g_assert_cmphex (facts->start_stack, !=, 0);
  g_assert_false (vas_proc_has_execed (proc, facts));

  guint32 program = vas_reading_get_name_id (reading, find_region (reading, test_own_facts));
  g_assert_nonnull (vas_facts_get_elf (facts, program));
  g_assert_cmpint (vas_facts_get_file_state (facts, program), ==, VAS_FILE_SAME);
}

static void
assert_failure (VasProc *proc, VasError code)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error));
  g_assert_error (error, VAS_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* The same handle: first it runs, then it is a zombie, then it is gone. */
static void
test_zombie_then_gone (void)
{
  pid_t pid = child_start (NULL, NULL);
  siginfo_t info;
  g_autoptr (VasProc) proc = open_proc (pid);
  g_autoptr (VasReading) reading = read_regions (proc);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitid (P_PID, pid, &info, WEXITED | WNOWAIT), ==, 0);
  assert_failure (proc, VAS_ERROR_ZOMBIE);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  assert_failure (proc, VAS_ERROR_VANISHED);
}

static void
test_not_there (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (vas_proc_open ("/proc", G_MAXINT32, 0, &error));
  g_assert_error (error, VAS_ERROR, VAS_ERROR_VANISHED);
}

static void
test_reused (void)
{
  g_autoptr (VasProc) proc = open_proc (getpid ());
  g_autoptr (GError) error = NULL;
  guint64 start_time = vas_proc_get_start_time (proc);
  g_autoptr (VasProc) same = vas_proc_open ("/proc", getpid (), start_time, &error);
  g_assert_no_error (error);
  g_assert_null (vas_proc_open ("/proc", getpid (), start_time + 1, &error));
  g_assert_error (error, VAS_ERROR, VAS_ERROR_REUSED);
}

static void
test_kernel_thread (void)
{
  g_autofree char *comm = NULL;
  if (!g_file_get_contents ("/proc/2/comm", &comm, NULL, NULL) || strcmp (comm, "kthreadd\n") != 0)
    {
      g_test_skip ("this container shows no kernel threads");
      return;
    }
  g_autoptr (VasProc) proc = open_proc (2);
  assert_failure (proc, VAS_ERROR_KERNEL_THREAD);
}

/* Returns when the process has become another program: the pipe closes on exec. */
static void
wait_for_exec (int closes_on_exec)
{
  char byte;
  g_assert_cmpint (read (closes_on_exec, &byte, 1), ==, 0);
  close (closes_on_exec);
}

typedef struct
{
  int go[2];
  int done[2];
  pid_t pid;
} Exec;

/* A child that waits for a byte and then becomes @program, which is `cat` and waits for its input to
 * end. */
static Exec
start_exec (const char *program)
{
  Exec exec;
  g_assert_cmpint (pipe2 (exec.go, O_CLOEXEC), ==, 0);
  g_assert_cmpint (pipe2 (exec.done, O_CLOEXEC), ==, 0);
  exec.pid = fork ();
  g_assert_cmpint (exec.pid, >=, 0);
  if (exec.pid == 0)
    {
      char byte;
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      if (read (exec.go[0], &byte, 1) == 1 && dup2 (exec.go[0], STDIN_FILENO) >= 0)
        execlp (program, "cat", NULL);
      _exit (1);
    }
  close (exec.go[0]);
  close (exec.done[1]);
  return exec;
}

/* An exec changes neither pid nor start time; what is read of the new program is not taken for
 * evidence about the regions of the old one. */
static void
test_exec (void)
{
  Exec exec = start_exec ("cat");
  g_autoptr (VasProc) proc = open_proc (exec.pid);
  g_autoptr (VasReading) before = read_regions (proc);
  g_assert_cmpint (write (exec.go[1], "x", 1), ==, 1);
  wait_for_exec (exec.done[0]);

  g_autoptr (VasFacts) mixed = read_facts (proc, before);
  g_assert_true (vas_proc_has_execed (proc, mixed));
  g_autoptr (VasReading) after = read_regions (proc);
  g_autoptr (VasFacts) facts = read_facts (proc, after);
  g_assert_false (vas_proc_has_execed (proc, facts));
  g_assert_cmpstr (facts->cmdline[0], ==, "cat");
  g_assert_cmphex (facts->start_stack, ==, mixed->start_stack);

  close (exec.go[1]);
  g_assert_cmpint (waitpid (exec.pid, NULL, 0), ==, exec.pid);
}

/* The kernel's remark and a name that ends like it look the same in the exe link. */
static void
test_program_called_deleted (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *cat = g_find_program_in_path ("cat");
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (cat, &bytes, &length, NULL));
  temporary_tree_write (tree, "cat (deleted)", bytes, length);
  g_autofree char *program = temporary_tree_get (tree, "cat (deleted)");
  g_assert_cmpint (chmod (program, 0700), ==, 0);
  if (access (program, X_OK) != 0)
    {
      g_test_skip ("no program can be run from the directory for temporary files");
      return;
    }
  Exec exec = start_exec (program);
  g_assert_cmpint (write (exec.go[1], "x", 1), ==, 1);
  wait_for_exec (exec.done[0]);

  g_autoptr (VasProc) proc = open_proc (exec.pid);
  g_autoptr (VasReading) reading = read_regions (proc);
  g_autoptr (VasFacts) there = read_facts (proc, reading);
  g_assert_cmpstr (there->exe, ==, program);
  g_assert_false (there->exe_deleted);
  g_assert_cmpint (unlink (program), ==, 0);
  g_autoptr (VasReading) after = read_regions (proc);
  g_autoptr (VasFacts) gone = read_facts (proc, after);
  g_assert_cmpstr (gone->exe, ==, program);
  g_assert_true (gone->exe_deleted);
  g_assert_nonnull (vas_facts_get_elf (gone, vas_reading_get_name_id (after, &after->regions[0])));

  close (exec.go[1]);
  g_assert_cmpint (waitpid (exec.pid, NULL, 0), ==, exec.pid);
}

static gpointer
outlive_thread (gpointer unused)
{
  for (;;)
    pause ();
  return NULL;
}

/* Whether the main thread of @pid is a zombie by now: it has no other way to tell. */
static gboolean
has_leader_ended (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, ") Z ") != NULL;
}

static void
test_main_thread_ended (void)
{
  pid_t pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      pthread_t thread;
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      pthread_create (&thread, NULL, outlive_thread, NULL);
      pthread_exit (NULL);
    }
  while (!has_leader_ended (pid))
    g_usleep (1000);

  g_autoptr (VasProc) proc = open_proc (pid);
  g_autoptr (VasReading) reading = read_regions (proc);
  g_autoptr (VasFacts) facts = read_facts (proc, reading);
  const VasRegion *code = find_region (reading, test_main_thread_ended);
  g_assert_cmpstr (facts->exe, ==, vas_reading_get_name (reading, code, NULL));
  g_assert_cmphex (facts->at_phdr, ==, getauxval (AT_PHDR));
  g_assert_nonnull (vas_facts_get_elf (facts, vas_reading_get_name_id (reading, code)));
  g_assert_cmpint (facts->state, ==, 'Z');
  g_assert_cmpuint (facts->n_known_threads, ==, 2);
  child_end (pid);
}

static void
forbid_looking (gpointer unused)
{
  prctl (PR_SET_DUMPABLE, 0);
}

enum
{
  NOBODY = 65534,
};

/* Gives up root, if the test has it, and looks at a process of its own that guards its memory. */
static int
ask_guarded (gpointer unused)
{
  if (geteuid () == 0 && setresuid (NOBODY, NOBODY, NOBODY) != 0)
    return 1;
  pid_t pid = child_start (forbid_looking, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VasProc) proc = vas_proc_open ("/proc", pid, 0, &error);
  g_autoptr (VasReading) reading
      = proc != NULL ? vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error) : NULL;
  gboolean denied = reading == NULL && g_error_matches (error, VAS_ERROR, VAS_ERROR_DENIED)
                    && strstr (error->message, "yours") != NULL
                    && strstr (error->message, "as root") != NULL;
  child_end (pid);
  return denied ? 0 : 2;
}

static void
test_guarded (void)
{
  g_assert_cmpint (child_ask (ask_guarded, NULL), ==, 0);
}

/* Looks at the test from another user. */
static int
ask_foreign (gpointer user)
{
  pid_t pid = getppid ();
  if (setresuid (NOBODY, NOBODY, NOBODY) != 0)
    return 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (VasProc) proc = vas_proc_open ("/proc", pid, 0, &error);
  g_autoptr (VasReading) reading
      = proc != NULL ? vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error) : NULL;
  return reading == NULL && g_error_matches (error, VAS_ERROR, VAS_ERROR_DENIED)
                 && strstr (error->message, user) != NULL
             ? 0
             : 2;
}

static void
test_foreign (void)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can become another user");
      return;
    }
  const struct passwd *entry = getpwuid (getuid ());
  g_assert_cmpint (child_ask (ask_foreign, entry->pw_name), ==, 0);
}

static gpointer
churn_thread (gpointer unused)
{
  static const gsize size = 1 << 20;
  for (;;)
    {
      char *room = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (room == MAP_FAILED)
        _exit (1);
      mprotect (room + size / 2, size / 4, PROT_NONE);
      munmap (room, size);
    }
  return NULL;
}

static void
start_churning (gpointer unused)
{
  pthread_t thread;
  pthread_create (&thread, NULL, churn_thread, NULL);
}

/* A process that never holds still is read all the same, and its regions never overlap. */
static void
test_churning (void)
{
  pid_t pid = child_start (start_churning, NULL);
  g_autoptr (VasProc) proc = open_proc (pid);
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (VasReading) reading = read_regions (proc);
      g_assert_cmpuint (reading->n_regions, >, 10);
      for (gsize i = 1; i < reading->n_regions; i++)
        g_assert_cmphex (reading->regions[i - 1].end, <=, reading->regions[i].start);
    }
  child_end (pid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proc-live/own-regions", test_own_regions);
  g_test_add_func ("/proc-live/own-facts", test_own_facts);
  g_test_add_func ("/proc-live/zombie-then-gone", test_zombie_then_gone);
  g_test_add_func ("/proc-live/not-there", test_not_there);
  g_test_add_func ("/proc-live/reused", test_reused);
  g_test_add_func ("/proc-live/kernel-thread", test_kernel_thread);
  g_test_add_func ("/proc-live/exec", test_exec);
  g_test_add_func ("/proc-live/program-called-deleted", test_program_called_deleted);
  g_test_add_func ("/proc-live/main-thread-ended", test_main_thread_ended);
  g_test_add_func ("/proc-live/guarded", test_guarded);
  g_test_add_func ("/proc-live/foreign", test_foreign);
  g_test_add_func ("/proc-live/churning", test_churning);
  return g_test_run ();
}
