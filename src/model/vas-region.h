/* One mapping of an address space, as the kernel states it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** VasPerms: the letters of a maps line; SHARED is the `s` (VM_MAYSHARE), its absence the `p`. */
typedef enum
{
  VAS_PERM_READ = 1 << 0,
  VAS_PERM_WRITE = 1 << 1,
  VAS_PERM_EXEC = 1 << 2,
  VAS_PERM_SHARED = 1 << 3,
} VasPerms;

#define VAS_PERM_ACCESS (VAS_PERM_READ | VAS_PERM_WRITE | VAS_PERM_EXEC)

/**
 * VasRegion:
 * @start: first address, bytes
 * @end: address after the last one: the range is half-open, and @end > @start always
 * @offset: offset in the mapped file in bytes; 0 without a file
 * @file: index in the reading's table of files, which holds the rest of the line: name, inode, device
 * @perms: a set of #VasPerms
 * @verdict: index in the table of verdicts of what the region is; 0 until the reading is classified:
 *   only vas_classify() sets it
 *
 * One line of /proc/PID/maps (fs/proc/task_mmu.c, show_map_vma()) in 32 bytes.
 */
typedef struct
{
  guint64 start;
  guint64 end;
  guint64 offset;
  guint32 file;
  guint8 perms;
  guint32 verdict : 24;
} VasRegion;

/** VAS_MAX_VERDICTS: so many can be told apart in 24 bits. */
#define VAS_MAX_VERDICTS (1 << 24)

G_STATIC_ASSERT (sizeof (VasRegion) == 32);

/** VAS_PERMS_BYTES: room for "rwxp" and its NUL. */
#define VAS_PERMS_BYTES 5

/** vas_perms_print: writes the four letters and a NUL to @out; returns @out. */
const char *vas_perms_print (guint perms, char out[VAS_PERMS_BYTES]);

/** vas_region_get_size: bytes from start to end. */
static inline guint64
vas_region_get_size (const VasRegion *region)
{
  return region->end - region->start;
}

/**
 * vas_regions_find:
 * @regions: (array length=n_regions): sorted by start
 *
 * Returns: the index of the region that holds @address; -1 if it lies in a gap.
 */
gssize vas_regions_find (const VasRegion *regions, gsize n_regions, guint64 address);

/** vas_regions_find_from: index of the first region with `end > address`; @n_regions if none. */
gsize vas_regions_find_from (const VasRegion *regions, gsize n_regions, guint64 address);
