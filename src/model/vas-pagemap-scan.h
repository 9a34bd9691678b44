/* The kernel's PAGEMAP_SCAN call: which addresses of a process have pages in RAM or in swap.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasPageRange: `[start, end)` whose pages are alike.
 * @is_swapped: in swap, else in RAM
 * @is_huge: mapped by huge pages, transparent ones or those of hugetlbfs
 */
typedef struct
{
  guint64 start;
  guint64 end;
  gboolean is_swapped;
  gboolean is_huge;
} VasPageRange;

typedef void (*VasPageRangeFunc) (const VasPageRange *range, gpointer user_data);

/**
 * vas_pagemap_scan:
 * @fd: descriptor of /proc/PID/pagemap
 * @found: called for each range in address order; neighbours may be alike
 *
 * Looks through `[start, end)` in pieces, since the kernel holds the mmap lock of the process for
 * the length of a call. Walks page tables only: it faults nothing in (fs/proc/task_mmu.c,
 * do_pagemap_scan(); since 6.7). Zero pages and guard pages are nothing.
 *
 * Returns: whether everything was looked at; %FALSE where the kernel cannot, or when cancelled.
 */
gboolean vas_pagemap_scan (int fd,
                           guint64 start,
                           guint64 end,
                           VasPageRangeFunc found,
                           gpointer user_data,
                           GCancellable *cancellable);
