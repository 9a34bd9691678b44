/* Lists the processes of a directory laid out like /proc, cheaply: three small files a process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-list.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vas-display.h"
#include "vas-proc-files.h"
#include "vas-proc-stat.h"
#include "vas-proc.h"
#include "vas-process-name.h"
#include "vas-user-name.h"

enum
{
  STAT_BYTES = 2048,
  STATM_BYTES = 256,
  COMMAND_BYTES = 4096, /* more of a command line is not worth showing in a list */
  PATH_BYTES = 32,
};

/* One listing under way. */
typedef struct
{
  int root;
  gboolean is_live; /* the kernel's own, no tree that was laid out like it */
  guint64 page_size;
  GHashTable *users; /* uid -> name: asking the name service is slow */
} Scan;

static const char *
get_user (Scan *scan, guint32 uid)
{
  char *name = g_hash_table_lookup (scan->users, GUINT_TO_POINTER (uid));
  if (name != NULL)
    return name;
  name = vas_user_name_dup (uid);
  g_hash_table_insert (scan->users, GUINT_TO_POINTER (uid), name);
  return name;
}

static gssize
read_file (const Scan *scan, gint32 pid, const char *file, char *bytes, gsize room)
{
  char path[PATH_BYTES];
  g_snprintf (path, sizeof path, "%d/%s", pid, file);
  return vas_proc_file_read_into (scan->root, path, bytes, room);
}

/* Whether maps can be opened: the kernel asks the same question (ptrace_may_access() with
 * PTRACE_MODE_READ_FSCREDS) when it prints stat, and without permission prints 1 for the start of
 * the code. So the exact answer comes for nothing. A captured tree has the file or not. */
static gboolean
may_read_maps (const Scan *scan, gint32 pid, const VasProcStat *stat)
{
  char path[PATH_BYTES];
  g_snprintf (path, sizeof path, "%d/maps", pid);
  return scan->is_live ? stat->start_code != 1 : faccessat (scan->root, path, R_OK, 0) == 0;
}

static VasAccess
tell_access (const Scan *scan, gint32 pid, const VasProcStat *stat)
{
  gboolean has_ended = vas_proc_stat_has_ended (stat);
  if (vas_proc_stat_is_kernel_thread (stat))
    return VAS_ACCESS_KERNEL_THREAD;
  /* A zombie whose other threads live still has its address space. */
  if (has_ended && stat->n_threads <= 1)
    return VAS_ACCESS_ZOMBIE;
  if (!may_read_maps (scan, pid, stat))
    return VAS_ACCESS_DENIED;
  return stat->mapped == 0 && !has_ended ? VAS_ACCESS_EMPTY : VAS_ACCESS_READABLE;
}

/* statm sums up the counters that each processor keeps for itself, stat leaves them out: since
 * Linux 6.2 the resident size there may be off by 32 pages a processor and more. */
static guint64
read_resident_pages (const Scan *scan, gint32 pid, const VasProcStat *stat)
{
  char text[STATM_BYTES];
  VasProcMemory memory;
  gssize length = stat->mapped != 0 ? read_file (scan, pid, "statm", text, sizeof text) : 0;
  return length > 0 && vas_proc_statm_parse (text, length, &memory) ? memory.resident
                                                                    : stat->resident;
}

/* The arguments are parted by NULs in the file. */
static char *
join_arguments (char *text, gsize length)
{
  while (length > 0 && text[length - 1] == '\0')
    length--;
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      text[i] = ' ';
  return vas_display_bytes (text, length);
}

static VasProcess *
describe (Scan *scan, gint32 pid, guint32 uid, const VasProcStat *stat)
{
  char command[COMMAND_BYTES] = "";
  gssize length = vas_proc_stat_is_kernel_thread (stat)
                      ? 0
                      : read_file (scan, pid, "cmdline", command, sizeof command);
  g_autofree char *name = vas_process_name_choose (stat->name, length > 0 ? command : NULL);
  g_autofree char *shown = join_arguments (command, MAX (length, 0));
  return vas_process_new (&(VasProcessFields) {
      .pid = pid,
      .start_time = stat->start_time,
      .name = name,
      .command = shown,
      .user = get_user (scan, uid),
      .resident = read_resident_pages (scan, pid, stat) * scan->page_size,
      .mapped = stat->mapped,
      .n_threads = stat->n_threads,
      .access = tell_access (scan, pid, stat),
  });
}

/* NULL if the process is gone. Its directory belongs to its effective user, dumpable or not
 * (task_dump_owner()). */
static VasProcess *
read_process (Scan *scan, gint32 pid)
{
  char path[PATH_BYTES], text[STAT_BYTES];
  struct stat directory;
  VasProcStat stat;
  g_snprintf (path, sizeof path, "%d", pid);
  if (fstatat (scan->root, path, &directory, AT_SYMLINK_NOFOLLOW) != 0)
    return NULL;
  gssize length = read_file (scan, pid, "stat", text, sizeof text);
  if (length < 0 && (errno == EACCES || errno == EPERM)) /* hidepid=1, proc(5) */
    return vas_process_new (&(VasProcessFields) { .pid = pid,
                                                  .name = "",
                                                  .command = "",
                                                  .user = get_user (scan, directory.st_uid),
                                                  .access = VAS_ACCESS_DENIED });
  return length > 0 && vas_proc_stat_parse (text, length, &stat)
             ? describe (scan, pid, directory.st_uid, &stat)
             : NULL;
}

GPtrArray *
vas_process_list_read (const char *root, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (root != NULL, NULL);

  int fd = vas_proc_root_open (root, error);
  if (fd < 0)
    return NULL;
  g_autoptr (GHashTable) users = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Scan scan = { fd, vas_proc_root_is_live (fd), sysconf (_SC_PAGESIZE), users };
  g_autoptr (GArray) pids = vas_proc_ids_list (fd, ".");
  g_autoptr (GPtrArray) processes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; pids != NULL && i < pids->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      VasProcess *process = read_process (&scan, g_array_index (pids, gint32, i));
      if (process != NULL)
        g_ptr_array_add (processes, process);
    }
  close (fd);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
                                                                   : g_steal_pointer (&processes);
}

static void
read_thread (GTask *task, gpointer object, gpointer root, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *processes = vas_process_list_read (root, cancellable, &error);
  if (processes != NULL)
    g_task_return_pointer (task, processes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
vas_process_list_read_async (const char *root,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (root != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vas_process_list_read_async);
  g_task_set_task_data (task, g_strdup (root), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
}

GPtrArray *
vas_process_list_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
