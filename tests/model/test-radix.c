/* The radix sort: the same as a stable comparison sort, for every shape of key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-radix.h"

static int
compare_by_key (gconstpointer a, gconstpointer b, gpointer keys)
{
  guint64 left = ((const guint64 *) keys)[*(const guint32 *) a];
  guint64 right = ((const guint64 *) keys)[*(const guint32 *) b];
  return (left > right) - (left < right);
}

static guint64
random_bits (guint bits)
{
  guint64 key = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  return bits == 0 ? 0 : key >> (64 - bits);
}

/* Keys of @bits random bits, @shift places up, above @base. */
static void
check_shape (gsize n, guint bits, guint shift, guint64 base)
{
  g_autofree guint64 *keys = g_new (guint64, n + 1);
  g_autofree guint32 *sorted = g_new (guint32, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      keys[i] = base + (random_bits (bits) << shift);
      sorted[i] = (guint32) i;
    }
  for (gsize i = 0; i < n; i++)
    {
      gsize other = (gsize) g_test_rand_int_range (0, (gint32) n);
      guint32 index = sorted[i];
      sorted[i] = sorted[other];
      sorted[other] = index;
    }
  g_autofree guint32 *expected = g_memdup2 (sorted, n * sizeof *sorted);
  g_qsort_with_data (expected, (gint) n, sizeof *expected, compare_by_key, keys);
  vas_radix_sort (sorted, n, keys);
  g_assert_cmpmem (sorted, n * sizeof *sorted, expected, n * sizeof *expected);
}

static void
test_shapes (void)
{
  for (guint bits = 0; bits <= 64; bits += 4)
    check_shape (500, bits, 0, 0);
  check_shape (500, 20, 12, 0);
  check_shape (500, 20, 12, G_GUINT64_CONSTANT (0x7f0000000000));
  check_shape (500, 40, 12, 77);
  check_shape (500, 3, 61, 0);
  check_shape (0, 8, 0, 0);
  check_shape (1, 8, 0, 0);
  check_shape (2, 8, 0, 0);
}

static void
test_subset (void)
{
  const guint64 keys[] = { 5, G_MAXUINT64, 0, 7 };
  guint32 indices[] = { 3, 0 };
  vas_radix_sort (indices, G_N_ELEMENTS (indices), keys);
  g_assert_cmpuint (indices[0], ==, 0);
  g_assert_cmpuint (indices[1], ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radix/shapes", test_shapes);
  g_test_add_func ("/radix/subset", test_subset);
  return g_test_run ();
}
