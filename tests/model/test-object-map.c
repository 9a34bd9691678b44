/* Which object a region belongs to: the same as was said of each, wherever 64 regions end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-object-map.h"

static VasRegion *
make_regions (gsize n)
{
  VasRegion *regions = g_new0 (VasRegion, n);
  for (gsize i = 0; i < n; i++)
    regions[i] = (VasRegion) { .start = i << 20, .end = (i << 20) + 0x1000 * (1 + i % 5) };
  return regions;
}

/* Objects of 1 to @longest regions, each with a main region somewhere in it. */
static GArray *
make_extents (const VasRegion *regions, gsize n, gint longest)
{
  GArray *extents = g_array_new (FALSE, FALSE, sizeof (VasExtent));
  for (guint32 at = 0; at < n;)
    {
      guint32 length = (guint32) g_test_rand_int_range (1, longest + 1);
      VasExtent extent = { .first = at, .end = (guint32) MIN (n, at + length) };
      extent.main = (guint32) g_test_rand_int_range ((gint) at, (gint) extent.end);
      for (guint32 i = at; i < extent.end; i++)
        extent.mapped += vas_region_get_size (&regions[i]);
      g_array_append_val (extents, extent);
      at = extent.end;
    }
  return extents;
}

static void
assert_found (const VasObjectMap *map, const VasExtent *expected, const VasRegion *regions)
{
  guint64 mapped = 0;
  for (guint32 i = expected->first; i < expected->end; i++)
    {
      VasExtent found = vas_object_map_find (map, i);
      g_assert_cmpuint (found.first, ==, expected->first);
      g_assert_cmpuint (found.end, ==, expected->end);
      g_assert_cmpuint (found.main, ==, expected->main);
      mapped += vas_region_get_size (&regions[i]);
    }
  g_assert_cmpuint (vas_object_map_sum (map, expected, regions), ==, mapped);
}

static void
test_partitions (void)
{
  static const gint lengths[] = { 1, 2, 3, 60, 64, 65, 300, 2000 };
  for (guint round = 0; round < 400; round++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 1000);
      g_autofree VasRegion *regions = make_regions (n);
      g_autoptr (GArray) extents = make_extents (regions, n, lengths[round % G_N_ELEMENTS (lengths)]);
      g_autoptr (VasObjectMap) map = vas_object_map_new (n);
      for (guint i = 0; i < extents->len; i++)
        vas_object_map_add (map, &g_array_index (extents, VasExtent, i));
      for (guint i = 0; i < extents->len; i++)
        assert_found (map, &g_array_index (extents, VasExtent, i), regions);
    }
}

/* A sum that 64 bits cannot hold, as overlapping lines of a made-up file may come to. */
static void
test_sum_saturates (void)
{
  VasRegion regions[130] = { { 0 } };
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    regions[i].end = G_MAXUINT64 / 2;
  const VasExtent small = { 0, 3, 1, G_MAXUINT64 }, large = { 3, 130, 70, G_MAXUINT64 };
  g_autoptr (VasObjectMap) map = vas_object_map_new (G_N_ELEMENTS (regions));
  vas_object_map_add (map, &small);
  vas_object_map_add (map, &large);
  g_assert_cmpuint (vas_object_map_sum (map, &small, regions), ==, G_MAXUINT64);
  g_assert_cmpuint (vas_object_map_sum (map, &large, regions), ==, G_MAXUINT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/object-map/partitions", test_partitions);
  g_test_add_func ("/object-map/sum-saturates", test_sum_saturates);
  return g_test_run ();
}
