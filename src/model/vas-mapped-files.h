/* Looks at the files that are mapped into a process: their ELF headers, and whether they are still
 * the files at their paths.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-facts.h"

/**
 * VasMappedFiles:
 *
 * What is worth keeping from one reading of a process to the next: headers that were read, and file
 * systems that do not answer. Atomically reference-counted; any thread may use it.
 */
typedef struct _VasMappedFiles VasMappedFiles;

VasMappedFiles *vas_mapped_files_new (void);
VasMappedFiles *vas_mapped_files_ref (VasMappedFiles *self);
void vas_mapped_files_unref (VasMappedFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMappedFiles, vas_mapped_files_unref)

/**
 * vas_mapped_files_read:
 * @directory: descriptor of root/PID
 * @is_live: whether inodes can be held against the files found: in a tree that was laid out from a
 *   capture they never match, and whatever lies there is meant
 * @facts: the program's path is taken from it; headers and states are added to it
 *
 * Opens only what can be ELF: files mapped executable or named like a shared object, and the
 * program (a browser maps some 200 files, two thirds of them libraries; opening one costs some 10
 * microseconds). Regular files only, below root/PID/root, without following links out of there or
 * at the path's end. Takes a second at the very most.
 */
void vas_mapped_files_read (VasMappedFiles *self,
                            int directory,
                            gboolean is_live,
                            const VasReading *reading,
                            VasFacts *facts,
                            GCancellable *cancellable);
