/* Reads a saved file, or a pipe, of maps or smaps text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-reading.h"

/**
 * vas_saved_file_read:
 * @path: a file or a pipe, such as the shell makes of <(...)
 *
 * Reads in slices as they come, and can be cancelled while it waits for more.
 *
 * Returns: (transfer full): a reading, perhaps with no region at all; %NULL with %VAS_ERROR_READ or
 *   %G_IO_ERROR_CANCELLED.
 */
VasReading *vas_saved_file_read (const char *path, GCancellable *cancellable, GError **error);
