/* Sorts indices by number in linear time, for tables of a million rows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-radix.h"

#include <string.h>

enum
{
  DIGIT_BITS = 11, /* 2048 counters of 4 bytes stay in the first-level cache */
  N_BUCKETS = 1 << DIGIT_BITS,
  N_DIGITS = 3,
  INDEX_BITS = 32,
};

/* Sorts words by their upper half, from the lowest digit up. The words swap between @words and
 * @scratch at each digit; a digit that is the same in all words is skipped.
 * Returns the array that holds the result. */
static guint64 *
sort_words (guint64 *words, guint64 *scratch, gsize n)
{
  guint32 counts[N_DIGITS][N_BUCKETS] = { 0 };
  for (gsize i = 0; i < n; i++)
    for (guint digit = 0; digit < N_DIGITS; digit++)
      counts[digit][words[i] >> (INDEX_BITS + digit * DIGIT_BITS) & (N_BUCKETS - 1)]++;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint shift = INDEX_BITS + digit * DIGIT_BITS;
      guint32 *next = counts[digit];
      if (next[words[0] >> shift & (N_BUCKETS - 1)] == n)
        continue;
      guint32 sum = 0;
      for (guint bucket = 0; bucket < N_BUCKETS; bucket++)
        {
          guint32 count = next[bucket];
          next[bucket] = sum;
          sum += count;
        }
      for (gsize i = 0; i < n; i++)
        scratch[next[words[i] >> shift & (N_BUCKETS - 1)]++] = words[i];
      guint64 *sorted = scratch;
      scratch = words;
      words = sorted;
    }
  return words;
}

void
vas_radix_sort (guint32 *indices, gsize n, const guint64 *keys)
{
  if (n < 2)
    return;

  /* Sizes are multiples of a page and ranks are small: without what all keys share, nearly every
   * key fits in 32 bits, and key and index travel together in one word. */
  guint64 lowest = keys[indices[0]], used = 0;
  for (gsize i = 1; i < n; i++)
    lowest = MIN (lowest, keys[indices[i]]);
  for (gsize i = 0; i < n; i++)
    used |= keys[indices[i]] - lowest;
  if (used == 0)
    return;
  guint zeros = (guint) __builtin_ctzll (used);

  g_autofree guint64 *buffer = g_new (guint64, 2 * n);
  for (guint64 left = used >> zeros, shift = zeros; left != 0; left >>= INDEX_BITS, shift += INDEX_BITS)
    {
      for (gsize i = 0; i < n; i++)
        buffer[i] = (keys[indices[i]] - lowest) >> shift << INDEX_BITS | indices[i];
      const guint64 *sorted = sort_words (buffer, buffer + n, n);
      for (gsize i = 0; i < n; i++)
        indices[i] = (guint32) sorted[i];
    }
}
