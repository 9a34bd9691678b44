/* Processes read from a directory laid out like /proc: real captures and hand-made odd ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-error.h"
#include "vas-proc.h"

#include <elf.h>
#include <string.h>
#include <sys/stat.h>

#include "temporary-tree.h"

enum
{
  PID_KTHREADD = 2,
  PID_ZOMBIE = 300,
  PID_ODD_NAME = 301,
  PID_LEADERLESS = 302,
  PID_EMPTY = 303,
  PID_NOT_MAPS = 304,
  PID_BUSY = 306,
  PID_HOSTILE = 307,
  PID_SLEEP = 12234,
  PID_RUST = 12831,
};

static char *
get_root (void)
{
  return g_build_filename (g_getenv ("VAS_FIXTURES"), "proc", NULL);
}

static VasProc *
open_proc (gint32 pid)
{
  g_autofree char *root = get_root ();
  g_autoptr (GError) error = NULL;
  VasProc *proc = vas_proc_open (root, pid, 0, &error);
  g_assert_no_error (error);
  return proc;
}

/* Regions and facts of a process that can be read. */
typedef struct
{
  VasReading *reading;
  VasFacts *facts;
} Both;

static Both
read_both (gint32 pid)
{
  g_autoptr (VasProc) proc = open_proc (pid);
  g_autoptr (GError) error = NULL;
  Both both = { vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error), NULL };
  g_assert_no_error (error);
  g_autoptr (VasMappedFiles) files = vas_mapped_files_new ();
  both.facts = vas_proc_read_facts (proc, both.reading, files, NULL);
  g_assert_false (vas_proc_has_execed (proc, both.facts));
  return both;
}

static void
free_both (Both *both)
{
  vas_reading_free (both->reading);
  vas_facts_free (both->facts);
}

static guint32
find_name (const VasReading *reading, const char *name)
{
  for (gsize i = 0; i < reading->n_regions; i++)
    if (strcmp (vas_reading_get_name (reading, &reading->regions[i], NULL), name) == 0)
      return vas_reading_get_name_id (reading, &reading->regions[i]);
  g_assert_not_reached ();
}

static void
test_sleep (void)
{
  Both both = read_both (PID_SLEEP);
  const VasFacts *facts = both.facts;
  g_assert_cmpuint (both.reading->n_regions, ==, 37);
  g_assert_null (both.reading->usage);
  g_assert_cmpint (facts->pid, ==, PID_SLEEP);
  g_assert_cmpuint (facts->start_time, ==, 534114);
  g_assert_cmpstr (facts->comm, ==, "sleep");
  g_assert_cmpstr (facts->exe, ==, "/usr/bin/sleep");
  g_assert_false (facts->exe_deleted);
  g_assert_cmpuint (g_strv_length (facts->cmdline), ==, 2);
  g_assert_cmpint (facts->state, ==, 'T');
  g_assert_cmpuint (facts->n_threads, ==, 1);
  g_assert_cmphex (facts->start_code, ==, 94038879100928);
  g_assert_cmphex (facts->end_data, ==, 94038879134208);
  g_assert_cmphex (facts->start_brk, ==, 94039655436288);
  g_assert_cmphex (facts->start_stack, ==, 140732745191072);
  g_assert_cmphex (facts->at_phdr, ==, 0x558721fbc040);
  g_assert_cmphex (facts->at_base, ==, 0x7fe2e3e3c000);
  g_assert_cmphex (facts->at_sysinfo_ehdr, ==, 0x7fe2e3e3a000);
  g_assert_cmpuint (facts->at_page_size, ==, 4096);
  g_assert_cmpuint (facts->bits, ==, 64);
  g_assert_cmpuint (facts->vm_size, ==, 2990080);
  g_assert_false (facts->moving);
  g_assert_cmpuint (facts->kernel_major, ==, 0);
  g_assert_cmpuint (facts->n_known_threads, ==, 1);
  g_assert_cmphex (facts->threads[0].stack_pointer, ==, 0x7ffee5490c98);
  free_both (&both);
}

/* The header tree of a capture is trusted, though its inodes are others. */
static void
test_elf_headers (void)
{
  Both both = read_both (PID_SLEEP);
  const VasReading *reading = both.reading;
  const VasElf *libc = vas_facts_get_elf (
      both.facts, find_name (reading, "/usr/lib/x86_64-linux-gnu/libc.so.6"));
  g_assert_nonnull (libc);
  g_assert_cmpuint (libc->bits, ==, 64);
  g_assert_cmpuint (libc->type, ==, ET_DYN);
  g_assert_cmpuint (libc->n_segments, >, 4);
  g_assert_nonnull (vas_facts_get_elf (both.facts, find_name (reading, "/usr/bin/sleep")));
  g_assert_null (vas_facts_get_elf (
      both.facts, find_name (reading, "/usr/lib/x86_64-linux-gnu/gconv/gconv-modules.cache")));
  g_assert_cmpuint (g_hash_table_size (both.facts->elves), ==, 3);
  g_assert_cmpuint (g_hash_table_size (both.facts->file_states), ==, 0);
  free_both (&both);
}

static void
test_smaps (void)
{
  g_autoptr (VasProc) proc = open_proc (PID_SLEEP);
  g_autoptr (VasReading) reading = vas_proc_read_regions (proc, VAS_PROC_SMAPS, NULL, NULL);
  guint64 resident;
  g_assert_cmpuint (reading->n_regions, ==, 37);
  g_assert_true (vas_usage_get (reading->usage, 0, VAS_FIELD_RSS, &resident));
  g_assert_cmpuint (resident, ==, 8192);
}

/* A kernel without smaps, and a tree from which nothing but the page tables could tell. */
static void
test_no_smaps (void)
{
  g_autoptr (VasProc) proc = open_proc (PID_RUST);
  g_autoptr (VasReading) reading = vas_proc_read_regions (proc, VAS_PROC_SMAPS, NULL, NULL);
  g_assert_cmpuint (reading->n_regions, ==, 68);
  g_assert_null (reading->usage);
  vas_proc_add_residency (proc, reading, NULL);
  g_assert_null (reading->usage);
}

static void
test_threads (void)
{
  static const struct
  {
    gint32 tid;
    const char *name;
    guint64 stack_pointer;
  } expected[] = {
    { 12831, "work-rs", 0x7fff62209db0 },  { 12832, "worker-0", 0x7fa00be4ec10 },
    { 12833, "worker-1", 0x7fa00bc4dc10 }, { 12834, "worker-2", 0x7fa00ba4cc10 },
    { 12835, "worker-3", 0x7fa00b84bc10 }, { 12836, "worker-4", 0x7fa00b64ac10 },
    { 12837, "worker-5", 0x7fa00b449c10 },
  };
  Both both = read_both (PID_RUST);
  g_assert_cmpuint (both.facts->n_known_threads, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (both.facts->threads[i].tid, ==, expected[i].tid);
      g_assert_cmpstr (both.facts->threads[i].name, ==, expected[i].name);
      g_assert_cmphex (both.facts->threads[i].stack_pointer, ==, expected[i].stack_pointer);
    }
  free_both (&both);
}

static void
test_odd_name (void)
{
  Both both = read_both (PID_ODD_NAME);
  const VasFacts *facts = both.facts;
  g_assert_cmpstr (facts->comm, ==, "a) Z 1 (b");
  g_assert_cmpint (facts->state, ==, 'S');
  g_assert_cmpuint (facts->start_time, ==, 9301);
  g_assert_cmpstr (facts->exe, ==, "/opt/a) Z 1 (b");
  g_assert_true (facts->exe_deleted);
  g_assert_cmpstr (facts->cmdline[0], ==, "/opt/a) Z 1 (b");
  g_assert_cmpstr (facts->cmdline[1], ==, "--really");
  g_assert_null (facts->cmdline[2]);
  g_assert_cmpuint (facts->uid, ==, 1000);
  g_assert_cmpuint (facts->stack_limit, ==, 8388608);
  g_assert_cmpuint (facts->vm_rss, ==, 8192);
  free_both (&both);
}

/* Its main thread has ended; everything is that of the thread that lives. */
static void
test_leaderless (void)
{
  Both both = read_both (PID_LEADERLESS);
  const VasFacts *facts = both.facts;
  g_assert_cmpuint (both.reading->n_regions, ==, 2);
  g_assert_cmpuint (facts->start_time, ==, 9302);
  g_assert_cmpstr (facts->comm, ==, "leaderless");
  g_assert_cmpint (facts->state, ==, 'Z');
  g_assert_cmpstr (facts->exe, ==, "/opt/leaderless");
  g_assert_cmphex (facts->start_code, ==, 4194304);
  g_assert_cmpuint (facts->vm_size, ==, 8192);
  g_assert_cmpuint (facts->n_known_threads, ==, 2);
  g_assert_cmphex (facts->threads[1].stack_pointer, ==, 0x7f0000000f00);
  g_assert_false (facts->moving);
  free_both (&both);
}

/* statm says five pages, maps three: this one does not hold still, but is shown all the same. */
static void
test_busy (void)
{
  Both both = read_both (PID_BUSY);
  g_assert_cmpuint (both.reading->n_regions, ==, 3);
  g_assert_true (both.facts->moving);
  free_both (&both);
}

/* Links that lead nowhere or to themselves, files cut short, numbers too large. */
static void
test_hostile (void)
{
  Both both = read_both (PID_HOSTILE);
  const VasFacts *facts = both.facts;
  g_assert_cmpuint (both.reading->n_regions, ==, 3);
  g_assert_cmpstr (facts->exe, ==, "exe");
  g_assert_cmpuint (facts->bits, ==, 0);
  g_assert_cmpuint (facts->uid, ==, 0);
  g_assert_cmpuint (facts->vm_size, ==, 0);
  g_assert_cmpuint (facts->n_known_threads, ==, 1);
  g_assert_cmpstr (facts->threads[0].name, ==, "no newline");
  g_assert_cmpuint (g_hash_table_size (facts->elves), ==, 0);
  free_both (&both);
}

static void
assert_failure (gint32 pid, VasError code, const char *named)
{
  g_autoptr (VasProc) proc = open_proc (pid);
  g_autoptr (GError) error = NULL;
  g_assert_null (vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error));
  g_assert_error (error, VAS_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, named));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_failures (void)
{
  assert_failure (PID_KTHREADD, VAS_ERROR_KERNEL_THREAD, "kthreadd (2)");
  assert_failure (PID_ZOMBIE, VAS_ERROR_ZOMBIE, "gone (300)");
  assert_failure (PID_EMPTY, VAS_ERROR_EMPTY, "starting (303)");
  assert_failure (PID_NOT_MAPS, VAS_ERROR_NOT_MAPS, "liar (304)");
}

static void
test_not_there (void)
{
  g_autofree char *root = get_root ();
  g_autoptr (GError) vanished = NULL;
  g_assert_null (vas_proc_open (root, 4711, 0, &vanished));
  g_assert_error (vanished, VAS_ERROR, VAS_ERROR_VANISHED);
  g_assert_nonnull (strstr (vanished->message, "4711"));

  g_autoptr (GError) missing = NULL;
  g_assert_null (vas_proc_open ("/no/such/place", 1, 0, &missing));
  g_assert_error (missing, VAS_ERROR, VAS_ERROR_READ);
  g_assert_nonnull (strstr (missing->message, "/no/such/place"));
}

static void
test_reused (void)
{
  g_autofree char *root = get_root ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VasProc) same = vas_proc_open (root, PID_SLEEP, 534114, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vas_proc_get_start_time (same), ==, 534114);
  g_assert_null (vas_proc_open (root, PID_SLEEP, 534113, &error));
  g_assert_error (error, VAS_ERROR, VAS_ERROR_REUSED);
  g_assert_nonnull (strstr (error->message, "sleep (12234)"));
}

/* The pid is given to another process while we hold the first one open. */
static void
test_reused_while_open (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autoptr (GError) error = NULL;
  temporary_tree_write (tree, "5/stat", "5 (first) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 777 0 0", -1);
  temporary_tree_write (tree, "5/maps", "1000-2000 rw-p 00000000 00:00 0 \n", -1);
  g_autoptr (VasProc) proc = vas_proc_open (tree->path, 5, 0, &error);
  g_assert_no_error (error);
  temporary_tree_write (tree, "5/stat", "5 (second) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 888 0 0", -1);
  g_assert_null (vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error));
  g_assert_error (error, VAS_ERROR, VAS_ERROR_REUSED);
}

/* Nothing but maps: what someone may have saved. */
static void
test_bare (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autoptr (VasMappedFiles) files = vas_mapped_files_new ();
  g_autoptr (GError) error = NULL;
  temporary_tree_write (tree, "5/maps", "1000-2000 r-xp 00000000 08:01 7 /bin/x\n", -1);
  g_autoptr (VasProc) proc = vas_proc_open (tree->path, 5, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vas_proc_get_start_time (proc), ==, 0);
  g_autoptr (VasReading) reading = vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (VasFacts) facts = vas_proc_read_facts (proc, reading, files, NULL);
  g_assert_cmpint (facts->pid, ==, 5);
  g_assert_null (facts->comm);
  g_assert_null (facts->exe);
  g_assert_null (facts->cmdline);
  g_assert_null (facts->threads);
  g_assert_false (facts->moving);
}

/* A pipe in place of a file must not be waited for. */
static void
test_pipe (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *maps = temporary_tree_get (tree, "5/maps");
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (mkfifo (maps, 0600), ==, 0);
  g_autoptr (VasProc) proc = vas_proc_open (tree->path, 5, 0, &error);
  g_assert_no_error (error);
  g_assert_null (vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error));
  g_assert_error (error, VAS_ERROR, VAS_ERROR_READ);
}

static void
test_cancelled (void)
{
  g_autoptr (VasProc) proc = open_proc (PID_SLEEP);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (vas_proc_read_regions (proc, VAS_PROC_MAPS, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proc-tree/sleep", test_sleep);
  g_test_add_func ("/proc-tree/elf-headers", test_elf_headers);
  g_test_add_func ("/proc-tree/smaps", test_smaps);
  g_test_add_func ("/proc-tree/no-smaps", test_no_smaps);
  g_test_add_func ("/proc-tree/threads", test_threads);
  g_test_add_func ("/proc-tree/odd-name", test_odd_name);
  g_test_add_func ("/proc-tree/leaderless", test_leaderless);
  g_test_add_func ("/proc-tree/busy", test_busy);
  g_test_add_func ("/proc-tree/hostile", test_hostile);
  g_test_add_func ("/proc-tree/failures", test_failures);
  g_test_add_func ("/proc-tree/not-there", test_not_there);
  g_test_add_func ("/proc-tree/reused", test_reused);
  g_test_add_func ("/proc-tree/reused-while-open", test_reused_while_open);
  g_test_add_func ("/proc-tree/bare", test_bare);
  g_test_add_func ("/proc-tree/pipe", test_pipe);
  g_test_add_func ("/proc-tree/cancelled", test_cancelled);
  return g_test_run ();
}
