/* Lays out a snapshot and finds what changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-job.h"

/* Layout, sums and comparison take some 70 ns a region. */
#define QUICK_REGIONS 5000

VasMapWish *
vas_map_wish_copy (const VasMapWish *self)
{
  g_return_val_if_fail (self != NULL && self->snapshot != NULL, NULL);
  VasMapWish *copy = g_new (VasMapWish, 1);
  *copy = *self;
  vas_snapshot_ref (copy->snapshot);
  if (copy->matches != NULL)
    g_bytes_ref (copy->matches);
  if (copy->former != NULL)
    vas_layout_ref (copy->former);
  return copy;
}

void
vas_map_wish_free (VasMapWish *self)
{
  if (self == NULL)
    return;
  vas_snapshot_unref (self->snapshot);
  g_clear_pointer (&self->matches, g_bytes_unref);
  vas_layout_unref (self->former);
  g_free (self);
}

void
vas_map_job_free (VasMapJob *self)
{
  if (self == NULL)
    return;
  vas_map_sums_unref (self->sums);
  vas_map_marks_unref (self->marks);
  g_free (self);
}

gboolean
vas_map_job_is_quick (const VasMapWish *wish)
{
  g_return_val_if_fail (wish != NULL, FALSE);
  return vas_snapshot_get_n_regions (wish->snapshot) <= QUICK_REGIONS;
}

static gboolean
keeps_regions (const VasMapWish *wish)
{
  return wish->former != NULL
         && vas_snapshot_has_same_regions (vas_layout_get_snapshot (wish->former), wish->snapshot);
}

static VasLayout *
make_layout (const VasMapWish *wish)
{
  gboolean is_same_kind = wish->former != NULL
                          && vas_layout_get_scale (wish->former) == wish->scale
                          && vas_layout_get_direction (wish->former) == wish->direction;
  if (is_same_kind && vas_layout_get_snapshot (wish->former) == wish->snapshot)
    return vas_layout_ref (wish->former);
  if (is_same_kind && keeps_regions (wish))
    return vas_layout_rebind (wish->former, wish->snapshot);
  return vas_layout_new (wish->snapshot, wish->scale, wish->direction);
}

VasMapJob *
vas_map_job_run (const VasMapWish *wish)
{
  g_return_val_if_fail (wish != NULL && wish->snapshot != NULL, NULL);
  VasMapJob *self = g_new0 (VasMapJob, 1);
  g_autoptr (VasLayout) layout = make_layout (wish);
  self->sums = vas_map_sums_new (layout, wish->matches);
  self->keeps_regions = keeps_regions (wish);
  if (wish->former != NULL && !self->keeps_regions)
    self->marks = vas_map_marks_new (vas_layout_get_snapshot (wish->former), wish->snapshot);
  return self;
}

static void
run_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  VasMapWish *wish = task_data;
  VasMapJob *job = vas_map_job_run (wish);
  /* The main loop is not to find itself with the last reference to a large snapshot. */
  g_clear_pointer (&wish->former, vas_layout_unref);
  g_task_return_pointer (task, job, (GDestroyNotify) vas_map_job_free);
}

void
vas_map_job_run_async (const VasMapWish *wish, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (wish != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vas_map_job_run_async);
  g_task_set_task_data (task, vas_map_wish_copy (wish), (GDestroyNotify) vas_map_wish_free);
  g_task_run_in_thread (task, run_cb);
}

VasMapJob *
vas_map_job_run_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
let_go_cb (GTask *task, gpointer source, gpointer sums, GCancellable *cancellable)
{
  vas_map_sums_unref (sums);
  g_task_return_boolean (task, TRUE);
}

void
vas_map_job_let_go (VasMapSums *sums)
{
  g_return_if_fail (sums != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, vas_map_job_let_go);
  g_task_set_task_data (task, sums, NULL);
  g_task_run_in_thread (task, let_go_cb);
}
