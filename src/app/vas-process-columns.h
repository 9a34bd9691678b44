/* The columns of the process list: what they show, how wide they are, and how they sort.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-process.h"

typedef enum
{
  VAS_PROCESS_COLUMN_NAME,
  VAS_PROCESS_COLUMN_PID,
  VAS_PROCESS_COLUMN_RESIDENT,
  VAS_PROCESS_COLUMN_MAPPED,
  VAS_PROCESS_COLUMN_USER,
  VAS_PROCESS_COLUMN_COMMAND,
  VAS_N_PROCESS_COLUMNS
} VasProcessColumn;

/** VasProcessWantFunc: @process has a row or is sorted by its command line, which is to be read. */
typedef void (*VasProcessWantFunc) (VasProcess *process, gpointer user_data);

/**
 * vas_process_columns_append:
 * @columns: (out) (array fixed-size=6) (transfer none): the columns, owned by @view
 * @want_command: (scope forever):
 *
 * Appends all columns to @view. Rows of processes that cannot be read are dimmed and say why.
 */
void vas_process_columns_append (GtkColumnView *view,
                                 GtkColumnViewColumn *columns[VAS_N_PROCESS_COLUMNS],
                                 VasProcessWantFunc want_command,
                                 gpointer user_data);

/** vas_process_column_is_optional: whether a narrow list does without it. */
gboolean vas_process_column_is_optional (VasProcessColumn column);
