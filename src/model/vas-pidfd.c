/* A descriptor that tells the end of a process at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-pidfd.h"

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vas-proc-files.h"
#include "vas-proc-private.h"

/* Processes are numbered differently in each namespace: there, "self" is somebody else or nobody. */
static gboolean
shows_own_namespace (int root)
{
  g_autofree char *self = vas_proc_link_read (root, "self");
  g_autofree char *own = g_strdup_printf ("%d", getpid ());
  return vas_proc_root_is_live (root) && g_strcmp0 (self, own) == 0;
}

static gboolean
is_meant (int root, gint32 pid, guint64 start_time)
{
  gsize length;
  VasProcStat stat;
  g_autofree char *path = g_strdup_printf ("%d/stat", pid);
  g_autofree char *text = vas_proc_file_read (root, path, VAS_PROC_FILE_BYTES, &length);
  return text != NULL && vas_proc_stat_parse (text, length, &stat)
         && stat.start_time == start_time;
}

/* What was opened is what @start_time means if that still has the number afterwards. */
static int
open_meant (int root, gint32 pid, guint64 start_time)
{
  int fd = shows_own_namespace (root) ? (int) syscall (SYS_pidfd_open, pid, 0) : -1;
  if (fd < 0 || is_meant (root, pid, start_time))
    return fd;
  close (fd);
  return -1;
}

int
vas_pidfd_open (const char *root, gint32 pid, guint64 start_time)
{
  g_return_val_if_fail (root != NULL && pid > 0, -1);
  int directory = vas_proc_root_open (root, NULL);
  if (directory < 0)
    return -1;
  int fd = open_meant (directory, pid, start_time);
  close (directory);
  return fd;
}

gboolean
vas_pidfd_has_ended (int fd)
{
  struct pollfd about = { .fd = fd, .events = POLLIN };
  return poll (&about, 1, 0) == 1;
}
