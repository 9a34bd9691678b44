/* Opens and reads the small files below one /proc/PID directory, never blocking, never without limit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc-files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  FIRST_BYTES = 1024, /* holds every stat, statm and comm, and most command lines */
};

int
vas_proc_file_open (int directory, const char *path)
{
  int fd = openat (directory, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat about;
  if (fd >= 0 && (fstat (fd, &about) != 0 || !S_ISREG (about.st_mode)))
    {
      close (fd);
      errno = EINVAL;
      return -1;
    }
  return fd;
}

/* Fills @text to @limit or the end of the file; FALSE with errno set. */
static gboolean
read_to_end (int fd, GString *text, gsize limit)
{
  while (text->len < limit)
    {
      gsize had = text->len, room = MIN (MAX (had, FIRST_BYTES), limit - had);
      g_string_set_size (text, had + room);
      gssize got = read (fd, text->str + had, room);
      g_string_truncate (text, had + (got > 0 ? (gsize) got : 0));
      if (got == 0)
        return TRUE;
      if (got < 0 && errno != EINTR)
        return FALSE;
    }
  return TRUE;
}

char *
vas_proc_file_read (int directory, const char *path, gsize limit, gsize *length)
{
  int fd = vas_proc_file_open (directory, path);
  if (fd < 0)
    return NULL;
  GString *text = g_string_sized_new (FIRST_BYTES);
  gboolean read_all = read_to_end (fd, text, limit);
  int why = errno;
  close (fd);
  if (length != NULL)
    *length = text->len;
  errno = why;
  return g_string_free (text, !read_all);
}

gssize
vas_proc_file_read_first (int fd, char *bytes, gsize room)
{
  if (fd < 0)
    return -1;
  gssize got = read (fd, bytes, room - 1);
  int why = errno;
  close (fd);
  bytes[MAX (got, 0)] = '\0';
  errno = why;
  return got;
}

char *
vas_proc_link_read (int directory, const char *path)
{
  /* The kernel prints a link of /proc into one page: longer ones are ENAMETOOLONG. */
  char target[8192];
  gssize length = readlinkat (directory, path, target, sizeof target);
  return length >= 0 ? g_strndup (target, length) : NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;
  return (x > y) - (x < y);
}

GArray *
vas_proc_ids_list (int directory, const char *path)
{
  int fd = openat (directory, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  DIR *entries = fdopendir (fd);
  if (entries == NULL)
    {
      close (fd);
      return NULL;
    }
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  const struct dirent *entry;
  while ((entry = readdir (entries)) != NULL)
    {
      guint64 number;
      if (g_ascii_string_to_unsigned (entry->d_name, 10, 1, G_MAXINT32, &number, NULL))
        {
          gint32 id = number;
          g_array_append_val (ids, id);
        }
    }
  closedir (entries);
  g_array_sort (ids, compare_ids);
  return ids;
}
