/* Folds areas into fewer ones: by what they are made of, then by how small they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-area-folds.h"

#include "vas-roles.h"

#include <math.h>

enum
{
  /* So many areas are folded one by one; of more, first only the widest gaps are kept. */
  MAX_CANDIDATES = 256,
};

static VasAreaRun *
get_run (GArray *runs, gsize i)
{
  return &g_array_index (runs, VasAreaRun, i);
}

static void
add_saturating (guint64 *sum, guint64 value)
{
  if (!g_uint64_checked_add (sum, *sum, value))
    *sum = G_MAXUINT64;
}

guint64
vas_area_run_get_mapped (const VasAreaRun *self)
{
  guint64 mapped = 0;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    add_saturating (&mapped, self->bytes[family]);
  return mapped;
}

/* A program may reserve 1 TiB and use 30 MiB of it: what it uses says what the area is. */
VasFamily
vas_area_run_get_family (const VasAreaRun *self)
{
  VasFamily most = VAS_FAMILY_NONE;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    if (family != VAS_FAMILY_NONE && self->bytes[family] > 0
        && (most == VAS_FAMILY_NONE || self->bytes[family] > self->bytes[most]))
      most = family;
  return most;
}

/* Only an owner of more than half of the bytes is left standing when bytes of different owners
 * cancel each other out (Boyer and Moore's majority vote). */
static const char *
elect_owner (const VasAreaRun *self, const VasGrouping *grouping)
{
  const char *leader = NULL;
  guint64 lead = 0;
  VasObject object;
  for (gsize i = self->first; i < self->end; i += object.n_regions)
    {
      object = vas_grouping_get_object (grouping, i);
      guint64 mapped = vas_grouping_get_mapped (grouping, &object);
      const char *owner = vas_role_get (object.role)->owner;
      if (lead == 0)
        leader = owner;
      if (g_strcmp0 (owner, leader) == 0)
        add_saturating (&lead, mapped);
      else
        lead = lead > mapped ? lead - mapped : 0;
    }
  return leader;
}

void
vas_area_run_find_owner (VasAreaRun *self, const VasGrouping *grouping)
{
  const char *leader = self->has_owners ? elect_owner (self, grouping) : NULL;
  guint64 sum = 0;
  self->owner = NULL;
  self->role = 0;
  if (leader == NULL)
    return;
  VasObject object;
  for (gsize i = self->first; i < self->end; i += object.n_regions)
    {
      object = vas_grouping_get_object (grouping, i);
      if (g_strcmp0 (vas_role_get (object.role)->owner, leader) != 0)
        continue;
      add_saturating (&sum, vas_grouping_get_mapped (grouping, &object));
      if (self->role == 0 || object.family != VAS_FAMILY_NONE)
        self->role = object.role;
    }
  if (sum > vas_area_run_get_mapped (self) / 2)
    self->owner = leader;
}

/* Adds @run, the neighbour behind @into. */
static void
absorb (VasAreaRun *into, const VasAreaRun *run)
{
  into->end = run->end;
  into->n_objects += run->n_objects;
  into->n_islands += run->gap >= VAS_ISLAND_GAP ? run->n_islands : run->n_islands - 1;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    add_saturating (&into->bytes[family], run->bytes[family]);
  into->has_program |= run->has_program;
  into->has_heap |= run->has_heap;
  into->has_library |= run->has_library;
  into->has_other |= run->has_other;
  into->has_owners |= run->has_owners;
}

/* Libraries draw a line: what is folded around them would hide them. */
static gboolean
are_alike (const VasAreaRun *a, const VasAreaRun *b, guint64 widest)
{
  if (a->has_library || b->has_library)
    return a->has_library && b->has_library;
  if (a->owner != NULL || b->owner != NULL)
    return g_strcmp0 (a->owner, b->owner) == 0;
  return vas_area_run_get_family (a) == vas_area_run_get_family (b);
}

static gboolean
are_close (const VasAreaRun *a, const VasAreaRun *b, guint64 widest)
{
  return b->gap < widest;
}

/* Folds each run into the one before it where @fold says so. */
static void
fold_neighbours (GArray *runs,
                 gboolean (*fold) (const VasAreaRun *, const VasAreaRun *, guint64),
                 guint64 widest)
{
  gsize kept = 0;
  for (gsize i = 1; i < runs->len; i++)
    {
      VasAreaRun *last = get_run (runs, kept), *run = get_run (runs, i);
      if (last->place == VAS_PLACE_OTHER && run->place == VAS_PLACE_OTHER
          && fold (last, run, widest))
        absorb (last, run);
      else
        *get_run (runs, ++kept) = *run;
    }
  g_array_set_size (runs, MIN (runs->len, kept + 1));
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return x > y ? -1 : x < y;
}

/* Thousands of islands of changing make come from made-up input alone: the narrow gaps among them
 * are closed at once. Equal gaps are closed together, as none says more than another. */
static void
fold_crowd (GArray *runs)
{
  if (runs->len <= MAX_CANDIDATES)
    return;
  g_autoptr (GArray) gaps = g_array_sized_new (FALSE, FALSE, sizeof (guint64), runs->len);
  for (gsize i = 0; i < runs->len; i++)
    g_array_append_val (gaps, get_run (runs, i)->gap);
  g_array_sort (gaps, compare_descending);
  fold_neighbours (runs, are_close, g_array_index (gaps, guint64, MAX_CANDIDATES) + 1);
}

/* What an area weighs in a reader's eye: about as tall as the map draws it. */
static double
get_weight (const VasAreaRun *run)
{
  return log2 (1.0 + (double) vas_area_run_get_mapped (run))
         + 2 * log2 (1.0 + (double) run->n_objects);
}

/* The neighbour to fold run @i into: the one of its own family, else the nearer one; -1 if landmarks
 * or the end stand on both sides. */
static gssize
choose_neighbour (GArray *runs, gsize i)
{
  const VasAreaRun *run = get_run (runs, i);
  const VasAreaRun *before = i > 0 ? get_run (runs, i - 1) : NULL;
  const VasAreaRun *after = i + 1 < runs->len ? get_run (runs, i + 1) : NULL;
  gboolean may_before = before != NULL && before->place == VAS_PLACE_OTHER;
  gboolean may_after = after != NULL && after->place == VAS_PLACE_OTHER;
  if (!may_before || !may_after)
    return may_before ? (gssize) i - 1 : may_after ? (gssize) i + 1 : -1;
  VasFamily family = vas_area_run_get_family (run);
  gboolean like_before = vas_area_run_get_family (before) == family;
  gboolean like_after = vas_area_run_get_family (after) == family;
  gboolean to_before = like_before != like_after ? like_before : run->gap <= after->gap;
  return to_before ? (gssize) i - 1 : (gssize) i + 1;
}

static gssize
find_smallest (GArray *runs)
{
  gssize smallest = -1;
  double least = 0;
  for (gsize i = 0; i < runs->len; i++)
    {
      const VasAreaRun *run = get_run (runs, i);
      if (run->place != VAS_PLACE_OTHER || choose_neighbour (runs, i) < 0)
        continue;
      double weight = get_weight (run);
      if (smallest < 0 || weight < least)
        {
          smallest = i;
          least = weight;
        }
    }
  return smallest;
}

/* At most three landmarks stand, so there are two neighbours to fold as long as there are too many. */
static void
fold_smallest (GArray *runs)
{
  while (runs->len > VAS_MAX_AREAS)
    {
      gssize smallest = find_smallest (runs);
      g_return_if_fail (smallest >= 0);
      gsize into = MIN (smallest, choose_neighbour (runs, smallest));
      absorb (get_run (runs, into), get_run (runs, into + 1));
      g_array_remove_index (runs, into + 1);
    }
}

void
vas_area_folds_apply (GArray *runs, const VasGrouping *grouping)
{
  fold_neighbours (runs, are_alike, 0);
  fold_crowd (runs);
  fold_smallest (runs);
  for (gsize i = 0; i < runs->len; i++)
    vas_area_run_find_owner (get_run (runs, i), grouping);
}
