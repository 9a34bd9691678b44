/* Programs and libraries by their ELF headers: segments, RELRO, .bss and what merged with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <elf.h>

#include "vas-maps-parser.h"

#include "classified.h"

/* A library as GNU ld lays it out: variables from file offset 0x2d00 on, of which the first page's
 * worth is locked; 0x2300 bytes of zeros behind them. */
static const VasSegment SEGMENTS[] = {
  { PT_LOAD, PF_R, 0x0, 0x0, 0x800, 0x800 },
  { PT_LOAD, PF_R | PF_X, 0x1000, 0x1000, 0x700, 0x700 },
  { PT_LOAD, PF_R, 0x2000, 0x2000, 0x400, 0x400 },
  { PT_LOAD, PF_R | PF_W, 0x2d00, 0x3d00, 0x500, 0x2800 },
  { PT_GNU_RELRO, PF_R, 0x2d00, 0x3d00, 0x300, 0x300 },
};

static const char LOADED[] = "7f0000000000-7f0000001000 r--p 00000000 fe:00 7 /lib/libplug.so\n"
                             "7f0000001000-7f0000002000 r-xp 00001000 fe:00 7 /lib/libplug.so\n"
                             "7f0000002000-7f0000003000 r--p 00002000 fe:00 7 /lib/libplug.so\n"
                             "7f0000003000-7f0000004000 r--p 00002000 fe:00 7 /lib/libplug.so\n"
                             "7f0000004000-7f0000005000 rw-p 00003000 fe:00 7 /lib/libplug.so\n";

/* The id that the file's name has in any reading of a text in which it is the first name. */
enum
{
  FIRST_NAME = 1,
};

static VasElf *
make_elf (gsize n_segments)
{
  VasElf *elf = g_atomic_rc_box_new0 (VasElf);
  elf->type = ET_DYN;
  elf->machine = EM_X86_64;
  elf->bits = 64;
  elf->n_segments = n_segments;
  elf->segments = g_memdup2 (SEGMENTS, n_segments * sizeof *SEGMENTS);
  return elf;
}

static VasFacts *
make_facts (void)
{
  VasFacts *facts = vas_facts_new ();
  g_hash_table_insert (facts->elves, GUINT_TO_POINTER (FIRST_NAME),
                       make_elf (G_N_ELEMENTS (SEGMENTS)));
  return facts;
}

static void
test_segments (void)
{
  g_autoptr (VasFacts) facts = make_facts ();
  g_autofree char *text
      = g_strconcat (LOADED, "7f0000005000-7f0000007000 rw-p 00000000 00:00 0 \n", NULL);
  assert_named_with (text, facts,
                     "7f0000000000 library-rodata certain libplug.so\n"
                     "7f0000001000 library-code certain libplug.so\n"
                     "7f0000002000 library-rodata certain libplug.so\n"
                     "7f0000003000 library-relro certain libplug.so\n"
                     "7f0000004000 library-data certain libplug.so\n"
                     "7f0000005000 library-bss certain libplug.so\n");
}

/* Auxv says which image is the program, and which the loader. */
static void
test_sorts (void)
{
  g_autoptr (VasFacts) facts = make_facts ();
  facts->at_phdr = 0x7f0000000040;
  assert_named_with (LOADED, facts,
                     "7f0000000000 program-rodata certain libplug.so\n"
                     "7f0000001000 program-code certain libplug.so\n"
                     "7f0000002000 program-rodata certain libplug.so\n"
                     "7f0000003000 program-relro certain libplug.so\n"
                     "7f0000004000 program-data certain libplug.so\n");
  facts->at_phdr = 0x555000000040;
  facts->at_base = 0x7f0000000000;
  assert_named_with (LOADED, facts,
                     "7f0000000000 library-rodata/loader-rodata certain libplug.so\n"
                     "7f0000001000 library-code/loader-code certain libplug.so\n"
                     "7f0000002000 library-rodata/loader-rodata certain libplug.so\n"
                     "7f0000003000 library-relro/loader-relro certain libplug.so\n"
                     "7f0000004000 library-data/loader-data certain libplug.so\n");
}

/* Where a .bss is the larger half of a region, it names it; where it is the smaller one, it is a
 * part. */
static void
test_merged_bss (void)
{
  g_autoptr (VasFacts) facts = make_facts ();
  g_autofree char *small
      = g_strconcat (LOADED, "7f0000005000-7f0000008000 rw-p 00000000 00:00 0 \n", NULL);
  g_autofree char *large
      = g_strconcat (LOADED, "7f0000005000-7f0000105000 rw-p 00000000 00:00 0 \n", NULL);
  static const char before[] = "7f0000000000 library-rodata certain libplug.so\n"
                               "7f0000001000 library-code certain libplug.so\n"
                               "7f0000002000 library-rodata certain libplug.so\n"
                               "7f0000003000 library-relro certain libplug.so\n"
                               "7f0000004000 library-data certain libplug.so\n";
  g_autofree char *expected_small
      = g_strconcat (before,
                     "7f0000005000 library-bss likely libplug.so\n"
                     "  7f0000005000-7f0000007000 library-bss certain libplug.so\n"
                     "  7f0000007000-7f0000008000 anonymous/merged likely\n",
                     NULL);
  g_autofree char *expected_large
      = g_strconcat (before,
                     "7f0000005000 anonymous likely\n"
                     "  7f0000005000-7f0000007000 library-bss certain libplug.so\n",
                     NULL);
  assert_named_with (small, facts, expected_small);
  assert_named_with (large, facts, expected_large);
}

/* The whole file mapped as one piece of data, and its head alone, are no images. */
static void
test_mapped_as_data (void)
{
  g_autoptr (VasFacts) facts = make_facts ();
  assert_named_with ("7f0000000000-7f0000004000 r--p 00000000 fe:00 7 /lib/libplug.so\n"
                     "7f0000010000-7f0000011000 r--p 00000000 fe:00 7 /lib/libplug.so\n",
                     facts,
                     "7f0000000000 file-private likely libplug.so\n"
                     "7f0000010000 file-private likely libplug.so\n");
}

/* Two copies of one file, and a piece of its code once more. */
static void
test_copies (void)
{
  g_autoptr (VasFacts) facts = make_facts ();
  static const char second[] = "7f0000100000-7f0000101000 r--p 00000000 fe:00 7 /lib/libplug.so\n"
                               "7f0000101000-7f0000102000 r-xp 00001000 fe:00 7 /lib/libplug.so\n"
                               "7f0000102000-7f0000103000 r--p 00002000 fe:00 7 /lib/libplug.so\n"
                               "7f0000103000-7f0000105000 rw-p 00002000 fe:00 7 /lib/libplug.so\n"
                               "7f0000200000-7f0000201000 r-xp 00001000 fe:00 7 /lib/libplug.so\n";
  g_autofree char *text = g_strconcat (LOADED, second, NULL);
  assert_named_with (text, facts,
                     "7f0000000000 library-rodata certain libplug.so\n"
                     "7f0000001000 library-code certain libplug.so\n"
                     "7f0000002000 library-rodata certain libplug.so\n"
                     "7f0000003000 library-relro certain libplug.so\n"
                     "7f0000004000 library-data certain libplug.so\n"
                     "7f0000100000 library-rodata certain libplug.so\n"
                     "7f0000101000 library-code certain libplug.so\n"
                     "7f0000102000 library-rodata certain libplug.so\n"
                     "7f0000103000 library-relro/relro-open likely libplug.so\n"
                     "  7f0000103000-7f0000104000 library-relro/relro-open likely libplug.so\n"
                     "  7f0000104000-7f0000105000 library-data certain libplug.so\n"
                     "7f0000200000 library-code/code-copy likely libplug.so\n");
}

/* The file was replaced since: its new headers say nothing of the old mapping. */
static void
test_replaced (void)
{
  g_autoptr (VasFacts) facts = make_facts ();
  g_hash_table_insert (facts->file_states, GUINT_TO_POINTER (FIRST_NAME),
                       GINT_TO_POINTER (VAS_FILE_REPLACED));
  assert_named_with (LOADED, facts,
                     "7f0000000000 library-rodata likely libplug.so\n"
                     "7f0000001000 library-code likely libplug.so\n"
                     "7f0000002000 library-rodata likely libplug.so\n"
                     "7f0000003000 library-relro likely libplug.so\n"
                     "7f0000004000 library-data likely libplug.so\n");
}

/* Without headers of the program, stat says where its variables end. */
static void
test_end_data (void)
{
  g_autoptr (VasFacts) facts = vas_facts_new ();
  facts->exe = g_strdup ("/opt/prog");
  facts->end_data = 0x555000002e10;
  assert_named_with ("555000000000-555000002000 r-xp 00000000 fe:00 9 /opt/prog (deleted)\n"
                     "555000002000-555000003000 rw-p 00002000 fe:00 9 /opt/prog (deleted)\n"
                     "555000003000-555000009000 rw-p 00000000 00:00 0 \n",
                     facts,
                     "555000000000 program-code likely prog\n"
                     "555000002000 program-data likely prog\n"
                     "555000003000 program-bss likely prog\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classify-images/segments", test_segments);
  g_test_add_func ("/classify-images/sorts", test_sorts);
  g_test_add_func ("/classify-images/merged-bss", test_merged_bss);
  g_test_add_func ("/classify-images/mapped-as-data", test_mapped_as_data);
  g_test_add_func ("/classify-images/copies", test_copies);
  g_test_add_func ("/classify-images/replaced", test_replaced);
  g_test_add_func ("/classify-images/end-data", test_end_data);
  return g_test_run ();
}
