/* Reads the mappings of a process on several threads at once, without text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-walk.h"

#include <stdatomic.h>

#include "vas-procmap-query.h"

/* A remainder as small as this is not worth sharing: it has 256 mappings at most. */
#define LEAST_SHARE (G_GUINT64_CONSTANT (1) << 20)

/**
 * Stretch: addresses `[first, end)` that one walker looks through.
 * @next: how far its walker has come
 * @end: lowered by the other walker when that has nothing left to do and takes over the upper half.
 *   What this one has found beyond it by then is found by the other as well, and is dropped
 * @entries: of #Entry
 */
typedef struct
{
  guint64 first;
  _Atomic guint64 next;
  _Atomic guint64 end;
  const VasStrings *names;
  GArray *entries;
} Stretch;

/* A mapping whose name is in the pool of its walker. */
typedef struct
{
  VasRegion region;
  VasDevice device;
} Entry;

typedef struct _Walk Walk;

/**
 * Walker:
 * @stretches: (element-type Stretch): all that it was at
 * @current: (nullable): the one that it is at
 */
typedef struct
{
  Walk *walk;
  VasStrings *names;
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
  g_array_unref (stretch->entries);
  g_free (stretch);
}

static void
begin_stretch (Walker *self, guint64 first, guint64 end)
{
  Stretch *stretch = g_new0 (Stretch, 1);
  stretch->first = first;
  stretch->next = first;
  stretch->end = end;
  stretch->names = self->names;
  stretch->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_ptr_array_add (self->stretches, stretch);
  self->current = stretch;
}

static void
keep_entry (Walker *self, Stretch *stretch, const VasMapsRegionLine *line)
{
  Entry entry = { line->region, line->device };
  entry.region.name = vas_strings_add (self->names, line->name, line->name_length);
  g_array_append_val (stretch->entries, entry);
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
          keep_entry (self, stretch, &line);
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

static void
hand_over (Stretch *stretch, VasMapsParser *parser)
{
  for (guint i = 0; i < stretch->entries->len; i++)
    {
      const Entry *entry = &g_array_index (stretch->entries, Entry, i);
      if (entry->region.start >= stretch->end)
        break;
      VasMapsRegionLine line = { .region = entry->region, .device = entry->device };
      line.name = vas_strings_get (stretch->names, entry->region.name, &line.name_length);
      vas_maps_parser_add (parser, &line);
    }
  g_array_set_size (stretch->entries, 0);
}

static void
hand_over_all (const Walk *walk, VasMapsParser *parser)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  for (guint i = 0; i < walk->n_walkers; i++)
    g_ptr_array_extend (all, walk->walkers[i].stretches, NULL, NULL);
  g_ptr_array_sort (all, compare_stretches);
  for (guint i = 0; i < all->len; i++)
    hand_over (all->pdata[i], parser);
}

gboolean
vas_maps_walk (int fd,
               guint64 from,
               guint n_threads,
               VasMapsParser *parser,
               GCancellable *cancellable)
{
  g_return_val_if_fail (fd >= 0 && parser != NULL, FALSE);
  g_return_val_if_fail (n_threads >= 1 && n_threads <= VAS_MAPS_WALK_MAX_THREADS, FALSE);

  g_autofree Walker *walkers = g_new0 (Walker, n_threads);
  Walk walk = { fd, cancellable, n_threads, walkers, FALSE };
  for (guint i = 0; i < n_threads; i++)
    {
      walkers[i].walk = &walk;
      walkers[i].names = vas_strings_new ();
      walkers[i].stretches = g_ptr_array_new_with_free_func (free_stretch);
    }
  begin_stretch (&walkers[0], from, G_MAXUINT64);
  run_walkers (&walk);
  if (!walk.failed)
    hand_over_all (&walk, parser);
  for (guint i = 0; i < n_threads; i++)
    {
      g_ptr_array_unref (walkers[i].stretches);
      vas_strings_free (walkers[i].names);
    }
  return !walk.failed;
}
