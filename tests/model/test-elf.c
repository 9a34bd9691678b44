/* ELF headers: this test's own, hand-made ones of both classes, and such as would lead astray.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-elf.h"

#include <elf.h>
#include <link.h>
#include <string.h>

/* A header with two program headers right behind it, as linkers lay them out. */
typedef struct
{
  Elf64_Ehdr header;
  Elf64_Phdr segments[2];
} Image64;

typedef struct
{
  Elf32_Ehdr header;
  Elf32_Phdr segments[2];
} Image32;

static Image64
make_image64 (void)
{
  return (Image64) {
    .header = {
      .e_ident = { ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT },
      .e_type = ET_DYN,
      .e_machine = EM_X86_64,
      .e_version = EV_CURRENT,
      .e_phoff = sizeof (Elf64_Ehdr),
      .e_shoff = 0x123456,
      .e_ehsize = sizeof (Elf64_Ehdr),
      .e_phentsize = sizeof (Elf64_Phdr),
      .e_phnum = 2,
      .e_shentsize = sizeof (Elf64_Shdr),
      .e_shnum = 30,
      .e_shstrndx = 29,
    },
    .segments = {
      { PT_LOAD, PF_R | PF_X, 0, 0, 0, 0x1234, 0x1234, 0x1000 },
      { PT_LOAD, PF_R | PF_W, 0x2000, 0x3000, 0x3000, 0x100, 0x9000, 0x1000 },
    },
  };
}

static Image32
make_image32 (void)
{
  return (Image32) {
    .header = {
      .e_ident = { ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS32, ELFDATA2LSB, EV_CURRENT },
      .e_type = ET_EXEC,
      .e_machine = EM_386,
      .e_version = EV_CURRENT,
      .e_phoff = sizeof (Elf32_Ehdr),
      .e_shoff = 0x123456,
      .e_ehsize = sizeof (Elf32_Ehdr),
      .e_phentsize = sizeof (Elf32_Phdr),
      .e_phnum = 2,
      .e_shentsize = sizeof (Elf32_Shdr),
      .e_shnum = 30,
      .e_shstrndx = 29,
    },
    .segments = {
      { PT_LOAD, 0, 0x8048000, 0x8048000, 0x1234, 0x1234, PF_R | PF_X, 0x1000 },
      { PT_LOAD, 0x2000, 0x804a000, 0x804a000, 0x100, 0x9000, PF_R | PF_W, 0x1000 },
    },
  };
}

static void
test_64 (void)
{
  Image64 image = make_image64 ();
  g_autoptr (VasElf) elf = vas_elf_parse ((const guint8 *) &image, sizeof image);
  g_assert_nonnull (elf);
  g_assert_cmpuint (elf->bits, ==, 64);
  g_assert_cmpuint (elf->type, ==, ET_DYN);
  g_assert_cmpuint (elf->machine, ==, EM_X86_64);
  g_assert_cmpuint (elf->n_segments, ==, 2);
  g_assert_cmpuint (elf->segments[1].type, ==, PT_LOAD);
  g_assert_cmpuint (elf->segments[1].flags, ==, PF_R | PF_W);
  g_assert_cmphex (elf->segments[1].offset, ==, 0x2000);
  g_assert_cmphex (elf->segments[1].address, ==, 0x3000);
  g_assert_cmphex (elf->segments[1].file_size, ==, 0x100);
  g_assert_cmphex (elf->segments[1].memory_size, ==, 0x9000);
}

static void
test_32 (void)
{
  Image32 image = make_image32 ();
  g_autoptr (VasElf) elf = vas_elf_parse ((const guint8 *) &image, sizeof image);
  g_assert_nonnull (elf);
  g_assert_cmpuint (elf->bits, ==, 32);
  g_assert_cmpuint (elf->machine, ==, EM_386);
  g_assert_cmpuint (elf->n_segments, ==, 2);
  g_assert_cmpuint (elf->segments[0].flags, ==, PF_R | PF_X);
  g_assert_cmphex (elf->segments[1].address, ==, 0x804a000);
  g_assert_cmphex (elf->segments[1].memory_size, ==, 0x9000);
}

/* Numbers of the other byte order are turned. */
static void
test_big_endian (void)
{
  Image64 image = make_image64 ();
  image.header.e_ident[EI_DATA] = ELFDATA2MSB;
  image.header.e_type = GUINT16_SWAP_LE_BE (ET_DYN);
  image.header.e_machine = GUINT16_SWAP_LE_BE (EM_S390);
  image.header.e_version = GUINT32_SWAP_LE_BE (EV_CURRENT);
  image.header.e_phoff = GUINT64_SWAP_LE_BE (sizeof (Elf64_Ehdr));
  image.header.e_phentsize = GUINT16_SWAP_LE_BE (sizeof (Elf64_Phdr));
  image.header.e_phnum = GUINT16_SWAP_LE_BE (2);
  image.segments[0].p_memsz = GUINT64_SWAP_LE_BE (0x1234);
  g_autoptr (VasElf) elf = vas_elf_parse ((const guint8 *) &image, sizeof image);
  g_assert_nonnull (elf);
  g_assert_cmpuint (elf->machine, ==, EM_S390);
  g_assert_cmpuint (elf->n_segments, ==, 2);
  g_assert_cmphex (elf->segments[0].memory_size, ==, 0x1234);
}

static void
test_cut_anywhere (void)
{
  Image64 wide = make_image64 ();
  for (gsize length = 0; length < sizeof wide; length++)
    g_assert_null (vas_elf_parse ((const guint8 *) &wide, length));
  Image32 narrow = make_image32 ();
  for (gsize length = 0; length < sizeof narrow; length++)
    g_assert_null (vas_elf_parse ((const guint8 *) &narrow, length));
}

/* Each of these would make a reader that believes it look beyond the bytes it has. */
static void
test_absurd (void)
{
  static const guint64 offsets[] = { 1 << 20, G_MAXINT64, G_MAXUINT64, G_MAXUINT64 - 56 };
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      Image64 image = make_image64 ();
      image.header.e_phoff = offsets[i];
      g_assert_null (vas_elf_parse ((const guint8 *) &image, sizeof image));
    }
  static const guint16 counts[] = { 3, 1000, PN_XNUM - 1, PN_XNUM };
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      Image64 image = make_image64 ();
      image.header.e_phnum = counts[i];
      g_assert_null (vas_elf_parse ((const guint8 *) &image, sizeof image));
    }
  Image64 image = make_image64 ();
  image.header.e_phentsize = 1;
  g_assert_null (vas_elf_parse ((const guint8 *) &image, sizeof image));
}

/* An object file has none; that is no fault. */
static void
test_no_segments (void)
{
  Image64 image = make_image64 ();
  image.header.e_type = ET_REL;
  image.header.e_phoff = image.header.e_phnum = 0;
  g_autoptr (VasElf) elf = vas_elf_parse ((const guint8 *) &image, sizeof image);
  g_assert_nonnull (elf);
  g_assert_cmpuint (elf->n_segments, ==, 0);
}

static void
test_not_elf (void)
{
  static const char *const texts[] = { "", "MZ\x90", "#!/bin/sh\n", "\x7f" "ELF" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (vas_elf_parse ((const guint8 *) texts[i], strlen (texts[i])));
}

/* What the dynamic linker says of this program, whose name it gives as "". */
static int
compare_own_cb (struct dl_phdr_info *info, size_t size, void *user_data)
{
  const VasElf *elf = user_data;
  if (*info->dlpi_name != '\0')
    return 0;
  g_assert_cmpuint (elf->n_segments, ==, info->dlpi_phnum);
  for (guint i = 0; i < elf->n_segments; i++)
    {
      g_assert_cmpuint (elf->segments[i].type, ==, info->dlpi_phdr[i].p_type);
      g_assert_cmpuint (elf->segments[i].flags, ==, info->dlpi_phdr[i].p_flags);
      g_assert_cmphex (elf->segments[i].offset, ==, info->dlpi_phdr[i].p_offset);
      g_assert_cmphex (elf->segments[i].address, ==, info->dlpi_phdr[i].p_vaddr);
      g_assert_cmphex (elf->segments[i].file_size, ==, info->dlpi_phdr[i].p_filesz);
      g_assert_cmphex (elf->segments[i].memory_size, ==, info->dlpi_phdr[i].p_memsz);
    }
  return 1;
}

static void
test_own (void)
{
  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true (g_file_get_contents ("/proc/self/exe", &bytes, &length, NULL));
  g_autoptr (VasElf) elf = vas_elf_parse ((const guint8 *) bytes, MIN (length, VAS_ELF_HEAD_BYTES));
  g_assert_nonnull (elf);
  g_assert_cmpint (dl_iterate_phdr (compare_own_cb, elf), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/elf/64", test_64);
  g_test_add_func ("/elf/32", test_32);
  g_test_add_func ("/elf/big-endian", test_big_endian);
  g_test_add_func ("/elf/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/elf/absurd", test_absurd);
  g_test_add_func ("/elf/no-segments", test_no_segments);
  g_test_add_func ("/elf/not-elf", test_not_elf);
  g_test_add_func ("/elf/own", test_own);
  return g_test_run ();
}
