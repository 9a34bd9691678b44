/* What leads from the rows of one order to those of another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-order-change.h"

static VasSnapshot *
get_snapshot (const VasOrder *order)
{
  return order != NULL ? order->snapshot : NULL;
}

static VasDiff *
compare_snapshots (const VasOrder *former, const VasOrder *present)
{
  VasSnapshot *before = get_snapshot (former), *after = get_snapshot (present);
  if (before == after)
    return NULL;
  return vas_diff_new (before != NULL ? before->reading : NULL,
                       after != NULL ? after->reading : NULL);
}

static gboolean
keeps_rows (const VasOrderChange *self)
{
  const VasOrder *former = self->former, *present = self->present;
  if (former == NULL || present == NULL || former->n != present->n)
    return FALSE;
  if (former->indices == NULL && present->indices == NULL)
    return self->diff == NULL || self->diff->n_hunks == 0;
  for (gsize row = 0; row < present->n; row++)
    if (vas_order_change_find_present (self, vas_order_get_region (former, row))
        != (gssize) vas_order_get_region (present, row))
      return FALSE;
  return TRUE;
}

VasOrderChange *
vas_order_change_new (VasOrder *former, VasOrder *present)
{
  VasOrderChange *self = g_new0 (VasOrderChange, 1);
  self->former = former != NULL ? vas_order_ref (former) : NULL;
  self->present = present != NULL ? vas_order_ref (present) : NULL;
  self->diff = compare_snapshots (former, present);
  self->keeps_rows = keeps_rows (self);
  return self;
}

void
vas_order_change_free (VasOrderChange *self)
{
  if (self == NULL)
    return;
  vas_order_unref (self->former);
  vas_order_unref (self->present);
  vas_diff_unref (self->diff);
  g_free (self);
}
