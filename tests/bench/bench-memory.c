/* What a snapshot with its order and layout takes up in memory, alone and while a second one is alive.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "target.h"
#include "vas-allocation.h"
#include "vas-layout.h"
#include "vas-order.h"
#include "vas-source.h"

typedef struct
{
  VasSnapshot *snapshot;
  VasOrder *order;
  VasLayout *layout;
} Picture;

/* All that is allocated, by all threads. What is resident says less: freed memory stays with the
 * allocator, more or less of it from one run to the next. */
static gsize
get_allocated_bytes (void)
{
  struct mallinfo2 heap = mallinfo2 ();
  return heap.uordblks + heap.hblkhd;
}

static gsize
get_resident_bytes (void)
{
  gsize size = 0, resident = 0;
  malloc_trim (0); /* what was freed before must not hide what is taken now */
  FILE *file = fopen ("/proc/self/statm", "re");
  g_assert_cmpint (fscanf (file, "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, &size, &resident), ==, 2);
  fclose (file);
  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

/* The most that was resident since reset_peak(), in bytes; 0 where the kernel does not tell. */
static gsize
get_peak_bytes (void)
{
  g_autofree char *status = NULL;
  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  const char *line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) << 10 : 0;
}

/* Documentation/filesystems/proc.rst: writing 5 to clear_refs resets the peak to what is resident. */
static void
reset_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "we");
  g_assert_nonnull (file);
  fputs ("5", file);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* What the window keeps: rows sorted by size, and the map. */
static Picture
take_picture (VasSource *source)
{
  VasSnapshot *snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, NULL);
  g_assert_nonnull (snapshot);
  return (Picture) { snapshot, vas_order_new (snapshot, VAS_SORT_SIZE, TRUE, NULL),
                     vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN) };
}

static void
clear_picture (Picture *picture)
{
  vas_layout_unref (picture->layout);
  vas_order_unref (picture->order);
  vas_snapshot_unref (picture->snapshot);
}

static void
bench_target (guint64 n, const char *word)
{
  g_autoptr (Target) target = target_start (n, word);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, target->pid, 0);
  Picture warm_up = take_picture (source);
  clear_picture (&warm_up);

  gsize resident = get_resident_bytes (), before = get_allocated_bytes ();
  reset_peak ();
  Picture first = take_picture (source);
  gsize peak = get_peak_bytes (), with_one = get_allocated_bytes ();
  Picture second = take_picture (source);
  gsize with_two = get_allocated_bytes ();
  double n_regions = (double) vas_snapshot_get_n_regions (first.snapshot);
  g_print ("%.0f regions, %s: %.1f bytes a region with order and layout, %.1f with two alive; "
           "%.1f resident at the peak of making the first\n",
           n_regions, word != NULL ? word : "half of files", (double) (with_one - before) / n_regions,
           (double) (with_two - before) / n_regions, (double) (peak - resident) / n_regions);
  clear_picture (&first);
  clear_picture (&second);
}

int
main (void)
{
  vas_allocation_keep_for_readings (); /* as the program does */
  static const char *const words[] = { NULL, "anon", "files" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    bench_target (65000, words[i]);
  bench_target (1000000, NULL);
  return 0;
}
