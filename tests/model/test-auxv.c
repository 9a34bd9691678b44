/* The auxiliary vector in both word sizes, whole, cut short and made up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-auxv.h"

#include <elf.h>
#include <sys/auxv.h>

static const guint64 wide[] = {
  AT_SYSINFO_EHDR, 0x7fe2e3e3a000, AT_HWCAP, 0x178bfbff, AT_PAGESZ, 4096,
  AT_PHDR, 0x558721fbc040, AT_BASE, 0x7fe2e3e3c000, AT_ENTRY, 0x558721fbe510, AT_NULL, 0,
  AT_PHDR, 0x666,
};

static const guint32 narrow[] = {
  AT_SYSINFO, 0xf7f1d540, AT_SYSINFO_EHDR, 0xf7f1d000, AT_HWCAP, 0x178bfbff, AT_PAGESZ, 4096,
  AT_PHDR, 0x565f8034, AT_BASE, 0xf7f1f000, AT_ENTRY, 0x565f9080, AT_NULL, 0,
};

static void
test_64 (void)
{
  VasAuxv auxv;
  g_assert_true (vas_auxv_parse ((const guint8 *) wide, sizeof wide, &auxv));
  g_assert_cmpuint (auxv.bits, ==, 64);
  g_assert_cmphex (auxv.phdr, ==, 0x558721fbc040);
  g_assert_cmphex (auxv.base, ==, 0x7fe2e3e3c000);
  g_assert_cmphex (auxv.entry, ==, 0x558721fbe510);
  g_assert_cmphex (auxv.sysinfo_ehdr, ==, 0x7fe2e3e3a000);
  g_assert_cmpuint (auxv.page_size, ==, 4096);
}

static void
test_32 (void)
{
  VasAuxv auxv;
  g_assert_true (vas_auxv_parse ((const guint8 *) narrow, sizeof narrow, &auxv));
  g_assert_cmpuint (auxv.bits, ==, 32);
  g_assert_cmphex (auxv.phdr, ==, 0x565f8034);
  g_assert_cmphex (auxv.base, ==, 0xf7f1f000);
  g_assert_cmphex (auxv.entry, ==, 0x565f9080);
  g_assert_cmphex (auxv.sysinfo_ehdr, ==, 0xf7f1d000);
}

/* What was cut off is missing, what is there is right. */
static void
test_cut_short (void)
{
  for (gsize length = 0; length <= sizeof wide; length++)
    {
      VasAuxv auxv;
      gboolean known = vas_auxv_parse ((const guint8 *) wide, length, &auxv);
      g_assert_cmpint (known, ==, length >= 6 * sizeof *wide);
      g_assert_cmpuint (auxv.bits, ==, known ? 64 : 0);
      g_assert_cmphex (auxv.phdr, ==, length >= 8 * sizeof *wide ? 0x558721fbc040 : 0);
    }
}

static void
test_made_up (void)
{
  static const guint64 no_page_size[] = { AT_PHDR, 0x400040, AT_NULL, 0 };
  static const guint64 odd_page_size[] = { AT_PAGESZ, 5000, AT_NULL, 0 };
  static const guint64 addresses[] = { 0x7fe2e3e3a000, 1, 0x558721fbc040, 2 };
  VasAuxv auxv;
  g_assert_false (vas_auxv_parse ((const guint8 *) no_page_size, sizeof no_page_size, &auxv));
  g_assert_false (vas_auxv_parse ((const guint8 *) odd_page_size, sizeof odd_page_size, &auxv));
  g_assert_false (vas_auxv_parse ((const guint8 *) addresses, sizeof addresses, &auxv));
  g_assert_cmpuint (auxv.bits, ==, 0);
}

static void
test_own (void)
{
  g_autofree char *bytes = NULL;
  gsize length;
  VasAuxv auxv;
  g_assert_true (g_file_get_contents ("/proc/self/auxv", &bytes, &length, NULL));
  g_assert_true (vas_auxv_parse ((const guint8 *) bytes, length, &auxv));
  g_assert_cmpuint (auxv.bits, ==, 8 * sizeof (long));
  g_assert_cmphex (auxv.phdr, ==, getauxval (AT_PHDR));
  g_assert_cmphex (auxv.base, ==, getauxval (AT_BASE));
  g_assert_cmphex (auxv.entry, ==, getauxval (AT_ENTRY));
  g_assert_cmphex (auxv.sysinfo_ehdr, ==, getauxval (AT_SYSINFO_EHDR));
  g_assert_cmpuint (auxv.page_size, ==, getauxval (AT_PAGESZ));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auxv/64", test_64);
  g_test_add_func ("/auxv/32", test_32);
  g_test_add_func ("/auxv/cut-short", test_cut_short);
  g_test_add_func ("/auxv/made-up", test_made_up);
  g_test_add_func ("/auxv/own", test_own);
  return g_test_run ();
}
