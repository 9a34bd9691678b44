/* Exports on a worker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-export.h"

/** vas_export_job_start: vas_export_to_path() on a thread of the #GTask pool. */
void vas_export_job_start (VasSnapshot *snapshot,
                           VasFormat format,
                           const VasPictureOptions *options,
                           const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/** vas_export_job_finish: (transfer full): the path that was written; %NULL and an error. */
char *vas_export_job_finish (GAsyncResult *result, GError **error);
