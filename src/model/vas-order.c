/* An order of regions: filtered and sorted indices, made off the main loop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-order.h"

#include "vas-radix.h"
#include "vas-sort-keys.h"

static void
clear_order (gpointer box)
{
  VasOrder *self = box;
  g_free (self->indices);
  g_free (self->positions);
  vas_filter_unref (self->filter);
  vas_snapshot_unref (self->snapshot);
}

static gboolean
has_filter (const VasOrder *self)
{
  return self->filter != NULL && !vas_filter_is_empty (self->filter);
}

/* The regions that pass, in address order. */
static void
collect_indices (VasOrder *self)
{
  gsize n_regions = vas_snapshot_get_n_regions (self->snapshot);
  self->indices = g_new (guint32, n_regions);
  if (!has_filter (self))
    {
      for (gsize i = 0; i < n_regions; i++)
        self->indices[i] = (guint32) i;
      return;
    }
  g_autofree guint8 *passes = vas_filter_apply (self->filter, self->snapshot);
  self->n = 0;
  for (gsize i = 0; i < n_regions; i++)
    {
      self->indices[self->n] = (guint32) i;
      self->n += passes[i];
    }
  self->indices = g_renew (guint32, self->indices, MAX (self->n, 1));
}

/* Turns the order of the keys around, but not that of equal ones; absent values stay last. */
static void
descend_keys (guint64 *keys, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (keys[i] != VAS_SORT_KEY_ABSENT)
      keys[i] = VAS_SORT_KEY_MAX - keys[i];
}

/* One above the greatest, so that the keys keep close together: the sort takes them in fewer steps. */
static void
close_up_absent (guint64 *keys, gsize n)
{
  guint64 greatest = 0;
  for (gsize i = 0; i < n; i++)
    if (keys[i] != VAS_SORT_KEY_ABSENT)
      greatest = MAX (greatest, keys[i]);
  for (gsize i = 0; i < n; i++)
    if (keys[i] == VAS_SORT_KEY_ABSENT)
      keys[i] = greatest + 1;
}

static void
sort_indices (VasOrder *self)
{
  if (self->sort == VAS_SORT_ADDRESS && !self->descending)
    return;
  gsize n_regions = vas_snapshot_get_n_regions (self->snapshot);
  g_autofree guint64 *keys = vas_sort_keys_new (self->snapshot, self->sort);
  if (self->descending)
    descend_keys (keys, n_regions);
  close_up_absent (keys, n_regions);
  vas_radix_sort (self->indices, self->n, keys);
}

static void
invert_indices (VasOrder *self)
{
  gsize n_regions = vas_snapshot_get_n_regions (self->snapshot);
  self->positions = g_new (guint32, n_regions);
  if (self->n < n_regions)
    for (gsize i = 0; i < n_regions; i++)
      self->positions[i] = G_MAXUINT32;
  for (gsize row = 0; row < self->n; row++)
    self->positions[self->indices[row]] = (guint32) row;
}

VasOrder *
vas_order_new (VasSnapshot *snapshot, VasSort sort, gboolean descending, VasFilter *filter)
{
  g_return_val_if_fail (snapshot != NULL && sort < VAS_N_SORTS, NULL);

  VasOrder *self = g_atomic_rc_box_new0 (VasOrder);
  self->snapshot = vas_snapshot_ref (snapshot);
  self->sort = sort;
  self->descending = descending;
  self->filter = filter != NULL ? vas_filter_ref (filter) : NULL;
  self->n = vas_snapshot_get_n_regions (snapshot);
  if (sort == VAS_SORT_ADDRESS && !descending && !has_filter (self))
    return self;
  collect_indices (self);
  sort_indices (self);
  invert_indices (self);
  return self;
}

VasOrder *
vas_order_ref (VasOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_order_unref (VasOrder *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_order);
}
