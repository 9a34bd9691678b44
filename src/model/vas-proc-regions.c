/* Reads the regions of a process from maps or smaps, and finds out why there are none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc-private.h"

#include <errno.h>
#include <unistd.h>

#include "vas-gate.h"
#include "vas-maps-parser.h"
#include "vas-proc-files.h"
#include "vas-proc-walk.h"

enum
{
  SLICE_BYTES = 65536,      /* the kernel gives at most a page a call; saved trees give all of it */
  N_ATTEMPTS = 4,
  RETRY_TIME = 25 * G_TIME_SPAN_MILLISECOND,
};

/* FALSE with @error set, by the system call or the cancellable. */
static gboolean
feed_from (VasProc *self, int fd, VasMapsParser *parser, GCancellable *cancellable, GError **error)
{
  g_autofree char *slice = g_malloc (SLICE_BYTES);
  gboolean may_walk = self->is_live;
  gsize fed = 0;
  gssize got;
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      got = read (fd, slice, SLICE_BYTES);
      if (got > 0)
        vas_maps_parser_feed (parser, slice, got);
      else if (got < 0 && errno != EINTR)
        {
          vas_proc_set_errno (self, errno, error);
          return FALSE;
        }
      fed += MAX (got, 0);
      if (may_walk && fed >= VAS_PROC_WALK_AFTER)
        {
          may_walk = FALSE;
          if (vas_proc_walk_rest (fd, parser, cancellable))
            return TRUE;
        }
    }
  while (got != 0);
  return TRUE;
}

static VasReading *
read_text (VasProc *self, const char *path, GCancellable *cancellable, GError **error)
{
  int fd = vas_proc_file_open (self->memory, path);
  if (fd < 0)
    {
      vas_proc_set_errno (self, errno, error);
      return NULL;
    }
  g_autoptr (VasMapsParser) parser = vas_maps_parser_new (VAS_MAPS_LIVE);
  gboolean fed = feed_from (self, fd, parser, cancellable, error);
  close (fd);
  return fed ? vas_maps_parser_finish (g_steal_pointer (&parser)) : NULL;
}

/* Linux 6.8 says so in status, older kernels in the flags only. */
static gboolean
is_kernel_thread (const VasProc *self, const VasProcStat *stat)
{
  gsize length;
  VasProcStatus status = { 0 };
  g_autofree char *text
      = vas_proc_file_read (self->directory, "status", VAS_PROC_FILE_BYTES, &length);
  if (text != NULL)
    vas_proc_status_parse (text, length, &status);
  return status.is_kernel_thread || vas_proc_stat_is_kernel_thread (stat);
}

static VasError
explain_no_regions (VasProc *self, const VasProcStat *stat, const VasReading *reading)
{
  if (reading->n_lines > 0)
    return VAS_ERROR_NOT_MAPS;
  if (is_kernel_thread (self, stat))
    return VAS_ERROR_KERNEL_THREAD;
  if (vas_proc_stat_has_ended (stat))
    return VAS_ERROR_ZOMBIE;
  return VAS_ERROR_EMPTY;
}

/* The gate page is counted to no process. */
static guint64
get_counted_size (const VasReading *reading)
{
  guint64 gate = vas_gate_is_last (reading)
                     ? vas_region_get_size (&reading->regions[reading->n_regions - 1])
                     : 0;
  return reading->mapped - gate;
}

/* What statm says at one moment; a process that has just ended has no pages. */
typedef struct
{
  gboolean is_known;
  guint64 pages;
} MappedSize;

static MappedSize
read_mapped_size (const VasProc *self)
{
  gsize length;
  VasProcMemory memory;
  g_autofree char *text
      = vas_proc_file_read (self->memory, "statm", VAS_PROC_FILE_BYTES, &length);
  return text != NULL && vas_proc_statm_parse (text, length, &memory)
             ? (MappedSize) { TRUE, memory.mapped }
             : (MappedSize) { 0 };
}

/* Whether @sum bytes are @pages pages. How large a page is depends on the machine that the tree
 * comes from: 4, 8, 16 or 64 KiB. */
static gboolean
is_size_of_pages (guint64 sum, guint64 pages)
{
  for (guint64 page_size = 4096; page_size <= 65536; page_size *= 2)
    if (pages * page_size == sum)
      return TRUE;
  return FALSE;
}

static gboolean
held_still (const VasReading *reading, MappedSize before, MappedSize after)
{
  if (!before.is_known || !after.is_known)
    return TRUE;
  return before.pages == after.pages && is_size_of_pages (get_counted_size (reading), before.pages);
}

/* Where the program's stack began: the same as long as no exec makes it another program, which
 * neither changes the pid nor the start time. */
static guint64
identify_program (const VasProc *self, const VasProcStat *of_process)
{
  gsize length;
  VasProcStat stat;
  if (self->memory == self->directory)
    return of_process->start_stack;
  g_autofree char *text = vas_proc_file_read (self->memory, "stat", VAS_PROC_FILE_BYTES, &length);
  return text != NULL && vas_proc_stat_parse (text, length, &stat) ? stat.start_stack : 0;
}

/* A kernel without CONFIG_PROC_PAGE_MONITOR has no smaps. */
static const char *
choose_file (const VasProc *self, VasProcText text)
{
  return text == VAS_PROC_SMAPS && faccessat (self->memory, "smaps", F_OK, 0) == 0 ? "smaps"
                                                                                   : "maps";
}

/* One attempt. Sets whether the process was moving: an exec ends the file early (the descriptor
 * belongs to the old address space), and everything else that changes it changes its size. */
static VasReading *
read_once (VasProc *self, VasProcText text, GCancellable *cancellable, GError **error)
{
  VasProcStat before, after;
  if (!vas_proc_read_stat (self, &before, error))
    return NULL;
  guint64 program = identify_program (self, &before);
  MappedSize size_before = read_mapped_size (self);
  g_autoptr (VasReading) reading
      = read_text (self, choose_file (self, text), cancellable, error);
  MappedSize size_after = read_mapped_size (self);
  if (reading == NULL || !vas_proc_read_stat (self, &after, error))
    return NULL;
  self->program = identify_program (self, &after);
  self->moving = program != self->program || !held_still (reading, size_before, size_after);
  if (reading->n_regions == 0 && explain_no_regions (self, &after, reading) != VAS_ERROR_EMPTY)
    {
      vas_proc_set_error (self, explain_no_regions (self, &after, reading), error);
      return NULL;
    }
  return g_steal_pointer (&reading);
}

VasReading *
vas_proc_read_regions (VasProc *self,
                       VasProcText text,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  gint64 deadline = g_get_monotonic_time () + RETRY_TIME;
  g_autoptr (VasReading) reading = NULL;
  for (guint attempt = 0; attempt < N_ATTEMPTS; attempt++)
    {
      g_clear_pointer (&reading, vas_reading_free);
      reading = read_once (self, text, cancellable, error);
      if (reading == NULL || (reading->n_regions > 0 && !self->moving))
        return g_steal_pointer (&reading);
      /* What takes long to read is never still for so long: once more would only cost as much again. */
      if (reading->n_regions > 0 && g_get_monotonic_time () >= deadline)
        break;
    }
  if (reading->n_regions > 0)
    return g_steal_pointer (&reading);
  vas_proc_set_error (self, VAS_ERROR_EMPTY, error);
  return NULL;
}
