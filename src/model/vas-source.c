/* Where a picture comes from: a process, a saved file, or bytes; and the one way to read it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-display.h"
#include "vas-error.h"
#include "vas-maps-parser.h"
#include "vas-pidfd.h"
#include "vas-proc.h"
#include "vas-process-name.h"
#include "vas-saved-file.h"

/* Exactly one of @root, @path and @bytes is set. */
struct _VasSource
{
  char *root;
  gint32 pid;
  VasMappedFiles *files;
  char *path;
  GBytes *bytes;

  GMutex lock;
  guint64 start_time; /* under @lock: known from the first reading on */
  char *title;        /* under @lock: UTF-8; of a process, its name as last read */
};

enum
{
  N_ATTEMPTS = 3,
};

static VasSource *
new_source (void)
{
  VasSource *self = g_atomic_rc_box_new0 (VasSource);
  self->pid = -1;
  g_mutex_init (&self->lock);
  return self;
}

VasSource *
vas_source_new_for_process (const char *proc_root, gint32 pid, guint64 start_time)
{
  g_return_val_if_fail (pid > 0, NULL);

  VasSource *self = new_source ();
  self->root = g_strdup (proc_root != NULL ? proc_root : "/proc");
  self->pid = pid;
  self->files = vas_mapped_files_new ();
  self->start_time = start_time;
  self->title = g_strdup_printf (_ ("Process %d"), pid);
  return self;
}

VasSource *
vas_source_new_for_path (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  VasSource *self = new_source ();
  g_autofree char *name = g_path_get_basename (path);
  self->path = g_strdup (path);
  self->title = vas_display_bytes (name, strlen (name));
  return self;
}

VasSource *
vas_source_new_for_bytes (GBytes *bytes, const char *title)
{
  g_return_val_if_fail (bytes != NULL && title != NULL, NULL);

  VasSource *self = new_source ();
  self->bytes = g_bytes_ref (bytes);
  self->title = g_strdup (title);
  return self;
}

static void
clear_source (gpointer box)
{
  VasSource *self = box;
  g_free (self->root);
  vas_mapped_files_unref (self->files);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->title);
  g_mutex_clear (&self->lock);
}

VasSource *
vas_source_ref (VasSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_source_unref (VasSource *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_source);
}

gint32
vas_source_get_pid (const VasSource *self)
{
  return self->pid;
}

const char *
vas_source_get_path (const VasSource *self)
{
  return self->path;
}

char *
vas_source_dup_title (const VasSource *self)
{
  VasSource *locked = (VasSource *) self;
  g_mutex_lock (&locked->lock);
  char *title = g_strdup (self->title);
  g_mutex_unlock (&locked->lock);
  return title;
}

static guint64
get_start_time (VasSource *self)
{
  g_mutex_lock (&self->lock);
  guint64 start_time = self->start_time;
  g_mutex_unlock (&self->lock);
  return start_time;
}

VasSource *
vas_source_renew (VasSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  VasSource *renewed;
  g_autofree char *title = vas_source_dup_title (self);
  if (self->root != NULL)
    renewed = vas_source_new_for_process (self->root, self->pid, get_start_time (self));
  else if (self->path != NULL)
    renewed = vas_source_new_for_path (self->path);
  else
    renewed = vas_source_new_for_bytes (self->bytes, title);
  g_free (renewed->title);
  renewed->title = g_steal_pointer (&title);
  return renewed;
}

int
vas_source_open_pidfd (VasSource *self)
{
  g_return_val_if_fail (self != NULL, -1);
  return self->root != NULL ? vas_pidfd_open (self->root, self->pid, get_start_time (self)) : -1;
}

static char *
make_title (const VasFacts *facts)
{
  g_autofree char *name = vas_process_name_choose (
      facts->comm, facts->cmdline != NULL ? facts->cmdline[0] : NULL);
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup_printf (_ ("Process %d"), facts->pid);
}

static void
remember (VasSource *self, guint64 start_time, const char *title)
{
  g_mutex_lock (&self->lock);
  self->start_time = start_time;
  g_free (self->title);
  self->title = g_strdup (title);
  g_mutex_unlock (&self->lock);
}

/* Regions and facts are read one after the other; both must be of the same program. */
static gboolean
read_regions_and_facts (VasSource *self,
                        VasProc *proc,
                        VasProcText text,
                        VasReading **reading,
                        VasFacts **facts,
                        GCancellable *cancellable,
                        GError **error)
{
  for (guint attempt = 0; attempt < N_ATTEMPTS; attempt++)
    {
      g_clear_pointer (reading, vas_reading_free);
      g_clear_pointer (facts, vas_facts_free);
      *reading = vas_proc_read_regions (proc, text, cancellable, error);
      if (*reading == NULL)
        return FALSE;
      *facts = vas_proc_read_facts (proc, *reading, self->files, cancellable);
      if (!vas_proc_has_execed (proc, *facts))
        break;
    }
  return TRUE;
}

static VasSnapshot *
read_process (VasSource *self, VasReadFlags flags, VasSnapshot *former, GCancellable *cancellable,
              GError **error)
{
  gint64 captured = g_get_real_time ();
  g_autoptr (VasProc) proc = vas_proc_open (self->root, self->pid, get_start_time (self), error);
  if (proc == NULL)
    return NULL;
  VasProcText text = (flags & VAS_READ_USAGE) != 0 ? VAS_PROC_SMAPS : VAS_PROC_MAPS;
  g_autoptr (VasReading) reading = NULL;
  g_autoptr (VasFacts) facts = NULL;
  if (!read_regions_and_facts (self, proc, text, &reading, &facts, cancellable, error))
    return NULL;
  if ((flags & VAS_READ_RESIDENT) != 0 && reading->usage == NULL)
    vas_proc_add_residency (proc, reading, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_autofree char *title = make_title (facts);
  remember (self, vas_proc_get_start_time (proc), title);
  return vas_snapshot_follow (former, title, captured, g_steal_pointer (&reading),
                              g_steal_pointer (&facts));
}

static VasReading *
read_bytes (VasSource *self)
{
  gsize length;
  const char *bytes = g_bytes_get_data (self->bytes, &length);
  return vas_maps_parse (bytes, length, VAS_MAPS_SAVED);
}

static void
set_no_regions_error (const VasReading *reading, const char *title, GError **error)
{
  if (reading->n_lines == 0)
    g_set_error (error, VAS_ERROR, VAS_ERROR_EMPTY,
                 _ ("%s is empty. Choose a file saved from /proc/PID/maps or smaps."), title);
  else
    g_set_error (error, VAS_ERROR, VAS_ERROR_NOT_MAPS,
                 _ ("Not one line of %s is a memory mapping. Choose a file saved from "
                    "/proc/PID/maps or smaps."),
                 title);
}

static VasSnapshot *
read_saved (VasSource *self, VasSnapshot *former, GCancellable *cancellable, GError **error)
{
  gint64 captured = g_get_real_time ();
  g_autoptr (VasReading) reading
      = self->path != NULL ? vas_saved_file_read (self->path, cancellable, error)
                            : read_bytes (self);
  if (reading == NULL)
    return NULL;
  g_autofree char *title = vas_source_dup_title (self);
  if (reading->n_regions == 0)
    {
      set_no_regions_error (reading, title, error);
      return NULL;
    }
  return vas_snapshot_follow (former, title, captured, g_steal_pointer (&reading), NULL);
}

VasSnapshot *
vas_source_read (VasSource *self, VasReadFlags flags, VasSnapshot *former,
                 GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return self->root != NULL ? read_process (self, flags, former, cancellable, error)
                            : read_saved (self, former, cancellable, error);
}

typedef struct
{
  VasSource *source;
  VasReadFlags flags;
  VasSnapshot *former;
} Request;

static void
free_request (gpointer pointer)
{
  Request *request = pointer;
  vas_source_unref (request->source);
  vas_snapshot_unref (request->former);
  g_free (request);
}

static void
read_thread (GTask *task, gpointer object, gpointer pointer, GCancellable *cancellable)
{
  const Request *request = pointer;
  GError *error = NULL;
  VasSnapshot *snapshot
      = vas_source_read (request->source, request->flags, request->former, cancellable, &error);
  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) vas_snapshot_unref);
  else
    g_task_return_error (task, error);
}

void
vas_source_read_async (VasSource *self,
                       VasReadFlags flags,
                       VasSnapshot *former,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (self != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);
  *request = (Request) { vas_source_ref (self), flags,
                         former != NULL ? vas_snapshot_ref (former) : NULL };
  g_task_set_source_tag (task, vas_source_read_async);
  g_task_set_task_data (task, request, free_request);
  /* A kernel that waits for a lock cannot be interrupted: the caller need not wait with it. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_thread);
}

VasSnapshot *
vas_source_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
