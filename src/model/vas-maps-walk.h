/* Reads the mappings of a process on several threads at once, without text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-reading-builder.h"

#define VAS_MAPS_WALK_MAX_THREADS 2

/**
 * vas_maps_walk:
 * @fd: descriptor of /proc/PID/maps; its position is left alone
 * @from: the first address to look at
 * @n_threads: at most %VAS_MAPS_WALK_MAX_THREADS
 * @builder: (inout): is given all mappings from @from on, but for the gate page
 *
 * The kernel takes 1.7 us for a line of text that names a file, and gives it to one thread; the call
 * takes half as long, and may start at any address (measured on Linux 6.18). A region without a file
 * is dearer this way.
 *
 * Returns: %FALSE where the kernel cannot (before 6.11), where it failed on the way, or when
 *   cancelled: then the builder was given nothing.
 */
gboolean vas_maps_walk (int fd,
                        guint64 from,
                        guint n_threads,
                        VasReadingBuilder *builder,
                        GCancellable *cancellable);
