/* Sorting and filtering off the main loop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-arrangement.h"

typedef struct
{
  VasOrder *shown;
  VasSnapshot *snapshot;
  VasSort sort;
  gboolean descending;
  VasFilter *filter;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;
  vas_order_unref (wish->shown);
  vas_snapshot_unref (wish->snapshot);
  g_clear_pointer (&wish->filter, vas_filter_unref);
  g_free (wish);
}

void
vas_arrangement_free (VasArrangement *self)
{
  vas_order_change_free (self->change);
  vas_map_marks_unref (self->marks);
  g_free (self->matches);
  g_free (self);
}

/* The order has looked every region up already: what has no place in it did not match. */
static guint8 *
find_matches (const VasOrder *order)
{
  gsize n_regions = vas_snapshot_get_n_regions (order->snapshot);
  guint8 *matches = g_malloc (n_regions);
  for (gsize i = 0; i < n_regions; i++)
    matches[i] = vas_order_find_row (order, i) != G_MAXUINT32;
  return matches;
}

/* Of another program everything would be new, which says nothing. */
static VasMapMarks *
find_marks (const VasOrder *shown, const VasSnapshot *snapshot)
{
  if (shown == NULL || vas_snapshot_has_same_regions (shown->snapshot, snapshot)
      || !vas_snapshot_is_same_program (shown->snapshot, snapshot))
    return NULL;
  return vas_map_marks_new (shown->snapshot, snapshot);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  VasArrangement *self = g_new0 (VasArrangement, 1);
  g_autoptr (VasOrder) order
      = vas_order_new (wish->snapshot, wish->sort, wish->descending, wish->filter);
  self->change = vas_order_change_new (wish->shown, order);
  self->marks = find_marks (wish->shown, wish->snapshot);
  if (wish->filter != NULL && !vas_filter_is_empty (wish->filter))
    self->matches = find_matches (order);
  g_task_return_pointer (task, self, (GDestroyNotify) vas_arrangement_free);
}

void
vas_arrangement_make_async (VasOrder *shown, VasSnapshot *snapshot, const VasWishes *wishes,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (snapshot != NULL && wishes != NULL);

  Wish *wish = g_new0 (Wish, 1);
  wish->shown = shown != NULL ? vas_order_ref (shown) : NULL;
  wish->snapshot = vas_snapshot_ref (snapshot);
  wish->sort = wishes->sort;
  wish->descending = wishes->descending;
  wish->filter = wishes->filter != NULL ? vas_filter_ref (wishes->filter) : NULL;

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vas_arrangement_make_async);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, make_in_thread);
}

VasArrangement *
vas_arrangement_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
