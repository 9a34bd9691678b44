/* How a change of a long list is cut: watched rows in short splices, the rest in long ones.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-splices.h"


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
                  "0-1000+1002 1-0+1 2-3997+3997");
}

/* A watched row is gone, another came: the rows around both stay, those between are cut with them. */
static void
test_changes_in_cluster (void)
{
  const VasMove gone[] = { { 5, 5 }, { 6, 6 }, { 7, VAS_ROW_NONE }, { 8, 7 }, { 9, 8 } };
  assert_splices (gone, G_N_ELEMENTS (gone), VAS_SPLICES_FOLLOW, 10, 9, "0-5+5 2-1+0 2-0+0");
  const VasMove both[]
      = { { 5, 5 }, { 6, VAS_ROW_NONE }, { 7, 6 }, { 8, 8 }, { 9, 9 }, { 10, 10 } };
  assert_splices (both, G_N_ELEMENTS (both), VAS_SPLICES_FOLLOW, 11, 11, "0-5+5 1-2+2 3-0+0");
  const VasMove none[] = { { 5, 3 }, { 6, 4 }, { 7, 5 } };
  assert_splices (none, G_N_ELEMENTS (none), VAS_SPLICES_FOLLOW, 20, 18, "0-5+3 3-12+12");
  const VasMove first[] = { { 0, VAS_ROW_NONE }, { 1, 0 } };
  assert_splices (first, G_N_ELEMENTS (first), VAS_SPLICES_FOLLOW, 2, 2, "0-1+0 1-0+1");
  const VasMove last[] = { { 0, 0 }, { 1, VAS_ROW_NONE } };
  assert_splices (last, G_N_ELEMENTS (last), VAS_SPLICES_FOLLOW, 2, 1, "1-1+0");
}

static void
test_clusters (void)
{
  const VasMove moves[] = { { 0, 0 }, { 1, 1 }, { 900, 901 }, { 910, 911 } };
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_FOLLOW, 1000, 1001,
                  "2-898+899 1-9+9 1-89+89");
}

/* Most watched rows stay together, one went far: the splice follows the most. */
static void
test_majority (void)
{
  const VasMove moves[] = { { 10, 510 }, { 11, 90000 }, { 12, 512 } };
  assert_splices (moves, G_N_ELEMENTS (moves), VAS_SPLICES_FOLLOW, 100000, 100000,
                  "0-10+510 1-1+1 1-99987+99487");
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

/* Some of the former rows, each to a row of its own, near where it was or anywhere. */
static gsize
make_random_moves (VasMove *moves, gsize max_moves, guint32 n_former, guint32 n_present)
{
  g_autofree guint8 *taken = g_malloc0 (n_present + 1);
  guint32 widest_gap = (guint32) g_test_rand_int_range (1, 100);
  gboolean near = g_test_rand_bit ();
  gsize n = 0;
  for (guint32 former = 0; former < n_former && n < max_moves; n++)
    {
      guint32 present = near ? former : (guint32) g_test_rand_int_range (0, 5000);
      gboolean shown = present < n_present && !taken[present] && g_test_rand_int_range (0, 9) > 0;
      if (shown)
        taken[present] = TRUE;
      moves[n] = (VasMove) { former, shown ? present : VAS_ROW_NONE };
      former += (guint32) g_test_rand_int_range (1, (gint32) widest_gap + 1);
    }
  return n;
}

/* Whatever is watched: both lists are covered whole, and nobody searches far for a watched row. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint32 n_former = (guint32) g_test_rand_int_range (1, 5000);
      guint32 n_present = (guint32) g_test_rand_int_range (0, 5000);
      VasMove moves[50];
      gsize n_moves = make_random_moves (moves, (gsize) g_test_rand_int_range (0, 51), n_former,
                                         n_present);
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
  g_test_add_func ("/splices/changes-in-cluster", test_changes_in_cluster);
  g_test_add_func ("/splices/clusters", test_clusters);
  g_test_add_func ("/splices/majority", test_majority);
  g_test_add_func ("/splices/sorted", test_sorted);
  g_test_add_func ("/splices/filtered", test_filtered);
  g_test_add_func ("/splices/random", test_random);
  return g_test_run ();
}
