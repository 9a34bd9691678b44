/* Reads /proc/PID/auxv: what the kernel told the program about itself at its start.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** VasAuxv: getauxval(3); 0 where an entry is not there. @bits: 32 or 64. */
typedef struct
{
  guint bits;
  guint64 phdr;         /* AT_PHDR: the program headers in memory */
  guint64 base;         /* AT_BASE: where the loader begins; 0 in a static program */
  guint64 entry;        /* AT_ENTRY: the program's first instruction */
  guint64 sysinfo_ehdr; /* AT_SYSINFO_EHDR: the vdso */
  guint64 page_size;    /* AT_PAGESZ, bytes */
} VasAuxv;

/**
 * vas_auxv_parse:
 *
 * The file is pairs of (type, value) in words of the target's size, which it does not state. Read
 * with the wrong size, types come out as addresses; so the size is the one that gives types alone.
 * A file cut short gives the pairs that are whole.
 *
 * Returns: whether the bytes are an auxiliary vector in one of both sizes.
 */
gboolean vas_auxv_parse (const guint8 *bytes, gsize length, VasAuxv *auxv);
