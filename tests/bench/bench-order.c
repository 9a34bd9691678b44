/* What it costs to sort, filter and compare the regions of a large process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "sample-regions.h"
#include "vas-diff.h"
#include "vas-order.h"
#include "vas-sort-keys.h"

enum
{
  ROUNDS = 7,
  N_FILES = 300,
};

typedef struct
{
  VasSnapshot *snapshot;
  VasSnapshot *next;
  VasSort sort;
  VasFilter *filter;
} Bench;

typedef struct
{
  guint64 key;
  guint32 index;
} Keyed;

static int
compare_keyed (const void *a, const void *b)
{
  const Keyed *left = a, *right = b;
  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return left->index < right->index ? -1 : 1;
}

/* The obvious way: the C library's sort of keys and indices. */
static void
sort_by_qsort (gpointer user_data)
{
  const Bench *bench = user_data;
  gsize n = vas_snapshot_get_n_regions (bench->snapshot);
  g_autofree guint64 *keys = vas_sort_keys_new (bench->snapshot, bench->sort);
  g_autofree Keyed *keyed = g_new (Keyed, n);
  for (gsize i = 0; i < n; i++)
    keyed[i] = (Keyed) { keys[i], (guint32) i };
  qsort (keyed, n, sizeof *keyed, compare_keyed);
}

static void
make_order (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (VasOrder) order = vas_order_new (bench->snapshot, bench->sort, TRUE, bench->filter);
  g_assert_cmpuint (order->n, <=, vas_snapshot_get_n_regions (bench->snapshot));
}

static void
bench_sorts (Bench *bench)
{
  static const struct
  {
    VasSort sort;
    const char *name;
  } sorts[] = {
    { VAS_SORT_ADDRESS, "address" }, { VAS_SORT_SIZE, "size" },     { VAS_SORT_PERMS, "permissions" },
    { VAS_SORT_KIND, "kind" },       { VAS_SORT_OBJECT, "object" }, { VAS_SORT_OFFSET, "offset" },
    { VAS_SORT_INODE, "inode" },     { VAS_SORT_PATH, "path" },     { VAS_SORT_RESIDENT, "in RAM" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      bench->sort = sorts[i].sort;
      Comparison result = measure_compare (sort_by_qsort, make_order, bench, ROUNDS);
      g_print ("sort %" G_GSIZE_FORMAT " regions by %s: %.1f ms, %.2f of qsort\n",
               vas_snapshot_get_n_regions (bench->snapshot), sorts[i].name, result.other,
               result.ratio);
    }
}

/* The obvious way: every path is searched. */
static void
search_paths (gpointer user_data)
{
  const Bench *bench = user_data;
  const VasReading *reading = bench->snapshot->reading;
  volatile gsize n = 0;
  for (gsize i = 0; i < reading->n_regions; i++)
    n = n + (strstr (vas_reading_get_name (reading, &reading->regions[i], NULL), "lib17-") != NULL);
}

static void
apply_filter (gpointer user_data)
{
  Bench *bench = user_data;
  g_autofree guint8 *passes = vas_filter_apply (bench->filter, bench->snapshot);
  g_assert_nonnull (passes);
}

static void
bench_filters (Bench *bench)
{
  static const char *const texts[] = { "path:lib17-", "lib17-", "heap -x size>1M", "rss>64k" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      bench->filter = vas_filter_parse (texts[i], NULL);
      Comparison result = measure_compare (search_paths, apply_filter, bench, ROUNDS);
      g_print ("filter %" G_GSIZE_FORMAT " regions by %s: %.1f ms, %.2f of strstr on every path\n",
               vas_snapshot_get_n_regions (bench->snapshot), texts[i], result.other, result.ratio);
      g_clear_pointer (&bench->filter, vas_filter_unref);
    }
}

/* The least: looking at every region of both. */
static void
read_regions (gpointer user_data)
{
  const Bench *bench = user_data;
  volatile guint64 sum = 0;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (bench->snapshot); i++)
    sum = sum + vas_snapshot_get_region (bench->snapshot, i)->start;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (bench->next); i++)
    sum = sum + vas_snapshot_get_region (bench->next, i)->start;
}

static void
make_diff (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (VasDiff) diff = vas_diff_new (bench->snapshot->reading, bench->next->reading);
  g_assert_cmpuint (diff->n_hunks, >, 0);
}

static void
bench_diff (Bench *bench)
{
  Comparison result = measure_compare (read_regions, make_diff, bench, ROUNDS);
  g_print ("compare two readings of %" G_GSIZE_FORMAT " regions: %.1f ms, %.1f times a bare pass\n",
           vas_snapshot_get_n_regions (bench->snapshot), result.other, result.ratio);
}

static void
bench_size (guint n)
{
  Bench bench = { .snapshot = sample_regions_new (n, N_FILES, 1) };
  bench.next = sample_regions_change (bench.snapshot, n / 20);
  bench_sorts (&bench);
  bench_filters (&bench);
  bench_diff (&bench);
  g_print ("keep an order of %u regions: %.0f bytes a region\n", n, 2.0 * sizeof (guint32));
  vas_snapshot_unref (bench.next);
  vas_snapshot_unref (bench.snapshot);
}

int
main (void)
{
  bench_size (65000);
  bench_size (1000000);
  return 0;
}
