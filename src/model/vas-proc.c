/* Reads one process from a directory laid out like /proc: finds it and holds on to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-proc-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "vas-proc-files.h"

int
vas_proc_root_open (const char *root, GError **error)
{
  int fd = open (root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    {
      g_autofree char *shown = g_filename_display_name (root);
      g_set_error (error, VAS_ERROR, VAS_ERROR_READ,
                   _ ("The directory of processes, %s, could not be opened (%s). Choose one laid "
                      "out like /proc."),
                   shown, g_strerror (errno));
    }
  return fd;
}

/* Opens root/PID; FALSE with errno set. */
static gboolean
open_directory (VasProc *self, int root)
{
  struct statfs file_system;
  self->is_live = fstatfs (root, &file_system) == 0 && file_system.f_type == PROC_SUPER_MAGIC;
  char name[16];
  g_snprintf (name, sizeof name, "%d", self->pid);
  self->directory = openat (root, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return self->directory >= 0;
}

static void
read_name (VasProc *self)
{
  gsize length;
  g_autofree char *comm
      = vas_proc_file_read (self->directory, "comm", VAS_PROC_FILE_BYTES, &length);
  if (comm == NULL)
    return;
  if (length > 0 && comm[length - 1] == '\n')
    comm[length - 1] = '\0';
  g_free (self->name);
  self->name = g_steal_pointer (&comm);
}

VasProc *
vas_proc_open (const char *root, gint32 pid, guint64 start_time, GError **error)
{
  g_return_val_if_fail (root != NULL && pid > 0, NULL);

  g_autoptr (VasProc) self = g_new0 (VasProc, 1);
  self->pid = pid;
  self->start_time = start_time;
  self->directory = -1;
  self->name = g_strdup ("");
  int root_directory = vas_proc_root_open (root, error);
  if (root_directory < 0)
    return NULL;
  gboolean opened = open_directory (self, root_directory);
  int why = errno;
  close (root_directory);
  if (!opened)
    {
      vas_proc_set_errno (self, why, error);
      return NULL;
    }

  VasProcStat stat;
  read_name (self);
  if (!vas_proc_read_stat (self, &stat, error))
    return NULL;
  self->start_time = stat.start_time;
  return g_steal_pointer (&self);
}

void
vas_proc_free (VasProc *self)
{
  if (self == NULL)
    return;
  if (self->directory >= 0)
    close (self->directory);
  g_free (self->name);
  g_free (self);
}

guint64
vas_proc_get_start_time (const VasProc *self)
{
  return self->start_time;
}

gboolean
vas_proc_read_stat (VasProc *self, VasProcStat *stat, GError **error)
{
  gsize length;
  *stat = (VasProcStat) { 0 };
  g_autofree char *text
      = vas_proc_file_read (self->directory, "stat", VAS_PROC_FILE_BYTES, &length);
  if (text == NULL && errno == ENOENT && !self->is_live)
    return TRUE;
  if (text == NULL)
    {
      vas_proc_set_errno (self, errno, error);
      return FALSE;
    }
  if (!vas_proc_stat_parse (text, length, stat))
    {
      vas_proc_set_errno (self, EBADMSG, error);
      return FALSE;
    }
  if (self->start_time != 0 && stat->start_time != self->start_time)
    {
      vas_proc_set_error (self, VAS_ERROR_REUSED, error);
      return FALSE;
    }
  return TRUE;
}
