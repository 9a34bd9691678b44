/* What was written of a topic, by what it was about, so that it is written once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-row-memo.h"

#include <string.h>

enum
{
  SLOT_BITS = 12,
  N_SLOTS = 1 << SLOT_BITS,
  MAX_KEYS = N_SLOTS / 2,
  MAX_BYTES = 1 << 20,
};

typedef struct
{
  VasRowKey key;
  guint32 end; /* of its bytes; 0 = free */
  guint32 length;
} Slot;

struct _VasRowMemo
{
  guint n_keys;
  GByteArray *bytes; /* of all keys, behind a first byte that is nobody's */
  Slot slots[N_SLOTS];
};

static void
forget_all (VasRowMemo *self)
{
  self->n_keys = 0;
  memset (self->slots, 0, sizeof self->slots);
  g_byte_array_set_size (self->bytes, 1);
}

VasRowMemo *
vas_row_memo_new (void)
{
  VasRowMemo *self = g_new0 (VasRowMemo, 1);
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
  g_free (self);
}

/* The slot of @key, or the free one where it belongs. */
static guint
find_slot (const VasRowMemo *self, const VasRowKey *key)
{
  /* Fibonacci hashing: 2^64 over the golden ratio (Knuth). */
  guint64 hash = (key->high * 31 + key->low) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint i = (guint) (hash >> (64 - SLOT_BITS));
  while (self->slots[i].end != 0
         && (self->slots[i].key.high != key->high || self->slots[i].key.low != key->low))
    i = (i + 1) % N_SLOTS;
  return i;
}

const char *
vas_row_memo_find (const VasRowMemo *self, const VasRowKey *key, gsize *length)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  const Slot *slot = &self->slots[find_slot (self, key)];
  *length = slot->length;
  return slot->end != 0 ? (const char *) self->bytes->data + slot->end - slot->length : NULL;
}

void
vas_row_memo_add (VasRowMemo *self, const VasRowKey *key, const char *bytes, gsize length)
{
  g_return_if_fail (self != NULL && key != NULL);
  if (length >= MAX_BYTES)
    return;
  if (self->n_keys == MAX_KEYS || self->bytes->len + length > MAX_BYTES)
    forget_all (self);
  g_byte_array_append (self->bytes, (const guint8 *) bytes, (guint) length);
  self->slots[find_slot (self, key)] = (Slot) { *key, self->bytes->len, (guint32) length };
  self->n_keys++;
}
