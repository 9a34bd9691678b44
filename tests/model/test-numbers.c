/* Columns of numbers: whatever is set comes back, and sameness takes no room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-numbers.h"

static void
assert_rows (const VasNumbers *column, const guint64 *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (vas_numbers_get (column, i), ==, values[i]);
  g_assert_cmpuint (vas_numbers_get (column, n), ==, 0);
}

typedef enum
{
  ONE_NUMBER,
  NARROW,
  WIDE,
} Storage;

static Storage
get_storage (const VasNumbers *column)
{
  g_assert_true (column->narrow == NULL || column->wide == NULL);
  return column->wide != NULL ? WIDE : column->narrow != NULL ? NARROW : ONE_NUMBER;
}

static void
test_storage (void)
{
  static const struct
  {
    guint64 values[6];
    Storage storage;
  } cases[] = {
    { { 0, 0, 0, 0, 0, 0 }, ONE_NUMBER },
    { { 4096, 4096, 4096, 4096, 4096, 4096 }, ONE_NUMBER },
    { { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 }, ONE_NUMBER },
    { { 0, 0, 4096, 0, 8192, 1024 }, NARROW },
    { { 4096, 4096, 4096, 4096, 4096, 0 }, NARROW },
    { { 0, 1, 0, 3, 7, 1 }, NARROW },
    { { 0, G_GUINT64_CONSTANT (0xffffffff) << 10, 0, 0, 0, 0 }, NARROW },
    { { 0, G_GUINT64_CONSTANT (1) << 42, 0, 0, 0, 0 }, WIDE },
    { { 0, 4096, 8192, 3, 0, 0 }, WIDE },
    { { 4096, 0, 0, 0, 0, G_MAXUINT64 }, WIDE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VasNumbers column = { 0 };
      for (gsize row = 0; row < 6; row++)
        vas_numbers_set (&column, row, cases[i].values[row]);
      assert_rows (&column, cases[i].values, 6);
      g_assert_cmpint (get_storage (&column), ==, cases[i].storage);
      vas_numbers_clear (&column);
    }
}

static void
test_gaps (void)
{
  VasNumbers column = { 0 };
  vas_numbers_set (&column, 2, 4096);
  vas_numbers_set (&column, 5, 4096);
  static const guint64 expected[] = { 0, 0, 4096, 0, 0, 4096 };
  assert_rows (&column, expected, G_N_ELEMENTS (expected));
  vas_numbers_clear (&column);

  vas_numbers_set (&column, 0, 4096);
  vas_numbers_set (&column, 2, 4096);
  static const guint64 gap[] = { 4096, 0, 4096 };
  assert_rows (&column, gap, G_N_ELEMENTS (gap));
  vas_numbers_clear (&column);
}

static void
test_replacing (void)
{
  VasNumbers column = { 0 };
  vas_numbers_set (&column, 0, 7);
  vas_numbers_set (&column, 0, 9);
  g_assert_cmpint (get_storage (&column), ==, ONE_NUMBER);
  vas_numbers_set (&column, 1, 9);
  vas_numbers_set (&column, 0, 5);
  static const guint64 expected[] = { 5, 9 };
  assert_rows (&column, expected, 2);
  vas_numbers_clear (&column);
}

static void
test_permute (void)
{
  static const guint32 order[] = { 3, 0, 2, 1 };
  static const guint64 rows[][4] = {
    { 4096, 4096, 4096, 4096 },
    { 0, 1024, 2048, 3072 },
    { 1, G_MAXUINT64, 2, 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      VasNumbers column = { 0 };
      guint64 expected[4];
      for (gsize row = 0; row < 4; row++)
        vas_numbers_set (&column, row, rows[i][row]);
      vas_numbers_permute (&column, order, 4);
      for (gsize row = 0; row < 4; row++)
        expected[row] = rows[i][order[row]];
      assert_rows (&column, expected, 4);
      vas_numbers_clear (&column);
    }
}

/* Fewer rows set than there are regions: those at the end have no fields. */
static void
test_permute_beyond_end (void)
{
  static const guint32 order[] = { 3, 0, 2, 1 };
  VasNumbers column = { 0 };
  vas_numbers_set (&column, 0, 4096);
  vas_numbers_set (&column, 1, 4096);
  vas_numbers_permute (&column, order, 4);
  static const guint64 expected[] = { 0, 4096, 0, 4096 };
  assert_rows (&column, expected, 4);
  vas_numbers_clear (&column);
}

/* Against an array that keeps everything. */
static void
test_random (void)
{
  enum { ROWS = 300, STEPS = 3000, COLUMNS = 50 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  for (guint round = 0; round < COLUMNS; round++)
    {
      guint64 expected[ROWS] = { 0 };
      VasNumbers column = { 0 };
      guint top = 1; /* rows come mostly upwards */
      for (guint step = 0; step < STEPS; step++)
        {
          gsize row = (gsize) g_rand_int_range (random, 0, (gint32) top);
          if (top < ROWS && g_rand_boolean (random))
            top++;
          guint64 value = (guint64) g_rand_int_range (random, 0, 3);
          value <<= g_rand_int_range (random, 0, 63);
          expected[row] = value;
          vas_numbers_set (&column, row, value);
        }
      assert_rows (&column, expected, ROWS);
      vas_numbers_clear (&column);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/storage", test_storage);
  g_test_add_func ("/numbers/gaps", test_gaps);
  g_test_add_func ("/numbers/replacing", test_replacing);
  g_test_add_func ("/numbers/permute", test_permute);
  g_test_add_func ("/numbers/permute-beyond-end", test_permute_beyond_end);
  g_test_add_func ("/numbers/random", test_random);
  return g_test_run ();
}
