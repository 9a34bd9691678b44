/* Lays out a snapshot and finds what changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-job.h"

/* A layout takes about 40 ns a region. */
#define QUICK_REGIONS 20000

typedef struct
{
  VasSnapshot *snapshot;
  VasSnapshot *former;
  VasScale scale;
  VasDirection direction;
} Wish;

static void
wish_free (gpointer pointer)
{
  Wish *wish = pointer;
  vas_snapshot_unref (wish->snapshot);
  vas_snapshot_unref (wish->former);
  g_free (wish);
}

void
vas_map_job_free (VasMapJob *self)
{
  if (self == NULL)
    return;
  vas_layout_unref (self->layout);
  vas_map_marks_unref (self->marks);
  g_free (self);
}

gboolean
vas_map_job_is_quick (const VasSnapshot *snapshot)
{
  return vas_snapshot_get_n_regions (snapshot) <= QUICK_REGIONS;
}

VasMapJob *
vas_map_job_run (VasSnapshot *snapshot, VasSnapshot *former, VasScale scale, VasDirection direction)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  VasMapJob *self = g_new0 (VasMapJob, 1);
  self->layout = vas_layout_new (snapshot, scale, direction);
  if (former != NULL && former != snapshot)
    self->marks = vas_map_marks_new (former, snapshot);
  return self;
}

static void
run_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Wish *wish = task_data;
  g_task_return_pointer (task,
                         vas_map_job_run (wish->snapshot, wish->former, wish->scale,
                                          wish->direction),
                         (GDestroyNotify) vas_map_job_free);
}

void
vas_map_job_run_async (VasSnapshot *snapshot, VasSnapshot *former, VasScale scale,
                       VasDirection direction, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (snapshot != NULL);
  Wish *wish = g_new0 (Wish, 1);
  wish->snapshot = vas_snapshot_ref (snapshot);
  wish->former = former != NULL ? vas_snapshot_ref (former) : NULL;
  wish->scale = scale;
  wish->direction = direction;
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vas_map_job_run_async);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, run_cb);
}

VasMapJob *
vas_map_job_run_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
