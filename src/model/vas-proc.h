/* Reads one process from a directory laid out like /proc.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-facts.h"
#include "vas-mapped-files.h"

/** vas_proc_root_open: a descriptor of @root, to close(); -1 with %VAS_ERROR_READ. */
int vas_proc_root_open (const char *root, GError **error);

/** vas_proc_root_is_live: whether this directory is a procfs of the running kernel. */
gboolean vas_proc_root_is_live (int root);

/**
 * VasProc:
 *
 * One process, held open by a descriptor of its directory, relative to which every file is opened:
 * when the process ends that descriptor answers ESRCH or ENOENT, even if its pid is given to another
 * process. Never stops, signals or writes to the process. For one thread at a time.
 */
typedef struct _VasProc VasProc;

/**
 * vas_proc_open:
 * @root: directory laid out like /proc
 * @start_time: stat field 22 of the process that is meant; 0 takes whichever has the pid
 *
 * Returns: (transfer full): %NULL with %VAS_ERROR_VANISHED, %VAS_ERROR_REUSED, %VAS_ERROR_DENIED
 *   (hidepid, proc(5)) or %VAS_ERROR_READ.
 */
VasProc *vas_proc_open (const char *root, gint32 pid, guint64 start_time, GError **error);
void vas_proc_free (VasProc *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasProc, vas_proc_free)

/** vas_proc_get_start_time: with the pid the identity; 0 in a tree without a stat file. */
guint64 vas_proc_get_start_time (const VasProc *self);

/**
 * VasProcText: which file the regions are read from.
 * @VAS_PROC_MAPS: next to free for the process
 * @VAS_PROC_SMAPS: with sizes in memory. Holds the mmap lock of the process while its page tables
 *   are walked. A kernel that has no smaps (CONFIG_PROC_PAGE_MONITOR) gives maps instead
 */
typedef enum
{
  VAS_PROC_MAPS,
  VAS_PROC_SMAPS,
} VasProcText;

/**
 * vas_proc_read_regions:
 *
 * Reads in slices, and again if the process did something else meanwhile: the sizes of the regions
 * must sum up to what statm says before and after. A process that never holds still for that long
 * is taken as it is, and its facts say that it was moving.
 *
 * Tells an empty maps file's causes apart: kernel thread, zombie, main thread gone (then a living
 * thread's file is read, proc(5)), exec or exit while reading.
 *
 * Returns: (transfer full): a reading with at least one region; %NULL with a %VAS_ERROR or
 *   %G_IO_ERROR_CANCELLED.
 */
VasReading *vas_proc_read_regions (VasProc *self,
                                   VasProcText text,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * vas_proc_add_residency:
 * @reading: what vas_proc_read_regions() gave from maps
 *
 * Adds what is in RAM and what is swapped out of each region (%VAS_FIELD_RSS, %VAS_FIELD_SWAP), as
 * smaps would say, at a third of its cost; adds nothing where the kernel (before 6.7) or a captured
 * tree does not tell.
 */
void vas_proc_add_residency (VasProc *self, VasReading *reading, GCancellable *cancellable);

/**
 * vas_proc_read_facts:
 * @reading: what vas_proc_read_regions() gave: names the mapped files whose ELF headers are wanted
 * @files: what is known of mapped files from earlier readings, and is added to
 *
 * Never fails: what cannot be read is left out.
 *
 * Returns: (transfer full):
 */
VasFacts *vas_proc_read_facts (VasProc *self,
                               const VasReading *reading,
                               VasMappedFiles *files,
                               GCancellable *cancellable);

/**
 * vas_proc_has_execed:
 * @facts: what vas_proc_read_facts() gave
 *
 * Returns: whether the facts are of another program than the regions read last: the process called
 *   execve() in between.
 */
gboolean vas_proc_has_execed (const VasProc *self, const VasFacts *facts);
