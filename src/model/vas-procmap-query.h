/* The kernel's PROCMAP_QUERY call: the mapping at or behind an address, without text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-maps-grammar.h"

/** VAS_PROCMAP_NAME_BYTES: room for the longest name that the kernel gives (PATH_MAX). */
#define VAS_PROCMAP_NAME_BYTES 4096

/**
 * VasProcmapAnswer:
 * @VAS_PROCMAP_END: nothing is mapped there or behind it
 * @VAS_PROCMAP_FAILED: with errno: ENOTTY before Linux 6.11, ESRCH where the process is gone,
 *   ENAMETOOLONG where only the text has room for the name
 */
typedef enum
{
  VAS_PROCMAP_FOUND,
  VAS_PROCMAP_END,
  VAS_PROCMAP_FAILED,
} VasProcmapAnswer;

/**
 * vas_procmap_query:
 * @fd: descriptor of /proc/PID/maps; several threads may ask about one at once
 * @name: filled with the bytes that @out names; unlike in the text nothing in it is escaped
 *
 * Finds the mapping that holds @address, or the next one (fs/proc/task_mmu.c, do_procmap_query()).
 * The gate page, which is no mapping of the process, is not among them.
 */
VasProcmapAnswer vas_procmap_query (int fd,
                                    guint64 address,
                                    char name[VAS_PROCMAP_NAME_BYTES],
                                    VasMapsRegionLine *out);

/**
 * vas_procmap_query_page_size:
 * @address: lies in a mapping
 * @bytes: (out): size of its pages: more than the system's in hugetlbfs
 *
 * Returns: %FALSE if nothing is mapped there any more, or the kernel cannot be asked.
 */
gboolean vas_procmap_query_page_size (int fd, guint64 address, guint64 *bytes);
