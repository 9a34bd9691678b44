/* The kernel's PAGEMAP_SCAN call: which addresses of a process have pages in RAM or in swap.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-pagemap-scan.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* include/uapi/linux/fs.h of Linux 6.18; the headers that we are built with may be older. */
typedef struct
{
  guint64 start;
  guint64 end;
  guint64 categories;
} PageRegion;

typedef struct
{
  guint64 size;
  guint64 flags;
  guint64 start;
  guint64 end;
  guint64 walk_end;
  guint64 vec;
  guint64 vec_len;
  guint64 max_pages;
  guint64 category_inverted;
  guint64 category_mask;
  guint64 category_anyof_mask;
  guint64 return_mask;
} ScanArguments;

G_STATIC_ASSERT (sizeof (ScanArguments) == 96);

#define VAS_PAGEMAP_SCAN _IOWR ('f', 16, ScanArguments)

enum
{
  PAGE_IS_PRESENT = 1 << 3,
  PAGE_IS_SWAPPED = 1 << 4,
  PAGE_IS_PFNZERO = 1 << 5,
  PAGE_IS_HUGE = 1 << 6,
  PAGE_IS_GUARD = 1 << 8, /* since 6.15; before, a guard page is but swapped */

  N_REGIONS = 512,
  /* About a millisecond of walking, for as long as the process may have to wait. */
  MAX_PAGES = 1 << 15,
};

static void
report (const PageRegion *region, VasPageRangeFunc found, gpointer user_data)
{
  VasPageRange range = {
    .start = region->start,
    .end = region->end,
    .is_swapped = (region->categories & PAGE_IS_SWAPPED) != 0,
    .is_huge = (region->categories & PAGE_IS_HUGE) != 0,
  };
  found (&range, user_data);
}

/* The call, without the categories that this kernel does not know yet. */
static int
call_kernel (int fd, ScanArguments *arguments)
{
  int n = ioctl (fd, VAS_PAGEMAP_SCAN, arguments);
  if (n < 0 && errno == EINVAL && (arguments->category_mask & PAGE_IS_GUARD) != 0)
    {
      arguments->category_mask = arguments->category_inverted = PAGE_IS_PFNZERO;
      n = ioctl (fd, VAS_PAGEMAP_SCAN, arguments);
    }
  return n;
}

gboolean
vas_pagemap_scan (int fd,
                  guint64 start,
                  guint64 end,
                  VasPageRangeFunc found,
                  gpointer user_data,
                  GCancellable *cancellable)
{
  g_return_val_if_fail (fd >= 0 && start <= end && found != NULL, FALSE);

  guint64 page_size = sysconf (_SC_PAGESIZE);
  g_autofree PageRegion *regions = g_new (PageRegion, N_REGIONS);
  ScanArguments arguments = {
    .size = sizeof arguments,
    .start = start,
    .end = end,
    .vec = (guintptr) regions,
    .vec_len = N_REGIONS,
    .max_pages = MAX_PAGES,
    .category_inverted = PAGE_IS_PFNZERO | PAGE_IS_GUARD,
    .category_mask = PAGE_IS_PFNZERO | PAGE_IS_GUARD,
    .category_anyof_mask = PAGE_IS_PRESENT | PAGE_IS_SWAPPED,
    .return_mask = PAGE_IS_PRESENT | PAGE_IS_SWAPPED | PAGE_IS_HUGE,
  };
  gboolean more = start < end;
  while (more && !g_cancellable_is_cancelled (cancellable))
    {
      int n = call_kernel (fd, &arguments);
      if (n < 0)
        return FALSE;
      guint64 n_pages = 0;
      for (int i = 0; i < n; i++)
        {
          report (&regions[i], found, user_data);
          n_pages += (regions[i].end - regions[i].start) / page_size;
        }
      /* Where the call stopped is told by walk_end, but not reliably: after a whole walk it may
       * point into the middle. The last region found never lies. */
      more = n > 0 && (n == N_REGIONS || n_pages >= MAX_PAGES);
      if (more)
        arguments.start = regions[n - 1].end;
      more = more && arguments.start < end;
    }
  return !more;
}
