/* Distinct records: equal ones have one number, and come back as they went in, by number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-distinct.h"

#include "vas-reading.h"

static void
test_numbers (void)
{
  g_autoptr (VasDistinct) distinct = vas_distinct_new (sizeof (VasFile));
  const VasFile none = { 0 }, file = { .inode = 7, .name = 1 }, other = { .inode = 7, .name = 2 };
  const VasFile elsewhere = { .inode = 7, .device = { 0, 1 }, .name = 1 };
  g_assert_cmpuint (vas_distinct_add (distinct, &file), ==, 1);
  g_assert_cmpuint (vas_distinct_add (distinct, &other), ==, 2);
  g_assert_cmpuint (vas_distinct_add (distinct, &elsewhere), ==, 3);
  g_assert_cmpuint (vas_distinct_add (distinct, &none), ==, 0);
  g_assert_cmpuint (vas_distinct_add (distinct, &file), ==, 1);
  const VasFile *back = vas_distinct_get (distinct, 3);
  g_assert_cmpmem (back, sizeof *back, &elsewhere, sizeof elsewhere);
}

static void
test_many (void)
{
  enum { N = 30000 };
  g_autoptr (VasDistinct) distinct = vas_distinct_new (3 * sizeof (guint32));
  for (guint round = 0; round < 2; round++)
    for (guint32 i = 1; i < N; i++)
      {
        const guint32 record[] = { i % 7, i, 0 };
        g_assert_cmpuint (vas_distinct_add (distinct, record), ==, i);
      }
  guint32 n;
  g_autofree guint32 *records = vas_distinct_to_array (distinct, &n);
  g_assert_cmpuint (n, ==, N);
  g_assert_cmpuint (vas_distinct_get_count (distinct), ==, N);
  for (guint32 i = 0; i < N; i++)
    g_assert_cmpuint (records[3 * i + 1], ==, i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distinct/numbers", test_numbers);
  g_test_add_func ("/distinct/many", test_many);
  return g_test_run ();
}
