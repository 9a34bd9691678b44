/* Replaces a file whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasAtomicFile:
 *
 * What is written goes to a file without a name in the same directory (O_TMPFILE), which vanishes
 * by itself if the program ends, and takes the place of the old file only once every byte of it is
 * on the disk. File systems without O_TMPFILE get a hidden file that is removed on failure.
 *
 * A new file gets the rights that the umask leaves, a replaced one keeps its own. A symbolic link
 * stays, and what it points to is replaced. What is no regular file (a pipe, /dev/full) cannot be
 * replaced and is written to as it is.
 */
typedef struct _VasAtomicFile VasAtomicFile;

/** vas_atomic_file_open: %G_IO_ERROR where this is no place to write to. */
VasAtomicFile *vas_atomic_file_open (const char *path, GError **error);

/** vas_atomic_file_free: if nothing was committed, all is as it was before. */
void vas_atomic_file_free (VasAtomicFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasAtomicFile, vas_atomic_file_free)

/** vas_atomic_file_get_stream: (transfer none): unbuffered. */
GOutputStream *vas_atomic_file_get_stream (VasAtomicFile *self);

/** vas_atomic_file_commit: syncs and puts the new file in place; once only. Blocks. */
gboolean vas_atomic_file_commit (VasAtomicFile *self, GError **error);
