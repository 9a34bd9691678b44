/* Names objects after their main regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-object-names.h"

#include "vas-phrase.h"

/* Composing a label costs most of the whole grouping, and a process of a million objects has a few
 * hundred different ones: what was composed last for each slot is kept. */
enum
{
  N_SLOTS = 256,
};

typedef struct
{
  VasVerdict verdict;
  guint32 name; /* 0 = free */
} Slot;

typedef struct
{
  VasReading *reading;
  Slot slots[N_SLOTS];
} Namer;

static Slot *
find_slot (Namer *self, const VasVerdict *verdict)
{
  guint32 hash = verdict->subject * 2654435761u; /* 2^32 over the golden ratio (Knuth) */
  hash ^= (guint32) verdict->role << 8 | verdict->kind;
  return &self->slots[(hash ^ hash >> 16) % N_SLOTS];
}

static guint32
name_by_label (Namer *self, const VasVerdict *verdict)
{
  Slot *slot = find_slot (self, verdict);
  if (slot->name == 0 || slot->verdict.kind != verdict->kind || slot->verdict.role != verdict->role
      || slot->verdict.subject != verdict->subject)
    {
      g_autofree char *label = vas_phrase_label (self->reading->strings, verdict);
      slot->verdict = *verdict;
      slot->name = vas_strings_add_text (self->reading->strings, label);
    }
  return slot->name;
}

static guint32
name_object (Namer *self, const VasRegion *region, const VasVerdict *verdict)
{
  VasFamily family = vas_kind_get_family (verdict->kind);
  const char *name = vas_reading_get_name (self->reading, region, NULL);
  if (name[0] == '[' && !g_str_has_prefix (name, "[anon"))
    return vas_reading_get_name_id (self->reading, region);
  if (verdict->subject != 0
      && (family == VAS_FAMILY_PROGRAM || family == VAS_FAMILY_LIBRARY
          || family == VAS_FAMILY_FILE))
    return verdict->subject;
  return name_by_label (self, verdict);
}

void
vas_object_names_give (VasObject *objects,
                       const guint32 *mains,
                       gsize n,
                       VasReading *reading,
                       const VasNaming *naming)
{
  g_return_if_fail (reading != NULL && naming != NULL);

  g_autofree Namer *namer = g_new0 (Namer, 1);
  namer->reading = reading;
  for (gsize i = 0; i < n; i++)
    {
      const VasRegion *main = &reading->regions[mains[i]];
      const VasVerdict *verdict = vas_naming_get_verdict (naming, main);
      objects[i].kind = verdict->kind;
      objects[i].family = vas_kind_get_family (verdict->kind);
      objects[i].role = verdict->role;
      objects[i].name = name_object (namer, main, verdict);
    }
}
