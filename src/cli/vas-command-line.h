/* The command line: does what it asks for, here or in another program of Vascope.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-export.h"
#include "vas-source.h"

/**
 * VasExit: 0 done, 1 could not (one sentence on stderr), 2 wrong usage.
 */
typedef enum
{
  VAS_EXIT_DONE = 0,
  VAS_EXIT_FAILED = 1,
  VAS_EXIT_USAGE = 2,
} VasExit;

/**
 * VasAbilities: what a program can do besides printing text.
 * @draw: (nullable): vas_picture_write()
 * @open_window: (nullable): shows @source, or lets the person pick a process of @proc_root if it is
 *   %NULL, until the window is closed. Returns %FALSE with a sentence if no window can be opened.
 */
typedef struct
{
  VasDrawPicture draw;
  gboolean (*open_window) (VasSource *source, const char *proc_root, GError **error);
} VasAbilities;

/**
 * vas_command_line_run:
 * @argv: (array length=argc): as main() got it
 *
 * The whole of a main(): sets the locale and does what is asked for. What this program is not able
 * to do, vas_handover_run() has done by the one that is. --help, --version, --list, --export and
 * --at touch neither display nor D-Bus. Output that programs read is in English.
 *
 * Returns: a #VasExit.
 */
int vas_command_line_run (int argc, char **argv, const VasAbilities *abilities);
