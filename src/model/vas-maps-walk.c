/* Reads the mappings of a process on several threads at once, without text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-walk.h"

#include <stdatomic.h>

#include "vas-maps-grammar.h"
#include "vas-procmap-query.h"

/* A remainder as small as this is not worth sharing: it has 256 mappings at most. */
#define LEAST_SHARE (G_GUINT64_CONSTANT (1) << 20)

/**
 * Stretch: addresses `[first, end)` that one walker looks through.
 * @next: how far its walker has come
 * @end: lowered by the other walker when that has nothing left to do and takes over the upper half.
 *   What this one has found beyond it by then is found by the other as well, and is dropped
 * @regions: of #VasRegion, whose files are those of its walker
 */
typedef struct
{
  guint64 first;
  _Atomic guint64 next;
  _Atomic guint64 end;
  struct _Walker *walker;
  GArray *regions;
} Stretch;

typedef struct _Walk Walk;

/**
 * Walker:
 * @files: what it met, with the @names of them
 * @numbers: (element-type guint32): of its files in the builder, plus 1; 0 = not handed over yet
 * @stretches: (element-type Stretch): all that it was at
 * @current: (nullable): the one that it is at
 */
typedef struct _Walker
{
  Walk *walk;
  VasStrings *names;
  VasFileTable *files;
  GArray *numbers;
  GPtrArray *stretches;
  _Atomic (Stretch *) current;
  char name[VAS_PROCMAP_NAME_BYTES];
} Walker;

struct _Walk
{
  int fd;
  GCancellable *cancellable;
  guint n_walkers;
  Walker *walkers;
  atomic_bool failed;
};

static void
free_stretch (gpointer pointer)
{
  Stretch *stretch = pointer;
  g_clear_pointer (&stretch->regions, g_array_unref);
  g_free (stretch);
}

static void
begin_stretch (Walker *self, guint64 first, guint64 end)
{
  Stretch *stretch = g_new0 (Stretch, 1);
  stretch->first = first;
  stretch->next = first;
  stretch->end = end;
  stretch->walker = self;
  stretch->regions = g_array_new (FALSE, FALSE, sizeof (VasRegion));
  g_ptr_array_add (self->stretches, stretch);
  self->current = stretch;
}

static void
keep_region (Walker *self, Stretch *stretch, VasMapsRegionLine *line)
{
  line->region.file = vas_file_table_add (self->files, &line->file);
  g_array_append_val (stretch->regions, line->region);
}

static void
walk_stretch (Walker *self, Stretch *stretch)
{
  Walk *walk = self->walk;
  VasMapsRegionLine line;
  while (stretch->next < stretch->end && !walk->failed)
    switch (vas_procmap_query (walk->fd, stretch->next, self->name, &line))
      {
      case VAS_PROCMAP_FOUND:
        /* One that begins below belongs to the stretch below. */
        if (line.region.start >= stretch->first)
          keep_region (self, stretch, &line);
        stretch->next = line.region.end;
        if (g_cancellable_is_cancelled (walk->cancellable))
          walk->failed = TRUE;
        break;
      case VAS_PROCMAP_END:
        stretch->next = G_MAXUINT64;
        break;
      case VAS_PROCMAP_FAILED:
        walk->failed = TRUE;
        break;
      }
}

/* Takes over the upper half of what another walker has before it. Where nothing is mapped there, as
 * at most of the addresses of a process, that is found out by a single call. */
static gboolean
take_share (Walker *self)
{
  Walk *walk = self->walk;
  for (guint i = 0; i < walk->n_walkers; i++)
    {
      Stretch *other = walk->walkers[i].current;
      if (other == NULL || &walk->walkers[i] == self)
        continue;
      guint64 next = other->next, end = other->end;
      if (next >= end || end - next < LEAST_SHARE)
        continue;
      guint64 middle = next + (end - next) / 2;
      other->end = middle;
      begin_stretch (self, middle, end);
      return TRUE;
    }
  return FALSE;
}

static gpointer
run_walker (gpointer pointer)
{
  Walker *self = pointer;
  if (self->current != NULL)
    walk_stretch (self, self->current);
  while (!self->walk->failed && take_share (self))
    walk_stretch (self, self->current);
  return NULL;
}

static void
run_walkers (Walk *walk)
{
  GThread *threads[VAS_MAPS_WALK_MAX_THREADS] = { NULL };
  for (guint i = 1; i < walk->n_walkers; i++)
    threads[i] = g_thread_try_new ("vascope-walk", run_walker, &walk->walkers[i], NULL);
  run_walker (&walk->walkers[0]);
  for (guint i = 1; i < walk->n_walkers; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *left = *(const Stretch *const *) a, *right = *(const Stretch *const *) b;
  return (left->first > right->first) - (left->first < right->first);
}

/* Files are handed over when a region first maps them, so that they come in the order of the text. */
static guint32
hand_over_file (Walker *self, guint32 file, VasReadingBuilder *builder)
{
  if (file >= self->numbers->len)
    g_array_set_size (self->numbers, file + 1);
  guint32 *number = &g_array_index (self->numbers, guint32, file);
  if (*number == 0)
    {
      const VasFile *known = vas_file_table_get (self->files, file);
      VasFileLine line = { .inode = known->inode, .device = known->device };
      line.name = vas_strings_get (self->names, known->name, &line.name_length);
      *number = vas_file_table_add (vas_reading_builder_get_files (builder), &line) + 1;
    }
  return *number - 1;
}

static void
hand_over (const Stretch *stretch, VasReadingBuilder *builder)
{
  VasReading *reading = vas_reading_builder_get_reading (builder);
  for (guint i = 0; i < stretch->regions->len; i++)
    {
      VasRegion region = g_array_index (stretch->regions, VasRegion, i);
      if (region.start >= stretch->end)
        break;
      region.file = hand_over_file (stretch->walker, region.file, builder);
      reading->n_lines++;
      vas_reading_builder_add (builder, &region);
    }
}

static gsize
count_regions (const GPtrArray *stretches)
{
  gsize n = 1; /* the gate page */
  for (guint i = 0; i < stretches->len; i++)
    n += ((const Stretch *) stretches->pdata[i])->regions->len;
  return n;
}

static void
hand_over_all (const Walk *walk, VasReadingBuilder *builder)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  for (guint i = 0; i < walk->n_walkers; i++)
    g_ptr_array_extend (all, walk->walkers[i].stretches, NULL, NULL);
  g_ptr_array_sort (all, compare_stretches);
  vas_reading_builder_reserve (builder, count_regions (all));
  for (guint i = 0; i < all->len; i++)
    {
      Stretch *stretch = all->pdata[i];
      hand_over (stretch, builder);
      g_clear_pointer (&stretch->regions, g_array_unref);
    }
}

gboolean
vas_maps_walk (int fd,
               guint64 from,
               guint n_threads,
               VasReadingBuilder *builder,
               GCancellable *cancellable)
{
  g_return_val_if_fail (fd >= 0 && builder != NULL, FALSE);
  g_return_val_if_fail (n_threads >= 1 && n_threads <= VAS_MAPS_WALK_MAX_THREADS, FALSE);

  g_autofree Walker *walkers = g_new0 (Walker, n_threads);
  Walk walk = { fd, cancellable, n_threads, walkers, FALSE };
  for (guint i = 0; i < n_threads; i++)
    {
      walkers[i].walk = &walk;
      walkers[i].names = vas_strings_new ();
      walkers[i].files = vas_file_table_new (walkers[i].names);
      walkers[i].numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
      walkers[i].stretches = g_ptr_array_new_with_free_func (free_stretch);
    }
  begin_stretch (&walkers[0], from, G_MAXUINT64);
  run_walkers (&walk);
  if (!walk.failed)
    hand_over_all (&walk, builder);
  for (guint i = 0; i < n_threads; i++)
    {
      g_ptr_array_unref (walkers[i].stretches);
      g_array_unref (walkers[i].numbers);
      vas_file_table_free (walkers[i].files);
      vas_strings_free (walkers[i].names);
    }
  return !walk.failed;
}
