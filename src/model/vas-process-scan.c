/* Lists the processes of a directory laid out like /proc, cheaply: two small files a process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-scan.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "vas-proc-files.h"
#include "vas-proc-stat.h"
#include "vas-proc.h"
#include "vas-user-name.h"

enum
{
  STAT_BYTES = 2048,
  STATM_BYTES = 256,
  PATH_BYTES = 32,
};

struct _VasProcessScan
{
  char *root;

  GMutex lock;
  GHashTable *users; /* under @lock: uid -> name; asking the name service is slow */
  gint64 cost;       /* under @lock */
};

/* One listing under way. */
typedef struct
{
  VasProcessScan *scan;
  int root;
  gboolean is_live; /* the kernel's own, no tree that was laid out like it */
  guint64 page_size;
} Listing;

VasProcessScan *
vas_process_scan_new (const char *root)
{
  g_return_val_if_fail (root != NULL, NULL);

  VasProcessScan *self = g_atomic_rc_box_new0 (VasProcessScan);
  self->root = g_strdup (root);
  g_mutex_init (&self->lock);
  self->users = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

static void
clear_scan (gpointer box)
{
  VasProcessScan *self = box;
  g_free (self->root);
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->users);
}

VasProcessScan *
vas_process_scan_ref (VasProcessScan *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_process_scan_unref (VasProcessScan *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_scan);
}

/* Stays valid as long as the scan: no name is ever taken back. */
static const char *
get_user (VasProcessScan *self, guint32 uid)
{
  g_mutex_lock (&self->lock);
  char *name = g_hash_table_lookup (self->users, GUINT_TO_POINTER (uid));
  if (name == NULL)
    {
      name = vas_user_name_dup (uid);
      g_hash_table_insert (self->users, GUINT_TO_POINTER (uid), name);
    }
  g_mutex_unlock (&self->lock);
  return name;
}

/* "PID" or "PID/file": printf would be a tenth of the whole listing. */
static void
format_path (char path[PATH_BYTES], gint32 pid, const char *file)
{
  char digits[PATH_BYTES], *first = digits + sizeof digits;
  for (gint32 rest = pid; rest > 0; rest /= 10)
    *--first = (char) ('0' + rest % 10);
  gsize n = digits + sizeof digits - first;
  memcpy (path, first, n);
  path[n] = '\0';
  if (file == NULL)
    return;
  path[n] = '/';
  g_strlcpy (path + n + 1, file, PATH_BYTES - n - 1);
}

/* Of a tree that only looks like /proc anything may be made; the kernel's own has files. */
static gssize
read_file (const Listing *listing, gint32 pid, const char *file, char *bytes, gsize room)
{
  char path[PATH_BYTES];
  format_path (path, pid, file);
  int fd = listing->is_live ? openat (listing->root, path, O_RDONLY | O_CLOEXEC)
                            : vas_proc_file_open (listing->root, path);
  return vas_proc_file_read_first (fd, bytes, room);
}

/* Whether maps can be opened: the kernel asks the same question (ptrace_may_access() with
 * PTRACE_MODE_READ_FSCREDS) when it prints stat, and without permission prints 1 for the start of
 * the code. So the exact answer comes for nothing. A captured tree has the file or not. */
static gboolean
may_read_maps (const Listing *listing, gint32 pid, const VasProcStat *stat)
{
  char path[PATH_BYTES];
  format_path (path, pid, "maps");
  return listing->is_live ? stat->start_code != 1
                          : faccessat (listing->root, path, R_OK, 0) == 0;
}

static VasAccess
tell_access (const Listing *listing, gint32 pid, const VasProcStat *stat)
{
  gboolean has_ended = vas_proc_stat_has_ended (stat);
  if (vas_proc_stat_is_kernel_thread (stat))
    return VAS_ACCESS_KERNEL_THREAD;
  /* A zombie whose other threads live still has its address space. */
  if (has_ended && stat->n_threads <= 1)
    return VAS_ACCESS_ZOMBIE;
  if (!may_read_maps (listing, pid, stat))
    return VAS_ACCESS_DENIED;
  return stat->mapped == 0 && !has_ended ? VAS_ACCESS_EMPTY : VAS_ACCESS_READABLE;
}

/* statm sums up the counters that each processor keeps for itself, stat leaves them out: since
 * Linux 6.2 the resident size there may be off by 32 pages a processor and more. */
static guint64
read_resident_pages (const Listing *listing, gint32 pid, const VasProcStat *stat)
{
  char text[STATM_BYTES];
  VasProcMemory memory;
  gssize length = stat->mapped != 0 ? read_file (listing, pid, "statm", text, sizeof text) : 0;
  return length > 0 && vas_proc_statm_parse (text, length, &memory) ? memory.resident
                                                                    : stat->resident;
}

static VasProcess *
describe (const Listing *listing, gint32 pid, guint32 uid, const VasProcStat *stat)
{
  return vas_process_new (&(VasProcessFields) {
      .pid = pid,
      .start_time = stat->start_time,
      .comm = stat->name,
      .user = get_user (listing->scan, uid),
      .resident = read_resident_pages (listing, pid, stat) * listing->page_size,
      .mapped = stat->mapped,
      .n_threads = stat->n_threads,
      .access = tell_access (listing, pid, stat),
  });
}

/* NULL if the process is gone. Its directory belongs to its effective user, dumpable or not
 * (task_dump_owner()). */
static VasProcess *
read_process (const Listing *listing, gint32 pid)
{
  char path[PATH_BYTES], text[STAT_BYTES];
  struct stat directory;
  VasProcStat stat;
  format_path (path, pid, NULL);
  if (fstatat (listing->root, path, &directory, AT_SYMLINK_NOFOLLOW) != 0)
    return NULL;
  gssize length = read_file (listing, pid, "stat", text, sizeof text);
  if (length < 0 && (errno == EACCES || errno == EPERM)) /* hidepid=1, proc(5) */
    return vas_process_new (&(VasProcessFields) { .pid = pid,
                                                  .comm = "",
                                                  .user = get_user (listing->scan,
                                                                    directory.st_uid),
                                                  .access = VAS_ACCESS_DENIED });
  return length > 0 && vas_proc_stat_parse (text, length, &stat)
             ? describe (listing, pid, directory.st_uid, &stat)
             : NULL;
}

static GPtrArray *
read_processes (const Listing *listing, GCancellable *cancellable)
{
  g_autoptr (GArray) pids = vas_proc_ids_list (listing->root, ".");
  GPtrArray *processes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; pids != NULL && i < pids->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      VasProcess *process = read_process (listing, g_array_index (pids, gint32, i));
      if (process != NULL)
        g_ptr_array_add (processes, process);
    }
  return processes;
}

/* Microseconds of this thread's time on a processor. */
static gint64
get_own_time (void)
{
  struct timespec now;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
note_cost (VasProcessScan *self, gint64 cost)
{
  g_mutex_lock (&self->lock);
  self->cost = cost;
  g_mutex_unlock (&self->lock);
}

GPtrArray *
vas_process_scan_run (VasProcessScan *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  gint64 began = get_own_time ();
  int fd = vas_proc_root_open (self->root, error);
  if (fd < 0)
    return NULL;
  Listing listing = { self, fd, vas_proc_root_is_live (fd), sysconf (_SC_PAGESIZE) };
  g_autoptr (GPtrArray) processes = read_processes (&listing, cancellable);
  close (fd);
  note_cost (self, get_own_time () - began);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
                                                                   : g_steal_pointer (&processes);
}

gint64
vas_process_scan_get_cost (VasProcessScan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_mutex_lock (&self->lock);
  gint64 cost = self->cost;
  g_mutex_unlock (&self->lock);
  return cost;
}

static void
run_thread (GTask *task, gpointer object, gpointer scan, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *processes = vas_process_scan_run (scan, cancellable, &error);
  if (processes != NULL)
    g_task_return_pointer (task, processes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
vas_process_scan_run_async (VasProcessScan *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vas_process_scan_run_async);
  g_task_set_task_data (task, vas_process_scan_ref (self),
                        (GDestroyNotify) vas_process_scan_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_thread);
}

GPtrArray *
vas_process_scan_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
