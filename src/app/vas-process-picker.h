/* The list of processes one could look into: filtered as one types, sorted by any column.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * VasProcessPicker: lists the processes on a worker, again and again while it can be seen.
 *
 * Properties:
 *  - "roomy": whether it has the window to itself: an invitation and further columns then
 *
 * Signals:
 *  - "picked" (gint pid, guint64 start_time): by click or Enter
 */
#define VAS_TYPE_PROCESS_PICKER (vas_process_picker_get_type ())
G_DECLARE_FINAL_TYPE (VasProcessPicker, vas_process_picker, VAS, PROCESS_PICKER, GtkWidget)

/** vas_process_picker_set_root: directory laid out like /proc, which is the default; before it is
 *  shown. */
void vas_process_picker_set_root (VasProcessPicker *self, const char *root);

/** vas_process_picker_set_current: the process that is open and to be selected; -1 for none. */
void vas_process_picker_set_current (VasProcessPicker *self, gint32 pid);
