/* Lists the processes again and again while somebody looks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasProcessWatch: lists the processes on a worker while it is running. The rest after a listing is
 * 120 times the processor time it took, and two seconds at least: so listing stays below a hundredth
 * of one core, however many processes there are.
 *
 * Signals:
 *  - "listed" (GPtrArray *processes): of #VasProcess, by pid
 *  - "failed" (GError *error): they cannot be listed; tried again after the rest
 */
#define VAS_TYPE_PROCESS_WATCH (vas_process_watch_get_type ())
G_DECLARE_FINAL_TYPE (VasProcessWatch, vas_process_watch, VAS, PROCESS_WATCH, GObject)

/** vas_process_watch_new: @root: directory laid out like /proc. It does not run yet. */
VasProcessWatch *vas_process_watch_new (const char *root);

/** vas_process_watch_set_running: lists at once when it begins to run. */
void vas_process_watch_set_running (VasProcessWatch *self, gboolean running);
