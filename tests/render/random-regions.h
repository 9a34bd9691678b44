/* Address spaces of chance, tame and hostile, always the same for a seed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../model/sample-snapshot.h"

typedef enum
{
  RANDOM_TAME,        /* sizes of pages to GiB, gaps of none to TiB */
  RANDOM_OVERLAPPING, /* regions over one another, covered ones too */
  RANDOM_TINY,        /* regions of a few bytes */
  RANDOM_TOUCHING,    /* without a single gap */
  RANDOM_N_MAKES
} RandomMake;

static inline guint64
random_size (GRand *rand, guint least_bits, guint most_bits)
{
  guint bits = (guint) g_rand_int_range (rand, (gint32) least_bits, (gint32) most_bits + 1);
  guint64 size = G_GUINT64_CONSTANT (1) << bits;
  return size + (guint64) (g_rand_double (rand) * (double) size);
}

static inline guint64
random_gap (GRand *rand, RandomMake make, gsize n)
{
  if (make == RANDOM_TOUCHING || g_rand_int_range (rand, 0, 3) > 0)
    return 0;
  return random_size (rand, make == RANDOM_TINY ? 0 : 12, g_rand_boolean (rand) || n > 10000 ? 20 : 36);
}

static int
random_compare (gconstpointer a, gconstpointer b)
{
  const VasRegion *first = a, *second = b;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

/** random_snapshot_new: at most @n; fewer where the address space is full. */
static inline VasSnapshot *
random_snapshot_new (guint32 seed, RandomMake make, gsize n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree VasRegion *regions = g_new0 (VasRegion, n);
  guint64 at = g_rand_boolean (rand) ? 0 : 0x10000, limit = G_GUINT64_CONSTANT (1) << 47;
  gsize made = 0;
  for (; made < n; made++)
    {
      at += random_gap (rand, make, n);
      guint64 size = make == RANDOM_TINY ? random_size (rand, 0, 3)
                                         : random_size (rand, 12, n > 10000 ? 22 : 32) & ~0xfffull;
      if (at + size > limit)
        break;
      regions[made] = (VasRegion){ .start = at, .end = at + size,
                                   .perms = (guint8) g_rand_int_range (rand, 0, 16) };
      at += make == RANDOM_OVERLAPPING && g_rand_boolean (rand) ? size / 3 : size;
    }
  qsort (regions, made, sizeof *regions, random_compare);
  return sample_snapshot_of_regions (regions, made);
}
