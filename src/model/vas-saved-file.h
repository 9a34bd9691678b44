/* Reads a saved file, or a pipe, of maps or smaps text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-reading.h"

/* smaps of a million regions is 0.7 GiB; what is longer than this is not that, but /dev/zero. */
#define VAS_SAVED_FILE_MAX_BYTES (G_GUINT64_CONSTANT (4) << 30)

/**
 * vas_saved_file_read:
 * @path: a file or a pipe, such as the shell makes of <(...)
 *
 * Reads in slices as they come, and can be cancelled while it waits for more. What goes on for more
 * than %VAS_SAVED_FILE_MAX_BYTES is refused.
 *
 * Returns: (transfer full): a reading, perhaps with no region at all; %NULL with %VAS_ERROR_READ or
 *   %G_IO_ERROR_CANCELLED.
 */
VasReading *vas_saved_file_read (const char *path, GCancellable *cancellable, GError **error);
