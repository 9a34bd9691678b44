/* What a reading takes over from the one before: itself if nothing changed, or what its rows and
 * layout rest on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-source.h"

#include <string.h>

#include "child.h"
#include "temporary-tree.h"

#define CODE "55d0c0000000-55d0c0002000 r-xp 00000000 08:01 7 /bin/tool\n"
#define HEAP "55d0c1000000-55d0c1021000 rw-p 00000000 00:00 0 [heap]\n"
#define STACK "7ffd10000000-7ffd10021000 rw-p 00000000 00:00 0 [stack]\n"

/* A process in a directory: what each test changes of it between two readings. */
static void
write_process (TemporaryTree *tree, const char *maps, const char *name, const char *pointer,
               const char *resident)
{
  g_autofree char *stat = g_strdup_printf (
      "5 (%s) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 777 0 0", name);
  g_autofree char *comm = g_strdup_printf ("%s\n", name);
  g_autofree char *syscall = g_strdup_printf ("7 0x1 0x2 0x3 0x4 0x5 0x6 %s 0x7f00\n", pointer);
  g_autofree char *statm = g_strdup_printf ("68 %s 0 0 0 0 0\n", resident);
  temporary_tree_write (tree, "5/maps", maps, -1);
  temporary_tree_write (tree, "5/stat", stat, -1);
  temporary_tree_write (tree, "5/comm", comm, -1);
  temporary_tree_write (tree, "5/task/5/comm", comm, -1);
  temporary_tree_write (tree, "5/task/5/syscall", syscall, -1);
  temporary_tree_write (tree, "5/statm", statm, -1);
}

static VasSnapshot *
read_again (VasSource *source, VasReadFlags flags, VasSnapshot *former)
{
  g_autoptr (GError) error = NULL;
  VasSnapshot *snapshot = vas_source_read (source, flags, former, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

static void
test_tree (void)
{
  static const struct
  {
    const char *maps;
    const char *name;
    const char *pointer;
    const char *resident;
    gboolean same;
    gboolean same_regions;
  } cases[] = {
    { CODE HEAP STACK, "tool", "0x7ffd10020000", "9", TRUE, TRUE },
    { CODE HEAP STACK, "other", "0x7ffd10020000", "9", FALSE, TRUE },
    { CODE HEAP STACK, "tool", "0x7ffd1001f000", "9", TRUE, TRUE }, /* decides nothing here */
    { CODE HEAP STACK, "tool", "0x7ffd10020000", "10", FALSE, TRUE },
    { CODE STACK, "tool", "0x7ffd10020000", "9", FALSE, FALSE },
    { "55d0c0000000-55d0c0002000 r-xp 00000000 08:01 7 /bin/toot\n" HEAP STACK, "tool",
      "0x7ffd10020000", "9", FALSE, FALSE },
    { "55d0c0000000-55d0c0002000 rwxp 00000000 08:01 7 /bin/tool\n" HEAP STACK, "tool",
      "0x7ffd10020000", "9", FALSE, FALSE },
    { CODE HEAP STACK "no region\n", "tool", "0x7ffd10020000", "9", FALSE, FALSE },
  };
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasSource) source = vas_source_new_for_process (tree->path, 5, 0);
      write_process (tree, CODE HEAP STACK, "tool", "0x7ffd10020000", "9");
      g_autoptr (VasSnapshot) former = read_again (source, VAS_READ_MAPS, NULL);
      write_process (tree, cases[i].maps, cases[i].name, cases[i].pointer, cases[i].resident);
      g_autoptr (VasSnapshot) present = read_again (source, VAS_READ_MAPS, former);
      g_test_message ("case %u", i);
      g_assert_cmpint (present == former, ==, cases[i].same);
      g_assert_cmpint (vas_snapshot_has_same_regions (former, present), ==, cases[i].same_regions);
      g_assert_cmpint (vas_snapshot_has_same_sizes (former, present), ==, cases[i].same_regions);
    }
}

/* Sizes alone: the rows are the same ones. */
static void
test_sizes (void)
{
  static const char smaps[] = CODE "Rss: 8 kB\nVmFlags: rd ex mr mw me \n" HEAP
                                   "Rss: %s kB\nVmFlags: rd wr mr mw me %s\n";
  g_autofree char *before = g_strdup_printf (smaps, "4", "ac ");
  g_autofree char *grown = g_strdup_printf (smaps, "8", "ac ");
  g_autofree char *advised = g_strdup_printf (smaps, "4", "ac dd ");
  const char *texts[] = { before, grown, advised };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TemporaryTree) tree = temporary_tree_new ();
      g_autofree char *path = temporary_tree_get (tree, "saved.smaps");
      g_autoptr (VasSource) source = vas_source_new_for_path (path);
      temporary_tree_write (tree, "saved.smaps", before, -1);
      g_autoptr (VasSnapshot) former = read_again (source, VAS_READ_MAPS, NULL);
      temporary_tree_write (tree, "saved.smaps", texts[i], -1);
      g_autoptr (VasSnapshot) present = read_again (source, VAS_READ_MAPS, former);
      g_assert_cmpint (present == former, ==, i == 0);
      g_assert_true (vas_snapshot_has_same_regions (former, present));
      g_assert_cmpint (vas_snapshot_has_same_sizes (former, present), ==, i == 0);
    }
}

/* It goes on from reading to reading, also where sizes come and go. */
static void
test_marks_last (void)
{
  g_autofree char *root = g_build_filename (g_getenv ("VAS_FIXTURES"), "proc", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_process (root, 12234, 0);
  g_autoptr (VasSnapshot) first = read_again (source, VAS_READ_MAPS, NULL);
  g_autoptr (VasSnapshot) measured = read_again (source, VAS_READ_USAGE, first);
  g_autoptr (VasSnapshot) last = read_again (source, VAS_READ_MAPS, measured);
  g_autoptr (VasSnapshot) unrelated = read_again (source, VAS_READ_MAPS, NULL);
  g_assert_true (first != measured && measured != last);
  g_assert_true (vas_snapshot_has_same_regions (first, last));
  g_assert_false (vas_snapshot_has_same_sizes (first, measured));
  g_assert_false (vas_snapshot_has_same_sizes (measured, last));
  g_assert_false (vas_snapshot_has_same_regions (first, unrelated));
}

/* The child says that it is ready just before it goes to sleep. */
static void
wait_until_asleep (VasSource *source)
{
  char state = 0;
  while (state != 'S')
    {
      g_autoptr (VasSnapshot) snapshot = read_again (source, VAS_READ_MAPS, NULL);
      state = snapshot->facts->state;
    }
}

/* A real process that does nothing is the same at each reading, with sizes or without. (Its
 * proportional sizes are not: they change with what others do to the pages it shares.) */
static void
test_sleeping_child (void)
{
  static const VasReadFlags flags[] = { VAS_READ_MAPS, VAS_READ_RESIDENT };
  pid_t pid = child_start (NULL, NULL);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, pid, 0);
  wait_until_asleep (source);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (VasSnapshot) first = read_again (source, flags[i], NULL);
      for (guint round = 0; round < 20; round++)
        {
          g_autoptr (VasSnapshot) again = read_again (source, flags[i], first);
          g_assert_true (again == first);
        }
    }
  child_end (pid);
}

static void
test_same_program (void)
{
  static const struct
  {
    VasFacts a;
    VasFacts b;
    gboolean same;
  } cases[] = {
    { { .start_stack = 1, .at_entry = 2 }, { .start_stack = 1, .at_entry = 2 }, TRUE },
    { { .start_stack = 1, .at_entry = 2 }, { .start_stack = 9, .at_entry = 2 }, FALSE },
    { { .start_stack = 1, .at_entry = 2 }, { .start_stack = 1, .at_entry = 9 }, FALSE },
    { { .start_stack = 1, .at_phdr = 2 }, { .start_stack = 1, .at_phdr = 9 }, FALSE },
    { { .start_stack = 1, .at_base = 2 }, { .start_stack = 1, .at_base = 9 }, FALSE },
    { { .start_stack = 1, .at_entry = 2 }, { .start_stack = 0, .at_entry = 0 }, TRUE },
    { { .start_stack = 1, .start_brk = 5 }, { .start_stack = 1, .start_brk = 6 }, TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (vas_facts_is_same_program (&cases[i].a, &cases[i].b), ==, cases[i].same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/follow/tree", test_tree);
  g_test_add_func ("/follow/sizes", test_sizes);
  g_test_add_func ("/follow/marks-last", test_marks_last);
  g_test_add_func ("/follow/sleeping-child", test_sleeping_child);
  g_test_add_func ("/follow/same-program", test_same_program);
  return g_test_run ();
}
