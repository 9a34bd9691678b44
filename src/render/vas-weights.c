/* How tall regions and gaps are beside one another, on each of the scales.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-weights.h"

#include <math.h>

#include "vas-shares.h"

/* The numbers were chosen by looking at pictures of `cat`, a GTK program, two browsers and a Java
 * virtual machine, 700 to 1400 pixels tall: every region of `cat` has room for a word, and the stack
 * of a browser with 3,000 regions still shows its own. */
#define REGION_BASE 2.0        /* + log2 (1 + pages): a page is 3, 2 MiB are 11 */
#define GAP_FACTOR 0.4
#define GAP_MOST 4.0
#define FOLDED_GAP 1.0         /* 1 GiB and more, inside a folded area: a thin line */
#define GAPS_PART (1.0 / 3)    /* the gaps of an object or area, of what its regions weigh */
#define OBJECT_KNEE 40.0
#define OBJECT_SLOPE 8.0
#define AREA_KNEE 60.0
#define AREA_SLOPE 10.0
#define BREAK_SHARE 0.022      /* of the whole: a broken axis with its label */
#define SMALL_BREAK_SHARE 0.012
#define BREAKS_PART 0.2        /* all broken axes together, at most */
#define READABLE_SHARE 0.017   /* of the whole: room for one label in a window of common height */
#define READABLE_REGIONS 6     /* so many in each area: those of a program, of a stack */
#define FLOORS_PART 0.6        /* all floors together, at most */
#define N_FLOORED_OBJECTS 8    /* the largest, in each area */
#define EVEN_GAP 0.3

typedef struct
{
  const VasSnapshot *snapshot;
  const guint64 *gap_sizes;
  VasWeights *weights;
  double *shares; /* scratch: of the objects of one area, at most all */
  double *floors;
} Builder;

static double
compress (double sum, double knee, double slope)
{
  return sum <= knee ? sum : knee + slope * log2 (sum / knee);
}

static double
log_pages (const Builder *b, guint64 size)
{
  return log2 (1.0 + (double) size / (double) b->snapshot->page_size);
}

static double
inner_gap_weight (const Builder *b, guint64 size)
{
  if (size == 0)
    return 0;
  if (size >= VAS_ISLAND_GAP)
    return FOLDED_GAP;
  return MIN (GAP_FACTOR * (1 + log_pages (b, size)), GAP_MOST);
}

/* An object's weight; leaves behind those of its regions and inner gaps beside one another. */
static double
weigh_object (Builder *b, const VasObject *object)
{
  float *regions = b->weights->regions, *gaps = b->weights->gaps;
  gsize end = (gsize) object->first + object->n_regions;
  double region_sum = 0, gap_sum = 0;
  for (gsize i = object->first; i < end; i++)
    {
      guint64 size = vas_region_get_size (vas_snapshot_get_region (b->snapshot, i));
      regions[i] = (float) (REGION_BASE + log_pages (b, size));
      region_sum += regions[i];
      gaps[i] = (float) inner_gap_weight (b, b->gap_sizes[i]);
      if (i > object->first)
        gap_sum += gaps[i];
    }
  if (gap_sum > region_sum * GAPS_PART)
    {
      float factor = (float) (region_sum * GAPS_PART / gap_sum);
      for (gsize i = object->first + 1; i < end; i++)
        gaps[i] *= factor;
      gap_sum = region_sum * GAPS_PART;
    }
  return compress (region_sum + gap_sum, OBJECT_KNEE, OBJECT_SLOPE);
}

static gsize
get_end (const VasArea *area)
{
  return (gsize) area->first + area->n_regions;
}

static gboolean
deserves_a_floor (const VasObject *object)
{
  return object->family != VAS_FAMILY_LIBRARY && object->family != VAS_FAMILY_FILE
         && object->family != VAS_FAMILY_NONE;
}

/* The largest few objects of an area, largest first. */
typedef struct
{
  gsize objects[N_FLOORED_OBJECTS]; /* which of the area's */
  guint64 mapped[N_FLOORED_OBJECTS];
  guint n;
} Largest;

static void
add_to_largest (Largest *self, gsize object, guint64 mapped)
{
  guint at = self->n;
  while (at > 0 && self->mapped[at - 1] < mapped)
    at--;
  if (at == N_FLOORED_OBJECTS)
    return;
  self->n = MIN (self->n + 1, N_FLOORED_OBJECTS);
  for (guint j = self->n - 1; j > at; j--)
    {
      self->objects[j] = self->objects[j - 1];
      self->mapped[j] = self->mapped[j - 1];
    }
  self->objects[at] = object;
  self->mapped[at] = mapped;
}

/* Gives the largest few objects of an area @floor; the others 0. */
static void
find_floors (const VasGrouping *grouping, const VasArea *area, double floor, double *floors)
{
  Largest largest = { .n = 0 };
  VasObject object;
  for (gsize i = area->first, o = 0; i < get_end (area); i += object.n_regions, o++)
    {
      object = vas_grouping_get_object (grouping, i);
      floors[o] = 0;
      if (deserves_a_floor (&object))
        add_to_largest (&largest, o, vas_grouping_get_mapped (grouping, &object));
    }
  for (guint i = 0; i < largest.n; i++)
    floors[largest.objects[i]] = floor;
}

static double
sum_object (const Builder *b, const VasObject *object)
{
  double sum = b->weights->regions[object->first];
  gsize end = (gsize) object->first + object->n_regions;
  for (gsize i = object->first + 1; i < end; i++)
    sum += (double) b->weights->regions[i] + (double) b->weights->gaps[i];
  return sum;
}

/* Scales what an object holds so that it sums to @share. */
static void
settle_object (Builder *b, const VasObject *object, double share)
{
  double sum = sum_object (b, object);
  gsize end = (gsize) object->first + object->n_regions;
  for (gsize i = object->first; i < end; i++)
    {
      b->weights->regions[i] = (float) (b->weights->regions[i] / sum * share);
      if (i > object->first)
        b->weights->gaps[i] = (float) (b->weights->gaps[i] / sum * share);
    }
}

static double
weigh_area (Builder *b, const VasArea *area)
{
  double objects_sum = 0, gap_sum = 0;
  VasObject object;
  for (gsize i = area->first; i < get_end (area); i += object.n_regions)
    {
      object = vas_snapshot_get_object (b->snapshot, i);
      objects_sum += weigh_object (b, &object);
      if (i > area->first)
        gap_sum += b->weights->gaps[i];
    }
  return compress (objects_sum + MIN (gap_sum, objects_sum * GAPS_PART), AREA_KNEE, AREA_SLOPE);
}

/* The weights of an area's objects and of the gaps between them. */
typedef struct
{
  gsize n_objects;
  double objects;
  double gaps;
} AreaSums;

static AreaSums
sum_area (Builder *b, const VasArea *area)
{
  AreaSums sums = { 0 };
  VasObject object;
  for (gsize i = area->first; i < get_end (area); i += object.n_regions, sums.n_objects++)
    {
      object = vas_snapshot_get_object (b->snapshot, i);
      double share = compress (sum_object (b, &object), OBJECT_KNEE, OBJECT_SLOPE);
      b->shares[sums.n_objects] = share;
      sums.objects += share;
      if (i > area->first)
        sums.gaps += b->weights->gaps[i];
    }
  return sums;
}

/* Shares @share of the whole among an area's objects and the gaps between them. */
static void
settle_area (Builder *b, const VasArea *area, double share)
{
  AreaSums sums = sum_area (b, area);
  double gap_part = MIN (sums.gaps, sums.objects * GAPS_PART);
  double objects_share = share * sums.objects / (sums.objects + gap_part);

  for (gsize o = 0; o < sums.n_objects; o++)
    b->shares[o] /= sums.objects;
  find_floors (b->snapshot->grouping, area,
               MIN (READABLE_SHARE / objects_share, FLOORS_PART / N_FLOORED_OBJECTS), b->floors);
  vas_shares_raise (b->shares, b->floors, sums.n_objects);

  float gap_factor = sums.gaps > 0 ? (float) ((share - objects_share) / sums.gaps) : 0;
  VasObject object;
  for (gsize i = area->first, o = 0; i < get_end (area); i += object.n_regions, o++)
    {
      object = vas_snapshot_get_object (b->snapshot, i);
      settle_object (b, &object, objects_share * b->shares[o]);
      if (i > area->first)
        b->weights->gaps[i] *= gap_factor;
    }
}

/* The height of the gaps before each area and after the last one; returns their sum. */
static double
settle_breaks (Builder *b)
{
  const VasGrouping *grouping = b->snapshot->grouping;
  gsize n_regions = vas_snapshot_get_n_regions (b->snapshot);
  double sum = 0;
  for (gsize i = 0; i <= grouping->n_areas; i++)
    {
      gsize gap = i < grouping->n_areas ? grouping->areas[i].first : n_regions;
      guint64 size = b->gap_sizes[gap];
      double share = size == 0 ? 0 : size >= VAS_ISLAND_GAP ? BREAK_SHARE : SMALL_BREAK_SHARE;
      b->weights->gaps[gap] = (float) MIN (share, BREAKS_PART / (double) (grouping->n_areas + 1));
      sum += b->weights->gaps[gap];
    }
  return sum;
}

static void
compute_log (Builder *b)
{
  const VasGrouping *grouping = b->snapshot->grouping;
  gsize n = grouping->n_areas;
  g_autofree double *shares = g_new (double, n), *floors = g_new (double, n);
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    {
      shares[i] = weigh_area (b, &grouping->areas[i]);
      sum += shares[i];
    }
  for (gsize i = 0; i < n; i++)
    {
      guint readable = MIN (grouping->areas[i].n_regions, READABLE_REGIONS);
      shares[i] /= sum;
      floors[i] = MIN (READABLE_SHARE * readable, FLOORS_PART / (double) n);
    }
  vas_shares_raise (shares, floors, n);

  b->shares = g_new (double, grouping->n_objects);
  b->floors = g_new (double, grouping->n_objects);
  double rest = 1 - settle_breaks (b);
  for (gsize i = 0; i < n; i++)
    settle_area (b, &grouping->areas[i], rest * shares[i]);
  g_clear_pointer (&b->shares, g_free);
  g_clear_pointer (&b->floors, g_free);
}

/* Linear and even: each entry by itself, with the axis broken at every gap of 1 GiB or more. */
static void
compute_flat (Builder *b, VasScale scale)
{
  gsize n = vas_snapshot_get_n_regions (b->snapshot), n_breaks = 0;
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    {
      guint64 size = vas_region_get_size (vas_snapshot_get_region (b->snapshot, i));
      b->weights->regions[i] = scale == VAS_SCALE_LINEAR ? (float) size : 1.0f;
      sum += b->weights->regions[i];
    }
  for (gsize i = 0; i <= n; i++)
    {
      guint64 size = b->gap_sizes[i];
      if (size >= VAS_ISLAND_GAP)
        n_breaks++;
      else if (size > 0)
        b->weights->gaps[i] = scale == VAS_SCALE_LINEAR ? (float) size : (float) EVEN_GAP;
      sum += b->weights->gaps[i];
    }
  if (n_breaks == 0)
    return;

  double part = MIN (BREAK_SHARE * (double) n_breaks, BREAKS_PART);
  double each = n > 0 ? sum * part / (1 - part) / (double) n_breaks : 1;
  for (gsize i = 0; i <= n; i++)
    if (b->gap_sizes[i] >= VAS_ISLAND_GAP)
      b->weights->gaps[i] = (float) each;
}

VasWeights *
vas_weights_compute (const VasSnapshot *snapshot, VasScale scale, const guint64 *gap_sizes)
{
  g_return_val_if_fail (snapshot != NULL && gap_sizes != NULL, NULL);

  gsize n = vas_snapshot_get_n_regions (snapshot);
  VasWeights *weights = g_new (VasWeights, 1);
  weights->regions = g_new (float, n);
  weights->gaps = g_new0 (float, n + 1);
  Builder builder = { snapshot, gap_sizes, weights, NULL, NULL };
  if (scale == VAS_SCALE_LOG && n > 0)
    compute_log (&builder);
  else
    compute_flat (&builder, scale);

  weights->total = weights->gaps[n];
  for (gsize i = 0; i < n; i++)
    weights->total += (double) weights->regions[i] + (double) weights->gaps[i];
  return weights;
}

void
vas_weights_free (VasWeights *self)
{
  if (self == NULL)
    return;
  g_free (self->regions);
  g_free (self->gaps);
  g_free (self);
}
