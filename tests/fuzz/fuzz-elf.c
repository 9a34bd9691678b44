/* Any bytes are a whole ELF header with all its program headers, or none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <elf.h>

#include "fuzz.h"
#include "vas-elf.h"

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  g_autoptr (VasElf) elf = vas_elf_parse (bytes, length);
  if (elf == NULL)
    return 0;
  gsize entry = elf->bits == 64 ? sizeof (Elf64_Phdr) : sizeof (Elf32_Phdr);
  g_assert_true (vas_elf_is_magic (bytes, length));
  g_assert_cmpuint (elf->n_segments * entry, <=, length);
  for (guint i = 0; elf->bits == 32 && i < elf->n_segments; i++)
    g_assert_cmphex (elf->segments[i].address, <=, G_MAXUINT32);
  return 0;
}
