/* One file mapped into a process: how it is found again, and opened without harm.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-mapped-file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DELETED_SUFFIX " (deleted)"

enum
{
  OPEN_FLAGS = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
};

void
vas_mapped_file_init (VasMappedFile *self,
                      const VasReading *reading,
                      const VasRegion *region,
                      const char *exe)
{
  const VasFile *file = vas_reading_get_file (reading, region);
  *self = (VasMappedFile) {
    .name = file->name,
    .path = g_strdup (vas_reading_get_name (reading, region, NULL)),
    .device = (guint64) file->device.major << 32 | file->device.minor,
    .inode = file->inode,
    .start = region->start,
    .end = region->end,
  };
  self->deleted = file->deleted != 0 && g_str_has_suffix (self->path, DELETED_SUFFIX);
  gsize length = strlen (self->path) - (self->deleted ? strlen (DELETED_SUFFIX) : 0);
  self->is_program
      = exe != NULL && strlen (exe) == length && memcmp (exe, self->path, length) == 0;
}

void
vas_mapped_file_clear (VasMappedFile *self)
{
  g_clear_pointer (&self->path, g_free);
}

static int
keep_regular (int fd, guint64 inode)
{
  struct stat about;
  if (fd >= 0 && (fstat (fd, &about) != 0 || !S_ISREG (about.st_mode)
                  || (inode != 0 && about.st_ino != inode)))
    {
      close (fd);
      errno = ESTALE;
      return -1;
    }
  return fd;
}

/* Opens @path as the process itself would: an absolute link inside its root leads to there, not to
 * ours. Maps names files without any link, so one at the end is not what was mapped. @inode 0 takes
 * any. Before Linux 5.6 there is no openat2(), and this kind of evidence is left out. */
static int
open_below_root (int directory, const char *path, guint64 inode)
{
  int root = openat (directory, "root", O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (root < 0)
    return -1;
  struct open_how how = {
    .flags = OPEN_FLAGS | O_NOFOLLOW,
    .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS,
  };
  int fd = syscall (SYS_openat2, root, path, &how, sizeof how);
  int why = errno;
  close (root);
  errno = why;
  return keep_regular (fd, inode);
}

static int
open_without_suffix (const VasMappedFile *self, int directory, guint64 inode)
{
  g_autofree char *path = g_strndup (self->path, strlen (self->path) - strlen (DELETED_SUFFIX));
  return open_below_root (directory, path, inode);
}

/* The kernel's own links lead to the mapped file wherever it is, even when it was deleted. The
 * program's is open to whoever may read the maps, the others only to CAP_CHECKPOINT_RESTORE. */
static int
open_by_link (const VasMappedFile *self, int directory)
{
  char link[64] = "exe";
  if (!self->is_program)
    g_snprintf (link, sizeof link, "map_files/%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x",
                self->start, self->end);
  return keep_regular (openat (directory, link, OPEN_FLAGS), self->inode);
}

static VasFileState
tell_state (int fd, int why)
{
  if (fd >= 0)
    return VAS_FILE_SAME;
  if (why == ESTALE)
    return VAS_FILE_REPLACED;
  return why == ENOENT ? VAS_FILE_GONE : VAS_FILE_UNKNOWN;
}

int
vas_mapped_file_open_live (const VasMappedFile *self, int directory, VasFileState *state)
{
  int fd = open_below_root (directory, self->path, self->inode);
  *state = tell_state (fd, errno);
  if (fd < 0 && self->deleted)
    {
      fd = open_without_suffix (self, directory, self->inode);
      *state = tell_state (fd, errno);
    }
  return fd >= 0 ? fd : open_by_link (self, directory);
}

int
vas_mapped_file_open_captured (const VasMappedFile *self, int directory)
{
  int fd = self->deleted ? open_without_suffix (self, directory, 0) : -1;
  return fd >= 0 ? fd : open_below_root (directory, self->path, 0);
}
