/* What the words of the command line ask for, checked as far as that goes without doing it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-export.h"

typedef enum
{
  VAS_TASK_WINDOW,
  VAS_TASK_HELP,
  VAS_TASK_VERSION,
  VAS_TASK_LIST,
  VAS_TASK_EXPORT,
  VAS_TASK_AT,
  VAS_N_TASKS
} VasTask;

/**
 * VasRequest:
 * @target: (nullable): "-", digits for a process, else a path; bytes
 * @proc_root: (nullable): bytes
 * @json: machine-readable output of --list and --at
 * @with_usage: --smaps
 * @out: of an export: a path, or "-"; bytes
 * @export: its picture is set for every format; nobody draws yet
 * @help: of %VAS_TASK_HELP: what to print
 */
typedef struct
{
  VasTask task;
  char *target;
  char *proc_root;
  gboolean json;
  gboolean with_usage;
  char *out;
  VasExport export;
  guint64 address;
  char *help;
} VasRequest;

/**
 * vas_request_parse:
 * @argv: (array zero-terminated=1): as main() got it
 *
 * Returns: (transfer full): %NULL and %VAS_ERROR_USAGE with one sentence that says what is wrong
 *   and what would be right.
 */
VasRequest *vas_request_parse (char **argv, GError **error);
void vas_request_free (VasRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasRequest, vas_request_free)
