/* What changed between two readings: runs of gone and new regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-diff.h"

#include "sample-snapshot.h"

/* Hunks as "place-gone+new": "1-2+0". */
static char *
print_diff (const char *former, const char *present, gsize max_hunks)
{
  g_autoptr (VasSnapshot) before = sample_snapshot_of_letters (former);
  g_autoptr (VasSnapshot) after = sample_snapshot_of_letters (present);
  g_autoptr (VasDiff) diff = vas_diff_new (before->reading, after->reading);
  gsize n;
  g_autofree VasHunk *hunks = vas_diff_dup_joined (diff, max_hunks, &n);
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u-%u+%u", i > 0 ? " " : "", hunks[i].former,
                            hunks[i].n_former, hunks[i].n_present);
  return g_string_free (text, FALSE);
}

static void
assert_diff (const char *former, const char *present, const char *expected)
{
  g_autofree char *hunks = print_diff (former, present, 100);
  g_assert_cmpstr (hunks, ==, expected);
}

static void
test_hunks (void)
{
  assert_diff ("", "", "");
  assert_diff ("abc", "abc", "");
  assert_diff ("", "abc", "0-0+3");
  assert_diff ("abc", "", "0-3+0");
  assert_diff ("abc", "xyz", "0-3+3");
  assert_diff ("ace", "abcde", "1-0+1 2-0+1");
  assert_diff ("abcde", "ace", "1-1+0 3-1+0");
  assert_diff ("abd", "acd", "1-1+1");
  assert_diff ("bcd", "abcde", "0-0+1 3-0+1");
}

static void
test_identity (void)
{
  assert_diff ("abc", "ab5c", "");    /* a heap grows at its end */
  assert_diff ("abc", "a<bc", "");    /* a stack grows at its start */
  assert_diff ("abc", "aBc", "1-1+1"); /* another file at the same place */
  assert_diff ("abc", "aB5c", "1-1+1");
}

static void
test_overlap (void)
{
  const VasRegion former[] = { { 0x1000, 0x2000 }, { 0x1000, 0x3000 }, { 0x5000, 0x6000 } };
  const VasRegion present[] = { { 0x1000, 0x3000 }, { 0x1000, 0x4000 }, { 0x5000, 0x6000 } };
  g_autoptr (VasSnapshot) before = sample_snapshot_of_regions (former, G_N_ELEMENTS (former));
  g_autoptr (VasSnapshot) after = sample_snapshot_of_regions (present, G_N_ELEMENTS (present));
  g_autoptr (VasDiff) diff = vas_diff_new (before->reading, after->reading);
  g_assert_cmpuint (diff->n_hunks, ==, 0);
}

static void
test_coalesce (void)
{
  static const struct
  {
    gsize max_hunks;
    const char *expected;
  } cases[] = {
    { 4, "1-0+1 2-0+1 4-0+1 7-0+1" },
    { 3, "1-1+3 4-0+1 7-0+1" },
    { 2, "1-3+6 7-0+1" },
    { 1, "1-6+10" },
    { 0, "1-6+10" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hunks = print_diff ("acefhijl", "abcdefghijkl", cases[i].max_hunks);
      g_test_message ("at most %" G_GSIZE_FORMAT, cases[i].max_hunks);
      g_assert_cmpstr (hunks, ==, cases[i].expected);
    }
}

/* Replays the hunks on the former starts, and follows each region through them. */
static void
check_replay (const VasReading *former, const VasReading *present, const VasDiff *diff)
{
  gsize i = 0, j = 0;
  for (gsize k = 0; k <= diff->n_hunks; k++)
    {
      gsize end = k < diff->n_hunks ? diff->hunks[k].former : former->n_regions;
      for (; i < end; i++, j++)
        {
          g_assert_cmpuint (former->regions[i].start, ==, present->regions[j].start);
          g_assert_cmpint (vas_diff_find_present (diff, i), ==, j);
        }
      if (k == diff->n_hunks)
        break;
      g_assert_cmpuint (diff->hunks[k].present, ==, j);
      g_assert_cmpuint (diff->hunks[k].n_former + diff->hunks[k].n_present, >, 0);
      for (gsize gone = 0; gone < diff->hunks[k].n_former; gone++, i++)
        g_assert_cmpint (vas_diff_find_present (diff, i), ==, -1);
      j += diff->hunks[k].n_present;
    }
  g_assert_cmpuint (i, ==, former->n_regions);
  g_assert_cmpuint (j, ==, present->n_regions);
}

static char *
make_random_letters (void)
{
  GString *letters = g_string_new (NULL);
  for (char letter = 'a'; letter <= 'z'; letter++)
    if (g_test_rand_int_range (0, 4) > 0)
      g_string_append_c (letters, g_test_rand_int_range (0, 9) > 0 ? letter
                                                                    : g_ascii_toupper (letter));
  return g_string_free (letters, FALSE);
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *former = make_random_letters ();
      g_autofree char *present = make_random_letters ();
      g_autoptr (VasSnapshot) before = sample_snapshot_of_letters (former);
      g_autoptr (VasSnapshot) after = sample_snapshot_of_letters (present);
      g_autoptr (VasDiff) diff = vas_diff_new (before->reading, after->reading);
      check_replay (before->reading, after->reading, diff);

      gsize n_new = 0, n_common = 0;
      for (gsize i = 0; i < diff->n_hunks; i++)
        n_new += diff->hunks[i].n_present;
      for (const char *c = present; *c != '\0'; c++)
        n_common += strchr (former, *c) != NULL;
      g_assert_cmpuint (n_new, ==, strlen (present) - n_common);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/hunks", test_hunks);
  g_test_add_func ("/diff/identity", test_identity);
  g_test_add_func ("/diff/overlap", test_overlap);
  g_test_add_func ("/diff/coalesce", test_coalesce);
  g_test_add_func ("/diff/random", test_random);
  return g_test_run ();
}
