/* The processes one could pick, and why some of them cannot be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-process.h"

/**
 * vas_process_list_read:
 * @root: directory laid out like /proc
 *
 * Blocks; call it on a worker. Processes that vanish meanwhile are left out.
 *
 * Returns: (transfer full) (element-type VasProcess): by pid; %NULL and %VAS_ERROR_READ if @root
 *   cannot be listed, or %G_IO_ERROR_CANCELLED.
 */
GPtrArray *vas_process_list_read (const char *root, GCancellable *cancellable, GError **error);
void vas_process_list_read_async (const char *root,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *vas_process_list_read_finish (GAsyncResult *result, GError **error);

/**
 * VasProcessList: a #GListModel of #VasProcess by pid. Merging a new listing keeps the objects of
 * processes that did not change and announces exact changes.
 */
#define VAS_TYPE_PROCESS_LIST (vas_process_list_get_type ())
G_DECLARE_FINAL_TYPE (VasProcessList, vas_process_list, VAS, PROCESS_LIST, GObject)

VasProcessList *vas_process_list_new (void);
/** vas_process_list_update: @processes (element-type VasProcess), sorted by pid. */
void vas_process_list_update (VasProcessList *self, GPtrArray *processes);
