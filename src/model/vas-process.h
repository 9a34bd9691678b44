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
 * VasProcess: immutable. Sizes in bytes. Strings are UTF-8, fit to show.
 */
#define VAS_TYPE_PROCESS (vas_process_get_type ())
G_DECLARE_FINAL_TYPE (VasProcess, vas_process, VAS, PROCESS, GObject)

/**
 * VasProcessFields: what a process is made from.
 * @start_time: clock ticks after boot; with @pid the identity
 * @name: its file's name, or what the program calls itself; "" where the system hides it (hidepid)
 * @command: its arguments, parted by spaces; "" where it has none
 * @resident: bytes in RAM
 * @mapped: bytes of addresses set aside
 */
typedef struct
{
  gint32 pid;
  guint64 start_time;
  const char *name;
  const char *command;
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
const char *vas_process_get_name (VasProcess *self);
const char *vas_process_get_command (VasProcess *self);
const char *vas_process_get_user (VasProcess *self);
guint64 vas_process_get_resident (VasProcess *self);
guint64 vas_process_get_mapped (VasProcess *self);
guint vas_process_get_n_threads (VasProcess *self);
VasAccess vas_process_get_access (VasProcess *self);
/** vas_process_get_search_text: case-folded pid, name, command and user, for filtering as one types. */
const char *vas_process_get_search_text (VasProcess *self);

/** vas_process_equal: whether a person would see the same row. */
gboolean vas_process_equal (VasProcess *self, VasProcess *other);
