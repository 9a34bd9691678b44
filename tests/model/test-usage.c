/* smaps fields by region: present or not, whatever their order, and what they cost.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-usage.h"

static void
assert_field (const VasUsage *usage, gsize region, guint field, guint64 expected)
{
  guint64 value = 1;
  g_assert_true (vas_usage_get (usage, region, field, &value));
  g_assert_cmpuint (value, ==, expected);
}

static void
assert_no_field (const VasUsage *usage, gsize region, guint field)
{
  guint64 value = 1;
  g_assert_false (vas_usage_get (usage, region, field, &value));
  g_assert_cmpuint (value, ==, 0);
}

static void
test_fields (void)
{
  g_autoptr (VasUsage) usage = vas_usage_new ();
  g_assert_cmpuint (vas_usage_get_n_fields (usage), ==, VAS_N_FIELDS);
  g_assert_cmpuint (vas_usage_add_field (usage, "Rss", 3), ==, VAS_FIELD_RSS);
  g_assert_cmpuint (vas_usage_add_field (usage, "Private_Dirty", 13), ==, VAS_FIELD_PRIVATE_DIRTY);
  guint locked = vas_usage_add_field (usage, "Pss_Locked: 1 kB", 10);
  g_assert_cmpuint (locked, ==, VAS_N_FIELDS);
  g_assert_cmpuint (vas_usage_add_field (usage, "Pss_Locked", 10), ==, locked);
  g_assert_cmpstr (vas_usage_get_field_name (usage, locked), ==, "Pss_Locked");
  g_assert_cmpstr (vas_usage_get_field_name (usage, VAS_FIELD_SIZE), ==, "Size");
  g_assert_cmpuint (vas_usage_get_n_fields (usage), ==, VAS_N_FIELDS + 1);
}

static void
test_presence (void)
{
  g_autoptr (VasUsage) usage = vas_usage_new ();
  vas_usage_set (usage, 1, VAS_FIELD_RSS, 4096);
  vas_usage_set (usage, 1, VAS_FIELD_SWAP, 0);
  vas_usage_set (usage, 3, VAS_FIELD_RSS, 0);

  assert_no_field (usage, 0, VAS_FIELD_RSS);
  assert_field (usage, 1, VAS_FIELD_RSS, 4096);
  assert_field (usage, 1, VAS_FIELD_SWAP, 0);
  assert_no_field (usage, 2, VAS_FIELD_RSS);
  assert_field (usage, 3, VAS_FIELD_RSS, 0);
  assert_no_field (usage, 3, VAS_FIELD_SWAP);
  assert_no_field (usage, 1000, VAS_FIELD_RSS);
  assert_no_field (usage, 1, VAS_USAGE_MAX_FIELDS + 5);

  vas_usage_set (usage, 1, VAS_FIELD_PSS, 7); /* back to a region left before */
  assert_field (usage, 1, VAS_FIELD_RSS, 4096);
  assert_field (usage, 1, VAS_FIELD_PSS, 7);
  assert_field (usage, 3, VAS_FIELD_RSS, 0);
}

static void
test_flags (void)
{
  g_autoptr (VasUsage) usage = vas_usage_new ();
  vas_usage_set_flags (usage, 0, "rd ex mr  mw\tme ", 16);
  vas_usage_set_flags (usage, 2, "", 0);
  vas_usage_set_flags (usage, 3, "?? nrx xnr nr", 13);

  g_assert_cmpstr (vas_usage_get_flags (usage, 0), ==, "rd ex mr mw me");
  g_assert_null (vas_usage_get_flags (usage, 1));
  g_assert_cmpstr (vas_usage_get_flags (usage, 2), ==, "");
  g_assert_true (vas_usage_has_flag (usage, 0, VAS_FLAG ('e', 'x')));
  g_assert_true (vas_usage_has_flag (usage, 0, VAS_FLAG ('m', 'e')));
  g_assert_false (vas_usage_has_flag (usage, 0, VAS_FLAG ('e', ' ')));
  g_assert_false (vas_usage_has_flag (usage, 0, VAS_FLAG ('n', 'r')));
  g_assert_false (vas_usage_has_flag (usage, 1, VAS_FLAG ('r', 'd')));
  g_assert_false (vas_usage_has_flag (usage, 2, VAS_FLAG ('r', 'd')));
  g_assert_true (vas_usage_has_flag (usage, 3, VAS_FLAG ('n', 'r')));
  g_assert_true (vas_usage_has_flag (usage, 3, VAS_FLAG ('?', '?')));
  g_assert_false (vas_usage_has_flag (usage, 3, VAS_FLAG ('r', 'x')));
}

static void
test_permute (void)
{
  g_autoptr (VasUsage) usage = vas_usage_new ();
  static const guint32 order[] = { 2, 0, 1 };
  vas_usage_set (usage, 0, VAS_FIELD_RSS, 1024);
  vas_usage_set_flags (usage, 0, "rd", 2);
  vas_usage_set (usage, 2, VAS_FIELD_RSS, 3072);
  vas_usage_set (usage, 2, VAS_FIELD_THP_ELIGIBLE, 1);
  vas_usage_permute (usage, order, G_N_ELEMENTS (order));

  assert_field (usage, 0, VAS_FIELD_RSS, 3072);
  assert_field (usage, 0, VAS_FIELD_THP_ELIGIBLE, 1);
  g_assert_null (vas_usage_get_flags (usage, 0));
  assert_field (usage, 1, VAS_FIELD_RSS, 1024);
  g_assert_cmpstr (vas_usage_get_flags (usage, 1), ==, "rd");
  assert_no_field (usage, 2, VAS_FIELD_RSS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/usage/fields", test_fields);
  g_test_add_func ("/usage/presence", test_presence);
  g_test_add_func ("/usage/flags", test_flags);
  g_test_add_func ("/usage/permute", test_permute);
  return g_test_run ();
}
