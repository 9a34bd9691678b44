/* What was written of a topic, by what it was about, so that it is written once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-row-memo.h"

#include <string.h>

enum
{
  SLOT_BITS = 12,
  N_SLOTS = 1 << SLOT_BITS,
  MAX_KEPT = N_SLOTS / 2,
  MAX_BYTES = 1 << 20,
};

typedef struct
{
  guint32 end; /* of its bytes; 0 = free */
  guint32 length;
} Slot;

struct _VasRowMemo
{
  guint n_keys;
  guint n_kept;
  GByteArray *bytes; /* all that are kept, behind a first byte that is nobody's */
  VasRowKey *keys;   /* @n_keys of each slot */
  Slot slots[N_SLOTS];
};

static void
forget_all (VasRowMemo *self)
{
  self->n_kept = 0;
  memset (self->slots, 0, sizeof self->slots);
  g_byte_array_set_size (self->bytes, 1);
}

VasRowMemo *
vas_row_memo_new (guint n_keys)
{
  VasRowMemo *self = g_new0 (VasRowMemo, 1);
  self->n_keys = n_keys;
  self->keys = g_new (VasRowKey, N_SLOTS * n_keys);
  self->bytes = g_byte_array_new ();
  g_byte_array_set_size (self->bytes, 1);
  return self;
}

void
vas_row_memo_free (VasRowMemo *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->bytes);
  g_free (self->keys);
  g_free (self);
}

/* Fibonacci hashing: 2^64 over the golden ratio (Knuth). The keys do not wait for each other. */
static guint
hash_keys (const VasRowMemo *self, const VasRowKey *keys)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 hash = 0;
  for (guint i = 0; i < self->n_keys; i++)
    hash += (keys[i].high * 31 + keys[i].low) * (factor * (2 * i + 1));
  return (guint) (hash >> (64 - SLOT_BITS));
}

static gboolean
has_keys (const VasRowMemo *self, guint slot, const VasRowKey *keys)
{
  const VasRowKey *own = self->keys + (gsize) slot * self->n_keys;
  for (guint i = 0; i < self->n_keys; i++)
    if (own[i].high != keys[i].high || own[i].low != keys[i].low)
      return FALSE;
  return TRUE;
}

/* The slot of @keys, or the free one where they belong. */
static guint
find_slot (const VasRowMemo *self, const VasRowKey *keys)
{
  guint i = hash_keys (self, keys);
  while (self->slots[i].end != 0 && !has_keys (self, i, keys))
    i = (i + 1) % N_SLOTS;
  return i;
}

const char *
vas_row_memo_find (const VasRowMemo *self, const VasRowKey *keys, gsize *length)
{
  g_return_val_if_fail (self != NULL && keys != NULL, NULL);
  const Slot *slot = &self->slots[find_slot (self, keys)];
  *length = slot->length;
  return slot->end != 0 ? (const char *) self->bytes->data + slot->end - slot->length : NULL;
}

void
vas_row_memo_add (VasRowMemo *self, const VasRowKey *keys, const char *bytes, gsize length)
{
  g_return_if_fail (self != NULL && keys != NULL);
  if (length >= MAX_BYTES)
    return;
  if (self->n_kept == MAX_KEPT || self->bytes->len + length > MAX_BYTES)
    forget_all (self);
  g_byte_array_append (self->bytes, (const guint8 *) bytes, (guint) length);
  guint i = find_slot (self, keys);
  self->slots[i] = (Slot) { self->bytes->len, (guint32) length };
  memcpy (self->keys + (gsize) i * self->n_keys, keys, self->n_keys * sizeof *keys);
  self->n_kept++;
}
