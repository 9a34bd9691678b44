/* Where a picture comes from: a process, a saved file, or bytes; and the one way to read it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-snapshot.h"

/** VasSource: immutable, atomically reference-counted. */
typedef struct _VasSource VasSource;

/**
 * vas_source_new_for_process:
 * @proc_root: directory laid out like /proc; %NULL is "/proc"
 * @start_time: clock ticks after boot; 0 takes whichever process has the pid at the first reading,
 *   and remembers it: from then on a reused pid is VAS_ERROR_REUSED
 */
VasSource *vas_source_new_for_process (const char *proc_root, gint32 pid, guint64 start_time);
/** vas_source_new_for_path: a saved maps or smaps file. */
VasSource *vas_source_new_for_path (const char *path);
/** vas_source_new_for_bytes: text in hand, e.g. standard input; @title is UTF-8. */
VasSource *vas_source_new_for_bytes (GBytes *bytes, const char *title);
VasSource *vas_source_ref (VasSource *self);
void vas_source_unref (VasSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasSource, vas_source_unref)

/**
 * vas_source_renew:
 *
 * Returns: (transfer full): a source of the same process, or file, that knows nothing of earlier
 *   readings but whom they were of.
 */
VasSource *vas_source_renew (VasSource *self);

/**
 * vas_source_open_pidfd:
 *
 * For a process that was read once.
 *
 * Returns: what vas_pidfd_open() gives; -1 if the source is no process.
 */
int vas_source_open_pidfd (VasSource *self);

/** vas_source_get_pid: -1 if the source is no process. */
gint32 vas_source_get_pid (const VasSource *self);
/** vas_source_get_path: (nullable): of a file source. */
const char *vas_source_get_path (const VasSource *self);
/** vas_source_dup_title: (transfer full): UTF-8, fit to show. */
char *vas_source_dup_title (const VasSource *self);

/**
 * VasReadFlags:
 * @VAS_READ_MAPS: maps alone: next to free for the target
 * @VAS_READ_USAGE: smaps: sizes in memory; holds the target's mmap lock while it is read
 * @VAS_READ_RESIDENT: what is in RAM and what is swapped out, without smaps and at a third of its
 *   cost, where the kernel has the means (6.7); else as without it. Idle beside %VAS_READ_USAGE
 */
typedef enum
{
  VAS_READ_MAPS = 0,
  VAS_READ_USAGE = 1 << 0,
  VAS_READ_RESIDENT = 1 << 1,
} VasReadFlags;

/**
 * vas_source_read:
 * @former: (nullable): what the last reading of this source gave
 *
 * Blocks; call it on a worker. Never stops, signals or writes to the target.
 *
 * Returns: (transfer full): a snapshot with at least one region, which is @former itself if nothing
 *   that Vascope shows has changed (vas_snapshot_follow()); %NULL with a %VAS_ERROR whose message
 *   names the cause and what one can do, or %G_IO_ERROR_CANCELLED.
 */
VasSnapshot *vas_source_read (VasSource *self,
                              VasReadFlags flags,
                              VasSnapshot *former,
                              GCancellable *cancellable,
                              GError **error);

/** vas_source_read_async: the same on a thread of the GTask pool. */
void vas_source_read_async (VasSource *self,
                            VasReadFlags flags,
                            VasSnapshot *former,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
VasSnapshot *vas_source_read_finish (GAsyncResult *result, GError **error);
