/* Looks at the files that are mapped into a process: their ELF headers, and whether they are still
 * the files at their paths.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-mapped-files.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "vas-aside.h"
#include "vas-elf-cache.h"
#include "vas-mapped-file.h"

enum
{
  PATIENCE = 250 * G_TIME_SPAN_MILLISECOND,  /* with one file */
  BUDGET = 1000 * G_TIME_SPAN_MILLISECOND,   /* for all of them */
};

struct _VasMappedFiles
{
  VasElfCache *cache;
  VasAside *aside;
};

/* A file to look at, and what was found. */
typedef struct
{
  VasMappedFile file;
  VasElf *elf;
  VasFileState state;
} Candidate;

/* The job of one reading. It outlives the reading if a file system hangs. */
typedef struct
{
  VasElfCache *cache;
  int directory;
  gboolean is_live;
  GArray *candidates; /* of Candidate */
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
clear_candidate (gpointer pointer)
{
  Candidate *candidate = pointer;
  vas_mapped_file_clear (&candidate->file);
  vas_elf_unref (candidate->elf);
}

static void
free_look (gpointer pointer)
{
  Look *look = pointer;
  vas_elf_cache_unref (look->cache);
  close (look->directory);
  g_array_unref (look->candidates);
  g_free (look);
}

static Candidate *
get_candidate (const Look *look, guint i)
{
  return &g_array_index (look->candidates, Candidate, i);
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

/* What the mappings of a name give cause for so far. */
typedef enum
{
  NAME_NEW,
  NAME_IGNORED, /* whatever else comes */
  NAME_DATA,    /* until a mapping of it is executable */
  NAME_WANTED,
} NameUse;

static NameUse
judge_name (const char *name, const VasFile *file, const VasRegion *region)
{
  if (!has_path (name))
    return NAME_IGNORED;
  return (region->perms & VAS_PERM_EXEC) != 0 || file->deleted || is_named_like_library (name)
             ? NAME_WANTED
             : NAME_DATA;
}

/* One file a name, described by its first mapping. A name is judged once, as one file may be mapped
 * a million times. */
static GArray *
find_candidates (const VasReading *reading, const char *exe)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (candidates, clear_candidate);
  guint32 n_names = vas_strings_get_count (reading->strings);
  g_autofree const VasRegion **first = g_new0 (const VasRegion *, n_names);
  g_autofree guint8 *uses = g_new0 (guint8, n_names);
  for (gsize i = 0; i < reading->n_regions; i++)
    {
      const VasRegion *region = &reading->regions[i];
      const VasFile *file = vas_reading_get_file (reading, region);
      guint32 name = file->name;
      NameUse before = uses[name];
      if (before == NAME_NEW)
        {
          first[name] = region;
          uses[name] = judge_name (vas_reading_get_name (reading, region, NULL), file, region);
        }
      else if (before == NAME_DATA && (region->perms & VAS_PERM_EXEC) != 0)
        uses[name] = NAME_WANTED;
      if (before != NAME_WANTED && uses[name] == NAME_WANTED)
        {
          Candidate candidate = { 0 };
          vas_mapped_file_init (&candidate.file, reading, first[name], exe);
          g_array_append_val (candidates, candidate);
        }
    }
  return candidates;
}

static void
look_at_file (gpointer job, guint item)
{
  const Look *look = job;
  Candidate *candidate = get_candidate (look, item);
  const VasMappedFile *file = &candidate->file;
  int fd = look->is_live
               ? vas_mapped_file_open_live (file, look->directory, &candidate->state)
               : vas_mapped_file_open_captured (file, look->directory);
  if (fd < 0)
    return;
  candidate->elf = vas_elf_cache_read (look->cache, fd);
  close (fd);
}

static guint64
get_device (gpointer job, guint item)
{
  return get_candidate (job, item)->file.device;
}

static void
take_file (gpointer job, guint item, gpointer user_data)
{
  VasFacts *facts = user_data;
  Candidate *candidate = get_candidate (job, item);
  gpointer name = GUINT_TO_POINTER (candidate->file.name);
  if (candidate->elf != NULL)
    g_hash_table_insert (facts->elves, name, g_steal_pointer (&candidate->elf));
  if (candidate->state != VAS_FILE_UNKNOWN)
    g_hash_table_insert (facts->file_states, name, GINT_TO_POINTER (candidate->state));
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
  vas_elf_cache_begin_round (self->cache);
  Look *look = g_new (Look, 1);
  *look = (Look) { vas_elf_cache_ref (self->cache), own_directory, is_live,
                   find_candidates (reading, facts->exe) };
  VasAsideWork work = {
    .job = look,
    .free_job = free_look,
    .do_item = look_at_file,
    .get_key = get_device,
    .n_items = look->candidates->len,
    .patience = PATIENCE,
    .budget = BUDGET,
  };
  vas_aside_do (self->aside, &work, take_file, facts, cancellable);
}
