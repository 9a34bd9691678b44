/* The failures a person can meet, each with a sentence that says what to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VAS_ERROR:
 *
 * Domain of every failure that Vascope reports. The message is a whole translated sentence for a
 * person; code branches on the code, never on the text.
 */
#define VAS_ERROR (vas_error_quark ())

/**
 * VasError:
 * @VAS_ERROR_DENIED: the kernel refuses to show this process to this user (EACCES, EPERM)
 * @VAS_ERROR_VANISHED: no such process any more (ENOENT, ESRCH)
 * @VAS_ERROR_REUSED: the pid now belongs to another process (its start time differs)
 * @VAS_ERROR_ZOMBIE: the process has ended and waits for its parent: no address space
 * @VAS_ERROR_KERNEL_THREAD: a kernel thread: it has no address space of its own
 * @VAS_ERROR_EMPTY: an empty file, or a process that shows no mappings for another cause
 * @VAS_ERROR_NOT_MAPS: text in which not one mapping line was found
 * @VAS_ERROR_READ: reading failed (missing file, I/O error)
 * @VAS_ERROR_WRITE: writing failed (full disk, no permission); what was there before is unharmed
 * @VAS_ERROR_USAGE: the request itself makes no sense (bad option, bad filter, bad range)
 * @VAS_ERROR_NOT_MAPPED: the address asked for lies in no region
 */
typedef enum
{
  VAS_ERROR_DENIED,
  VAS_ERROR_VANISHED,
  VAS_ERROR_REUSED,
  VAS_ERROR_ZOMBIE,
  VAS_ERROR_KERNEL_THREAD,
  VAS_ERROR_EMPTY,
  VAS_ERROR_NOT_MAPS,
  VAS_ERROR_READ,
  VAS_ERROR_WRITE,
  VAS_ERROR_USAGE,
  VAS_ERROR_NOT_MAPPED,
} VasError;

GQuark vas_error_quark (void);

/** vas_error_may_pass: whether the same request may succeed when it is made again by itself: a process
 *  in the middle of an exec shows nothing for a moment, a disk may come back. */
gboolean vas_error_may_pass (const GError *error);
