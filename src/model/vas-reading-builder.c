/* Makes a reading of regions as they come, from text or without.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-reading-builder.h"

#include "vas-reading-sort.h"

enum
{
  FIRST_REGIONS = 64,
};

/**
 * @capacity: room for so many regions and @lines
 * @lines: (nullable): number of the line of each region; %NULL as long as each line was a region
 * @disordered: some region is unsorted or overlaps
 */
struct _VasReadingBuilder
{
  VasMapsOrigin origin;
  VasReading *reading;
  VasFileTable *files;
  gsize capacity;
  guint32 *lines;
  gboolean disordered;
};

VasReadingBuilder *
vas_reading_builder_new (VasMapsOrigin origin)
{
  VasReadingBuilder *self = g_new0 (VasReadingBuilder, 1);
  self->origin = origin;
  self->reading = g_new0 (VasReading, 1);
  self->reading->strings = vas_strings_new ();
  self->files = vas_file_table_new (self->reading->strings);
  return self;
}

void
vas_reading_builder_free (VasReadingBuilder *self)
{
  if (self == NULL)
    return;
  vas_file_table_free (self->files);
  vas_reading_free (self->reading);
  g_free (self->lines);
  g_free (self);
}

VasReading *
vas_reading_builder_get_reading (const VasReadingBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->reading;
}

VasFileTable *
vas_reading_builder_get_files (const VasReadingBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->files;
}

static void
resize (VasReadingBuilder *self, gsize capacity)
{
  self->capacity = capacity;
  self->reading->regions = g_renew (VasRegion, self->reading->regions, capacity);
  if (self->lines != NULL)
    self->lines = g_renew (guint32, self->lines, capacity);
}

void
vas_reading_builder_reserve (VasReadingBuilder *self, gsize n)
{
  g_return_if_fail (self != NULL);
  if (n > self->capacity - self->reading->n_regions)
    resize (self, self->reading->n_regions + n);
}

/* Only fields of smaps and lines left out make the lines differ from the regions. */
static void
begin_lines (VasReadingBuilder *self)
{
  self->lines = g_new (guint32, self->capacity);
  for (gsize i = 0; i < self->reading->n_regions; i++)
    self->lines[i] = (guint32) i + 1;
}

static gsize
append (VasReadingBuilder *self, const VasRegion *region)
{
  VasReading *reading = self->reading;
  gsize i = reading->n_regions;
  if (i == self->capacity)
    resize (self, MAX (FIRST_REGIONS, i + i / 2));
  if (self->lines == NULL && reading->n_lines != i + 1)
    begin_lines (self);
  if (self->lines != NULL)
    self->lines[i] = (guint32) MIN (reading->n_lines, G_MAXUINT32);
  reading->regions[i] = *region;
  reading->mapped += vas_region_get_size (region);
  reading->n_regions++;
  return i;
}

/*
 * The region starts below the end of the last one. A running kernel prints in order, but prints a
 * region anew that grew between two lines, or one that came to lie where the last one ended: there
 * the newer line is right.
 *
 * Returns: whether @region has taken the place of the last one.
 */
static gboolean
settle_overlap (VasReadingBuilder *self, const VasRegion *region)
{
  VasReading *reading = self->reading;
  VasRegion *last = &reading->regions[reading->n_regions - 1];
  if (region->start < last->start)
    vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_UNSORTED);
  if (self->origin == VAS_MAPS_SAVED || region->start < last->start)
    {
      self->disordered = TRUE;
      return FALSE;
    }

  vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_CHANGED);
  if (region->start > last->start)
    {
      reading->mapped -= last->end - region->start;
      last->end = region->start;
      return FALSE;
    }
  reading->mapped += vas_region_get_size (region) - vas_region_get_size (last);
  *last = *region;
  return TRUE;
}

gsize
vas_reading_builder_add (VasReadingBuilder *self, const VasRegion *region)
{
  const VasReading *reading = self->reading;
  gboolean overlaps
      = reading->n_regions > 0 && region->start < reading->regions[reading->n_regions - 1].end;
  if (overlaps && settle_overlap (self, region))
    return reading->n_regions - 1;
  return append (self, region);
}

VasReading *
vas_reading_builder_finish (VasReadingBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->disordered && self->lines == NULL)
    begin_lines (self);
  if (self->disordered)
    vas_reading_sort (self->reading, self->lines);

  VasReading *reading = g_steal_pointer (&self->reading);
  reading->files = vas_file_table_to_array (self->files, &reading->n_files);
  reading->regions = g_renew (VasRegion, reading->regions, reading->n_regions);
  vas_reading_builder_free (self);
  return reading;
}
