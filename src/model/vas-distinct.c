/* An array under construction that holds each distinct record once, and numbers them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-distinct.h"

#include <string.h>

enum
{
  FIRST_SLOTS = 64,
  MAX_SIZE = 32,
};

struct _VasDistinct
{
  GArray *records;
  gsize size;     /* of a record */
  guint32 *slots; /* open addressing: the number, 0 = free; record 0 needs none */
  guint32 mask;   /* number of slots - 1, a power of two less one */
  guint64 seed;   /* of the hash */
};

/* The halves of the 128-bit product, as in wyhash: the strongest mixing that one instruction does. */
static inline guint64
mix (guint64 a, guint64 b)
{
  unsigned __int128 product = (unsigned __int128) a * b;
  return (guint64) product ^ (guint64) (product >> 64);
}

/* The seed is random: no process can be made whose records all meet in one slot. */
static inline guint32
hash_record (const VasDistinct *self, gconstpointer record)
{
  const char *at = record, *end = at + self->size;
  guint64 hash = self->seed, word;
  for (; end - at >= (gssize) sizeof word; at += sizeof word)
    {
      memcpy (&word, at, sizeof word);
      hash = mix (word ^ self->seed, hash ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
    }
  if (at < end)
    {
      guint32 half;
      memcpy (&half, at, sizeof half);
      hash = mix (half ^ self->seed, hash ^ G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
    }
  return (guint32) (hash ^ hash >> 32);
}

static inline gconstpointer
get_record (const VasDistinct *self, guint32 number)
{
  return self->records->data + number * self->size;
}

/* Word by word, as a call would cost more. */
static inline gboolean
equals (const VasDistinct *self, guint32 number, gconstpointer record)
{
  const guint32 *a = get_record (self, number), *b = record;
  for (gsize i = 0; i < self->size / sizeof *a; i++)
    if (a[i] != b[i])
      return FALSE;
  return TRUE;
}

/* The slot that holds the record, or the free one that it belongs into. */
static inline guint32 *
find_slot (VasDistinct *self, gconstpointer record)
{
  guint32 slot = hash_record (self, record) & self->mask;
  while (self->slots[slot] != 0 && !equals (self, self->slots[slot], record))
    slot = (slot + 1) & self->mask;
  return &self->slots[slot];
}

static void
resize_slots (VasDistinct *self, guint32 n)
{
  g_free (self->slots);
  self->slots = g_new0 (guint32, n);
  self->mask = n - 1;
  for (guint32 number = 1; number < self->records->len; number++)
    *find_slot (self, get_record (self, number)) = number;
}

VasDistinct *
vas_distinct_new (gsize size)
{
  static const guint64 zeros[MAX_SIZE / sizeof (guint64)];
  g_return_val_if_fail (size > 0 && size <= MAX_SIZE && size % 4 == 0, NULL);

  VasDistinct *self = g_new0 (VasDistinct, 1);
  self->size = size;
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  self->records = g_array_new (FALSE, FALSE, (guint) size);
  g_array_append_vals (self->records, zeros, 1);
  resize_slots (self, FIRST_SLOTS);
  return self;
}

void
vas_distinct_free (VasDistinct *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->records);
  g_free (self->slots);
  g_free (self);
}

guint32
vas_distinct_add (VasDistinct *self, gconstpointer record)
{
  g_return_val_if_fail (self != NULL && record != NULL, 0);
  if (equals (self, 0, record))
    return 0;
  guint32 *slot = find_slot (self, record);
  if (*slot != 0)
    return *slot;

  guint32 number = self->records->len;
  g_array_append_vals (self->records, record, 1);
  *slot = number;
  if (self->records->len * 2 > self->mask)
    resize_slots (self, (self->mask + 1) * 2);
  return number;
}

gconstpointer
vas_distinct_get (const VasDistinct *self, guint32 number)
{
  g_return_val_if_fail (self != NULL && number < self->records->len, NULL);
  return get_record (self, number);
}

guint32
vas_distinct_get_count (const VasDistinct *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->records->len;
}

gpointer
vas_distinct_to_array (const VasDistinct *self, guint32 *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);
  *n = self->records->len;
  return g_memdup2 (self->records->data, self->records->len * self->size);
}
