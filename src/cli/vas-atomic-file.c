/* Replaces a file whole or not at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vas-descriptor-stream.h"

enum
{
  MAX_LINKS = 40, /* as the kernel follows (MAXSYMLINKS) */
  MAX_TRIES = 100,
  NEW_FILE_MODE = 0666, /* less the umask */
};

struct _VasAtomicFile
{
  int fd;
  int directory;   /* -1 where the target is written to as it is */
  char *name;      /* of the target in @directory */
  char *temporary; /* (nullable): name of the new file in @directory, while it has one */
  GOutputStream *stream;
};

static gboolean
fail (GError **error)
{
  int why = errno;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (why), g_strerror (why));
  return FALSE;
}

/* Where a chain of symbolic links ends, even if there is no file yet. */
static char *
resolve_links (const char *path, GError **error)
{
  g_autofree char *at = g_strdup (path);
  char target[PATH_MAX];
  for (guint i = 0; i < MAX_LINKS; i++)
    {
      gssize length = readlink (at, target, sizeof target - 1);
      if (length < 0)
        return g_steal_pointer (&at);
      target[length] = '\0';
      g_autofree char *directory = g_path_get_dirname (at);
      char *next = g_path_is_absolute (target) ? g_strdup (target)
                                               : g_build_filename (directory, target, NULL);
      g_free (at);
      at = next;
    }
  errno = ELOOP;
  fail (error);
  return NULL;
}

static char *
make_temporary_name (const VasAtomicFile *self)
{
  return g_strdup_printf (".%.200s.%08x", self->name, g_random_int ());
}

/* Without /proc a nameless file could not be given its name. */
static gboolean
open_nameless (VasAtomicFile *self)
{
  if (access ("/proc/self/fd", X_OK) != 0)
    return FALSE;
  self->fd = openat (self->directory, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, NEW_FILE_MODE);
  return self->fd >= 0;
}

static gboolean
open_named (VasAtomicFile *self, GError **error)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *name = make_temporary_name (self);
      self->fd = openat (self->directory, name,
                         O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, NEW_FILE_MODE);
      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }
  return fail (error);
}

/* The new file takes over who may read the old one. The owner changes only where that is allowed;
 * a file that cannot be given away must not be readable by another group than before. */
static gboolean
copy_rights (VasAtomicFile *self, const struct stat *old, GError **error)
{
  mode_t mode = old->st_mode & 07777;
  if (fchown (self->fd, old->st_uid, old->st_gid) != 0
      && fchown (self->fd, (uid_t) -1, old->st_gid) != 0)
    mode &= ~(mode_t) (S_ISUID | S_ISGID | S_IRWXG);
  return fchmod (self->fd, mode) == 0 || fail (error);
}

static gboolean
open_beside (VasAtomicFile *self, const char *path, const struct stat *old, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  self->name = g_path_get_basename (path);
  self->directory = open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->directory < 0)
    return fail (error);
  /* Renaming asks only the directory: a file that was made read-only shall stay as it is. */
  if (old != NULL && faccessat (self->directory, self->name, W_OK, AT_EACCESS) != 0)
    return fail (error);
  if (!open_nameless (self) && !open_named (self, error))
    return FALSE;
  return old == NULL || copy_rights (self, old, error);
}

static gboolean
open_as_it_is (VasAtomicFile *self, const char *path, GError **error)
{
  self->fd = open (path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  return self->fd >= 0 || fail (error);
}

VasAtomicFile *
vas_atomic_file_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *target = resolve_links (path, error);
  if (target == NULL)
    return NULL;

  struct stat old;
  gboolean exists = stat (target, &old) == 0;
  g_autoptr (VasAtomicFile) self = g_new0 (VasAtomicFile, 1);
  self->fd = self->directory = -1;
  gboolean opened = exists && !S_ISREG (old.st_mode)
                        ? open_as_it_is (self, target, error)
                        : open_beside (self, target, exists ? &old : NULL, error);
  if (!opened)
    return NULL;
  self->stream = vas_descriptor_stream_new (self->fd);
  return g_steal_pointer (&self);
}

void
vas_atomic_file_free (VasAtomicFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  if (self->temporary != NULL)
    unlinkat (self->directory, self->temporary, 0);
  if (self->fd >= 0)
    close (self->fd);
  if (self->directory >= 0)
    close (self->directory);
  g_free (self->temporary);
  g_free (self->name);
  g_free (self);
}

GOutputStream *
vas_atomic_file_get_stream (VasAtomicFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->stream;
}

/* A name can only be given where there is none yet, so the file gets another name first, which
 * then replaces the old one in one step. */
static gboolean
give_name (VasAtomicFile *self, GError **error)
{
  g_autofree char *nameless = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *name = make_temporary_name (self);
      if (linkat (AT_FDCWD, nameless, self->directory, name, AT_SYMLINK_FOLLOW) == 0)
        {
          self->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }
  return fail (error);
}

gboolean
vas_atomic_file_commit (VasAtomicFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->directory < 0)
    return TRUE;
  if (fsync (self->fd) != 0)
    return fail (error);
  if (self->temporary == NULL && !give_name (self, error))
    return FALSE;
  if (renameat (self->directory, self->temporary, self->directory, self->name) != 0)
    return fail (error);
  g_clear_pointer (&self->temporary, g_free);
  /* The content is safe; that the name is, too, helps only after a crash of the machine. */
  fsync (self->directory);
  return TRUE;
}
