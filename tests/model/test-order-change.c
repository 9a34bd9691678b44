/* From the rows of one order to those of another: what the main loop is told by the worker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-order-change.h"

#include "sample-snapshot.h"

static VasOrder *
make_order (VasSnapshot *snapshot, VasSort sort, gboolean descending, const char *filter)
{
  g_autoptr (VasFilter) parsed = vas_filter_parse (filter, NULL);
  return vas_order_new (snapshot, sort, descending, parsed);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *former;
    const char *present;
    VasSort sort;
    const char *filter;
    gboolean keeps_rows;
  } cases[] = {
    { "abc", "abc", VAS_SORT_ADDRESS, "", TRUE },
    { "abc", "ab9c", VAS_SORT_ADDRESS, "", TRUE },  /* grown, but where it was */
    { "abc", "abd", VAS_SORT_ADDRESS, "", FALSE },
    { "abc", "abcd", VAS_SORT_ADDRESS, "", FALSE },
    { "a1b2c3", "a1b2c3", VAS_SORT_SIZE, "", TRUE },
    { "a1b2c3", "a1b4c3", VAS_SORT_SIZE, "", FALSE },
    { "a1b2c3", "a1b2c9", VAS_SORT_SIZE, "", TRUE },
    { "ab9cd9", "b9d9", VAS_SORT_ADDRESS, "size>40k", TRUE }, /* gone are only hidden rows */
    { "ab9cd9", "ab9ce9", VAS_SORT_ADDRESS, "size>40k", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasSnapshot) before = sample_snapshot_of_letters (cases[i].former);
      g_autoptr (VasSnapshot) after = sample_snapshot_of_letters (cases[i].present);
      g_autoptr (VasOrder) former = make_order (before, cases[i].sort, FALSE, cases[i].filter);
      g_autoptr (VasOrder) present = make_order (after, cases[i].sort, FALSE, cases[i].filter);
      g_autoptr (VasOrderChange) change = vas_order_change_new (former, present);
      g_test_message ("case %u", i);
      g_assert_nonnull (change->diff);
      g_assert_cmpint (change->keeps_rows, ==, cases[i].keeps_rows);
    }
}

/* Of one snapshot there is nothing to compare: only the rows are others. */
static void
test_one_snapshot (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("a1b3c2");
  g_autoptr (VasOrder) up = make_order (snapshot, VAS_SORT_SIZE, FALSE, "");
  g_autoptr (VasOrder) down = make_order (snapshot, VAS_SORT_SIZE, TRUE, "");
  g_autoptr (VasOrder) again = make_order (snapshot, VAS_SORT_SIZE, FALSE, "");
  g_autoptr (VasOrderChange) turned = vas_order_change_new (up, down);
  g_autoptr (VasOrderChange) repeated = vas_order_change_new (up, again);
  g_assert_null (turned->diff);
  g_assert_false (turned->keeps_rows);
  g_assert_true (repeated->keeps_rows);
  g_assert_cmpint (vas_order_change_find_present (turned, 2), ==, 2);
}

static void
test_from_and_to_nothing (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("abc");
  g_autoptr (VasOrder) order = make_order (snapshot, VAS_SORT_ADDRESS, FALSE, "");
  g_autoptr (VasOrderChange) from = vas_order_change_new (NULL, order);
  g_autoptr (VasOrderChange) to = vas_order_change_new (order, NULL);
  g_autoptr (VasOrderChange) nothing = vas_order_change_new (NULL, NULL);
  g_assert_cmpuint (from->diff->n_present, ==, 3);
  g_assert_cmpint (vas_order_change_find_present (to, 1), ==, -1);
  g_assert_null (nothing->diff);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-change/rows", test_rows);
  g_test_add_func ("/order-change/one-snapshot", test_one_snapshot);
  g_test_add_func ("/order-change/from-and-to-nothing", test_from_and_to_nothing);
  return g_test_run ();
}
