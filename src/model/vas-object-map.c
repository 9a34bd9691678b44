/* Which object each region belongs to, in little more than half a byte a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-object-map.h"

enum
{
  STRIPE = 64, /* regions, a bit each */
};

/**
 * Stripe: what is known of regions `[64 k, 64 k + 64)`.
 * @begins: bits: an object begins with the region
 * @mains: bits: the region is the main one of its object
 * @first: where the object begins that holds the first region
 * @end, @main, @mapped: of the object that holds the last region
 */
typedef struct
{
  guint64 begins;
  guint64 mains;
  guint64 mapped;
  guint32 first;
  guint32 end;
  guint32 main;
} Stripe;

struct _VasObjectMap
{
  Stripe *stripes;
};

static guint64
sum_sizes (const VasRegion *regions, const VasExtent *extent)
{
  guint64 sum = 0;
  for (guint32 i = extent->first; i < extent->end; i++)
    if (!g_uint64_checked_add (&sum, sum, vas_region_get_size (&regions[i])))
      return G_MAXUINT64;
  return sum;
}

static gboolean
lies_in_one_stripe (const VasExtent *extent)
{
  return extent->first / STRIPE == (extent->end - 1) / STRIPE;
}

static void
set_bit (guint64 *bits, guint32 region)
{
  *bits |= G_GUINT64_CONSTANT (1) << region % STRIPE;
}

VasObjectMap *
vas_object_map_new (gsize n_regions)
{
  VasObjectMap *self = g_new (VasObjectMap, 1);
  self->stripes = g_new0 (Stripe, (n_regions + STRIPE - 1) / STRIPE);
  return self;
}

void
vas_object_map_free (VasObjectMap *self)
{
  if (self == NULL)
    return;
  g_free (self->stripes);
  g_free (self);
}

/* Each stripe is left with what the last object in it wrote. */
void
vas_object_map_add (VasObjectMap *self, const VasExtent *extent)
{
  g_return_if_fail (self != NULL && extent->first <= extent->main && extent->main < extent->end);

  set_bit (&self->stripes[extent->first / STRIPE].begins, extent->first);
  set_bit (&self->stripes[extent->main / STRIPE].mains, extent->main);
  for (guint32 s = extent->first / STRIPE; s <= (extent->end - 1) / STRIPE; s++)
    {
      Stripe *stripe = &self->stripes[s];
      stripe->end = extent->end;
      stripe->main = extent->main;
      stripe->mapped = extent->mapped;
      if (extent->first <= s * STRIPE)
        stripe->first = extent->first;
    }
}

/* The bits of the regions below @region in its stripe, and its own. */
static guint64
get_mask_up_to (gsize region)
{
  return G_MAXUINT64 >> (STRIPE - 1 - region % STRIPE);
}

static gsize
find_lowest (guint64 bits)
{
  return (gsize) __builtin_ctzll (bits);
}

static gsize
find_highest (guint64 bits)
{
  return STRIPE - 1 - (gsize) __builtin_clzll (bits);
}

VasExtent
vas_object_map_find (const VasObjectMap *self, gsize region)
{
  const Stripe *stripe = &self->stripes[region / STRIPE];
  gsize base = region - region % STRIPE;
  guint64 below = stripe->begins & get_mask_up_to (region);
  guint64 above = stripe->begins & ~get_mask_up_to (region);
  VasExtent extent = {
    .first = below != 0 ? (guint32) (base + find_highest (below)) : stripe->first,
    .end = above != 0 ? (guint32) (base + find_lowest (above)) : stripe->end,
  };
  const Stripe *holder = &self->stripes[extent.first / STRIPE];
  if (lies_in_one_stripe (&extent))
    extent.main = (guint32) (base + find_lowest (holder->mains >> extent.first % STRIPE)
                             + extent.first % STRIPE);
  else
    extent.main = holder->main;
  return extent;
}

guint64
vas_object_map_sum (const VasObjectMap *self, const VasExtent *extent, const VasRegion *regions)
{
  return lies_in_one_stripe (extent) ? sum_sizes (regions, extent)
                                     : self->stripes[extent->first / STRIPE].mapped;
}
