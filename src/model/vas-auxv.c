/* Reads /proc/PID/auxv: what the kernel told the program about itself at its start.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-auxv.h"

#include <elf.h>
#include <string.h>

enum
{
  /* Types reach 51 in Linux 6.18 (AT_MINSIGSTKSZ); emulators and other systems have gone to
   * 2000-odd. No address is as low as this: the first 4 KiB are never mapped. */
  HIGHEST_TYPE = 4095,
};

static guint64
read_word (const guint8 *at, gsize word)
{
  guint32 narrow;
  guint64 wide;
  if (word == sizeof narrow)
    {
      memcpy (&narrow, at, sizeof narrow);
      return narrow;
    }
  memcpy (&wide, at, sizeof wide);
  return wide;
}

static void
keep_entry (VasAuxv *auxv, guint64 type, guint64 value)
{
  switch (type)
    {
    case AT_PHDR:
      auxv->phdr = value;
      break;
    case AT_BASE:
      auxv->base = value;
      break;
    case AT_ENTRY:
      auxv->entry = value;
      break;
    case AT_SYSINFO_EHDR:
      auxv->sysinfo_ehdr = value;
      break;
    case AT_PAGESZ:
      auxv->page_size = value;
      break;
    }
}

/* The page size is in every auxv since Linux 2.4 and stands early, so that it is there in a cut one
 * as well. */
static gboolean
parse_words (const guint8 *bytes, gsize length, gsize word, VasAuxv *auxv)
{
  *auxv = (VasAuxv) { .bits = word * 8 };
  for (gsize at = 0; at + 2 * word <= length; at += 2 * word)
    {
      guint64 type = read_word (bytes + at, word);
      if (type == AT_NULL)
        break;
      if (type > HIGHEST_TYPE)
        return FALSE;
      keep_entry (auxv, type, read_word (bytes + at + word, word));
    }
  return auxv->page_size >= 4096 && (auxv->page_size & (auxv->page_size - 1)) == 0;
}

gboolean
vas_auxv_parse (const guint8 *bytes, gsize length, VasAuxv *auxv)
{
  if (parse_words (bytes, length, 8, auxv) || parse_words (bytes, length, 4, auxv))
    return TRUE;
  *auxv = (VasAuxv) { 0 };
  return FALSE;
}
