/* What a snapshot with its order and layout takes up in memory, alone and while a second one is alive.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#include "target.h"
#include "vas-layout.h"
#include "vas-order.h"
#include "vas-source.h"

typedef struct
{
  VasSnapshot *snapshot;
  VasOrder *order;
  VasLayout *layout;
} Picture;

static gsize
get_resident_bytes (void)
{
  gsize size = 0, resident = 0;
  malloc_trim (0); /* what was freed must neither count nor be reused unseen */
  FILE *file = fopen ("/proc/self/statm", "re");
  g_assert_cmpint (fscanf (file, "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, &size, &resident), ==, 2);
  fclose (file);
  return resident * (gsize) sysconf (_SC_PAGESIZE);
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

  gsize before = get_resident_bytes ();
  Picture first = take_picture (source);
  gsize with_one = get_resident_bytes ();
  Picture second = take_picture (source);
  gsize with_two = get_resident_bytes ();
  double n_regions = (double) vas_snapshot_get_n_regions (first.snapshot);
  g_print ("%.0f regions, %s: %.0f bytes a region with order and layout, %.0f with two alive\n",
           n_regions, word != NULL ? word : "half of files", (double) (with_one - before) / n_regions,
           (double) (with_two - before) / n_regions);
  clear_picture (&first);
  clear_picture (&second);
}

int
main (void)
{
  bench_target (65000, NULL);
  bench_target (65000, "anon");
  bench_target (1000000, NULL);
  return 0;
}
