/* Reads the command lines of processes, of those only that somebody wants to see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-process.h"

/**
 * vas_process_commands_read:
 * @root: directory laid out like /proc
 * @processes: (element-type VasProcess):
 *
 * Reads all command lines that are unknown. Blocks. One that cannot be read is "".
 */
void vas_process_commands_read (const char *root, GPtrArray *processes);

/**
 * VasProcessCommands: reads those command lines on a worker that were asked for.
 *
 * A command line lies in the memory of its process, and the kernel takes the process's mmap lock to
 * copy it: that costs as much as a third of a listing, and one that is stuck holding the lock keeps
 * its reader waiting. So a list asks for the rows that have widgets, and for all when somebody
 * searches.
 *
 * Signals:
 *  - "arrived": some command lines became known; each process has notified of its own
 */
#define VAS_TYPE_PROCESS_COMMANDS (vas_process_commands_get_type ())
G_DECLARE_FINAL_TYPE (VasProcessCommands, vas_process_commands, VAS, PROCESS_COMMANDS, GObject)

/** vas_process_commands_new: @root: directory laid out like /proc. */
VasProcessCommands *vas_process_commands_new (const char *root);

/** vas_process_commands_want: asks for the command line of @process, unless it is known and of the
 *  newest listing. */
void vas_process_commands_want (VasProcessCommands *self, VasProcess *process);
