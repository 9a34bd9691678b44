/* Remembers the ELF headers of files that were read once, as long as the files stay the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-elf-cache.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  /* Holds the headers of every linker's output, some fifteen of them, with room to spare. */
  USUAL_BYTES = 4096,
};

typedef struct
{
  guint64 device;
  guint64 inode;
  gint64 seconds;
  gint64 nanoseconds;
} FileKey;

struct _VasElfCache
{
  GMutex lock;
  GHashTable *elves;  /* FileKey -> VasElf or NULL: asked for in this round */
  GHashTable *former; /* the same: in the round before, and not yet in this one */
};

static guint
hash_key (gconstpointer pointer)
{
  const FileKey *key = pointer;
  guint64 mixed = (key->inode * 31 + key->device) * 31 + key->nanoseconds;
  return (guint) (mixed ^ mixed >> 32);
}

static gboolean
keys_are_equal (gconstpointer a, gconstpointer b)
{
  const FileKey *x = a, *y = b;
  return x->device == y->device && x->inode == y->inode && x->seconds == y->seconds
         && x->nanoseconds == y->nanoseconds;
}

static void
clear_cache (gpointer box)
{
  VasElfCache *self = box;
  g_hash_table_unref (self->elves);
  g_hash_table_unref (self->former);
  g_mutex_clear (&self->lock);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (hash_key, keys_are_equal, g_free, (GDestroyNotify) vas_elf_unref);
}

VasElfCache *
vas_elf_cache_new (void)
{
  VasElfCache *self = g_atomic_rc_box_new0 (VasElfCache);
  g_mutex_init (&self->lock);
  self->elves = create_table ();
  self->former = create_table ();
  return self;
}

VasElfCache *
vas_elf_cache_ref (VasElfCache *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_elf_cache_unref (VasElfCache *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_cache);
}

void
vas_elf_cache_begin_round (VasElfCache *self)
{
  g_return_if_fail (self != NULL);
  g_mutex_lock (&self->lock);
  g_hash_table_unref (self->former);
  self->former = self->elves;
  self->elves = create_table ();
  g_mutex_unlock (&self->lock);
}

static gboolean
look_up (VasElfCache *self, const FileKey *key, VasElf **elf)
{
  gpointer found = NULL, own_key;
  g_mutex_lock (&self->lock);
  gboolean known = g_hash_table_lookup_extended (self->elves, key, NULL, &found);
  if (!known && g_hash_table_steal_extended (self->former, key, &own_key, &found))
    known = g_hash_table_insert (self->elves, own_key, found);
  *elf = found != NULL ? vas_elf_ref (found) : NULL;
  g_mutex_unlock (&self->lock);
  return known;
}

static void
remember (VasElfCache *self, const FileKey *key, VasElf *elf)
{
  g_mutex_lock (&self->lock);
  g_hash_table_insert (self->elves, g_memdup2 (key, sizeof *key),
                       elf != NULL ? vas_elf_ref (elf) : NULL);
  g_mutex_unlock (&self->lock);
}

/* Bytes read from the start of the file, fewer at its end; 0 on failure. */
static gsize
read_head (int fd, guint8 *head, gsize room)
{
  gsize length = 0;
  while (length < room)
    {
      gssize got = pread (fd, head + length, room - length, length);
      if (got == 0 || (got < 0 && errno != EINTR))
        break;
      length += got > 0 ? (gsize) got : 0;
    }
  return length;
}

static VasElf *
read_elf (int fd)
{
  static const gsize sizes[] = { USUAL_BYTES, VAS_ELF_HEAD_BYTES };
  g_autofree guint8 *head = NULL;
  VasElf *elf = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sizes) && elf == NULL; i++)
    {
      head = g_realloc (head, sizes[i]);
      gsize length = read_head (fd, head, sizes[i]);
      elf = vas_elf_parse (head, length);
      if (length < sizes[i] || !vas_elf_is_magic (head, length))
        break;
    }
  return elf;
}

VasElf *
vas_elf_cache_read (VasElfCache *self, int fd)
{
  g_return_val_if_fail (self != NULL && fd >= 0, NULL);

  struct stat about;
  if (fstat (fd, &about) != 0)
    return NULL;
  FileKey key = { about.st_dev, about.st_ino, about.st_mtim.tv_sec, about.st_mtim.tv_nsec };
  VasElf *elf;
  if (!look_up (self, &key, &elf))
    {
      elf = read_elf (fd);
      remember (self, &key, elf);
    }
  return elf;
}
