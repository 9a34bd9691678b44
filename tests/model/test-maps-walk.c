/* A process read without text is the same as read from its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-walk.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "child.h"
#include "reading-text.h"
#include "temporary-tree.h"
#include "vas-gate.h"
#include "vas-proc-walk.h"
#include "vas-proc.h"

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#define PR_SET_VMA_ANON_NAME 0
#endif

enum
{
  PAGE = 4096,
  N_MAPPINGS = 6000, /* far more text than is read before it is decided how to go on */
  N_LIBRARIES = 20,
  N_MEMORIES = 300,
};

static void
map_file (const char *path, int protection, int flags, int n_pages)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, 4 * PAGE), ==, 0);
  g_assert_true (mmap (NULL, n_pages * PAGE, protection, flags, fd, PAGE) != MAP_FAILED);
  close (fd);
}

static void
map_memory (int protection)
{
  g_assert_true (mmap (NULL, PAGE, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
}

/* Many files of one name, and far from all others. */
static void
map_memory_file (void)
{
  static guintptr address = G_GUINT64_CONSTANT (0x100000000000);
  int memory = memfd_create ("a memory file", MFD_CLOEXEC);
  g_assert_cmpint (ftruncate (memory, PAGE), ==, 0);
  g_assert_true (mmap ((void *) address, PAGE, PROT_READ, MAP_SHARED, memory, 0) != MAP_FAILED);
  address += 1 << 20;
  close (memory);
}

/* Every sort of line that a program can make. */
static void
make_mappings (gpointer user_data)
{
  TemporaryTree *tree = user_data;
  g_autofree char *feed = temporary_tree_get (tree, "two\nlines");
  g_autofree char *blanks = temporary_tree_get (tree, "  blanks at the ends  ");
  g_autofree char *claims = temporary_tree_get (tree, "claims to be (deleted)");
  g_autofree char *removed = temporary_tree_get (tree, "removed");
  for (int i = 0; i < N_MAPPINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("a-library-of-some-length/lib%d.so", i / 3 % N_LIBRARIES);
      g_autofree char *path = temporary_tree_get (tree, name);
      map_file (path, i % 2 == 0 ? PROT_READ : PROT_READ | PROT_WRITE, MAP_PRIVATE, 1);
      if (i % 7 == 0)
        map_memory (i % 2 == 0 ? PROT_READ : PROT_NONE);
    }
  for (int i = 0; i < N_MEMORIES; i++)
    map_memory_file ();
  map_file (feed, PROT_READ, MAP_SHARED, 1);
  map_file (blanks, PROT_READ | PROT_EXEC, MAP_PRIVATE, 2);
  map_file (claims, PROT_NONE, MAP_PRIVATE, 3);
  map_file (removed, PROT_READ | PROT_WRITE, MAP_SHARED, 1);
  g_assert_cmpint (unlink (removed), ==, 0);

  g_assert_true (mmap (NULL, PAGE, PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
  void *named = mmap (NULL, 9 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  /* Not every kernel keeps such names. */
  prctl (PR_SET_VMA, PR_SET_VMA_ANON_NAME, named, 9 * PAGE, "a name");
}

static int
open_maps (pid_t pid, const char *file)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, file);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static VasReading *
read_text (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/maps", pid);
  g_autofree char *text = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, VAS_PROC_WALK_AFTER);
  return vas_maps_parse (text, length, VAS_MAPS_LIVE);
}

/* Linux before 6.11 has no such call: then there is nothing to compare. */
static gboolean
kernel_can_walk (int fd)
{
  g_autoptr (VasReadingBuilder) builder = vas_reading_builder_new (VAS_MAPS_LIVE);
  return vas_maps_walk (fd, 0, 1, builder, NULL);
}

static void
assert_same (const VasReading *reading, const VasReading *expected)
{
  g_autofree char *text = reading_to_text (reading);
  g_autofree char *expected_text = reading_to_text (expected);
  g_assert_cmpstr (text, ==, expected_text);
  g_assert_cmpmem (reading->regions, reading->n_regions * sizeof (VasRegion), expected->regions,
                   expected->n_regions * sizeof (VasRegion));
  g_assert_cmpmem (reading->files, reading->n_files * sizeof (VasFile), expected->files,
                   expected->n_files * sizeof (VasFile));
  g_assert_cmpuint (vas_strings_get_count (reading->strings), ==,
                    vas_strings_get_count (expected->strings));
  g_assert_cmpuint (reading->n_lines, ==, expected->n_lines);
  g_assert_cmpuint (reading->n_notes, ==, 0);
}

static void
assert_walks (int fd, guint n_threads, const VasReading *expected)
{
  g_autoptr (VasReadingBuilder) builder = vas_reading_builder_new (VAS_MAPS_LIVE);
  g_assert_true (vas_maps_walk (fd, 0, n_threads, builder, NULL));
  vas_gate_add (expected, builder);
  g_autoptr (VasReading) reading = vas_reading_builder_finish (g_steal_pointer (&builder));
  assert_same (reading, expected);
}

static void
test_same_as_text (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  pid_t pid = child_start (make_mappings, tree);
  g_autoptr (VasReading) expected = read_text (pid);
  int fd = open_maps (pid, "maps");
  if (kernel_can_walk (fd))
    for (guint n_threads = 1; n_threads <= VAS_MAPS_WALK_MAX_THREADS; n_threads++)
      assert_walks (fd, n_threads, expected);
  else
    g_assert_cmpint (errno, ==, ENOTTY);
  close (fd);
  child_end (pid);
}

/* Whichever way a process is read, it comes out the same. */
static void
test_read_regions (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  pid_t pid = child_start (make_mappings, tree);
  g_autoptr (VasReading) expected = read_text (pid);
  g_autoptr (VasProc) proc = vas_proc_open ("/proc", pid, 0, NULL);
  g_autoptr (VasReading) reading = vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, NULL);
  assert_same (reading, expected);
  child_end (pid);
}

/* The rest of a process whose beginning was read. */
static void
test_from_the_middle (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  pid_t pid = child_start (make_mappings, tree);
  g_autoptr (VasReading) expected = read_text (pid);
  int fd = open_maps (pid, "maps");
  gsize first = expected->n_regions / 3;
  g_autoptr (VasReadingBuilder) builder = vas_reading_builder_new (VAS_MAPS_LIVE);
  if (vas_maps_walk (fd, expected->regions[first].start + 1, 2, builder, NULL))
    {
      /* What holds the first address begins below it, and was read already. */
      const VasReading *rest = vas_reading_builder_get_reading (builder);
      gsize n_gates = vas_gate_is_last (expected);
      g_assert_cmpuint (rest->n_regions, ==, expected->n_regions - first - 1 - n_gates);
      g_assert_cmphex (rest->regions[0].start, ==, expected->regions[first + 1].start);
    }
  close (fd);
  child_end (pid);
}

static void
assert_gives_nothing (int fd, GCancellable *cancellable)
{
  g_autoptr (VasReadingBuilder) builder = vas_reading_builder_new (VAS_MAPS_LIVE);
  g_assert_false (vas_maps_walk (fd, 0, 2, builder, cancellable));
  g_assert_cmpuint (vas_reading_builder_get_reading (builder)->n_regions, ==, 0);
}

/* A file that knows no such call stands for a kernel that does not. */
static void
test_cannot (void)
{
  int fd = open_maps (getpid (), "smaps");
  assert_gives_nothing (fd, NULL);
  close (fd);
}

static void
test_process_gone (void)
{
  pid_t pid = child_start (NULL, NULL);
  int fd = open_maps (pid, "maps");
  child_end (pid);
  assert_gives_nothing (fd, NULL);
  close (fd);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  int fd = open_maps (getpid (), "maps");
  assert_gives_nothing (fd, cancellable);
  close (fd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps-walk/same-as-text", test_same_as_text);
  g_test_add_func ("/maps-walk/read-regions", test_read_regions);
  g_test_add_func ("/maps-walk/from-the-middle", test_from_the_middle);
  g_test_add_func ("/maps-walk/cannot", test_cannot);
  g_test_add_func ("/maps-walk/process-gone", test_process_gone);
  g_test_add_func ("/maps-walk/cancelled", test_cancelled);
  return g_test_run ();
}
