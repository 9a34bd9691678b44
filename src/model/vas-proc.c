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

#include "vas-display.h"
#include "vas-proc-files.h"

enum
{
  PATH_BYTES = 64,
};

int
vas_proc_root_open (const char *root, GError **error)
{
  int fd = open (root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    {
      g_autofree char *shown = vas_display_bytes (root, strlen (root));
      g_set_error (error, VAS_ERROR, VAS_ERROR_READ,
                   _ ("The directory of processes, %s, could not be opened (%s). Choose one laid "
                      "out like /proc."),
                   shown, g_strerror (errno));
    }
  return fd;
}

gboolean
vas_proc_root_is_live (int root)
{
  struct statfs file_system;
  return fstatfs (root, &file_system) == 0 && file_system.f_type == PROC_SUPER_MAGIC;
}

/* Opens root/PID, which tells its owner even where all that is in it is hidden. FALSE with errno set. */
static gboolean
open_directory (VasProc *self, int root)
{
  self->is_live = vas_proc_root_is_live (root);
  char name[PATH_BYTES];
  g_snprintf (name, sizeof name, "%d", self->pid);
  self->directory = openat (root, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
  self->memory = self->directory;
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
  self->directory = self->memory = -1;
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

static void
close_memory (VasProc *self)
{
  if (self->memory != self->directory)
    close (self->memory);
  self->memory = self->directory;
}

void
vas_proc_free (VasProc *self)
{
  if (self == NULL)
    return;
  close_memory (self);
  if (self->directory >= 0)
    close (self->directory);
  g_free (self->name);
  g_free (self);
}

guint64
vas_proc_get_start_time (const VasProc *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->start_time;
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

/* 0 if no thread is left. */
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

/* When its main thread has ended, the files of PID are those of a zombie, while other threads still
 * run in the same address space: their files show it. */
static void
find_memory (VasProc *self, const VasProcStat *stat)
{
  close_memory (self);
  gint32 tid = vas_proc_stat_has_ended (stat) ? find_living_thread (self) : 0;
  if (tid == 0)
    return;
  char path[PATH_BYTES];
  g_snprintf (path, sizeof path, "task/%d", tid);
  int memory = openat (self->directory, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (memory >= 0)
    self->memory = memory;
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
  if (text == NULL || !vas_proc_stat_parse (text, length, stat))
    {
      vas_proc_set_errno (self, text == NULL ? errno : EBADMSG, error);
      return FALSE;
    }
  if (self->start_time != 0 && stat->start_time != self->start_time)
    {
      vas_proc_set_error (self, VAS_ERROR_REUSED, error);
      return FALSE;
    }
  find_memory (self, stat);
  return TRUE;
}
