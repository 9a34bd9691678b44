/* Shares a whole out so that nobody gets less than a floor of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_shares_raise:
 * @shares: (inout) (array length=n): sum to 1
 * @floors: (array length=n): sum to less than 1
 *
 * Raises the shares below their floor to it, at the others' cost, which keep their proportions.
 */
void vas_shares_raise (double *shares, const double *floors, gsize n);
