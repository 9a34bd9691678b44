/* Gathers regions into objects: the lines of maps that are one thing to a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-objects.h"

#include "vas-object-names.h"
#include "vas-roles.h"

/* A library's segments may leave holes that others fill: up to the largest page size that linkers
 * align segments to on 64-bit x86, and no more than a handful of regions. */
#define MAX_HOLE (G_GUINT64_CONSTANT (2) << 20)
enum
{
  MAX_HOLE_REGIONS = 8,
  /* A just-in-time compiler keeps constants and tables beside its code: pages, not megabytes. */
  MAX_PATCH_BYTES = 256 << 10,
};

/**
 * Builder:
 * @mains: (element-type guint32): of each object the region that gives it name and kind
 * @latest: by name id: 1 + the newest accessible region with that name, 0 = none yet
 * @end: the highest end of the regions so far, as hostile input may overlap
 */
typedef struct
{
  const VasReading *reading;
  const VasRegion *regions;
  const VasNaming *naming;
  GArray *objects;
  GArray *mains;
  guint32 *latest;
  guint64 end;
} Builder;

/* Region @i and the object that ends just before it; @previous is that object's last region. */
typedef struct
{
  const VasRegion *region, *previous, *main;
  const VasFile *file, *main_file;
  const VasVerdict *verdict, *main_verdict;
  gboolean touches;
  gboolean after_none;
} Joint;

static const VasVerdict *
get_verdict (const Builder *self, gsize i)
{
  return vas_naming_get_verdict (self->naming, &self->regions[i]);
}

static VasFamily
get_family (const VasVerdict *verdict)
{
  return vas_kind_get_family (verdict->kind);
}

static gboolean
is_elf (const VasVerdict *verdict)
{
  VasFamily family = get_family (verdict);
  return family == VAS_FAMILY_PROGRAM || family == VAS_FAMILY_LIBRARY;
}

static gboolean
is_none (const VasVerdict *verdict)
{
  return get_family (verdict) == VAS_FAMILY_NONE;
}

static gboolean
has_same_owner (const VasVerdict *a, const VasVerdict *b)
{
  const char *owner = vas_role_get (a->role)->owner;
  return owner != NULL && g_strcmp0 (owner, vas_role_get (b->role)->owner) == 0;
}

static gboolean
maps_same_file (const VasReading *reading, const VasRegion *a, const VasRegion *b)
{
  return a->file == b->file && vas_reading_get_name_id (reading, a) != 0;
}

/* The lines of one mapped file, or of one name. A code file that starts over is another copy of it.
 * What follows a hole or padding in a code file is told by close_hole(). */
static gboolean
continues_name (const Joint *joint)
{
  return joint->file->name != 0 && joint->previous->file == joint->region->file
         && (!is_elf (joint->verdict) || joint->region->offset >= joint->previous->offset);
}

/* The zeroed data of a program or library, directly behind its file. */
static gboolean
continues_image (const Joint *joint)
{
  return joint->touches && joint->file->name == 0 && is_elf (joint->verdict)
         && get_family (joint->verdict) == get_family (joint->main_verdict)
         && (joint->verdict->subject == joint->main_verdict->subject
             || joint->verdict->subject == 0);
}

/* A stack above its guard, or a stack that the program itself parted by protecting pages. */
static gboolean
continues_stack (const Joint *joint)
{
  return joint->touches && get_family (joint->verdict) == VAS_FAMILY_STACK
         && (is_none (joint->main_verdict)
             || (joint->main_verdict->kind == joint->verdict->kind && joint->verdict->subject != 0
                 && joint->main_verdict->subject == joint->verdict->subject));
}

/* An arena's used part, then its reserve; what is used again behind a reserve is the next arena. */
static gboolean
continues_arena (const Joint *joint)
{
  return joint->touches && joint->main_verdict->kind == VAS_KIND_MALLOC_ARENA
         && !joint->after_none
         && (joint->verdict->kind == VAS_KIND_MALLOC_ARENA || is_none (joint->verdict));
}

/* Memory without a file that plays one part for one owner, with what the owner keeps reserved. */
static gboolean
continues_role (const Joint *joint)
{
  const VasVerdict *a = joint->main_verdict, *b = joint->verdict;
  if (joint->file->inode != 0 || joint->main_file->inode != 0
      || get_family (b) == VAS_FAMILY_STACK || get_family (a) == VAS_FAMILY_STACK
      || b->kind == VAS_KIND_MALLOC_ARENA || a->kind == VAS_KIND_MALLOC_ARENA)
    return FALSE;
  return (b->role != 0 && a->role == b->role)
         || ((is_none (a) || is_none (b)) && has_same_owner (a, b));
}

static gboolean
is_plain_memory (const VasVerdict *verdict)
{
  VasFamily family = get_family (verdict);
  return (family == VAS_FAMILY_HEAP || family == VAS_FAMILY_JIT)
         && verdict->kind != VAS_KIND_HEAP && verdict->kind != VAS_KIND_MALLOC_ARENA;
}

/* Generated code with small pages of data strewn between. */
static gboolean
continues_patchwork (const Joint *joint)
{
  const VasVerdict *a = joint->main_verdict, *b = joint->verdict;
  const VasRegion *patch = b->kind == VAS_KIND_ANONYMOUS ? joint->region : joint->main;
  return joint->touches && joint->file->name == 0 && joint->main_file->name == 0
         && vas_region_get_size (patch) <= MAX_PATCH_BYTES
         && ((a->kind == VAS_KIND_JIT_CODE && b->kind == VAS_KIND_ANONYMOUS && b->role == 0)
             || (b->kind == VAS_KIND_JIT_CODE && a->kind == VAS_KIND_ANONYMOUS && a->role == 0));
}

/* Unnamed memory of one kind without a gap between: more often than not one request to the system
 * that was parted by protecting pages. */
static gboolean
continues_run (const Joint *joint)
{
  const VasVerdict *a = joint->main_verdict, *b = joint->verdict;
  if (!joint->touches || joint->file->name != 0 || joint->main_file->name != 0)
    return FALSE;
  if (is_none (a))
    return is_none (b) || (is_plain_memory (b) && b->role == 0);
  return a->role == 0 && is_plain_memory (a) && (is_none (b) || (a->kind == b->kind && b->role == 0));
}

static gboolean
joins (const Joint *joint)
{
  static gboolean (*const bonds[]) (const Joint *) = {
    continues_name, continues_image, continues_stack,     continues_arena,
    continues_role, continues_run,   continues_patchwork,
  };
  for (gsize i = 0; i < G_N_ELEMENTS (bonds); i++)
    if (bonds[i](joint))
      return TRUE;
  return FALSE;
}

/* A guard lies below the stack it protects: it is kept for the stack that follows. */
static gboolean
guards_next (const Builder *self, gsize i, gsize n)
{
  return i + 1 < n && is_none (get_verdict (self, i))
         && get_family (get_verdict (self, i + 1)) == VAS_FAMILY_STACK
         && get_verdict (self, i + 1)->kind != VAS_KIND_MAIN_STACK
         && self->regions[i].end == self->regions[i + 1].start;
}

/* How much a region says about its object: code most, no access least, else the larger one. */
static guint64
get_weight (const Builder *self, gsize i)
{
  const VasVerdict *verdict = get_verdict (self, i);
  guint64 size = vas_region_get_size (&self->regions[i]) >> 2;
  if (is_none (verdict))
    return 0;
  gboolean is_code = verdict->kind == VAS_KIND_PROGRAM_CODE
                     || verdict->kind == VAS_KIND_LIBRARY_CODE
                     || verdict->kind == VAS_KIND_JIT_CODE;
  return is_code ? size | G_GUINT64_CONSTANT (1) << 62 : size;
}

static VasObject *
get_object (const Builder *self, gsize i)
{
  return &g_array_index (self->objects, VasObject, i);
}

static void
add_mapped (VasObject *object, guint64 bytes)
{
  if (!g_uint64_checked_add (&object->mapped, object->mapped, bytes))
    object->mapped = G_MAXUINT64;
}

static void
start_object (Builder *self, guint32 i)
{
  VasObject object = { .first = i, .n_regions = 1 };
  object.mapped = vas_region_get_size (&self->regions[i]);
  g_array_append_val (self->objects, object);
  g_array_append_val (self->mains, i);
}

static void
extend_object (Builder *self, guint32 i)
{
  gsize last = self->objects->len - 1;
  VasObject *object = get_object (self, last);
  guint32 *main = &g_array_index (self->mains, guint32, last);
  object->n_regions++;
  add_mapped (object, vas_region_get_size (&self->regions[i]));
  if (get_weight (self, i) > get_weight (self, *main))
    *main = i;
}

static gboolean
joins_last_object (const Builder *self, guint32 i)
{
  if (self->objects->len == 0)
    return FALSE;
  gsize last = self->objects->len - 1;
  guint32 main = g_array_index (self->mains, guint32, last);
  Joint joint = {
    .region = &self->regions[i],
    .previous = &self->regions[i - 1],
    .main = &self->regions[main],
    .file = vas_reading_get_file (self->reading, &self->regions[i]),
    .main_file = vas_reading_get_file (self->reading, &self->regions[main]),
    .verdict = get_verdict (self, i),
    .main_verdict = get_verdict (self, main),
    .touches = self->regions[i].start <= self->end,
    .after_none = is_none (get_verdict (self, i - 1)),
  };
  return joins (&joint);
}

/* Whether region @i is a further segment of the code file that region @from belongs to, and only
 * small foreign mappings, no other code file and no stack, lie between. */
static gboolean
closes_hole (const Builder *self, guint32 from, guint32 i)
{
  const VasRegion *a = &self->regions[from], *b = &self->regions[i];
  if (i - from > MAX_HOLE_REGIONS || !maps_same_file (self->reading, a, b) || !is_elf (get_verdict (self, from))
      || !is_elf (get_verdict (self, i)) || b->offset < a->offset || b->start < a->end
      || b->start - a->end > MAX_HOLE)
    return FALSE;
  for (guint32 k = from + 1; k < i; k++)
    if ((is_elf (get_verdict (self, k)) && vas_reading_get_name_id (self->reading, &self->regions[k]) != 0)
        || get_family (get_verdict (self, k)) == VAS_FAMILY_STACK)
      return FALSE;
  return TRUE;
}

/* Takes the objects in the hole into the one that the code file began. */
static gboolean
close_hole (Builder *self, guint32 i)
{
  guint32 name = vas_reading_get_name_id (self->reading, &self->regions[i]);
  guint32 from = name != 0 ? self->latest[name] : 0;
  if (from == 0 || !closes_hole (self, from - 1, i))
    return FALSE;
  gsize last = self->objects->len - 1;
  while (get_object (self, last)->first > from - 1)
    last--;
  VasObject *object = get_object (self, last);
  for (gsize k = last + 1; k < self->objects->len; k++)
    {
      object->n_regions += get_object (self, k)->n_regions;
      add_mapped (object, get_object (self, k)->mapped);
    }
  g_array_set_size (self->objects, last + 1);
  g_array_set_size (self->mains, last + 1);
  extend_object (self, i);
  return TRUE;
}

static void
place_region (Builder *self, guint32 i, gsize n)
{
  const VasRegion *region = &self->regions[i];
  gboolean far = i > 0 && region->start > self->end && region->start - self->end >= VAS_ISLAND_GAP;
  if (far || !close_hole (self, i))
    {
      if (!far && !guards_next (self, i, n) && joins_last_object (self, i))
        extend_object (self, i);
      else
        start_object (self, i);
    }
  self->end = MAX (self->end, region->end);
  /* The padding between segments has file offsets that mean nothing: linkers of old map the whole file
   * first and protect what lies between (elf/dl-map-segments.h). */
  if ((region->perms & VAS_PERM_ACCESS) != 0)
    self->latest[vas_reading_get_name_id (self->reading, region)] = i + 1;
}

GArray *
vas_objects_gather (VasReading *reading, const VasNaming *naming)
{
  g_autoptr (GArray) mains = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *latest = g_new0 (guint32, vas_strings_get_count (reading->strings));
  Builder self = {
    .reading = reading,
    .regions = reading->regions,
    .naming = naming,
    .objects = g_array_new (FALSE, TRUE, sizeof (VasObject)),
    .mains = mains,
    .latest = latest,
  };
  for (guint32 i = 0; i < reading->n_regions; i++)
    place_region (&self, i, reading->n_regions);
  vas_object_names_give ((VasObject *) (gpointer) self.objects->data,
                         (const guint32 *) (gpointer) mains->data, mains->len, reading, naming);
  return self.objects;
}
