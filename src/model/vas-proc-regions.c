/* Reads the regions of a process from maps or smaps, and finds out why there are none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc-private.h"

#include <errno.h>
#include <unistd.h>

#include "vas-maps-parser.h"
#include "vas-proc-files.h"

enum
{
  SLICE_BYTES = 65536,      /* the kernel gives at most a page a call; saved trees give all of it */
  N_ATTEMPTS = 4,
  PATH_BYTES = 64,
};

/* FALSE with @error set, by the system call or the cancellable. */
static gboolean
feed_from (VasProc *self, int fd, VasMapsParser *parser, GCancellable *cancellable, GError **error)
{
  g_autofree char *slice = g_malloc (SLICE_BYTES);
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
    }
  while (got != 0);
  return TRUE;
}

static VasReading *
read_text (VasProc *self, const char *path, GCancellable *cancellable, GError **error)
{
  int fd = vas_proc_file_open (self->directory, path);
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

static gboolean
is_thread_alive (const VasProc *self, gint32 tid)
{
  char path[PATH_BYTES];
  gsize length;
  VasProcStat stat;
  g_snprintf (path, sizeof path, "task/%d/stat", tid);
  g_autofree char *text = vas_proc_file_read (self->directory, path, VAS_PROC_FILE_BYTES, &length);
  return text != NULL && vas_proc_stat_parse (text, length, &stat)
         && !vas_proc_stat_has_ended (&stat);
}

/* When its main thread has ended, PID/maps is empty while other threads still run in the same
 * address space; theirs is whole. 0 if no thread is left. */
static gint32
find_living_thread (const VasProc *self)
{
  g_autoptr (GArray) tids = vas_proc_ids_list (self->directory, "task");
  for (guint i = 0; tids != NULL && i < tids->len; i++)
    {
      gint32 tid = g_array_index (tids, gint32, i);
      if (tid != self->pid && is_thread_alive (self, tid))
        return tid;
    }
  return 0;
}

static void
choose_path (const VasProc *self, const VasProcStat *stat, const char *file, char path[PATH_BYTES])
{
  gint32 tid = vas_proc_stat_has_ended (stat) ? find_living_thread (self) : 0;
  if (tid != 0)
    g_snprintf (path, PATH_BYTES, "task/%d/%s", tid, file);
  else
    g_strlcpy (path, file, PATH_BYTES);
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

/* The gate page belongs to no address space and is not counted (get_gate_vma()): the kernel adds
 * its line to every process's maps. */
static gboolean
is_gate (const VasReading *reading, const VasRegion *region)
{
  static const char *const gates[] = { "[vsyscall]", "[vectors]", "[gate]", NULL };
  return g_strv_contains (gates, vas_reading_get_name (reading, region, NULL));
}

static guint64
sum_sizes (const VasReading *reading)
{
  guint64 sum = 0;
  for (gsize i = 0; i < reading->n_regions; i++)
    sum += vas_region_get_size (&reading->regions[i]);
  /* Gates lie at the very ends of the address space. */
  if (reading->n_regions > 0 && is_gate (reading, &reading->regions[reading->n_regions - 1]))
    sum -= vas_region_get_size (&reading->regions[reading->n_regions - 1]);
  return sum;
}

/* 0 if statm cannot be read; then nothing can be checked. */
static guint64
read_mapped_pages (const VasProc *self)
{
  gsize length;
  VasProcMemory memory;
  g_autofree char *text
      = vas_proc_file_read (self->directory, "statm", VAS_PROC_FILE_BYTES, &length);
  return text != NULL && vas_proc_statm_parse (text, length, &memory) ? memory.mapped : 0;
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
held_still (const VasReading *reading, guint64 pages_before, guint64 pages_after)
{
  if (pages_before == 0 || pages_after == 0)
    return TRUE;
  return pages_before == pages_after && is_size_of_pages (sum_sizes (reading), pages_before);
}

VasReading *
vas_proc_read_regions (VasProc *self,
                       VasProcText text,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (VasReading) reading = NULL;
  self->moving = TRUE;
  for (guint attempt = 0; attempt < N_ATTEMPTS && self->moving; attempt++)
    {
      char path[PATH_BYTES];
      VasProcStat stat;
      if (!vas_proc_read_stat (self, &stat, error))
        return NULL;
      choose_path (self, &stat, text == VAS_PROC_SMAPS ? "smaps" : "maps", path);
      guint64 pages_before = read_mapped_pages (self);
      g_clear_pointer (&reading, vas_reading_free);
      reading = read_text (self, path, cancellable, error);
      if (reading == NULL || !vas_proc_read_stat (self, &stat, error))
        return NULL;
      guint64 pages_after = read_mapped_pages (self);
      if (reading->n_regions > 0)
        self->moving = !held_still (reading, pages_before, pages_after);
      else if (explain_no_regions (self, &stat, reading) != VAS_ERROR_EMPTY
               || attempt == N_ATTEMPTS - 1)
        {
          vas_proc_set_error (self, explain_no_regions (self, &stat, reading), error);
          return NULL;
        }
    }
  return g_steal_pointer (&reading);
}
