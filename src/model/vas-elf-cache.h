/* Remembers the ELF headers of files that were read once, as long as the files stay the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-elf.h"

/** VasElfCache: atomically reference-counted; any thread may use it. */
typedef struct _VasElfCache VasElfCache;

VasElfCache *vas_elf_cache_new (void);
VasElfCache *vas_elf_cache_ref (VasElfCache *self);
void vas_elf_cache_unref (VasElfCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasElfCache, vas_elf_cache_unref)

/**
 * vas_elf_cache_read:
 * @fd: a regular file open for reading
 *
 * The file is known by its device, inode and time of change; its headers are read only once.
 *
 * Returns: (transfer full) (nullable): %NULL if this is no whole ELF file; that is remembered too.
 */
VasElf *vas_elf_cache_read (VasElfCache *self, int fd);

/**
 * vas_elf_cache_begin_round:
 *
 * To be called before each reading of a process: what was not asked for in a whole round is forgotten
 * with the next, so that a process which maps new files all the time fills no memory.
 */
void vas_elf_cache_begin_round (VasElfCache *self);
