/* The headers of a file are read once, and again when it has changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-elf-cache.h"

#include <elf.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A header whose program headers begin at @offset; the rest is zero. */
static void
write_elf (int fd, gsize offset, guint16 machine)
{
  Elf64_Ehdr header = {
    .e_ident = { ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT },
    .e_type = ET_DYN,
    .e_machine = machine,
    .e_version = EV_CURRENT,
    .e_phoff = offset,
    .e_ehsize = sizeof (Elf64_Ehdr),
    .e_phentsize = sizeof (Elf64_Phdr),
    .e_phnum = 1,
  };
  Elf64_Phdr segment = { .p_type = PT_LOAD, .p_memsz = 0x5000 };
  g_assert_cmpint (pwrite (fd, &header, sizeof header, 0), ==, sizeof header);
  g_assert_cmpint (pwrite (fd, &segment, sizeof segment, offset), ==, sizeof segment);
}

/* The clock of a file system ticks slower than this test runs. */
static void
set_time (int fd, gint64 seconds)
{
  struct timespec times[2] = { { .tv_sec = seconds }, { .tv_sec = seconds } };
  g_assert_cmpint (futimens (fd, times), ==, 0);
}

static int
make_file (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("vascope-elf-XXXXXX", &path, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return fd;
}

static void
test_reads_once (void)
{
  g_autoptr (VasElfCache) cache = vas_elf_cache_new ();
  int fd = make_file ();
  write_elf (fd, sizeof (Elf64_Ehdr), EM_X86_64);
  set_time (fd, 1000);
  g_autoptr (VasElf) first = vas_elf_cache_read (cache, fd);
  g_autoptr (VasElf) again = vas_elf_cache_read (cache, fd);
  g_assert_nonnull (first);
  g_assert_true (first == again);

  write_elf (fd, sizeof (Elf64_Ehdr), EM_AARCH64);
  set_time (fd, 1001);
  g_autoptr (VasElf) changed = vas_elf_cache_read (cache, fd);
  g_assert_cmpuint (changed->machine, ==, EM_AARCH64);
  g_assert_cmpuint (first->machine, ==, EM_X86_64);
  close (fd);
}

/* Some linkers put the program headers further back; beyond 64 KiB nobody does. */
static void
test_headers_further_back (void)
{
  static const struct
  {
    gsize offset;
    gboolean found;
  } cases[] = { { 4000, TRUE }, { 4096, TRUE }, { 65000, TRUE }, { 65536, FALSE }, { 1 << 20, FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasElfCache) cache = vas_elf_cache_new ();
      int fd = make_file ();
      write_elf (fd, cases[i].offset, EM_X86_64);
      g_autoptr (VasElf) elf = vas_elf_cache_read (cache, fd);
      g_assert_cmpint (elf != NULL, ==, cases[i].found);
      if (elf != NULL)
        g_assert_cmphex (elf->segments[0].memory_size, ==, 0x5000);
      close (fd);
    }
}

static void
test_not_elf_is_remembered (void)
{
  g_autoptr (VasElfCache) cache = vas_elf_cache_new ();
  int fd = make_file ();
  set_time (fd, 1000);
  g_assert_null (vas_elf_cache_read (cache, fd));
  write_elf (fd, sizeof (Elf64_Ehdr), EM_X86_64);
  set_time (fd, 1000);
  g_assert_null (vas_elf_cache_read (cache, fd));
  close (fd);
}

/* Whether it was read anew shows by the change, which its time does not tell. */
static void
test_unused_is_forgotten (void)
{
  g_autoptr (VasElfCache) cache = vas_elf_cache_new ();
  int fd = make_file ();
  write_elf (fd, sizeof (Elf64_Ehdr), EM_X86_64);
  set_time (fd, 1000);
  g_autoptr (VasElf) first = vas_elf_cache_read (cache, fd);
  write_elf (fd, sizeof (Elf64_Ehdr), EM_AARCH64);
  set_time (fd, 1000);
  for (guint i = 0; i < 3; i++)
    {
      vas_elf_cache_begin_round (cache);
      g_autoptr (VasElf) same = vas_elf_cache_read (cache, fd);
      g_assert_true (same == first);
    }
  vas_elf_cache_begin_round (cache);
  vas_elf_cache_begin_round (cache);
  g_autoptr (VasElf) anew = vas_elf_cache_read (cache, fd);
  g_assert_cmpuint (anew->machine, ==, EM_AARCH64);
  close (fd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/elf-cache/reads-once", test_reads_once);
  g_test_add_func ("/elf-cache/headers-further-back", test_headers_further_back);
  g_test_add_func ("/elf-cache/not-elf-is-remembered", test_not_elf_is_remembered);
  g_test_add_func ("/elf-cache/unused-is-forgotten", test_unused_is_forgotten);
  return g_test_run ();
}
