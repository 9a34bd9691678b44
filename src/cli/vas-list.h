/* Prints the processes one could pick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-process.h"

/**
 * vas_list_print_table:
 * @processes: (element-type VasProcess):
 * @proc_root: where they were read from; tells when the machine was started
 *
 * A line a process, for a person, cut to the width of the terminal.
 */
gboolean vas_list_print_table (GPtrArray *processes, const char *proc_root, GError **error);

/** vas_list_print_json: `{ "schema": 1, "processes": [ ... ] }`; sizes in bytes, start times in
 *  clock ticks after boot. */
gboolean vas_list_print_json (GPtrArray *processes, GError **error);
