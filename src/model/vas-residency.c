/* Finds what is in RAM and in swap of each region without smaps, from the page tables alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc-private.h"

#include <string.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include "vas-pagemap-scan.h"
#include "vas-proc-files.h"
#include "vas-procmap-query.h"

/* A walk over regions and ranges, both in address order. */
typedef struct
{
  const VasReading *reading;
  VasUsage *usage;
  int maps;              /* descriptor of maps, for questions; -1 */
  gboolean swap_in_use;  /* anywhere in this system */
  gsize region;          /* the one being summed */
  guint64 resident;
  guint64 swapped;
  gboolean has_huge;
} Walk;

/* Pages of hugetlbfs are in no Rss (Documentation/filesystems/proc.rst), transparent huge pages are.
 * Only the page size of the region tells one from the other. */
static gboolean
is_hugetlb (const Walk *walk, const VasRegion *region)
{
  guint64 page_size;
  if (vas_reading_get_file (walk->reading, region)->inode == 0)
    return FALSE;
  if (walk->maps >= 0 && vas_procmap_query_page_size (walk->maps, region->start, &page_size))
    return page_size > (guint64) sysconf (_SC_PAGESIZE);
  const char *name = vas_reading_get_name (walk->reading, region, NULL);
  return g_str_has_prefix (name, "/anon_hugepage") || g_str_has_prefix (name, "/dev/hugepages/");
}

/* What is swapped out of shared memory is in no page table. It may be of a file system without a
 * device; which of those are in memory, the maps do not say. */
static gboolean
knows_swap (const Walk *walk, const VasRegion *region)
{
  const VasFile *file = vas_reading_get_file (walk->reading, region);
  gboolean may_be_shared_memory = file->inode != 0 && file->device.major == 0;
  return !walk->swap_in_use || !may_be_shared_memory;
}

static void
finish_region (Walk *walk)
{
  const VasRegion *region = &walk->reading->regions[walk->region];
  if (walk->has_huge && is_hugetlb (walk, region))
    walk->resident = walk->swapped = 0;
  vas_usage_set (walk->usage, walk->region, VAS_FIELD_RSS, walk->resident);
  if (knows_swap (walk, region))
    vas_usage_set (walk->usage, walk->region, VAS_FIELD_SWAP,
                   walk->swap_in_use ? walk->swapped : 0);
  walk->resident = walk->swapped = 0;
  walk->has_huge = FALSE;
  walk->region++;
}

/* Adds what of the range lies in the region being summed. Pages between regions were mapped after
 * the regions were read. */
static void
add_overlap (Walk *walk, const VasPageRange *range)
{
  const VasRegion *region = &walk->reading->regions[walk->region];
  guint64 start = MAX (range->start, region->start), end = MIN (range->end, region->end);
  if (start >= end)
    return;
  if (range->is_swapped)
    walk->swapped += end - start;
  else
    walk->resident += end - start;
  walk->has_huge |= range->is_huge;
}

static void
found_cb (const VasPageRange *range, gpointer pointer)
{
  Walk *walk = pointer;
  const VasReading *reading = walk->reading;
  while (walk->region < reading->n_regions && reading->regions[walk->region].end <= range->start)
    finish_region (walk);
  while (walk->region < reading->n_regions)
    {
      add_overlap (walk, range);
      if (reading->regions[walk->region].end >= range->end)
        return;
      finish_region (walk);
    }
}

static gboolean
is_swap_in_use (void)
{
  struct sysinfo about;
  return sysinfo (&about) == 0 && about.freeswap < about.totalswap;
}

/* The gate page lies above all addresses that may be asked for. */
static guint64
get_end (const VasReading *reading)
{
  gsize last = reading->n_regions - 1;
  if (last > 0 && strcmp (vas_reading_get_name (reading, &reading->regions[last], NULL),
                          "[vsyscall]") == 0)
    last--;
  return reading->regions[last].end;
}

void
vas_proc_add_residency (VasProc *self, VasReading *reading, GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && reading != NULL && reading->n_regions > 0);
  g_return_if_fail (reading->usage == NULL);

  int pagemap = self->is_live ? vas_proc_file_open (self->memory, "pagemap") : -1;
  if (pagemap < 0)
    return;
  g_autoptr (VasUsage) usage = vas_usage_new ();
  Walk walk = {
    .reading = reading,
    .usage = usage,
    .maps = vas_proc_file_open (self->memory, "maps"),
    .swap_in_use = is_swap_in_use (),
  };
  gboolean whole = vas_pagemap_scan (pagemap, reading->regions[0].start, get_end (reading),
                                     found_cb, &walk, cancellable);
  while (whole && walk.region < reading->n_regions)
    finish_region (&walk);
  if (walk.maps >= 0)
    close (walk.maps);
  close (pagemap);
  if (whole)
    reading->usage = g_steal_pointer (&usage);
}
