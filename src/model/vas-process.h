/* A process one could pick: a row of the picker, and whether it can be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

/** VasAccess: whether this user may read the process's maps, by the kernel's own answer. */
typedef enum
{
  VAS_ACCESS_READABLE,
  VAS_ACCESS_DENIED,
  VAS_ACCESS_KERNEL_THREAD,
  VAS_ACCESS_ZOMBIE,
  VAS_ACCESS_EMPTY,
} VasAccess;

/** vas_access_describe: translated: "belongs to another user"; "" if readable. */
const char *vas_access_describe (VasAccess access);
/** vas_access_get_id: never translated: "readable", "denied", "kernel-thread", "zombie", "empty". */
const char *vas_access_get_id (VasAccess access);

/**
 * VasProcess: sizes in bytes; strings are UTF-8, fit to show.
 *
 * The identity is pid and start time. All else follows newer listings; the command line, which a
 * listing leaves out (vas-process-commands.h), becomes known later, and with it the whole of a name
 * that the kernel cut. For one thread at a time: that of the list it is in.
 *
 * Signals:
 *  - "changed": a person would see another row
 */
#define VAS_TYPE_PROCESS (vas_process_get_type ())
G_DECLARE_FINAL_TYPE (VasProcess, vas_process, VAS, PROCESS, GObject)

/**
 * VasProcessFields: what a listing finds.
 * @start_time: clock ticks after boot; with @pid the identity
 * @comm: bytes: what the kernel calls it, cut to 15; "" where the system hides it (hidepid)
 * @resident: bytes in RAM
 * @mapped: bytes of addresses set aside
 */
typedef struct
{
  gint32 pid;
  guint64 start_time;
  const char *comm;
  const char *user;
  guint64 resident;
  guint64 mapped;
  guint n_threads;
  VasAccess access;
} VasProcessFields;

/** vas_process_new: copies the strings. */
VasProcess *vas_process_new (const VasProcessFields *fields);

gint32 vas_process_get_pid (VasProcess *self);
guint64 vas_process_get_start_time (VasProcess *self);
/** vas_process_get_name: what the program calls itself; whole once its command line is known. */
const char *vas_process_get_name (VasProcess *self);
const char *vas_process_get_user (VasProcess *self);
guint64 vas_process_get_resident (VasProcess *self);
guint64 vas_process_get_mapped (VasProcess *self);
guint vas_process_get_n_threads (VasProcess *self);
VasAccess vas_process_get_access (VasProcess *self);

/** vas_process_get_command: its arguments, parted by spaces; "" where it has none, or none are known
 *  yet. */
const char *vas_process_get_command (VasProcess *self);

/** VasCommandState: @VAS_COMMAND_DATED was read before the process changed. */
typedef enum
{
  VAS_COMMAND_UNKNOWN,
  VAS_COMMAND_DATED,
  VAS_COMMAND_KNOWN,
} VasCommandState;

VasCommandState vas_process_get_command_state (VasProcess *self);

/** vas_process_set_command: @bytes as the file cmdline has them: each argument ends in a NUL. */
void vas_process_set_command (VasProcess *self, const char *bytes, gsize length);

/** vas_process_is_same: whether the two have one identity. */
gboolean vas_process_is_same (VasProcess *self, VasProcess *other);

/** vas_process_follow: takes over what a newer listing says of the same process. The command line of
 *  one that is called something else now, by exec or of itself, is unknown again. */
void vas_process_follow (VasProcess *self, VasProcess *newer);

/** vas_process_get_search_text: case-folded pid, name, command and user, for filtering as one types. */
const char *vas_process_get_search_text (VasProcess *self);
