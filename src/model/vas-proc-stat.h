/* Reads the text of /proc/PID/stat, statm, status and limits. Pure: bytes in, numbers out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasProcStat: the fields of stat that Vascope uses; proc(5) numbers them from 1.
 * @name: comm as stat prints it (newline and backslash escaped), cut to what fits
 * @state: R S D Z T ...
 * @flags: field 9, PF_* of include/linux/sched.h
 * @start_time: field 22, clock ticks after boot
 * @mapped: field 23, bytes
 * @resident: field 24, pages
 *
 * Addresses are 0 (@start_code and @end_code 1) for readers without PTRACE_MODE_READ.
 */
typedef struct
{
  gint32 pid;
  char name[64];
  char state;
  guint32 flags;
  guint n_threads;
  guint64 start_time;
  guint64 mapped;
  guint64 resident;
  guint64 start_code, end_code, start_stack;
  guint64 start_data, end_data, start_brk;
  guint64 arg_start, arg_end, env_start, env_end;
} VasProcStat;

/**
 * vas_proc_stat_parse:
 *
 * The name may hold anything, so the fields are counted from behind the last `)`. A kernel that
 * prints fewer fields (start_data and what follows: since 3.3 and 3.5) leaves them 0.
 *
 * Returns: whether this is a stat line at least as far as its start time.
 */
gboolean vas_proc_stat_parse (const char *text, gsize length, VasProcStat *stat);

/** vas_proc_stat_is_kernel_thread: by PF_KTHREAD, which means the same since 2.6.38. */
gboolean vas_proc_stat_is_kernel_thread (const VasProcStat *stat);

/** vas_proc_stat_has_ended: a zombie: nothing is left but the exit status. */
gboolean vas_proc_stat_has_ended (const VasProcStat *stat);

/** VasProcMemory: fields 1 and 2 of statm, in pages. */
typedef struct
{
  guint64 mapped;
  guint64 resident;
} VasProcMemory;

gboolean vas_proc_statm_parse (const char *text, gsize length, VasProcMemory *memory);

/**
 * VasProcStatus: the lines of status that Vascope uses.
 * @uid: the real user id; only valid if @has_uid
 * @is_kernel_thread: `Kthread: 1` (since 6.8)
 */
typedef struct
{
  gboolean has_uid;
  guint32 uid;
  guint n_threads;
  gboolean is_kernel_thread;
} VasProcStatus;

/** vas_proc_status_parse: total: what is not there stays 0. */
void vas_proc_status_parse (const char *text, gsize length, VasProcStatus *status);

/**
 * vas_proc_limits_parse_stack:
 *
 * Returns: the soft limit of "Max stack size" in bytes; %G_MAXUINT64 if unlimited; 0 if not there.
 */
guint64 vas_proc_limits_parse_stack (const char *text, gsize length);
