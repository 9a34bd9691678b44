/* The distinct labels of a snapshot: what to look at once instead of once a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-label-index.h"

#include "vas-words.h"

enum
{
  FIRST_SLOTS = 1024,
};

/* Open addressing, as a region costs 5 ns here and 40 in a GHashTable. */
typedef struct
{
  GArray *keys;   /* of guint64: the distinct (kind, role, subject), by label */
  guint32 *slots; /* label + 1; 0 = free */
  gsize mask;
} LabelSet;

static guint64
make_key (const VasVerdict *verdict)
{
  return (guint64) verdict->kind << 48 | (guint64) verdict->role << 32 | verdict->subject;
}

static gsize
find_slot (const LabelSet *set, guint64 key)
{
  gsize slot = (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32 & set->mask;
  while (set->slots[slot] != 0
         && g_array_index (set->keys, guint64, set->slots[slot] - 1) != key)
    slot = (slot + 1) & set->mask;
  return slot;
}

static void
resize_slots (LabelSet *set, gsize n_slots)
{
  g_free (set->slots);
  set->slots = g_new0 (guint32, n_slots);
  set->mask = n_slots - 1;
  for (guint label = 0; label < set->keys->len; label++)
    set->slots[find_slot (set, g_array_index (set->keys, guint64, label))] = label + 1;
}

static guint32
add_key (LabelSet *set, guint64 key)
{
  gsize slot = find_slot (set, key);
  if (set->slots[slot] != 0)
    return set->slots[slot] - 1;
  guint32 label = set->keys->len;
  g_array_append_val (set->keys, key);
  set->slots[slot] = label + 1;
  if (set->keys->len * 2 > set->mask)
    resize_slots (set, (set->mask + 1) * 2);
  return label;
}

static void
compose_label (VasLabelIndex *self, gsize label, const VasSnapshot *snapshot,
               const VasVerdict *verdict)
{
  self->texts[label] = vas_words_label (snapshot, verdict);
  self->kinds[label] = verdict->kind;
}

VasLabelIndex *
vas_label_index_new (const VasSnapshot *snapshot)
{
  gsize n_regions = vas_snapshot_get_n_regions (snapshot);
  LabelSet set = { .keys = g_array_new (FALSE, FALSE, sizeof (guint64)) };
  resize_slots (&set, FIRST_SLOTS);

  VasLabelIndex *self = g_new0 (VasLabelIndex, 1);
  self->of_region = g_new (guint32, n_regions);
  for (gsize i = 0; i < n_regions; i++)
    self->of_region[i] = add_key (&set, make_key (vas_snapshot_get_verdict (snapshot, i)));

  self->n = set.keys->len;
  self->texts = g_new0 (char *, self->n + 1);
  self->kinds = g_new (guint8, self->n);
  for (gsize i = 0; i < n_regions; i++)
    if (self->texts[self->of_region[i]] == NULL)
      compose_label (self, self->of_region[i], snapshot, vas_snapshot_get_verdict (snapshot, i));

  g_array_unref (set.keys);
  g_free (set.slots);
  return self;
}

void
vas_label_index_free (VasLabelIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->of_region);
  g_strfreev (self->texts);
  g_free (self->kinds);
  g_free (self);
}
