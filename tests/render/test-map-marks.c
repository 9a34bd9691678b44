/* What changed between two readings: new, resized and gone regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-marks.h"

#include "../model/sample-snapshot.h"

/* One letter a region of the newer snapshot: '.' stayed, 'n' new, 'r' resized; then the gone. */
static char *
print_marks (const char *former, const char *present)
{
  g_autoptr (VasSnapshot) a = sample_snapshot_of_letters (former);
  g_autoptr (VasSnapshot) b = sample_snapshot_of_letters (present);
  g_autoptr (VasMapMarks) marks = vas_map_marks_new (a, b);
  if (marks == NULL)
    return g_strdup ("same");
  GString *out = g_string_new (NULL);
  g_assert_cmpuint (marks->n_regions, ==, vas_snapshot_get_n_regions (b));
  for (gsize i = 0; i < marks->n_regions; i++)
    g_string_append_c (out, ".nr"[vas_map_marks_find_change (marks, i, 1)]);
  for (gsize i = 0; i < marks->n_gone; i++)
    g_string_append_printf (out, " -%c", (char) ('a' + (marks->gone[i] >> 20) - 1));
  return g_string_free (out, FALSE);
}

/* A run of regions wears the mark of what is most striking in it. */
static void
test_runs (void)
{
  g_autoptr (VasSnapshot) a = sample_snapshot_of_letters ("abcdef");
  g_autoptr (VasSnapshot) b = sample_snapshot_of_letters ("ab2cdefgh");
  g_autoptr (VasMapMarks) marks = vas_map_marks_new (a, b);
  g_assert_cmpint (vas_map_marks_find_change (marks, 0, 1), ==, VAS_CHANGE_NONE);
  g_assert_cmpint (vas_map_marks_find_change (marks, 0, 3), ==, VAS_CHANGE_RESIZED);
  g_assert_cmpint (vas_map_marks_find_change (marks, 2, 4), ==, VAS_CHANGE_NONE);
  g_assert_cmpint (vas_map_marks_find_change (marks, 0, 8), ==, VAS_CHANGE_NEW);
  g_assert_cmpint (vas_map_marks_find_change (marks, 7, 1), ==, VAS_CHANGE_NEW);
  g_assert_cmpuint (marks->n_new, ==, 2);
  g_assert_cmpuint (marks->n_resized, ==, 1);
  g_assert_cmpuint (marks->n_gone, ==, 0);
}

static void
test_gone (void)
{
  g_autoptr (VasSnapshot) a = sample_snapshot_of_letters ("abcdef");
  g_autoptr (VasSnapshot) b = sample_snapshot_of_letters ("ace");
  g_autoptr (VasMapMarks) marks = vas_map_marks_new (a, b);
  g_assert_cmpuint (marks->n_gone, ==, 3);
  g_assert_cmpuint (vas_map_marks_find_gone (marks, 0), ==, 0);
  g_assert_cmpuint (vas_map_marks_find_gone (marks, marks->gone[1]), ==, 1);
  g_assert_cmpuint (vas_map_marks_find_gone (marks, marks->gone[1] + 1), ==, 2);
  g_assert_cmpuint (vas_map_marks_find_gone (marks, marks->gone[2] + 1), ==, 3);
}

static void
test_changes (void)
{
  static const struct
  {
    const char *former, *present, *marks;
  } CASES[] = {
    { "abc", "abc", "same" },       { "abc", "abcd", "...n" },  { "abc", "ac", ".. -b" },
    { "abc", "ab2c", ".r." },       { "bcd", "acd", "n.. -b" }, { "ab", "aB", ".n -b" },
    { "ab", "<ab", "r." },          { "abcdef", "ab3e", ".r. -c -d -f" },
    { "bd", "abcd3e", "n.nrn" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *marks = print_marks (CASES[i].former, CASES[i].present);
      g_assert_cmpstr (marks, ==, CASES[i].marks);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/changes", test_changes);
  g_test_add_func ("/marks/runs", test_runs);
  g_test_add_func ("/marks/gone", test_gone);
  return g_test_run ();
}
