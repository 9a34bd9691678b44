/* Opens and reads the small files below one /proc/PID directory, never blocking, never without limit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_proc_file_open:
 * @directory: descriptor of a directory
 * @path: relative to it
 *
 * Opens a regular file for reading, as every file of /proc says it is. A directory laid out like
 * /proc may hold anything: a FIFO or a device is refused (EINVAL) before a read could wait for it.
 *
 * Returns: a descriptor to close(), or -1 with errno set.
 */
int vas_proc_file_open (int directory, const char *path);

/**
 * vas_proc_file_read:
 * @limit: at most this many bytes are read
 * @length: (out) (optional): bytes read
 *
 * Returns: (transfer full) (nullable): the bytes and a NUL that does not count; %NULL with errno set.
 */
char *vas_proc_file_read (int directory, const char *path, gsize limit, gsize *length);

/**
 * vas_proc_file_read_first:
 * @fd: (transfer full): of a file that was opened; -1 if that failed, with errno set
 *
 * Reads with one call what the kernel prints with one: the first page at most.
 *
 * Returns: the number of bytes read, fewer than @room; -1 with errno set. A NUL follows them.
 */
gssize vas_proc_file_read_first (int fd, char *bytes, gsize room);

/** vas_proc_link_read: (transfer full) (nullable): the target of a link as bytes; %NULL, errno set. */
char *vas_proc_link_read (int directory, const char *path);

/**
 * vas_proc_ids_list:
 *
 * Returns: (transfer full) (nullable) (element-type gint32): the entries of a directory that are
 *   positive numbers (processes, threads), ascending; %NULL with errno set.
 */
GArray *vas_proc_ids_list (int directory, const char *path);
