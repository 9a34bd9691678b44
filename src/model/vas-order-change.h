/* What leads from the rows of one order to those of another, found out on a worker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-diff.h"
#include "vas-order.h"

/**
 * VasOrderChange:
 * @former: (nullable): the order whose rows are shown so far
 * @present: (nullable): the order whose rows are to be shown
 * @diff: (nullable): between their snapshots; %NULL where they are of one
 * @keeps_rows: whether each row is that of the same region as before
 *
 * Immutable once made. Without one of the orders, @diff says that all is new, or gone.
 */
typedef struct
{
  VasOrder *former;
  VasOrder *present;
  VasDiff *diff;
  gboolean keeps_rows;
} VasOrderChange;

/** vas_order_change_new: goes through both: milliseconds at a million regions. */
VasOrderChange *vas_order_change_new (VasOrder *former, VasOrder *present);
void vas_order_change_free (VasOrderChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasOrderChange, vas_order_change_free)

/** vas_order_change_find_present: region of the present snapshot that the former region is now; -1 if
 *  it is gone. */
static inline gssize
vas_order_change_find_present (const VasOrderChange *self, gsize former)
{
  return self->diff != NULL ? vas_diff_find_present (self->diff, former) : (gssize) former;
}
