/* The files mapped into a process: which are looked at, where they are looked for, and what became
 * of them since.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-mapped-files.h"

#include <elf.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "temporary-tree.h"
#include "vas-maps-parser.h"
#include "vas-proc.h"

/* A header alone: an ELF file with no segments, told from others by its machine. */
static void
write_elf (TemporaryTree *tree, const char *path, guint16 machine)
{
  Elf64_Ehdr header = {
    .e_ident = { ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT },
    .e_type = ET_DYN,
    .e_machine = machine,
    .e_version = EV_CURRENT,
    .e_ehsize = sizeof (Elf64_Ehdr),
  };
  temporary_tree_write (tree, path, (const char *) &header, sizeof header);
}

static VasFacts *
read_captured (TemporaryTree *tree, const char *maps, VasReading **reading)
{
  g_autoptr (VasMappedFiles) files = vas_mapped_files_new ();
  VasFacts *facts = vas_facts_new ();
  *reading = vas_maps_parse (maps, strlen (maps), VAS_MAPS_SAVED);
  int directory = open (tree->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  vas_mapped_files_read (files, directory, FALSE, *reading, facts, NULL);
  close (directory);
  return facts;
}

/* Machine of the headers found for region @i; 0 if none were. */
static guint
get_machine (const VasReading *reading, const VasFacts *facts, gsize i)
{
  const VasElf *elf = vas_facts_get_elf (facts, vas_reading_get_name_id (reading, &reading->regions[i]));
  return elf != NULL ? elf->machine : 0;
}

/* Code, libraries by name, and nothing that is data: those files are not even opened. */
static void
test_candidates (void)
{
  static const char maps[] = "1000-2000 r-xp 00000000 08:01 1 /bin/tool\n"
                             "2000-3000 r--p 00000000 08:01 2 /lib/a.so\n"
                             "3000-4000 r--p 00000000 08:01 3 /lib/a.so.6.1\n"
                             "4000-5000 r--p 00000000 08:01 4 /share/data.sock\n"
                             "5000-6000 r--p 00000000 08:01 5 /share/late\n"
                             "6000-7000 r-xp 00001000 08:01 5 /share/late\n"
                             "7000-8000 r-xp 00000000 08:01 6 /share/script\n"
                             "8000-9000 r-xp 00000000 00:00 0 [vdso]\n"
                             "9000-a000 rw-p 00000000 00:00 0 \n"
                             "a000-b000 r-xs 00000000 00:05 7 /dev/node\n";
  static const guint16 machines[] = { 10, 20, 30, 0, 50, 50, 0, 0, 0, 0 };
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  write_elf (tree, "root/bin/tool", 10);
  write_elf (tree, "root/lib/a.so", 20);
  write_elf (tree, "root/lib/a.so.6.1", 30);
  write_elf (tree, "root/share/data.sock", 40);
  write_elf (tree, "root/share/late", 50);
  write_elf (tree, "root/dev/node", 60);
  temporary_tree_write (tree, "root/share/script", "#!/bin/sh\n", -1);
  g_autoptr (VasReading) reading = NULL;
  g_autoptr (VasFacts) facts = read_captured (tree, maps, &reading);
  for (guint i = 0; i < G_N_ELEMENTS (machines); i++)
    g_assert_cmpuint (get_machine (reading, facts, i), ==, machines[i]);
}

/* A deleted file is looked for without the kernel's remark, or by its very name if it is called so. */
static void
test_deleted (void)
{
  static const char maps[] = "1000-2000 r-xp 00000000 08:01 1 /bin/gone (deleted)\n"
                             "2000-3000 r-xp 00000000 08:01 2 /bin/odd (deleted)\n"
                             "3000-4000 r-xp 00000000 08:01 3  (deleted)\n";
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  write_elf (tree, "root/bin/gone", 10);
  write_elf (tree, "root/bin/odd (deleted)", 20);
  g_autoptr (VasReading) reading = NULL;
  g_autoptr (VasFacts) facts = read_captured (tree, maps, &reading);
  g_assert_cmpuint (get_machine (reading, facts, 0), ==, 10);
  g_assert_cmpuint (get_machine (reading, facts, 1), ==, 20);
}

/* Links lead where they would lead in the process: never out of its root, and in no circle. */
static void
test_links (void)
{
  static const char maps[] = "1000-2000 r-xp 00000000 08:01 1 /bin/absolute/tool\n"
                             "2000-3000 r-xp 00000000 08:01 2 /bin/upwards/tool\n"
                             "3000-4000 r-xp 00000000 08:01 3 /bin/circle/tool\n"
                             "4000-5000 r-xp 00000000 08:01 4 /bin/last\n"
                             "5000-6000 r-xp 00000000 08:01 5 /../outside/tool\n";
  static const guint16 machines[] = { 10, 10, 0, 0, 0 };
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  write_elf (tree, "root/real/tool", 10);
  write_elf (tree, "outside/tool", 66);
  temporary_tree_link (tree, "root/bin/absolute", "/real");
  temporary_tree_link (tree, "root/bin/upwards", "../../../../../real");
  temporary_tree_link (tree, "root/bin/circle", "circle");
  temporary_tree_link (tree, "root/bin/last", "/real/tool");
  g_autoptr (VasReading) reading = NULL;
  g_autoptr (VasFacts) facts = read_captured (tree, maps, &reading);
  for (guint i = 0; i < G_N_ELEMENTS (machines); i++)
    g_assert_cmpuint (get_machine (reading, facts, i), ==, machines[i]);
}

/* What is no regular file is not read from: a pipe would wait for ever. */
static void
test_not_regular (void)
{
  static const char maps[] = "1000-2000 r-xp 00000000 08:01 1 /bin/pipe\n"
                             "2000-3000 r-xp 00000000 08:01 2 /bin/directory\n"
                             "3000-4000 r-xp 00000000 08:01 3 /bin/missing\n"
                             "4000-5000 r-xp 00000000 08:01 4 /bin/tool\n";
  static const guint16 machines[] = { 0, 0, 0, 10 };
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  write_elf (tree, "root/bin/tool", 10);
  write_elf (tree, "root/bin/directory/file", 20);
  g_autofree char *path = temporary_tree_get (tree, "root/bin/pipe");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_autoptr (VasReading) reading = NULL;
  g_autoptr (VasFacts) facts = read_captured (tree, maps, &reading);
  for (guint i = 0; i < G_N_ELEMENTS (machines); i++)
    g_assert_cmpuint (get_machine (reading, facts, i), ==, machines[i]);
}

static void
test_no_root (void)
{
  static const char maps[] = "1000-2000 r-xp 00000000 08:01 1 /bin/tool\n";
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autoptr (VasReading) reading = NULL;
  g_autoptr (VasFacts) facts = read_captured (tree, maps, &reading);
  g_assert_cmpuint (g_hash_table_size (facts->elves), ==, 0);
}

/* A file of this test's own in this process's memory. */
typedef struct
{
  TemporaryTree *tree;
  char *path;
  gpointer memory;
  VasMappedFiles *files;
} Mapped;

static Mapped
map_file (const char *name)
{
  Mapped mapped = { .tree = temporary_tree_new (), .files = vas_mapped_files_new () };
  mapped.path = temporary_tree_get (mapped.tree, name);
  write_elf (mapped.tree, name, 10);
  int fd = open (mapped.path, O_RDONLY | O_CLOEXEC);
  mapped.memory = mmap (NULL, 64, PROT_READ, MAP_PRIVATE, fd, 0);
  g_assert_true (mapped.memory != MAP_FAILED);
  close (fd);
  return mapped;
}

static void
unmap_file (Mapped *mapped)
{
  munmap (mapped->memory, 64);
  g_free (mapped->path);
  vas_mapped_files_unref (mapped->files);
  temporary_tree_free (mapped->tree);
}

/* Reads this process, and holds what it says of the mapped file against @state. Headers are those of
 * the mapped file or none: never those of another file. */
static void
assert_state (Mapped *mapped, VasFileState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VasProc) proc = vas_proc_open ("/proc", getpid (), 0, &error);
  g_assert_no_error (error);
  g_autoptr (VasReading) reading = vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (VasFacts) facts = vas_proc_read_facts (proc, reading, mapped->files, NULL);
  gssize i
      = vas_regions_find (reading->regions, reading->n_regions, (guintptr) mapped->memory);
  g_assert_cmpint (i, >=, 0);
  guint machine = get_machine (reading, facts, i);
  g_assert_cmpint (vas_facts_get_file_state (facts, vas_reading_get_name_id (reading, &reading->regions[i])), ==, state);
  g_assert_true (machine == 10 || (machine == 0 && state != VAS_FILE_SAME));
}

static void
test_live_states (void)
{
  Mapped mapped = map_file ("libown.so");
  assert_state (&mapped, VAS_FILE_SAME);
  assert_state (&mapped, VAS_FILE_SAME);
  g_assert_cmpint (g_unlink (mapped.path), ==, 0);
  assert_state (&mapped, VAS_FILE_GONE);
  write_elf (mapped.tree, "libown.so", 20);
  assert_state (&mapped, VAS_FILE_REPLACED);
  unmap_file (&mapped);
}

static void
test_live_odd_name (void)
{
  Mapped mapped = map_file ("libodd.so (deleted)");
  assert_state (&mapped, VAS_FILE_SAME);
  g_assert_cmpint (g_unlink (mapped.path), ==, 0);
  assert_state (&mapped, VAS_FILE_GONE);
  unmap_file (&mapped);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapped-files/candidates", test_candidates);
  g_test_add_func ("/mapped-files/deleted", test_deleted);
  g_test_add_func ("/mapped-files/links", test_links);
  g_test_add_func ("/mapped-files/not-regular", test_not_regular);
  g_test_add_func ("/mapped-files/no-root", test_no_root);
  g_test_add_func ("/mapped-files/live-states", test_live_states);
  g_test_add_func ("/mapped-files/live-odd-name", test_live_odd_name);
  return g_test_run ();
}
