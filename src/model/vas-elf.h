/* The program headers of a mapped ELF file: which bytes of it go where in memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** VasSegment: one program header (elf(5)), sizes and addresses in bytes. */
typedef struct
{
  guint32 type;  /* PT_LOAD, PT_GNU_RELRO, ... */
  guint32 flags; /* PF_R, PF_W, PF_X */
  guint64 offset;
  guint64 address; /* p_vaddr, before the load bias is added */
  guint64 file_size;
  guint64 memory_size;
} VasSegment;

/**
 * VasElf:
 * @type: ET_EXEC, ET_DYN ...
 * @machine: EM_X86_64 ...
 * @bits: 32 or 64
 * @segments: (array length=n_segments): in file order
 *
 * Immutable, atomically reference-counted.
 */
typedef struct
{
  guint16 type;
  guint16 machine;
  guint8 bits;
  guint n_segments;
  VasSegment *segments;
} VasElf;

VasElf *vas_elf_ref (VasElf *self);
void vas_elf_unref (VasElf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasElf, vas_elf_unref)

/**
 * VAS_ELF_HEAD_BYTES: at most this much of a file is read. Program headers stand at its start in
 * every file that a linker made.
 */
#define VAS_ELF_HEAD_BYTES 65536

/** vas_elf_is_magic: whether a file that begins like this says that it is ELF. */
gboolean vas_elf_is_magic (const guint8 *head, gsize length);

/**
 * vas_elf_parse:
 * @head: the first bytes of a file
 *
 * Absurd offsets and counts are refused, never followed.
 *
 * Returns: (transfer full) (nullable): %NULL if this is no ELF file or its headers are not whole.
 */
VasElf *vas_elf_parse (const guint8 *head, gsize length);
