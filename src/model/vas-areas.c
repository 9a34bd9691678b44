/* Folds objects into areas: the dozen places that a person sees in an address space.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-areas.h"

#include "vas-roles.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What keeps an area apart from its neighbours. */
typedef enum
{
  PLACE_OTHER,
  PLACE_HOME,  /* the program and its heap */
  PLACE_STACK, /* the main stack */
} Place;

/**
 * Area: a run of objects `[first, end)`
 * @owner: (nullable): who owns most of it, as roles call it
 * @role: of the first object of @owner
 * @family: what most of it is
 * @gap: bytes between this area and the one before
 */
typedef struct
{
  gsize first, end;
  Place place;
  guint32 n_islands;
  guint64 gap;
  guint64 mapped;
  const char *owner;
  guint16 role;
  guint8 family;
  gboolean has_program, has_heap, has_library, has_other;
} Area;

typedef struct
{
  VasReading *reading;
  const VasObject *objects;
  gsize n_objects;
  gsize program, heap, stack; /* index of the landmark; n_objects = not there */
  gsize home_first, home_end; /* the program with its heap, where they are neighbours */
  GArray *areas;              /* of Area */
} Folder;

enum
{
  /* Home may hold this many foreign objects between the program and its heap. */
  MAX_HOME_GUESTS = 8,
  /* Areas that are folded one by one; before that only the widest gaps are kept. */
  MAX_CANDIDATES = 256,
};

static Area *
get_area (const Folder *self, gsize i)
{
  return &g_array_index (self->areas, Area, i);
}

static void
add_bytes (guint64 *sum, guint64 bytes)
{
  if (!g_uint64_checked_add (sum, *sum, bytes))
    *sum = G_MAXUINT64;
}

/* The program is the largest gathering of its segments: a runtime may map a piece of its own file
 * once more, far away in its heap. */
static void
find_landmarks (Folder *self)
{
  self->program = self->heap = self->stack = self->n_objects;
  for (gsize i = 0; i < self->n_objects; i++)
    {
      const VasObject *object = &self->objects[i];
      if (object->family == VAS_FAMILY_PROGRAM
          && (self->program == self->n_objects
              || object->n_regions > self->objects[self->program].n_regions))
        self->program = i;
      if (object->kind == VAS_KIND_HEAP && self->heap == self->n_objects)
        self->heap = i;
      if (object->kind == VAS_KIND_MAIN_STACK && self->stack == self->n_objects)
        self->stack = i;
    }
  gsize first = MIN (self->program, self->heap), last = MAX (self->program, self->heap);
  gboolean near = last < self->n_objects && last - first <= MAX_HOME_GUESTS + 1;
  self->home_first = near ? first : self->n_objects;
  self->home_end = near ? last + 1 : self->n_objects;
}

static Place
get_place (const Folder *self, gsize i)
{
  if (i == self->program || i == self->heap || (i >= self->home_first && i < self->home_end))
    return PLACE_HOME;
  return i == self->stack ? PLACE_STACK : PLACE_OTHER;
}

static guint64
get_start (const Folder *self, gsize object)
{
  return self->reading->regions[self->objects[object].first].start;
}

/* The highest end of an object's regions, as hostile input may overlap. */
static guint64
get_end (const Folder *self, gsize object, guint64 end)
{
  const VasObject *o = &self->objects[object];
  for (gsize i = o->first; i < o->first + o->n_regions; i++)
    end = MAX (end, self->reading->regions[i].end);
  return end;
}

static void
add_object (const Folder *self, Area *area, gsize i)
{
  const VasObject *object = &self->objects[i];
  area->end = i + 1;
  add_bytes (&area->mapped, object->mapped);
  area->has_program |= object->family == VAS_FAMILY_PROGRAM;
  area->has_heap |= object->kind == VAS_KIND_HEAP;
  area->has_library |= object->family == VAS_FAMILY_LIBRARY;
  area->has_other |= object->family != VAS_FAMILY_PROGRAM && object->family != VAS_FAMILY_LIBRARY
                     && object->family != VAS_FAMILY_KERNEL && object->kind != VAS_KIND_HEAP;
}

/* One area for each island, parted further around the landmarks. The kernel's pages stay with what
 * they follow: the vDSO lies beside the stack. */
static void
cut_islands (Folder *self)
{
  guint64 end = 0;
  for (gsize i = 0; i < self->n_objects; i++)
    {
      guint64 start = get_start (self, i);
      guint64 gap = start > end ? start - end : 0;
      gboolean is_island = i == 0 || gap >= VAS_ISLAND_GAP;
      Place place = get_place (self, i);
      Area *last = is_island ? NULL : get_area (self, self->areas->len - 1);
      if (last == NULL
          || (last->place != place && self->objects[i].family != VAS_FAMILY_KERNEL))
        {
          Area area = { .first = i, .place = place, .n_islands = 1, .gap = gap };
          g_array_append_val (self->areas, area);
          last = get_area (self, self->areas->len - 1);
        }
      add_object (self, last, i);
      end = get_end (self, i, end);
    }
}

/* The owner of more than half of the bytes: the only one that can be left standing when bytes of
 * different owners cancel each other out (Boyer and Moore), then counted. */
static void
find_owner (const Folder *self, Area *area)
{
  const char *candidate = NULL;
  guint16 role = 0;
  guint64 lead = 0, sum = 0;
  for (gsize i = area->first; i < area->end; i++)
    {
      const VasObject *object = &self->objects[i];
      const char *owner = vas_role_get (object->role)->owner;
      if (lead == 0 || g_strcmp0 (owner, candidate) == 0)
        {
          if (lead == 0 || object->family != VAS_FAMILY_NONE)
            role = object->role;
          candidate = owner;
          add_bytes (&lead, object->mapped);
        }
      else
        lead = lead > object->mapped ? lead - object->mapped : 0;
    }
  for (gsize i = area->first; i < area->end && candidate != NULL; i++)
    if (g_strcmp0 (vas_role_get (self->objects[i].role)->owner, candidate) == 0)
      add_bytes (&sum, self->objects[i].mapped);
  if (sum > area->mapped / 2)
    {
      area->owner = candidate;
      area->role = role;
    }
}

/* Reservations are counted only where nothing else is there: a program maps 1 TiB and uses 30 MiB. */
static void
find_family (const Folder *self, Area *area)
{
  guint64 bytes[VAS_N_FAMILIES] = { 0 };
  for (gsize i = area->first; i < area->end; i++)
    add_bytes (&bytes[self->objects[i].family], self->objects[i].mapped);
  area->family = VAS_FAMILY_NONE;
  bytes[VAS_FAMILY_NONE] = 0;
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    if (bytes[family] > bytes[area->family])
      area->family = family;
}

static void
characterize (const Folder *self, Area *area)
{
  find_owner (self, area);
  find_family (self, area);
}

static gboolean
are_alike (const Area *a, const Area *b)
{
  if (a->place != PLACE_OTHER || b->place != PLACE_OTHER)
    return FALSE;
  if (a->has_library || b->has_library)
    return a->has_library && b->has_library;
  if (a->owner != NULL || b->owner != NULL)
    return g_strcmp0 (a->owner, b->owner) == 0;
  return a->family == b->family;
}

static void
absorb (Area *into, const Area *area)
{
  into->end = area->end;
  into->n_islands += area->gap >= VAS_ISLAND_GAP ? area->n_islands : area->n_islands - 1;
  add_bytes (&into->mapped, area->mapped);
  into->has_program |= area->has_program;
  into->has_heap |= area->has_heap;
  into->has_library |= area->has_library;
  into->has_other |= area->has_other;
}

/* Folds each area into the one before it where @fold says so. */
static void
fold_neighbours (Folder *self,
                 gboolean (*fold) (const Area *, const Area *, gconstpointer),
                 gconstpointer argument)
{
  gsize kept = 0;
  for (gsize i = 1; i < self->areas->len; i++)
    if (fold (get_area (self, kept), get_area (self, i), argument))
      absorb (get_area (self, kept), get_area (self, i));
    else
      *get_area (self, ++kept) = *get_area (self, i);
  if (self->areas->len > 0)
    g_array_set_size (self->areas, kept + 1);
  for (gsize i = 0; i < self->areas->len; i++)
    characterize (self, get_area (self, i));
}

static gboolean
fold_alike (const Area *a, const Area *b, gconstpointer argument)
{
  return are_alike (a, b);
}

static gboolean
fold_close (const Area *a, const Area *b, gconstpointer argument)
{
  const guint64 *widest = argument;
  return a->place == PLACE_OTHER && b->place == PLACE_OTHER && b->gap < *widest;
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return x > y ? -1 : x < y;
}

/* Many thousand islands of different make, which only hostile or made-up input has: those with the
 * narrowest gaps between them are folded at once. */
static void
fold_crowd (Folder *self)
{
  if (self->areas->len <= MAX_CANDIDATES)
    return;
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (gsize i = 0; i < self->areas->len; i++)
    g_array_append_val (gaps, get_area (self, i)->gap);
  g_array_sort (gaps, compare_descending);
  guint64 widest = g_array_index (gaps, guint64, MAX_CANDIDATES);
  if (widest < G_MAXUINT64)
    widest++; /* equal gaps, too, are folded: islands in a regular pattern belong together */
  fold_neighbours (self, fold_close, &widest);
}

/* As tall as the map draws it: by the logarithm of its bytes and of its regions. */
static double
get_weight (const Folder *self, const Area *area)
{
  return log2 (1.0 + (double) area->mapped) + 2 * log2 (1.0 + (double) (area->end - area->first));
}

/* The neighbour to fold area @i into: the one of its own make, else the nearer one; -1 if landmarks
 * stand on both sides. */
static gssize
choose_neighbour (const Folder *self, gsize i)
{
  const Area *area = get_area (self, i);
  const Area *before = i > 0 ? get_area (self, i - 1) : NULL;
  const Area *after = i + 1 < self->areas->len ? get_area (self, i + 1) : NULL;
  gboolean may_before = before != NULL && before->place == PLACE_OTHER;
  gboolean may_after = after != NULL && after->place == PLACE_OTHER;
  if (!may_before || !may_after)
    return may_before ? (gssize) i - 1 : may_after ? (gssize) i + 1 : -1;
  gboolean like_before = before->family == area->family, like_after = after->family == area->family;
  if (like_before != like_after)
    return like_before ? i - 1 : i + 1;
  return area->gap <= after->gap ? i - 1 : i + 1;
}

static gssize
find_smallest (const Folder *self)
{
  gssize smallest = -1;
  double least = 0;
  for (gsize i = 0; i < self->areas->len; i++)
    {
      const Area *area = get_area (self, i);
      if (area->place != PLACE_OTHER || choose_neighbour (self, i) < 0)
        continue;
      double weight = get_weight (self, area);
      if (smallest < 0 || weight < least)
        {
          smallest = i;
          least = weight;
        }
    }
  return smallest;
}

static void
fold_smallest (Folder *self)
{
  while (self->areas->len > VAS_MAX_AREAS)
    {
      gssize smallest = find_smallest (self);
      if (smallest < 0)
        return;
      gsize into = MIN (smallest, choose_neighbour (self, smallest));
      absorb (get_area (self, into), get_area (self, into + 1));
      g_array_remove_index (self->areas, into + 1);
      characterize (self, get_area (self, into));
    }
}

static char *
label_area (const Area *area)
{
  static const char *const families[VAS_N_FAMILIES] = {
    [VAS_FAMILY_PROGRAM] = N_ ("Program code"),      [VAS_FAMILY_LIBRARY] = N_ ("Libraries"),
    [VAS_FAMILY_HEAP] = N_ ("Private memory"),       [VAS_FAMILY_STACK] = N_ ("Thread stacks"),
    [VAS_FAMILY_FILE] = N_ ("Mapped files"),         [VAS_FAMILY_SHARED] = N_ ("Shared memory"),
    [VAS_FAMILY_JIT] = N_ ("Generated code"),        [VAS_FAMILY_KERNEL] = N_ ("Kernel helpers"),
    [VAS_FAMILY_NONE] = N_ ("Reserved addresses"),
  };
  if (area->place == PLACE_STACK)
    return g_strdup (_ ("Stack"));
  if (area->place == PLACE_HOME)
    return g_strdup (!area->has_heap      ? _ ("Program")
                     : area->has_program ? _ ("Program and heap")
                                         : _ ("Heap"));
  if (area->has_library)
    return g_strdup (area->has_other ? _ ("Libraries and mappings") : _ ("Libraries"));
  const char *product = vas_role_get (area->role)->product;
  if (area->owner != NULL && product != NULL)
    /* Translators: %s is a product such as Java or V8. */
    return g_strdup_printf (_ ("%s memory"), product);
  return g_strdup (_ (families[area->family]));
}

static GArray *
finish_areas (const Folder *self)
{
  GArray *areas = g_array_sized_new (FALSE, TRUE, sizeof (VasArea), self->areas->len);
  for (gsize i = 0; i < self->areas->len; i++)
    {
      const Area *area = get_area (self, i);
      const VasObject *first = &self->objects[area->first], *last = &self->objects[area->end - 1];
      g_autofree char *label = label_area (area);
      VasArea finished = {
        .first = first->first,
        .n_regions = last->first + last->n_regions - first->first,
        .n_islands = area->n_islands,
        .label = vas_strings_add_text (self->reading->strings, label),
        .family = area->family,
        .mapped = area->mapped,
      };
      g_array_append_val (areas, finished);
    }
  return areas;
}

GArray *
vas_areas_fold (VasReading *reading, const GArray *objects)
{
  g_return_val_if_fail (reading != NULL && objects != NULL, NULL);

  g_autoptr (GArray) areas = g_array_new (FALSE, TRUE, sizeof (Area));
  Folder self = {
    .reading = reading,
    .objects = (const VasObject *) objects->data,
    .n_objects = objects->len,
    .areas = areas,
  };
  find_landmarks (&self);
  cut_islands (&self);
  for (gsize i = 0; i < areas->len; i++)
    characterize (&self, get_area (&self, i));
  fold_neighbours (&self, fold_alike, NULL);
  fold_crowd (&self);
  fold_smallest (&self);
  return finish_areas (&self);
}
