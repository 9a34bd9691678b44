/* Pixel rows: all of them taken, every region in one, the same ones while one pans.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-sums.h"

#include "random-regions.h"

#include <math.h>

#define LEAST 3.0

static VasMapCells *
make_cells (VasLayout *layout, VasViewport viewport, guint rows)
{
  return vas_map_cells_new (layout, viewport, rows, LEAST, NULL);
}

/* Cells follow one another from the first row to the last. */
static void
check_rows (const VasMapCells *cells)
{
  gsize n;
  const VasCell *all = vas_map_cells_get_cells (cells, &n);
  guint row = 0;
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (all[i].row, ==, row);
      g_assert_cmpuint (all[i].end_row, >, all[i].row);
      g_assert_true (vas_map_cells_find_cell (cells, all[i].row) == &all[i]);
      g_assert_true (vas_map_cells_find_cell (cells, all[i].end_row - 1) == &all[i]);
      row = all[i].end_row;
    }
  g_assert_cmpuint (row, ==, vas_map_cells_get_n_rows (cells));
}

static void
check_blocks (const VasBlock *blocks, gsize n, guint n_rows)
{
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (blocks[i].end_row, >, blocks[i].row);
      g_assert_cmpuint (blocks[i].end_row, <=, n_rows);
      g_assert_cmpuint (blocks[i].n, >, 0);
      if (i > 0)
        g_assert_cmpuint (blocks[i].row, >=, blocks[i - 1].end_row);
    }
}

static void
check_mixes (const VasMapCells *cells)
{
  gsize n;
  const VasCell *all = vas_map_cells_get_cells (cells, &n);
  for (gsize i = 0; i < n; i++)
    {
      const VasMix *mixes = vas_map_cells_get_mixes (cells, &all[i]);
      double sum = 0;
      for (guint j = 0; j < all[i].n_mix; j++)
        {
          g_assert_cmpfloat (mixes[j].share, >, 0);
          sum += mixes[j].share;
        }
      g_assert_cmpfloat (sum, <=, 1.001);
      g_assert_true ((all[i].kind == VAS_CELL_GAP) == (all[i].n_mix == 0));
    }
}

/* In sight of the whole each region is in exactly one cell, and its bytes are counted there. */
static void
check_regions (const VasMapCells *cells, const VasSnapshot *snapshot)
{
  gsize n, n_regions = vas_snapshot_get_n_regions (snapshot), found = 0;
  const VasCell *all = vas_map_cells_get_cells (cells, &n);
  guint64 mapped = 0, expected = 0;
  for (gsize i = 0; i < n; i++)
    {
      found += all[i].n;
      mapped += all[i].mapped;
      g_assert_true ((all[i].kind == VAS_CELL_GAP) == (all[i].n == 0));
    }
  g_assert_cmpuint (found, ==, n_regions);
  for (gsize i = 0; i < n_regions; i++)
    {
      const VasCell *cell = vas_map_cells_find_region (cells, i);
      g_assert_nonnull (cell);
      g_assert_true (i >= cell->first && i < (gsize) cell->first + cell->n);
      expected += vas_region_get_size (vas_snapshot_get_region (snapshot, i));
    }
  g_assert_cmpuint (mapped, ==, expected);
}

static void
check_all (VasSnapshot *snapshot, guint rows)
{
  for (guint scale = 0; scale < VAS_N_SCALES; scale++)
    for (guint direction = VAS_DIRECTION_DOWN; direction <= VAS_DIRECTION_UP; direction++)
      {
        g_autoptr (VasLayout) layout = vas_layout_new (snapshot, scale, direction);
        g_autoptr (VasMapCells) cells = make_cells (layout, vas_viewport_whole (), rows);
        gsize n;
        check_rows (cells);
        check_mixes (cells);
        check_regions (cells, snapshot);
        const VasBlock *objects = vas_map_cells_get_objects (cells, &n);
        check_blocks (objects, n, rows);
        const VasBlock *areas = vas_map_cells_get_areas (cells, &n);
        check_blocks (areas, n, rows);
      }
}

static void
test_random (gconstpointer data)
{
  RandomMake make = GPOINTER_TO_UINT (data);
  static const gsize SIZES[] = { 1, 5, 60, 900, 20000 };
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    for (guint32 seed = 1; seed <= 4; seed++)
      {
        g_autoptr (VasSnapshot) snapshot = random_snapshot_new (seed, make, SIZES[i]);
        check_all (snapshot, 900);
        check_all (snapshot, 37);
      }
}

static void
test_million (void)
{
  g_autoptr (VasSnapshot) snapshot = random_snapshot_new (3, RANDOM_TAME, 1000000);
  check_all (snapshot, 1100);
}

/* What lies in the middle of the window is drawn there, at any zoom. */
static void
test_zoomed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (VasSnapshot) snapshot = random_snapshot_new (9, RANDOM_TAME, 2000);
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_UP);
  for (guint i = 0; i < 500; i++)
    {
      double extent = pow (10, -4 * g_rand_double (rand));
      VasViewport viewport = { g_rand_double (rand) * (1 - extent), extent };
      g_autoptr (VasMapCells) cells = make_cells (layout, viewport, 800);
      check_rows (cells);
      double position = vas_viewport_to_layout (viewport, 400.5 / 800);
      VasSpan span = vas_layout_get_span (layout, vas_layout_find_span (layout, position));
      double margin = MIN (position - span.top, span.bottom - position) / extent * 800;
      const VasCell *cell = vas_map_cells_find_cell (cells, 400);
      if (span.region >= 0 && margin > 2)
        g_assert_true ((gsize) span.region >= cell->first
                       && (gsize) span.region < (gsize) cell->first + cell->n);
    }
}

/* Where the picture has moved by whole rows the same regions are gathered as before. */
static void
test_steady (void)
{
  g_autoptr (VasSnapshot) snapshot = random_snapshot_new (4, RANDOM_TOUCHING, 30000);
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  VasViewport viewport = { 0.25, 0.125 };
  VasViewport moved = vas_viewport_pan (viewport, 64.0 / 512);
  g_autoptr (VasMapCells) before = make_cells (layout, viewport, 512);
  g_autoptr (VasMapCells) after = make_cells (layout, moved, 512);
  gsize n, n_same = 0, n_compared = 0;
  const VasCell *cells = vas_map_cells_get_cells (before, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (cells[i].row < 80 || cells[i].end_row > 500)
        continue;
      const VasCell *same = vas_map_cells_find_region (after, cells[i].first);
      n_compared++;
      n_same += same->first == cells[i].first && same->n == cells[i].n;
    }
  g_assert_cmpuint (n_compared, >, 50);
  g_assert_cmpuint (n_same, ==, n_compared);
}

static void
assert_same_blocks (const VasBlock *a, gsize n_a, const VasBlock *b, gsize n_b)
{
  g_assert_cmpmem (a, n_a * sizeof *a, b, n_b * sizeof *b);
}

static void
assert_same_cells (const VasMapCells *a, const VasMapCells *b)
{
  gsize n_a, n_b;
  const VasCell *cells_a = vas_map_cells_get_cells (a, &n_a);
  const VasCell *cells_b = vas_map_cells_get_cells (b, &n_b);
  g_assert_cmpmem (cells_a, n_a * sizeof *cells_a, cells_b, n_b * sizeof *cells_b);
  for (gsize i = 0; i < n_a; i++)
    g_assert_cmpmem (vas_map_cells_get_mixes (a, &cells_a[i]), cells_a[i].n_mix * sizeof (VasMix),
                     vas_map_cells_get_mixes (b, &cells_b[i]), cells_b[i].n_mix * sizeof (VasMix));
  const VasBlock *blocks_a = vas_map_cells_get_objects (a, &n_a);
  const VasBlock *blocks_b = vas_map_cells_get_objects (b, &n_b);
  assert_same_blocks (blocks_a, n_a, blocks_b, n_b);
  blocks_a = vas_map_cells_get_areas (a, &n_a);
  blocks_b = vas_map_cells_get_areas (b, &n_b);
  assert_same_blocks (blocks_a, n_a, blocks_b, n_b);
}

/* What sums know of runs of regions gives the same cells as looking at each region. */
static void
test_sums (gconstpointer data)
{
  RandomMake make = GPOINTER_TO_UINT (data);
  static const gsize SIZES[] = { 1, 127, 128, 129, 5000, 60000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (make);
  for (guint i = 0; i < G_N_ELEMENTS (SIZES) * VAS_N_SCALES * 2; i++)
    {
      g_autoptr (VasSnapshot) snapshot
          = random_snapshot_new (i, make, SIZES[i % G_N_ELEMENTS (SIZES)]);
      gsize n = vas_snapshot_get_n_regions (snapshot);
      g_autofree guint8 *matches = g_new (guint8, n);
      for (gsize j = 0; j < n; j++)
        matches[j] = g_rand_boolean (rand);
      g_autoptr (GBytes) bytes = g_bytes_new (matches, n);
      g_autoptr (VasLayout) layout
          = vas_layout_new (snapshot, i % VAS_N_SCALES, i / 2 % 2 ? VAS_DIRECTION_UP : VAS_DIRECTION_DOWN);
      g_autoptr (VasMapSums) sums = vas_map_sums_new (layout, bytes);
      for (guint step = 0; step < 12; step++)
        {
          double extent = pow (10, -3 * g_rand_double (rand)), least = 1 + step / 2.0;
          VasViewport viewport = { g_rand_double (rand) * (1 - extent), extent };
          if (step == 0)
            viewport = vas_viewport_whole ();
          g_autoptr (VasMapCells) one_by_one
              = vas_map_cells_new (layout, viewport, 500, least, matches);
          g_autoptr (VasMapCells) summed = vas_map_cells_new_from_sums (sums, viewport, 500, least);
          assert_same_cells (one_by_one, summed);
        }
    }
}

/* A cell knows how much of it a filter matches. */
static void
test_matches (void)
{
  static const guint8 MATCHES[] = { 0, 1, 0 };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("abc");
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  g_autoptr (VasMapCells) cells
      = vas_map_cells_new (layout, vas_viewport_whole (), 600, LEAST, MATCHES);
  for (gsize i = 0; i < G_N_ELEMENTS (MATCHES); i++)
    {
      const VasCell *cell = vas_map_cells_find_region (cells, i);
      g_assert_cmpint (cell->kind, ==, VAS_CELL_REGION);
      g_assert_cmpuint (vas_map_cells_get_mixes (cells, cell)->matched, ==, MATCHES[i]);
    }
}

/* Memory without access wears the colour of the object it belongs to. */
static void
test_guard_family (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (
      "7faa724b5000-7faa724da000 r--p 00000000 08:30 8 /usr/lib/libc-2.31.so\n"
      "7faa724da000-7faa72652000 r-xp 00025000 08:30 8 /usr/lib/libc-2.31.so\n"
      "7faa72652000-7faa72653000 ---p 001e7000 08:30 8 /usr/lib/libc-2.31.so\n"
      "7faa72653000-7faa72656000 r--p 001e7000 08:30 8 /usr/lib/libc-2.31.so\n");
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  g_autoptr (VasMapCells) cells = make_cells (layout, vas_viewport_whole (), 600);
  const VasMix *mix
      = vas_map_cells_get_mixes (cells, vas_map_cells_find_region (cells, 2));
  g_assert_cmpuint (mix->family, ==, VAS_FAMILY_LIBRARY);
  g_assert_cmpuint (mix->shade, ==, VAS_SHADE_NO_ACCESS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cells/random/tame", GUINT_TO_POINTER (RANDOM_TAME), test_random);
  g_test_add_data_func ("/cells/random/overlapping", GUINT_TO_POINTER (RANDOM_OVERLAPPING),
                        test_random);
  g_test_add_data_func ("/cells/random/tiny", GUINT_TO_POINTER (RANDOM_TINY), test_random);
  g_test_add_data_func ("/cells/random/touching", GUINT_TO_POINTER (RANDOM_TOUCHING), test_random);
  g_test_add_func ("/cells/million", test_million);
  g_test_add_func ("/cells/zoomed", test_zoomed);
  g_test_add_func ("/cells/steady", test_steady);
  g_test_add_data_func ("/cells/sums/tame", GUINT_TO_POINTER (RANDOM_TAME), test_sums);
  g_test_add_data_func ("/cells/sums/overlapping", GUINT_TO_POINTER (RANDOM_OVERLAPPING), test_sums);
  g_test_add_data_func ("/cells/sums/touching", GUINT_TO_POINTER (RANDOM_TOUCHING), test_sums);
  g_test_add_func ("/cells/matches", test_matches);
  g_test_add_func ("/cells/guard-family", test_guard_family);
  return g_test_run ();
}
