/* How a change of a long list is cut: watched rows in short splices, the rest in long ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-splices.h"

#include <stdlib.h>
#include <string.h>

/* Splices as "kept-removed+added". */
static void
assert_splices (const VasMove *moves, gsize n_moves, VasSplicesMode mode, guint32 n_former,
                guint32 n_present, const char *expected)
{
  gsize n;
  g_autofree VasSplice *splices = vas_splices_new (moves, n_moves, mode, n_former, n_present, &n);
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u-%u+%u", i > 0 ? " " : "", splices[i].n_kept,
                            splices[i].n_removed, splices[i].n_added);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_unwatched (void)
{
  assert_splices (NULL, 0, VAS_SPLICES_FOLLOW, 0, 0, "");
  assert_splices (NULL, 0, VAS_SPLICES_FOLLOW, 5, 7, "0-5+7");
  assert_splices (NULL, 0, VAS_SPLICES_STAY, 0, 7, "0-0+7");
}

/* Two rows came before the watched ones, and one between them. */
static void
test_refresh (void)
{
  const VasMove moves[] = { { 1000, 1002 }, { 1001, 1004 }, { 1002, 1005 } };
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_FOLLOW, 5000, 5003,
                  "0-1000+1002 0-3+4 0-3997+3997");
}

static void
test_clusters (void)
{
  const VasMove moves[] = { { 0, 0 }, { 1, 1 }, { 900, 901 }, { 910, 911 } };
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_FOLLOW, 1000, 1001,
                  "0-2+2 0-898+899 0-11+11 0-89+89");
}

/* Most watched rows stay together, one went far: the splice follows the most. */
static void
test_majority (void)
{
  const VasMove moves[] = { { 10, 510 }, { 11, 90000 }, { 12, 512 } };
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_FOLLOW, 100000, 100000,
                  "0-10+510 0-3+3 0-99987+99487");
}

/* Sorted by another column: watched rows stay where they are. */
static void
test_sorted (void)
{
  const VasMove moves[] = { { 100, 900 }, { 101, 7000 }, { 102, 20 }, { 103, 4000 } };
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_STAY, 10000, 10000,
                  "0-100+100 4-9896+9896");
  /* A refresh that strews them about is no better. */
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_FOLLOW, 10000, 10000,
                  "0-100+100 4-9896+9896");
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_STAY, 104, 104, "0-100+100 4-0+0");
}

/* Filtered: as many of the watched rows stay as there are rows. */
static void
test_filtered (void)
{
  const VasMove moves[] = { { 500, VAS_ROW_NONE }, { 501, 7 }, { 502, 8 } };
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_STAY, 1000, 900,
                  "0-500+500 3-497+397");
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_STAY, 1000, 9, "0-500+6 3-497+0");
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_STAY, 1000, 2, "0-500+0 2-1+0 0-497+0");
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_STAY, 1000, 0,
                  "0-500+0 0-3+0 0-497+0");
}

static int
compare_moves (const void *a, const void *b)
{
  const VasMove *left = a, *right = b;
  return (left->former > right->former) - (left->former < right->former);
}

/* Whatever is watched: both lists are covered whole, and nobody searches far for a watched row. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint32 n_former = (guint32) g_test_rand_int_range (1, 5000);
      guint32 n_present = (guint32) g_test_rand_int_range (0, 5000);
      gsize n_moves = (gsize) g_test_rand_int_range (0, 50);
      VasMove moves[50];
      for (gsize i = 0; i < n_moves; i++)
        {
          moves[i].former = (guint32) g_test_rand_int_range (0, (gint32) n_former);
          moves[i].present = n_present == 0 || g_test_rand_bit ()
                                 ? VAS_ROW_NONE
                                 : (guint32) g_test_rand_int_range (0, (gint32) n_present);
        }
      qsort (moves, n_moves, sizeof *moves, compare_moves);

      gsize n;
      VasSplicesMode mode = g_test_rand_bit () ? VAS_SPLICES_STAY : VAS_SPLICES_FOLLOW;
      g_autofree VasSplice *splices
          = vas_splices_new (moves, n_moves, mode, n_former, n_present, &n);
      guint64 removed = 0, added = 0;
      gsize move = 0;
      for (gsize i = 0; i < n; i++)
        {
          if (i + 1 < n)
            g_assert_cmpuint (splices[i].n_removed + splices[i].n_added, >, 0);
          removed += splices[i].n_kept;
          added += splices[i].n_kept;
          while (move < n_moves && moves[move].former < removed)
            move++;
          gsize first = move;
          while (move < n_moves && moves[move].former < removed + splices[i].n_removed)
            move++;
          if (move > first)
            g_assert_cmpuint (splices[i].n_added, <=, splices[i].n_removed + 256);
          removed += splices[i].n_removed;
          added += splices[i].n_added;
        }
      g_assert_cmpuint (removed, ==, n_former);
      g_assert_cmpuint (added, ==, n_present);
      g_assert_cmpuint (n, <=, 17);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/splices/unwatched", test_unwatched);
  g_test_add_func ("/splices/refresh", test_refresh);
  g_test_add_func ("/splices/clusters", test_clusters);
  g_test_add_func ("/splices/majority", test_majority);
  g_test_add_func ("/splices/sorted", test_sorted);
  g_test_add_func ("/splices/filtered", test_filtered);
  g_test_add_func ("/splices/random", test_random);
  return g_test_run ();
}
