/* One file mapped into a process: how it is found again, and opened without harm.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-facts.h"

/**
 * VasMappedFile:
 * @name: id in the reading
 * @path: (owned): bytes, below the root of the process, as maps prints it
 * @deleted: the path ends in " (deleted)"
 * @is_program: it is what the exe link names
 * @device: major and minor as one number
 * @inode: what the file must still be
 * @start, @end: of its first mapping, by which map_files names it
 */
typedef struct
{
  guint32 name;
  char *path;
  gboolean deleted;
  gboolean is_program;
  guint64 device;
  guint64 inode;
  guint64 start;
  guint64 end;
} VasMappedFile;

/** vas_mapped_file_init: @exe (nullable): bytes. */
void vas_mapped_file_init (VasMappedFile *self,
                           const VasReading *reading,
                           const VasRegion *region,
                           const char *exe);
void vas_mapped_file_clear (VasMappedFile *self);

/**
 * vas_mapped_file_open_live:
 * @directory: descriptor of /proc/PID
 * @state: (out): what lies at the path now
 *
 * Opens the very file that is mapped, by its path or, if that is another's now, by the kernel's own
 * links; never another one. May wait for ever on a hung mount.
 *
 * Returns: a descriptor to close(); -1.
 */
int vas_mapped_file_open_live (const VasMappedFile *self, int directory, VasFileState *state);

/** vas_mapped_file_open_captured: the same in a tree laid out like /proc, whose files are trusted. */
int vas_mapped_file_open_captured (const VasMappedFile *self, int directory);
