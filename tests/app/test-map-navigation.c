/* Where one is on the map: kept over refreshes and scales, and found again on the way back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-navigation.h"

#include "../model/sample-snapshot.h"

static VasLayout *
make_layout (const char *letters, VasScale scale, VasDirection direction)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters (letters);
  return vas_layout_new (snapshot, scale, direction);
}

static guint64
get_address (VasMapNavigation *self, double fraction)
{
  VasViewport viewport = vas_map_navigation_get_viewport (self);
  return vas_layout_position_to_address (vas_map_navigation_get_layout (self),
                                         vas_viewport_to_layout (viewport, fraction));
}

static void
assert_near (guint64 a, guint64 b, guint64 tolerance)
{
  g_assert_cmpuint (MAX (a, b) - MIN (a, b), <=, tolerance);
}

/* Whichever anchor is held, its address stays there while others come and go. */
static void
test_refresh (void)
{
  static const double ANCHORS[] = { 0, 0.3, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (ANCHORS); i++)
    {
      g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
      g_autoptr (VasLayout) former = make_layout ("fghijkl", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
      g_autoptr (VasLayout) present
          = make_layout ("abcfgh9ijklmnop", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
      vas_map_navigation_set_layout (self, former, 0);
      vas_map_navigation_show (
          self, vas_viewport_fit (former, SAMPLE_SLOT ('h'), SAMPLE_SLOT ('j'), 500));
      VasViewport before = vas_map_navigation_get_viewport (self);
      guint64 address = get_address (self, ANCHORS[i]);
      vas_map_navigation_set_layout (self, present, ANCHORS[i]);
      assert_near (get_address (self, ANCHORS[i]), address, 1);
      g_assert_cmpfloat (vas_map_navigation_get_viewport (self).extent, ==, before.extent);
    }
}

/* Who sees everything goes on seeing everything. */
static void
test_whole (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) former = make_layout ("abc", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  g_autoptr (VasLayout) present = make_layout ("abcxyz", VAS_SCALE_EVEN, VAS_DIRECTION_UP);
  vas_map_navigation_set_layout (self, former, 0);
  vas_map_navigation_set_layout (self, present, 0.7);
  g_assert_true (vas_viewport_is_whole (vas_map_navigation_get_viewport (self)));
}

/* Another scale, and the other way up: the same addresses. */
static void
test_scale (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) log = make_layout ("abcdefgh", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  g_autoptr (VasLayout) linear = make_layout ("abcdefgh", VAS_SCALE_LINEAR, VAS_DIRECTION_UP);
  vas_map_navigation_set_layout (self, log, 0);
  vas_map_navigation_show (
      self, vas_viewport_fit (log, SAMPLE_SLOT ('c'), SAMPLE_SLOT ('f'), 500));
  vas_map_navigation_remember (self);
  guint64 start, end, start_after, end_after;
  g_assert_true (vas_map_navigation_get_range (self, &start, &end));
  vas_map_navigation_set_layout (self, linear, 0);
  g_assert_true (vas_map_navigation_get_range (self, &start_after, &end_after));
  assert_near (start, start_after, 0x100);
  assert_near (end, end_after, 0x100);
  /* What was remembered were places on the other scale. */
  g_assert_false (vas_map_navigation_back (self));
}

static void
test_back (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) layout = make_layout ("abcdefgh", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  vas_map_navigation_set_layout (self, layout, 0);
  static const VasViewport VIEWS[] = { { 0, 1 }, { 0.2, 0.5 }, { 0.3, 0.1 } };
  for (guint i = 0; i < G_N_ELEMENTS (VIEWS); i++)
    {
      vas_map_navigation_show (self, VIEWS[i]);
      vas_map_navigation_remember (self);
      vas_map_navigation_remember (self); /* once is enough */
    }
  vas_map_navigation_show (self, (VasViewport){ 0.31, 0.01 });
  for (guint i = G_N_ELEMENTS (VIEWS); i > 0; i--)
    {
      g_assert_true (vas_map_navigation_back (self));
      g_assert_cmpfloat (vas_map_navigation_get_viewport (self).top, ==, VIEWS[i - 1].top);
    }
  g_assert_false (vas_map_navigation_back (self));
}

static void
test_many_steps (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) layout = make_layout ("abc", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  vas_map_navigation_set_layout (self, layout, 0);
  for (guint i = 0; i < 1000; i++)
    {
      vas_map_navigation_remember (self);
      vas_map_navigation_show (self, (VasViewport){ i / 2000.0, 0.1 });
    }
  guint n = 0;
  while (vas_map_navigation_back (self))
    n++;
  g_assert_cmpuint (n, ==, 100);
}

/* What moved to and fro takes no step back. */
static void
test_back_to_another (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) layout = make_layout ("abc", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  vas_map_navigation_set_layout (self, layout, 0);
  vas_map_navigation_show (self, (VasViewport){ 0.5, 0.25 });
  vas_map_navigation_fit (self);
  vas_map_navigation_fit (self);
  g_assert_true (vas_map_navigation_back (self));
  g_assert_cmpfloat (vas_map_navigation_get_viewport (self).top, ==, 0.5);
  g_assert_false (vas_map_navigation_back (self));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Told of each move once, and of none that is none. */
static void
test_changed (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) layout = make_layout ("abc", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  guint n = 0;
  g_signal_connect_swapped (self, "changed", G_CALLBACK (count_cb), &n);
  vas_map_navigation_zoom (self, 2, 0.5); /* nothing is there to be zoomed */
  vas_map_navigation_set_layout (self, layout, 0);
  vas_map_navigation_fit (self);
  vas_map_navigation_pan (self, 1);
  g_assert_cmpuint (n, ==, 0);
  vas_map_navigation_zoom (self, 2, 0.5);
  g_assert_cmpuint (n, ==, 1);
  vas_map_navigation_zoom_from (self, vas_viewport_whole (), 2, 0.5);
  g_assert_cmpuint (n, ==, 1);
  vas_map_navigation_pan (self, 0.1);
  vas_map_navigation_jump (self, SAMPLE_SLOT ('a'), SAMPLE_SLOT ('b'));
  g_assert_cmpuint (n, ==, 3);
}

/* Bound to a later snapshot of the same regions, the view stays to the last bit. */
static void
test_rebound (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) layout = make_layout ("abcdefgh", VAS_SCALE_LOG, VAS_DIRECTION_UP);
  g_autoptr (VasSnapshot) later = sample_snapshot_of_letters ("abcdefgh");
  VasViewport viewport = { 1 / 3.0, 1 / 7.0 };
  vas_map_navigation_set_layout (self, layout, 0);
  vas_map_navigation_show (self, viewport);
  g_autoptr (VasLayout) rebound = vas_layout_rebind (layout, later);
  vas_map_navigation_set_layout (self, rebound, 0.4);
  g_assert_cmpfloat (vas_map_navigation_get_viewport (self).top, ==, viewport.top);
  g_assert_cmpfloat (vas_map_navigation_get_viewport (self).extent, ==, viewport.extent);
  g_assert_true (vas_map_navigation_get_layout (self) == rebound);
}

static void
test_clear (void)
{
  g_autoptr (VasMapNavigation) self = vas_map_navigation_new ();
  g_autoptr (VasLayout) layout = make_layout ("ab", VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  guint64 start, end;
  vas_map_navigation_set_layout (self, layout, 0);
  vas_map_navigation_show (self, (VasViewport){ 0.2, 0.1 });
  vas_map_navigation_clear (self);
  g_assert_null (vas_map_navigation_get_layout (self));
  g_assert_false (vas_map_navigation_get_range (self, &start, &end));
  g_assert_true (vas_viewport_is_whole (vas_map_navigation_get_viewport (self)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/navigation/refresh", test_refresh);
  g_test_add_func ("/navigation/whole", test_whole);
  g_test_add_func ("/navigation/scale", test_scale);
  g_test_add_func ("/navigation/back", test_back);
  g_test_add_func ("/navigation/many-steps", test_many_steps);
  g_test_add_func ("/navigation/back-to-another", test_back_to_another);
  g_test_add_func ("/navigation/changed", test_changed);
  g_test_add_func ("/navigation/rebound", test_rebound);
  g_test_add_func ("/navigation/clear", test_clear);
  return g_test_run ();
}
