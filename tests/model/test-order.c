/* The order of the rows: every column, both ways, and what a region has not goes last.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-order.h"

#include "sample-snapshot.h"

/* Each region goes by the last hex digit of its first page. */
static const char smaps[] = "10000a000-10000b000 r-xp 00001000 fe:00 90 /usr/bin/prog\n"
                            "Rss: 4 kB\nPss: 1 kB\n"
                            "10000b000-10000d000 rw-p 00003000 fe:00 90 /usr/bin/prog\n"
                            "Rss: 8 kB\nPss: 8 kB\n"
                            "10000d000-10000e000 rw-p 00000000 00:00 0 [heap]\n"
                            "Rss: 0 kB\nPss: 0 kB\n"
                            "20000e000-200012000 r--s 00000000 00:2d 7 /tmp/B\n"
                            "Rss: 4 kB\nPss: 2 kB\n"
                            "20001f000-200020000 rwxp 00000000 00:00 0 \n"
                            "Rss: 0 kB\nPss: 0 kB\n"
                            "300001000-300002000 rw-p 00000000 00:00 0 [stack]\n"
                            "Rss: 4 kB\nPss: 4 kB\n";

static char *
print_order (const VasOrder *order)
{
  GString *letters = g_string_new (NULL);
  for (gsize row = 0; row < order->n; row++)
    {
      guint32 region = vas_order_get_region (order, row);
      g_assert_cmpuint (vas_order_find_row (order, region), ==, row);
      g_string_append_printf (
          letters, "%x",
          (guint) (vas_snapshot_get_region (order->snapshot, region)->start >> 12 & 15));
    }
  return g_string_free (letters, FALSE);
}

static void
assert_order (VasSort sort, const char *ascending, const char *descending)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (smaps);
  g_autoptr (VasOrder) up = vas_order_new (snapshot, sort, FALSE, NULL);
  g_autoptr (VasOrder) down = vas_order_new (snapshot, sort, TRUE, NULL);
  g_autofree char *up_text = print_order (up);
  g_autofree char *down_text = print_order (down);
  g_assert_cmpstr (up_text, ==, ascending);
  g_assert_cmpstr (down_text, ==, descending);
}

static void
test_columns (void)
{
  assert_order (VAS_SORT_ADDRESS, "abdef1", "1fedba");
  assert_order (VAS_SORT_SIZE, "adf1be", "ebadf1"); /* ties in address order both ways */
  assert_order (VAS_SORT_PERMS, "eabd1f", "fbd1ae");
  assert_order (VAS_SORT_INODE, "eabdf1", "abedf1"); /* what has no inode comes last both ways */
  assert_order (VAS_SORT_OFFSET, "eabdf1", "baedf1");
  assert_order (VAS_SORT_DEVICE, "eabdf1", "abedf1");
  assert_order (VAS_SORT_PATH, "eabd1f", "1dabef");
  assert_order (VAS_SORT_RESIDENT, "dfae1b", "bae1df");
  assert_order (VAS_SORT_PSS, "dfae1b", "b1eadf");
}

/* By family and kind, as the legend has them, and only then by the words. */
static void
test_kind (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (smaps);
  g_autoptr (VasOrder) order = vas_order_new (snapshot, VAS_SORT_KIND, FALSE, NULL);
  VasKind last = 0;
  for (gsize row = 0; row < order->n; row++)
    {
      VasKind kind = vas_snapshot_get_verdict (snapshot, vas_order_get_region (order, row))->kind;
      g_assert_cmpint (vas_kind_get_family (kind), >=, vas_kind_get_family (last));
      if (vas_kind_get_family (kind) == vas_kind_get_family (last))
        g_assert_cmpint (kind, >=, last);
      last = kind;
    }
}

/* Names as people sort them: upper and lower case alike, numbers by value. */
static void
test_object (void)
{
  static const char maps[] = "10000a000-10000b000 r--p 00000000 fe:00 1 /lib/libz10.so\n"
                             "20000b000-20000c000 r--p 00000000 fe:00 2 /lib/libA.so\n"
                             "30000c000-30000d000 r--p 00000000 fe:00 3 /lib/libz9.so\n"
                             "40000d000-40000e000 r--p 00000000 fe:00 4 /lib/libb.so\n";
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (maps);
  g_autoptr (VasOrder) order = vas_order_new (snapshot, VAS_SORT_OBJECT, FALSE, NULL);
  g_autofree char *letters = print_order (order);
  g_assert_cmpstr (letters, ==, "bdca");
}

static void
test_no_usage (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("abc");
  g_autoptr (VasOrder) order = vas_order_new (snapshot, VAS_SORT_RESIDENT, TRUE, NULL);
  for (guint32 row = 0; row < 3; row++)
    g_assert_cmpuint (vas_order_get_region (order, row), ==, row);
}

static void
test_filtered (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (smaps);
  g_autoptr (VasFilter) filter = vas_filter_parse ("rw", NULL);
  g_autoptr (VasOrder) order = vas_order_new (snapshot, VAS_SORT_SIZE, TRUE, filter);
  g_autofree char *letters = print_order (order);
  g_assert_cmpstr (letters, ==, "bdf1");
  g_assert_cmpuint (vas_order_find_row (order, 0), ==, G_MAXUINT32);

  g_autoptr (VasFilter) nothing = vas_filter_parse ("nosuchword", NULL);
  g_autoptr (VasOrder) empty = vas_order_new (snapshot, VAS_SORT_PATH, FALSE, nothing);
  g_assert_cmpuint (empty->n, ==, 0);
}

/* The kernel's own addresses, and numbers a broken file may claim. */
static void
test_extremes (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (
      "0-1000 r--p 0 0:1 18446744073709551615\n"
      "1000-ffffffffff600000 r--p 0 0:0 0\n"
      "ffffffffff600000-ffffffffffffffff r--p 0 0:1 18446744073709551614\n");
  g_autoptr (VasOrder) address = vas_order_new (snapshot, VAS_SORT_ADDRESS, TRUE, NULL);
  g_assert_cmpuint (vas_order_get_region (address, 0), ==, 2);
  g_autoptr (VasOrder) size = vas_order_new (snapshot, VAS_SORT_SIZE, TRUE, NULL);
  g_assert_cmpuint (vas_order_get_region (size, 0), ==, 1);
  g_autoptr (VasOrder) inode = vas_order_new (snapshot, VAS_SORT_INODE, FALSE, NULL);
  g_assert_cmpuint (vas_order_get_region (inode, 2), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/columns", test_columns);
  g_test_add_func ("/order/kind", test_kind);
  g_test_add_func ("/order/object", test_object);
  g_test_add_func ("/order/no-usage", test_no_usage);
  g_test_add_func ("/order/filtered", test_filtered);
  g_test_add_func ("/order/extremes", test_extremes);
  return g_test_run ();
}
