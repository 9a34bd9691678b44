/* Writing a picture or a table without stalling the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-export-job.h"

typedef struct
{
  VasSnapshot *snapshot;
  VasExport export;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  vas_snapshot_unref (job->snapshot);
  g_free (job->path);
  g_free (job);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  if (vas_export_to_path (job->snapshot, &job->export, job->path, &error))
    g_task_return_pointer (task, g_strdup (job->path), g_free);
  else
    g_task_return_error (task, error);
}

void
vas_export_job_start (VasSnapshot *snapshot,
                      VasFormat format,
                      const VasPictureOptions *options,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (snapshot != NULL && options != NULL && path != NULL);

  Job *job = g_new (Job, 1);
  *job = (Job){ vas_snapshot_ref (snapshot), { format, *options, vas_picture_write },
                g_strdup (path) };
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vas_export_job_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, export_in_thread);
}

char *
vas_export_job_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
