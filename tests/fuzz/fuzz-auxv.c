/* Any bytes are an auxiliary vector in one word size, or none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "vas-auxv.h"

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  VasAuxv auxv;
  if (vas_auxv_parse (bytes, length, &auxv))
    {
      g_assert_true (auxv.bits == 64 || auxv.bits == 32);
      g_assert_cmpuint (auxv.page_size & (auxv.page_size - 1), ==, 0);
      if (auxv.bits == 32)
        g_assert_cmphex (auxv.phdr | auxv.base | auxv.entry | auxv.sysinfo_ehdr, <=, G_MAXUINT32);
    }
  else
    g_assert_cmpuint (auxv.bits, ==, 0);
  return 0;
}
