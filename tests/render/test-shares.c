/* Shares with floors: nobody below their own, the others in proportion, and still one whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-shares.h"

#include <math.h>

static void
test_raised (void)
{
  double shares[] = { 0.90, 0.08, 0.02 };
  static const double floors[] = { 0, 0, 0.11 };
  vas_shares_raise (shares, floors, G_N_ELEMENTS (shares));
  g_assert_cmpfloat_with_epsilon (shares[2], 0.11, 1e-9);
  g_assert_cmpfloat_with_epsilon (shares[0] / shares[1], 0.90 / 0.08, 1e-9);
  g_assert_cmpfloat_with_epsilon (shares[0] + shares[1] + shares[2], 1, 1e-9);
}

/* Who pays for one floor comes to lie below their own. */
static void
test_in_turn (void)
{
  double shares[] = { 0.50, 0.30, 0.20 };
  static const double floors[] = { 0.10, 0.29, 0.40 };
  vas_shares_raise (shares, floors, G_N_ELEMENTS (shares));
  g_assert_cmpfloat_with_epsilon (shares[0], 0.31, 1e-9);
  g_assert_cmpfloat_with_epsilon (shares[1], 0.29, 1e-9);
  g_assert_cmpfloat_with_epsilon (shares[2], 0.40, 1e-9);
}

static void
test_no_floors (void)
{
  double shares[] = { 0.75, 0.25 };
  static const double floors[] = { 0, 0 };
  vas_shares_raise (shares, floors, G_N_ELEMENTS (shares));
  g_assert_cmpfloat (shares[0], ==, 0.75);
  g_assert_cmpfloat (shares[1], ==, 0.25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shares/raised", test_raised);
  g_test_add_func ("/shares/in-turn", test_in_turn);
  g_test_add_func ("/shares/no-floors", test_no_floors);
  return g_test_run ();
}
