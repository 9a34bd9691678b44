/* Lists the processes of a directory laid out like /proc, again and again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-process.h"

/**
 * VasProcessScan:
 *
 * Reads of each process what can be had without its mmap lock, so that a listing is cheap and never
 * waits for a process that is stuck with it: who owns it, stat, and statm. Command lines lie in the
 * memory of a process, and are another matter (vas-process-commands.h). May be used by several
 * threads.
 */
typedef struct _VasProcessScan VasProcessScan;

/** vas_process_scan_new: @root: directory laid out like /proc. */
VasProcessScan *vas_process_scan_new (const char *root);
VasProcessScan *vas_process_scan_ref (VasProcessScan *self);
void vas_process_scan_unref (VasProcessScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasProcessScan, vas_process_scan_unref)

/**
 * vas_process_scan_run:
 *
 * Blocks; call it on a worker. Processes that vanish meanwhile are left out.
 *
 * Returns: (transfer full) (element-type VasProcess): by pid; %NULL and %VAS_ERROR_READ if the
 *   directory cannot be listed, or %G_IO_ERROR_CANCELLED.
 */
GPtrArray *
vas_process_scan_run (VasProcessScan *self, GCancellable *cancellable, GError **error);

/** vas_process_scan_get_cost: microseconds of processor time that the last listing took. */
gint64 vas_process_scan_get_cost (VasProcessScan *self);

void vas_process_scan_run_async (VasProcessScan *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *vas_process_scan_run_finish (GAsyncResult *result, GError **error);
