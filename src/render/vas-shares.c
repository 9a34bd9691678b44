/* Shares a whole out so that nobody gets less than a floor of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-shares.h"

enum
{
  MAX_ROUNDS = 16,
};

/* Whoever pays for the floors may come to lie below their own: again until all stand. */
void
vas_shares_raise (double *shares, const double *floors, gsize n)
{
  double fixed = 0, free = 0, factor = 1;
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      double old_fixed = fixed;
      fixed = free = 0;
      for (gsize i = 0; i < n; i++)
        if (shares[i] * factor < floors[i])
          fixed += floors[i];
        else
          free += shares[i];
      if (fixed == old_fixed || free <= 0)
        break;
      factor = (1 - fixed) / free;
    }
  for (gsize i = 0; i < n; i++)
    shares[i] = MAX (shares[i] * factor, floors[i]);
}
