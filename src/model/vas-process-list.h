/* The processes one could pick, and why some of them cannot be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/** VasAccess: whether this user may read the process's maps, found by opening it. */
typedef enum
{
  VAS_ACCESS_READABLE,
  VAS_ACCESS_DENIED,
  VAS_ACCESS_KERNEL_THREAD,
  VAS_ACCESS_ZOMBIE,
  VAS_ACCESS_EMPTY,
} VasAccess;

/** vas_access_describe: translated: "belongs to another user"; "" if readable. */
const char *vas_access_describe (VasAccess access);
/** vas_access_get_id: never translated: "readable", "denied", "kernel-thread", "zombie", "empty". */
const char *vas_access_get_id (VasAccess access);

/**
 * VasProcess: a row of the picker, immutable. Sizes in bytes. Strings are UTF-8, fit to show.
 */
#define VAS_TYPE_PROCESS (vas_process_get_type ())
G_DECLARE_FINAL_TYPE (VasProcess, vas_process, VAS, PROCESS, GObject)

gint32 vas_process_get_pid (VasProcess *self);
guint64 vas_process_get_start_time (VasProcess *self);
const char *vas_process_get_name (VasProcess *self);
const char *vas_process_get_command (VasProcess *self);
const char *vas_process_get_user (VasProcess *self);
guint64 vas_process_get_resident (VasProcess *self);
guint64 vas_process_get_mapped (VasProcess *self);
guint vas_process_get_n_threads (VasProcess *self);
VasAccess vas_process_get_access (VasProcess *self);
/** vas_process_get_search_text: case-folded pid, name, command and user, for filtering as one types. */
const char *vas_process_get_search_text (VasProcess *self);

/**
 * vas_process_list_read:
 *
 * Blocks; call it on a worker. Processes that vanish meanwhile are left out.
 *
 * Returns: (transfer full) (element-type VasProcess): by pid; %NULL and %VAS_ERROR_READ if @root
 *   cannot be listed.
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
