/* What the files that make up the proc reader share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-error.h"
#include "vas-proc-stat.h"
#include "vas-proc.h"

/**
 * VasProc:
 * @directory: descriptor of root/PID
 * @memory: descriptor of the directory whose files show the address space: the same, or that of a
 *   living thread when the main thread has ended (proc(5))
 * @name: (owned): comm as bytes, for messages; "" unknown
 * @is_live: the root is a procfs of the running kernel, no tree that was laid out like one
 * @program: of the last regions read: where the stack began, which tells an exec from no exec
 * @moving: of the last regions read: the process did not hold still
 */
struct _VasProc
{
  int directory;
  int memory;
  gint32 pid;
  guint64 start_time;
  char *name;
  gboolean is_live;
  guint64 program;
  gboolean moving;
};

/** VAS_PROC_FILE_BYTES: far more than the longest stat, status or limits. */
#define VAS_PROC_FILE_BYTES 65536

/**
 * vas_proc_read_stat:
 *
 * Reads stat, holds it against the identity, and finds the directory that shows the memory. A tree
 * without the file gives zeros.
 */
gboolean vas_proc_read_stat (VasProc *self, VasProcStat *stat, GError **error);

/** vas_proc_set_error: one whole sentence that names the process and says what one can do. */
void vas_proc_set_error (const VasProc *self, VasError code, GError **error);

/** vas_proc_set_errno: the same for a failed system call: EACCES, EPERM, ENOENT, ESRCH, others. */
void vas_proc_set_errno (const VasProc *self, int why, GError **error);
