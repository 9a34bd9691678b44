/* The properties of every layout: monotone, contiguous, whole, invertible, nothing without height.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-layout.h"

#include "random-regions.h"

#include <math.h>

#define EPSILON 1e-12

static gboolean
is_close (double a, double b)
{
  return fabs (a - b) < EPSILON;
}

/* Spans follow one another from end to end, in addresses and in positions. */
static void
check_spans (const VasLayout *layout)
{
  gboolean up = vas_layout_get_direction (layout) == VAS_DIRECTION_UP;
  gsize n = vas_layout_get_n_spans (layout);
  VasSpan before = vas_layout_get_span (layout, 0);
  g_assert_cmpuint (before.start, ==, 0);
  g_assert_true (up ? is_close (before.bottom, 1) : is_close (before.top, 0));
  for (gsize i = 0; i < n; i++)
    {
      VasSpan span = vas_layout_get_span (layout, i);
      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpfloat (span.top, <=, span.bottom);
      g_assert_cmpint (span.region, ==, i % 2 == 1 ? (gssize) (i / 2) : -1);
      if (span.region >= 0)
        g_assert_cmpfloat (span.bottom - span.top, >, 0);
      else
        g_assert_true ((span.end > span.start) == (span.bottom > span.top));
      if (i == 0)
        continue;
      g_assert_cmpuint (span.start, ==, before.end);
      g_assert_true (up ? is_close (span.bottom, before.top) : is_close (span.top, before.bottom));
      before = span;
    }
  g_assert_true (up ? is_close (before.top, 0) : is_close (before.bottom, 1));
}

/* From an address to its position and back, within what a double can tell apart there. */
static void
check_address (const VasLayout *layout, guint64 address)
{
  VasSpan span = vas_layout_get_span (layout, vas_layout_find_address (layout, address));
  double position = vas_layout_address_to_position (layout, address);
  guint64 back = vas_layout_position_to_address (layout, position);
  double height = MAX (span.bottom - span.top, EPSILON);
  double bytes_per_position = (double) (span.end - span.start) / height;
  double error = back > address ? (double) (back - address) : (double) (address - back);
  g_assert_cmpfloat (error, <=, 1 + bytes_per_position * 4e-16);
}

static void
check_inverse (const VasLayout *layout, GRand *rand)
{
  gsize n = vas_layout_get_n_spans (layout);
  gsize step = MAX (n / 2000, 1);
  for (gsize i = 0; i < n; i += step)
    {
      VasSpan span = vas_layout_get_span (layout, i);
      if (span.end == span.start)
        continue;
      check_address (layout, span.start);
      check_address (layout, span.end - 1);
      check_address (layout, span.start + (guint64) (g_rand_double (rand)
                                                     * (double) (span.end - span.start - 1)));
      double middle = (span.top + span.bottom) / 2;
      g_assert_cmpuint (vas_layout_find_span (layout, middle), ==, i);
      guint64 address = vas_layout_position_to_address (layout, middle);
      g_assert_cmpuint (address, >=, span.start);
      g_assert_cmpuint (address, <=, span.end);
    }
}

static void
check_monotone (const VasLayout *layout, GRand *rand)
{
  gboolean up = vas_layout_get_direction (layout) == VAS_DIRECTION_UP;
  for (guint i = 0; i < 500; i++)
    {
      double a = g_rand_double (rand), b = g_rand_double (rand);
      guint64 first = vas_layout_position_to_address (layout, MIN (a, b));
      guint64 second = vas_layout_position_to_address (layout, MAX (a, b));
      g_assert_true (up ? first >= second : first <= second);
    }
}

static void
check_all (VasSnapshot *snapshot)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (guint scale = 0; scale < VAS_N_SCALES; scale++)
    for (guint direction = VAS_DIRECTION_DOWN; direction <= VAS_DIRECTION_UP; direction++)
      {
        g_autoptr (VasLayout) layout = vas_layout_new (snapshot, scale, direction);
        check_spans (layout);
        check_inverse (layout, rand);
        check_monotone (layout, rand);
      }
}

static void
test_random (gconstpointer data)
{
  RandomMake make = GPOINTER_TO_UINT (data);
  static const gsize SIZES[] = { 1, 2, 3, 10, 40, 700, 3000 };
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    for (guint32 seed = 1; seed <= 5; seed++)
      {
        g_autoptr (VasSnapshot) snapshot = random_snapshot_new (seed, make, SIZES[i]);
        check_all (snapshot);
      }
}

static void
test_million (void)
{
  g_autoptr (VasSnapshot) snapshot = random_snapshot_new (3, RANDOM_TAME, 1000000);
  g_assert_cmpuint (vas_snapshot_get_n_regions (snapshot), ==, 1000000);
  check_all (snapshot);
}

static void
test_extremes (void)
{
  const VasRegion everything = { .start = 0, .end = G_MAXUINT64, .perms = VAS_PERM_READ };
  const VasRegion one_byte = { .start = 0x1000, .end = 0x1001 };
  const VasRegion covered[] = {
    { .start = 0, .end = G_MAXUINT64 },
    { .start = 0x1000, .end = 0x2000 },
    { .start = 0xffffffffff600000, .end = 0xffffffffff601000 },
  };
  const VasRegion vsyscall[] = {
    { .start = 0x400000, .end = 0x401000 },
    { .start = 0xffffffffff600000, .end = 0xffffffffff601000 },
  };
  g_autoptr (VasSnapshot) a = sample_snapshot_of_regions (&everything, 1);
  g_autoptr (VasSnapshot) b = sample_snapshot_of_regions (&one_byte, 1);
  g_autoptr (VasSnapshot) c = sample_snapshot_of_regions (covered, G_N_ELEMENTS (covered));
  g_autoptr (VasSnapshot) d = sample_snapshot_of_regions (vsyscall, G_N_ELEMENTS (vsyscall));
  check_all (a);
  check_all (b);
  check_all (c);
  check_all (d);
}

/* The end of the last gap: as far as programs of this kind of process can go. */
static void
test_space_end (void)
{
  static const struct
  {
    guint64 last_end, space_end;
  } CASES[] = {
    { 0x8000, G_GUINT64_CONSTANT (1) << 32 },
    { 0xffffe000, G_GUINT64_CONSTANT (1) << 32 },
    { 0x7ffeb2f9e000, G_GUINT64_CONSTANT (1) << 47 },
    { 0xffffb2f9e000, G_GUINT64_CONSTANT (1) << 48 },
    { 0x7fffffffff000, G_GUINT64_CONSTANT (1) << 56 },
    { 0xffffffffff601000, 0xffffffffff601000 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      VasRegion region = { .start = CASES[i].last_end - 0x1000, .end = CASES[i].last_end };
      g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_regions (&region, 1);
      g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
      VasSpan last = vas_layout_get_span (layout, vas_layout_get_n_spans (layout) - 1);
      g_assert_cmpuint (last.end, ==, CASES[i].space_end);
    }
}

static double
get_area_height (const VasLayout *layout, gsize index)
{
  const VasArea *area = &vas_layout_get_snapshot (layout)->grouping->areas[index];
  VasSpan first = vas_layout_get_span (layout, vas_layout_find_region_span (layout, area->first));
  VasSpan last = vas_layout_get_span (
      layout, vas_layout_find_region_span (layout, area->first + area->n_regions - 1));
  return last.bottom - first.top;
}

/* On a page of 1400 pixels each region of `cat` has room for a line of text. */
static void
test_readable (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      VasSpan span = vas_layout_get_span (layout, vas_layout_find_region_span (layout, i));
      g_assert_cmpfloat ((span.bottom - span.top) * 1150, >=, 12.4);
    }
}

/* Heaps strewn over the space must not push out program, libraries and stack: each area keeps a
 * share in which half a dozen regions can be told apart. */
static void
test_scattered (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint64 i = 0; i < 3000; i++)
    g_string_append_printf (text, "%012" G_GINT64_MODIFIER "x-%012" G_GINT64_MODIFIER
                                  "x rw-p 00000000 00:00 0\n",
                            0x100000000000 + (i << 34), 0x100000100000 + (i << 34));
  g_string_append (text, "555555554000-555555556000 r-xp 00000000 08:01 7 /usr/bin/cat\n"
                         "7f0000000000-7f0000100000 r-xp 00000000 08:01 8 /usr/lib/libc.so.6\n"
                         "7ffeb2f53000-7ffeb2f74000 rw-p 00000000 00:00 0 [stack]\n");
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (text->str);
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  const VasGrouping *grouping = snapshot->grouping;
  g_assert_cmpuint (grouping->n_areas, >=, 4);
  for (gsize i = 0; i < grouping->n_areas; i++)
    g_assert_cmpfloat (get_area_height (layout, i) * 900, >=, 11);
}

/* A heap of 8 GiB is one region among a thousand of libraries, and yet it can be read. */
static void
test_large_single (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_string_append (text, "7e0000000000-7e0200000000 rw-p 00000000 00:00 0\n");
  guint64 at = 0x7e0200000000;
  for (guint i = 0; i < 200; i++)
    for (guint j = 0; j < 5; j++, at += 0x8000)
      g_string_append_printf (text, "%012" G_GINT64_MODIFIER "x-%012" G_GINT64_MODIFIER
                                    "x r-%cp %08x 08:01 %u /usr/lib/lib%u.so\n",
                              at, at + 0x8000, j == 1 ? 'x' : '-', j * 0x8000, i + 10, i);
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (text->str);
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  VasSpan heap = vas_layout_get_span (layout, vas_layout_find_region_span (layout, 0));
  g_assert_cmpuint (heap.end - heap.start, ==, G_GUINT64_CONSTANT (8) << 30);
  g_assert_cmpfloat ((heap.bottom - heap.top) * 900, >=, 11);
}

/* Linear: two regions and the gap between them are as tall as they are long. */
static void
test_linear (void)
{
  const VasRegion regions[] = {
    { .start = 0x100000000, .end = 0x100001000 },
    { .start = 0x100003000, .end = 0x100007000 },
  };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_regions (regions, 2);
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LINEAR, VAS_DIRECTION_DOWN);
  VasSpan a = vas_layout_get_span (layout, 1), gap = vas_layout_get_span (layout, 2);
  VasSpan b = vas_layout_get_span (layout, 3);
  double page = a.bottom - a.top;
  g_assert_cmpfloat_with_epsilon (gap.bottom - gap.top, 2 * page, 1e-6);
  g_assert_cmpfloat_with_epsilon (b.bottom - b.top, 4 * page, 1e-6);
}

static void
test_even (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_EVEN, VAS_DIRECTION_UP);
  VasSpan first = vas_layout_get_span (layout, 1);
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      VasSpan span = vas_layout_get_span (layout, vas_layout_find_region_span (layout, i));
      g_assert_cmpfloat_with_epsilon (span.bottom - span.top, first.bottom - first.top, 1e-6);
    }
}

/* A later snapshot of the same regions takes the layout over, and the former one can go. */
static void
test_rebind (void)
{
  VasSnapshot *former = sample_snapshot_of_letters ("abdxyz");
  g_autoptr (VasSnapshot) present = sample_snapshot_of_letters ("abdxyz");
  VasLayout *layout = vas_layout_new (former, VAS_SCALE_LOG, VAS_DIRECTION_UP);
  g_autoptr (VasLayout) rebound = vas_layout_rebind (layout, present);
  guint32 n_units, n_rebound_units;
  const VasEdges *edges = vas_layout_get_edges (layout, &n_units);
  g_assert_true (vas_layout_get_edges (rebound, &n_rebound_units) == edges);
  g_assert_cmpuint (n_rebound_units, ==, n_units);
  g_assert_true (vas_layout_get_snapshot (rebound) == present);
  double position = vas_layout_address_to_position (layout, SAMPLE_SLOT ('x'));
  vas_layout_unref (layout);
  vas_snapshot_unref (former);
  g_assert_cmpfloat (vas_layout_address_to_position (rebound, SAMPLE_SLOT ('x')), ==, position);
  g_assert_cmpint (vas_layout_get_direction (rebound), ==, VAS_DIRECTION_UP);
  check_spans (rebound);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/layout/random/tame", GUINT_TO_POINTER (RANDOM_TAME), test_random);
  g_test_add_data_func ("/layout/random/overlapping", GUINT_TO_POINTER (RANDOM_OVERLAPPING),
                        test_random);
  g_test_add_data_func ("/layout/random/tiny", GUINT_TO_POINTER (RANDOM_TINY), test_random);
  g_test_add_data_func ("/layout/random/touching", GUINT_TO_POINTER (RANDOM_TOUCHING), test_random);
  g_test_add_func ("/layout/million", test_million);
  g_test_add_func ("/layout/extremes", test_extremes);
  g_test_add_func ("/layout/space-end", test_space_end);
  g_test_add_func ("/layout/readable", test_readable);
  g_test_add_func ("/layout/scattered", test_scattered);
  g_test_add_func ("/layout/large-single", test_large_single);
  g_test_add_func ("/layout/linear", test_linear);
  g_test_add_func ("/layout/even", test_even);
  g_test_add_func ("/layout/rebind", test_rebind);
  return g_test_run ();
}
