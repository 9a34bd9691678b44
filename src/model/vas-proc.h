/* Reads one process from a directory laid out like /proc.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-facts.h"

/**
 * vas_proc_read_regions:
 * @root: directory laid out like /proc
 * @with_usage: reads smaps instead of maps
 * @start_time: (inout): 0 on entry takes any; else the identity that must still hold
 *
 * Tells an empty maps file's causes apart: kernel thread, zombie, main thread gone (then a living
 * thread's maps is read, proc(5)), exec or exit while reading (read again).
 *
 * Returns: (transfer full): a reading with at least one region, or %NULL and a %VAS_ERROR.
 */
VasReading *vas_proc_read_regions (const char *root,
                                   gint32 pid,
                                   guint64 *start_time,
                                   gboolean with_usage,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * vas_proc_read_facts:
 * @reading: names of the mapped files whose ELF headers are wanted
 *
 * Never fails: what cannot be read is left out. Opens mapped files through `root/PID/root`, regular
 * files only, under a total time budget.
 *
 * Returns: (transfer full):
 */
VasFacts *vas_proc_read_facts (const char *root, gint32 pid, const VasReading *reading,
                               GCancellable *cancellable);
