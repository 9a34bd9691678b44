/* The rows of the process list: kept up to date, and narrowed down to what was typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-process.h"

/**
 * VasProcessRows:
 *
 * Signals:
 *  - "changed": the rows follow a new listing, or command lines became known
 *  - "failed" (GError *error): the processes cannot be listed
 */
#define VAS_TYPE_PROCESS_ROWS (vas_process_rows_get_type ())
G_DECLARE_FINAL_TYPE (VasProcessRows, vas_process_rows, VAS, PROCESS_ROWS, GObject)

/** vas_process_rows_new: @root: directory laid out like /proc. */
VasProcessRows *vas_process_rows_new (const char *root);

/** vas_process_rows_set_running: whether somebody sees them; lists at once, then again and again. */
void vas_process_rows_set_running (VasProcessRows *self, gboolean running);

/** vas_process_rows_set_search: @text: words that each row is to have; "" for all rows. */
void vas_process_rows_set_search (VasProcessRows *self, const char *text);

/** vas_process_rows_want_command: reads the command line of @process, and sets it there. */
void vas_process_rows_want_command (VasProcessRows *self, VasProcess *process);

/** vas_process_rows_get_model: (transfer none): of #VasProcess, those that match. */
GListModel *vas_process_rows_get_model (VasProcessRows *self);

/** vas_process_rows_get_n_processes: of all, whether they match or not. */
guint vas_process_rows_get_n_processes (VasProcessRows *self);
