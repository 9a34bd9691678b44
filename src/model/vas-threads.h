/* Reads the threads of a process: who they are and where their stacks are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-facts.h"

/**
 * vas_syscall_parse_stack_pointer:
 * @text: of task/TID/syscall: "running", "-1 SP PC" (blocked outside of a system call), or
 *   "NR a1 a2 a3 a4 a5 a6 SP PC" (proc(5), fs/proc/base.c proc_pid_syscall())
 *
 * Returns: the stack pointer; 0 if the text has none.
 */
guint64 vas_syscall_parse_stack_pointer (const char *text, gsize length);

/**
 * vas_threads_read:
 * @directory: descriptor of a /proc/PID directory
 *
 * Threads that end meanwhile are left out. Stops early when cancelled.
 *
 * Returns: (transfer full) (array length=n) (nullable): by thread id.
 */
VasThread *vas_threads_read (int directory, GCancellable *cancellable, guint *n);
