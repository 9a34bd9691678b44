/* Zoom, pan and fit: anchored, clamped, and undone by their opposites.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-viewport.h"

#include "random-regions.h"

#define PIXELS 900.0

static VasLayout *
make_layout (RandomMake make, VasDirection direction)
{
  g_autoptr (VasSnapshot) snapshot = random_snapshot_new (11, make, 300);
  return vas_layout_new (snapshot, VAS_SCALE_LOG, direction);
}

static void
assert_inside (VasViewport viewport)
{
  g_assert_cmpfloat (viewport.extent, >, 0);
  g_assert_cmpfloat (viewport.extent, <=, 1);
  g_assert_cmpfloat (viewport.top, >=, 0);
  g_assert_cmpfloat (viewport.top + viewport.extent, <=, 1 + 1e-15);
}

static void
assert_same (VasViewport a, VasViewport b)
{
  g_assert_cmpfloat_with_epsilon (a.top, b.top, 1e-12);
  g_assert_cmpfloat_with_epsilon (a.extent, b.extent, 1e-12);
}

/* What is under the anchor stays there, and zooming out again leads back. */
static void
test_anchor (void)
{
  g_autoptr (VasLayout) layout = make_layout (RANDOM_TAME, VAS_DIRECTION_DOWN);
  static const double ANCHORS[] = { 0, 0.2, 0.5, 0.93, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (ANCHORS); i++)
    {
      VasViewport viewport = vas_viewport_whole ();
      double fixed = vas_viewport_to_layout (viewport, ANCHORS[i]);
      for (guint step = 0; step < 12; step++)
        {
          VasViewport near = vas_viewport_zoom (viewport, layout, 1.3, ANCHORS[i], PIXELS);
          assert_inside (near);
          g_assert_cmpfloat_with_epsilon (vas_viewport_to_layout (near, ANCHORS[i]), fixed, 1e-12);
          if (near.extent < viewport.extent / 1.29)
            assert_same (vas_viewport_zoom (near, layout, 1 / 1.3, ANCHORS[i], PIXELS), viewport);
          viewport = near;
        }
    }
}

/* It ends where a page is VAS_VIEWPORT_PAGE_PIXELS tall, well beyond one page a row. */
static void
test_nearest (void)
{
  const VasRegion region = { .start = 0x100000000, .end = 0x100000000 + (1ull << 38) };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_regions (&region, 1);
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  VasViewport viewport = vas_viewport_whole ();
  for (guint i = 0; i < 200; i++)
    viewport = vas_viewport_zoom (viewport, layout, 2, 0.5, PIXELS);
  guint64 top = vas_layout_position_to_address (layout, viewport.top);
  guint64 bottom = vas_layout_position_to_address (layout, viewport.top + viewport.extent);
  double pages = (double) (bottom - top) / 4096;
  g_assert_cmpfloat_with_epsilon (pages, PIXELS / VAS_VIEWPORT_PAGE_PIXELS, 0.1);
}

/* Once nearer than the limit of what is now under the anchor, zooming in does not jump back. */
static void
test_never_backwards (void)
{
  g_autoptr (VasLayout) layout = make_layout (RANDOM_TAME, VAS_DIRECTION_DOWN);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  VasViewport viewport = vas_viewport_whole ();
  for (guint i = 0; i < 400; i++)
    {
      VasViewport near
          = vas_viewport_zoom (viewport, layout, 1.2, g_rand_double (rand), PIXELS);
      g_assert_cmpfloat (near.extent, <=, viewport.extent);
      viewport = near;
    }
}

static void
test_pan (void)
{
  VasViewport viewport = { 0.4, 0.1 };
  assert_same (vas_viewport_pan (vas_viewport_pan (viewport, 0.5), -0.5), viewport);
  assert_same (vas_viewport_pan (viewport, 1000), (VasViewport){ 0.9, 0.1 });
  assert_same (vas_viewport_pan (viewport, -1000), (VasViewport){ 0, 0.1 });
  assert_same (vas_viewport_pan (vas_viewport_whole (), 0.3), vas_viewport_whole ());
}

static void
test_fit (gconstpointer data)
{
  VasDirection direction = GPOINTER_TO_UINT (data);
  g_autoptr (VasLayout) layout = make_layout (RANDOM_TAME, direction);
  for (gsize i = 0; i < vas_snapshot_get_n_regions (vas_layout_get_snapshot (layout)); i++)
    {
      VasSpan span = vas_layout_get_span (layout, vas_layout_find_region_span (layout, i));
      VasViewport exact = vas_viewport_fit_exactly (layout, span.start, span.end, PIXELS);
      g_assert_cmpfloat_with_epsilon (exact.top, span.top, 1e-12);
      g_assert_cmpfloat_with_epsilon (exact.extent, span.bottom - span.top, 1e-12);

      VasViewport roomy = vas_viewport_fit (layout, span.start, span.end, PIXELS);
      assert_inside (roomy);
      g_assert_cmpfloat (roomy.top, <=, span.top + 1e-15);
      g_assert_cmpfloat (roomy.top + roomy.extent, >=, span.bottom - 1e-15);
    }
}

/* No farther than needed, and not at all where it is in sight. */
static void
test_reveal (void)
{
  g_autoptr (VasLayout) layout = make_layout (RANDOM_TAME, VAS_DIRECTION_DOWN);
  VasViewport viewport = { 0.5, 0.2 };
  for (gsize i = 0; i < vas_layout_get_n_spans (layout); i++)
    {
      VasSpan span = vas_layout_get_span (layout, i);
      if (span.end == span.start)
        continue;
      VasViewport shown = vas_viewport_reveal (viewport, layout, span.start, span.end);
      assert_inside (shown);
      g_assert_cmpfloat (shown.top, <=, span.top + 1e-12);
      g_assert_cmpfloat (shown.top + shown.extent, >=, span.bottom - 1e-12);
      if (span.top > 0.52 && span.bottom < 0.68)
        assert_same (shown, viewport);
    }
}

static void
test_move_to (void)
{
  g_autoptr (VasLayout) layout = make_layout (RANDOM_TAME, VAS_DIRECTION_UP);
  VasViewport viewport = { 0.3, 0.05 };
  guint64 address = vas_layout_position_to_address (layout, 0.6);
  VasViewport moved = vas_viewport_move_to (viewport, layout, address, 0.25);
  g_assert_cmpfloat (moved.extent, ==, viewport.extent);
  g_assert_cmpfloat_with_epsilon (vas_viewport_to_layout (moved, 0.25), 0.6, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/anchor", test_anchor);
  g_test_add_func ("/viewport/nearest", test_nearest);
  g_test_add_func ("/viewport/never-backwards", test_never_backwards);
  g_test_add_func ("/viewport/pan", test_pan);
  g_test_add_data_func ("/viewport/fit/down", GUINT_TO_POINTER (VAS_DIRECTION_DOWN), test_fit);
  g_test_add_data_func ("/viewport/fit/up", GUINT_TO_POINTER (VAS_DIRECTION_UP), test_fit);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/move-to", test_move_to);
  return g_test_run ();
}
