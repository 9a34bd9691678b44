/* A descriptor that tells the end of a process at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_pidfd_open:
 * @root: directory of processes
 * @start_time: clock ticks after boot, as in stat
 *
 * Opens the process itself (pidfd_open(2), Linux 5.3): the descriptor becomes readable when its last
 * thread has ended, whether or not its parent took note, and never stands for another process that
 * is given the same number.
 *
 * Returns: a descriptor to close; -1 where @root shows anything but the processes of this very
 *   system and namespace, where the process is gone already, or where the kernel cannot.
 */
int vas_pidfd_open (const char *root, gint32 pid, guint64 start_time);

/** vas_pidfd_has_ended: whether the process of the descriptor has ended by now. */
gboolean vas_pidfd_has_ended (int fd);
