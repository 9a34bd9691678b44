/* Looks at the files that are mapped into a process: their ELF headers, and whether they are still
 * the files at their paths.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-mapped-files.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vas-aside.h"
#include "vas-elf-cache.h"

#define DELETED_SUFFIX " (deleted)"

enum
{
  PATIENCE = 250 * G_TIME_SPAN_MILLISECOND,  /* with one file */
  BUDGET = 1000 * G_TIME_SPAN_MILLISECOND,   /* for all of them */
  OPEN_FLAGS = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
};

struct _VasMappedFiles
{
  VasElfCache *cache;
  VasAside *aside;
};

/* A file to look at, and what was found.
 * @path: bytes, below the root of the process, as maps prints it
 * @start, @end: of its first mapping, by which map_files names it */
typedef struct
{
  guint32 name;
  char *path;
  gboolean deleted;
  gboolean is_program;
  guint64 device;
  guint64 inode;
  guint64 start;
  guint64 end;

  VasElf *elf;
  VasFileState state;
} MappedFile;

/* The job of one reading. It outlives the reading if a file system hangs. */
typedef struct
{
  VasElfCache *cache;
  int directory;
  gboolean is_live;
  GArray *files; /* of MappedFile */
} Look;

static void
clear_files (gpointer box)
{
  VasMappedFiles *self = box;
  vas_elf_cache_unref (self->cache);
  vas_aside_unref (self->aside);
}

VasMappedFiles *
vas_mapped_files_new (void)
{
  VasMappedFiles *self = g_atomic_rc_box_new0 (VasMappedFiles);
  self->cache = vas_elf_cache_new ();
  self->aside = vas_aside_new ();
  return self;
}

VasMappedFiles *
vas_mapped_files_ref (VasMappedFiles *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_mapped_files_unref (VasMappedFiles *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_files);
}

static void
clear_file (gpointer pointer)
{
  MappedFile *file = pointer;
  g_free (file->path);
  vas_elf_unref (file->elf);
}

static void
free_look (gpointer pointer)
{
  Look *look = pointer;
  vas_elf_cache_unref (look->cache);
  close (look->directory);
  g_array_unref (look->files);
  g_free (look);
}

static MappedFile *
get_file (const Look *look, guint i)
{
  return &g_array_index (look->files, MappedFile, i);
}

/* Devices do things when they are opened, and the others have no path. */
static gboolean
has_path (const char *name)
{
  static const char *const pathless[] = { "/dev/", "/memfd:", "/SYSV" };
  for (guint i = 0; i < G_N_ELEMENTS (pathless); i++)
    if (g_str_has_prefix (name, pathless[i]))
      return FALSE;
  return *name == '/';
}

/* "libc.so", "libc.so.6", "ld-linux-x86-64.so.2": a library's read-only pages may be all of it that
 * is mapped. */
static gboolean
is_named_like_library (const char *path)
{
  const char *end = strstr (path, ".so");
  while (end != NULL && end[3] != '\0' && end[3] != '.' && end[3] != ' ')
    end = strstr (end + 1, ".so");
  return end != NULL;
}

static MappedFile
describe_file (const VasReading *reading, const VasRegion *region, const char *exe)
{
  MappedFile file = {
    .name = region->name,
    .path = g_strdup (vas_reading_get_name (reading, region, NULL)),
    .inode = region->inode,
    .start = region->start,
    .end = region->end,
  };
  file.deleted = region->deleted && g_str_has_suffix (file.path, DELETED_SUFFIX);
  gsize length = strlen (file.path) - (file.deleted ? strlen (DELETED_SUFFIX) : 0);
  file.is_program = exe != NULL && strlen (exe) == length && memcmp (exe, file.path, length) == 0;
  if (region->device < reading->n_devices)
    {
      const VasDevice *device = &reading->devices[region->device];
      file.device = (guint64) device->major << 32 | device->minor;
    }
  return file;
}

/* What the mappings of a name give cause for so far. */
typedef enum
{
  NAME_NEW,
  NAME_IGNORED, /* whatever else comes */
  NAME_DATA,    /* until a mapping of it is executable */
  NAME_WANTED,
} NameUse;

static NameUse
judge_name (const char *name, const VasRegion *region)
{
  if (!has_path (name))
    return NAME_IGNORED;
  return (region->perms & VAS_PERM_EXEC) != 0 || region->deleted || is_named_like_library (name)
             ? NAME_WANTED
             : NAME_DATA;
}

/* One file a name, described by its first mapping. A name is judged once, as one file may be mapped
 * a million times. */
static GArray *
find_files (const VasReading *reading, const char *exe)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (MappedFile));
  g_array_set_clear_func (files, clear_file);
  guint32 n_names = vas_strings_get_count (reading->strings);
  g_autofree const VasRegion **first = g_new0 (const VasRegion *, n_names);
  g_autofree guint8 *uses = g_new0 (guint8, n_names);
  for (gsize i = 0; i < reading->n_regions; i++)
    {
      const VasRegion *region = &reading->regions[i];
      guint32 name = region->name;
      NameUse before = uses[name];
      if (before == NAME_NEW)
        {
          first[name] = region;
          uses[name] = judge_name (vas_reading_get_name (reading, region, NULL), region);
        }
      else if (before == NAME_DATA && (region->perms & VAS_PERM_EXEC) != 0)
        uses[name] = NAME_WANTED;
      if (before != NAME_WANTED && uses[name] == NAME_WANTED)
        {
          MappedFile file = describe_file (reading, first[name], exe);
          g_array_append_val (files, file);
        }
    }
  return files;
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
open_below_root (const Look *look, const char *path, guint64 inode)
{
  int root = openat (look->directory, "root", O_PATH | O_DIRECTORY | O_CLOEXEC);
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
open_without_suffix (const Look *look, const MappedFile *file, guint64 inode)
{
  g_autofree char *path = g_strndup (file->path, strlen (file->path) - strlen (DELETED_SUFFIX));
  return open_below_root (look, path, inode);
}

/* The kernel's own links lead to the mapped file wherever it is, even when it was deleted. The
 * program's is open to whoever may read the maps, the others only to CAP_CHECKPOINT_RESTORE. */
static int
open_by_link (const Look *look, const MappedFile *file)
{
  char link[64] = "exe";
  if (!file->is_program)
    g_snprintf (link, sizeof link, "map_files/%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x",
                file->start, file->end);
  return keep_regular (openat (look->directory, link, OPEN_FLAGS), file->inode);
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

static int
open_live (const Look *look, MappedFile *file)
{
  int fd = open_below_root (look, file->path, file->inode);
  file->state = tell_state (fd, errno);
  if (fd < 0 && file->deleted)
    {
      fd = open_without_suffix (look, file, file->inode);
      file->state = tell_state (fd, errno);
    }
  return fd >= 0 ? fd : open_by_link (look, file);
}

static int
open_captured (const Look *look, const MappedFile *file)
{
  int fd = file->deleted ? open_without_suffix (look, file, 0) : -1;
  return fd >= 0 ? fd : open_below_root (look, file->path, 0);
}

static void
look_at_file (gpointer job, guint item)
{
  const Look *look = job;
  MappedFile *file = get_file (look, item);
  int fd = look->is_live ? open_live (look, file) : open_captured (look, file);
  if (fd < 0)
    return;
  file->elf = vas_elf_cache_read (look->cache, fd);
  close (fd);
}

static guint64
get_device (gpointer job, guint item)
{
  return get_file (job, item)->device;
}

static void
take_file (gpointer job, guint item, gpointer user_data)
{
  VasFacts *facts = user_data;
  MappedFile *file = get_file (job, item);
  gpointer name = GUINT_TO_POINTER (file->name);
  if (file->elf != NULL)
    g_hash_table_insert (facts->elves, name, g_steal_pointer (&file->elf));
  if (file->state != VAS_FILE_UNKNOWN)
    g_hash_table_insert (facts->file_states, name, GINT_TO_POINTER (file->state));
}

void
vas_mapped_files_read (VasMappedFiles *self,
                       int directory,
                       gboolean is_live,
                       const VasReading *reading,
                       VasFacts *facts,
                       GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && reading != NULL && facts != NULL);

  int own_directory = fcntl (directory, F_DUPFD_CLOEXEC, 0);
  if (own_directory < 0)
    return;
  Look *look = g_new (Look, 1);
  *look = (Look) { vas_elf_cache_ref (self->cache), own_directory, is_live,
                   find_files (reading, facts->exe) };
  VasAsideWork work = {
    .job = look,
    .free_job = free_look,
    .do_item = look_at_file,
    .get_key = get_device,
    .n_items = look->files->len,
    .patience = PATIENCE,
    .budget = BUDGET,
  };
  vas_aside_do (self->aside, &work, take_file, facts, cancellable);
}
