/* A pool that keeps each distinct byte string once and names it by a small number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-strings.h"

#include <string.h>

typedef struct
{
  const char *bytes;
  gsize length;
  guint32 hash;
} Entry;

struct _VasStrings
{
  GStringChunk *chunk;
  GArray *entries;  /* of Entry, by id */
  guint32 *slots;   /* open addressing: id, 0 = free */
  guint64 seed;     /* of the hash */
  guint32 mask;     /* number of slots - 1, a power of two less one */
  guint32 last;     /* neighbours in maps mostly have the same name: looked at first */
};

enum
{
  FIRST_SLOTS = 256,
  CHUNK_BYTES = 16384,
};

/* The halves of the 128-bit product, as in wyhash: the strongest mixing that one instruction does. */
static inline guint64
mix (guint64 a, guint64 b)
{
  unsigned __int128 product = (unsigned __int128) a * b;
  return (guint64) product ^ (guint64) (product >> 64);
}

/* Sixteen bytes a step, since paths are long and every line of maps may name one. The seed is
 * random: no file can be written whose names all meet in one slot. */
static guint32
hash_bytes (guint64 seed, const char *bytes, gsize length)
{
  guint64 hash = seed ^ length, words[2];
  for (; length > sizeof words; bytes += sizeof words, length -= sizeof words)
    {
      memcpy (words, bytes, sizeof words);
      hash = mix (words[0] ^ seed, words[1] ^ hash);
    }
  memset (words, 0, sizeof words);
  memcpy (words, bytes, length);
  return (guint32) mix (mix (words[0] ^ seed, words[1] ^ hash), seed | 1);
}

static gboolean
entry_equals (const Entry *entry, const char *bytes, gsize length)
{
  return entry->length == length && memcmp (entry->bytes, bytes, length) == 0;
}

static const Entry *
get_entry (const VasStrings *self, guint32 id)
{
  return &g_array_index (self->entries, Entry, id);
}

static void
grow_slots (VasStrings *self)
{
  guint32 n = (self->mask + 1) * 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, n);
  self->mask = n - 1;
  for (guint32 id = 1; id < self->entries->len; id++)
    {
      guint32 slot = get_entry (self, id)->hash & self->mask;
      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = id;
    }
}

VasStrings *
vas_strings_new (void)
{
  VasStrings *self = g_new0 (VasStrings, 1);
  Entry empty = { "", 0, 0 };
  self->chunk = g_string_chunk_new (CHUNK_BYTES);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_append_val (self->entries, empty);
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  self->slots = g_new0 (guint32, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  return self;
}

void
vas_strings_free (VasStrings *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->chunk);
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

guint32
vas_strings_add (VasStrings *self, const char *bytes, gsize length)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (bytes != NULL || length == 0, 0);
  if (length == 0)
    return 0;
  if (self->last != 0 && entry_equals (get_entry (self, self->last), bytes, length))
    return self->last;

  guint32 hash = hash_bytes (self->seed, bytes, length);
  guint32 slot = hash & self->mask;
  while (self->slots[slot] != 0)
    {
      const Entry *entry = get_entry (self, self->slots[slot]);
      if (entry->hash == hash && entry_equals (entry, bytes, length))
        return self->last = self->slots[slot];
      slot = (slot + 1) & self->mask;
    }

  /* The chunk reserves length + 1 bytes but copies only up to a NUL, which a saved file may hold. */
  char *copy = g_string_chunk_insert_len (self->chunk, bytes, length);
  memcpy (copy, bytes, length);
  copy[length] = '\0';

  Entry entry = { copy, length, hash };
  guint32 id = self->entries->len;
  g_array_append_val (self->entries, entry);
  self->slots[slot] = id;
  self->last = id;
  if (self->entries->len * 2 > self->mask)
    grow_slots (self);
  return id;
}

guint32
vas_strings_add_text (VasStrings *self, const char *text)
{
  return vas_strings_add (self, text, text != NULL ? strlen (text) : 0);
}

const char *
vas_strings_get (const VasStrings *self, guint32 id, gsize *length)
{
  g_return_val_if_fail (self != NULL && id < self->entries->len, "");
  const Entry *entry = get_entry (self, id);
  if (length != NULL)
    *length = entry->length;
  return entry->bytes;
}

guint32
vas_strings_count_common (const VasStrings *a, const VasStrings *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);
  guint32 n = MIN (a->entries->len, b->entries->len), id = 0;
  while (id < n
         && entry_equals (get_entry (a, id), get_entry (b, id)->bytes, get_entry (b, id)->length))
    id++;
  return id;
}

guint32
vas_strings_get_count (const VasStrings *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->entries->len;
}
