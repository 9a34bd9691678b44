/* The command line: what was asked for, and the part of it that needs no display.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-export.h"
#include "vas-source.h"

/**
 * VasCommandLine: exit statuses are 0 done, 1 could not (one sentence on stderr), 2 wrong usage.
 */
typedef enum
{
  VAS_EXIT_DONE = 0,
  VAS_EXIT_FAILED = 1,
  VAS_EXIT_USAGE = 2,
} VasExit;

/**
 * vas_command_line_run:
 * @argv: (array length=argc): as main() got it
 * @source: (out) (transfer full) (nullable): what the window is to open, if a window is wanted
 * @proc_root: (out) (transfer full) (nullable): --proc-root
 *
 * Does --help, --version, --list, --export and --at, touching neither display nor D-Bus. The locale
 * has been set; for output that programs read, messages are switched back to English.
 *
 * Returns: an exit status; or -1 if a window is wanted.
 */
int vas_command_line_run (int argc, char **argv, VasSource **source, char **proc_root);
