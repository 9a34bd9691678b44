/* Gathers regions into objects: the lines of maps that are one thing to a person.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-objects.h"

#include "vas-object-bonds.h"

/* A library's segments may leave holes that others fill: up to the largest page size that linkers
 * align segments to on 64-bit x86, and no more than a handful of regions. */
#define MAX_HOLE (G_GUINT64_CONSTANT (2) << 20)
enum
{
  MAX_HOLE_REGIONS = 8,
  /* Only the last objects may still grow: those that a hole may reach back to. */
  MAX_OPEN = 1024,
  LEAST_OPEN = MAX_HOLE_REGIONS + 2,
};

/**
 * Builder:
 * @open: (element-type VasExtent): the objects that may still grow
 * @n_settled: how many are in the @map
 * @main_weight: of the last object's main region
 * @families: by kind
 * @latest: by name id: 1 + the newest accessible region with that name, 0 = none yet
 * @end: the highest end of the regions so far, as hostile input may overlap
 */
typedef struct
{
  const VasReading *reading;
  const VasRegion *regions;
  const VasNaming *naming;
  GArray *open;
  VasObjectMap *map;
  gsize n_settled;
  guint64 main_weight;
  guint8 families[VAS_N_KINDS];
  guint32 *latest;
  guint64 end;
} Builder;

static const VasVerdict *
get_verdict (const Builder *self, gsize i)
{
  return vas_naming_get_verdict (self->naming, &self->regions[i]);
}

static VasFamily
get_family (const Builder *self, gsize i)
{
  return self->families[get_verdict (self, i)->kind];
}

/* A guard lies below the stack it protects: it is kept for the stack that follows. */
static gboolean
guards_next (const Builder *self, gsize i, gsize n)
{
  return get_family (self, i) == VAS_FAMILY_NONE && i + 1 < n
         && get_family (self, i + 1) == VAS_FAMILY_STACK
         && get_verdict (self, i + 1)->kind != VAS_KIND_MAIN_STACK
         && self->regions[i].end == self->regions[i + 1].start;
}

/* How much a region says about its object: code most, no access least, else the larger one. */
static guint64
get_weight (const Builder *self, gsize i)
{
  const VasVerdict *verdict = get_verdict (self, i);
  guint64 size = vas_region_get_size (&self->regions[i]) >> 2;
  if (get_family (self, i) == VAS_FAMILY_NONE)
    return 0;
  gboolean is_code = verdict->kind == VAS_KIND_PROGRAM_CODE
                     || verdict->kind == VAS_KIND_LIBRARY_CODE
                     || verdict->kind == VAS_KIND_JIT_CODE;
  return is_code ? size | G_GUINT64_CONSTANT (1) << 62 : size;
}

static VasExtent *
get_open (const Builder *self, guint i)
{
  return &g_array_index (self->open, VasExtent, i);
}

/* Hands the first @n open objects over to the map. */
static void
settle_objects (Builder *self, guint n)
{
  for (guint i = 0; i < n; i++)
    vas_object_map_add (self->map, get_open (self, i));
  g_array_remove_range (self->open, 0, n);
  self->n_settled += n;
}

static void
start_object (Builder *self, guint32 i)
{
  VasExtent object = { i, i + 1, i, vas_region_get_size (&self->regions[i]) };
  if (self->open->len == MAX_OPEN)
    settle_objects (self, MAX_OPEN - LEAST_OPEN);
  g_array_append_val (self->open, object);
  self->main_weight = get_weight (self, i);
}

static void
add_mapped (VasExtent *object, guint64 bytes)
{
  if (!g_uint64_checked_add (&object->mapped, object->mapped, bytes))
    object->mapped = G_MAXUINT64;
}

/* The last object takes in region @i. */
static void
extend_object (Builder *self, guint32 i)
{
  VasExtent *object = get_open (self, self->open->len - 1);
  guint64 weight = get_weight (self, i);
  object->end = i + 1;
  add_mapped (object, vas_region_get_size (&self->regions[i]));
  if (weight > self->main_weight)
    {
      object->main = i;
      self->main_weight = weight;
    }
}

static gboolean
joins_last_object (const Builder *self, guint32 i)
{
  if (self->open->len == 0)
    return FALSE;
  guint32 main = get_open (self, self->open->len - 1)->main;
  VasJoint joint = {
    .region = &self->regions[i],
    .previous = &self->regions[i - 1],
    .main = &self->regions[main],
    .file = vas_reading_get_file (self->reading, &self->regions[i]),
    .main_file = vas_reading_get_file (self->reading, &self->regions[main]),
    .verdict = get_verdict (self, i),
    .main_verdict = get_verdict (self, main),
    .family = get_family (self, i),
    .main_family = get_family (self, main),
    .touches = self->regions[i].start <= self->end,
    .after_closed = get_family (self, i - 1) == VAS_FAMILY_NONE,
  };
  return vas_object_bonds_hold (&joint);
}

static guint32
get_name (const Builder *self, guint32 i)
{
  return vas_reading_get_name_id (self->reading, &self->regions[i]);
}

static gboolean
is_named (const Builder *self, guint32 i)
{
  return self->regions[i].file != 0 && get_name (self, i) != 0;
}

/* Whether region @i is a further segment of the code file that region @from belongs to, and only
 * small foreign mappings, no other code file and no stack, lie between. */
static gboolean
closes_hole (const Builder *self, guint32 from, guint32 i)
{
  const VasRegion *a = &self->regions[from], *b = &self->regions[i];
  if (i - from > MAX_HOLE_REGIONS || a->file != b->file || !vas_object_bonds_is_elf (get_family (self, from))
      || !vas_object_bonds_is_elf (get_family (self, i)) || b->offset < a->offset || b->start < a->end
      || b->start - a->end > MAX_HOLE)
    return FALSE;
  for (guint32 k = from + 1; k < i; k++)
    if ((vas_object_bonds_is_elf (get_family (self, k)) && is_named (self, k))
        || get_family (self, k) == VAS_FAMILY_STACK)
      return FALSE;
  return TRUE;
}

/* Takes the objects in the hole into the one that the code file began. */
static gboolean
close_hole (Builder *self, guint32 i)
{
  guint32 from = self->regions[i].file != 0 ? self->latest[get_name (self, i)] : 0;
  if (from == 0 || !closes_hole (self, from - 1, i))
    return FALSE;
  guint n = self->open->len;
  while (get_open (self, n - 1)->first > from - 1)
    {
      add_mapped (get_open (self, n - 2), get_open (self, n - 1)->mapped);
      n--;
    }
  g_array_set_size (self->open, n);
  self->main_weight = get_weight (self, get_open (self, n - 1)->main);
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
  /* The padding between segments has file offsets that mean nothing: linkers of old map the whole
   * file first and protect what lies between (elf/dl-map-segments.h). */
  if ((region->perms & VAS_PERM_ACCESS) != 0 && is_named (self, i))
    self->latest[get_name (self, i)] = i + 1;
}

VasObjectMap *
vas_objects_gather (const VasReading *reading, const VasNaming *naming, gsize *n)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (VasExtent));
  g_autofree guint32 *latest = g_new0 (guint32, vas_strings_get_count (reading->strings));
  Builder self = {
    .reading = reading,
    .regions = reading->regions,
    .naming = naming,
    .open = open,
    .map = vas_object_map_new (reading->n_regions),
    .latest = latest,
  };
  for (guint kind = 0; kind < VAS_N_KINDS; kind++)
    self.families[kind] = (guint8) vas_kind_get_family (kind);
  for (guint32 i = 0; i < reading->n_regions; i++)
    place_region (&self, i, reading->n_regions);
  settle_objects (&self, open->len);
  *n = self.n_settled;
  return self.map;
}
