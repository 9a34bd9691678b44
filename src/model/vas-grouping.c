/* Gathers regions into objects and areas.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-grouping.h"

#include "vas-areas.h"
#include "vas-objects.h"

VasGrouping *
vas_group (VasReading *reading, const VasNaming *naming)
{
  g_return_val_if_fail (reading != NULL && naming != NULL, NULL);
  g_return_val_if_fail (reading->n_regions == naming->n_regions, NULL);

  VasGrouping *self = g_new0 (VasGrouping, 1);
  self->reading = reading;
  self->naming = naming;
  self->objects = vas_objects_gather (reading, naming, &self->n_objects);
  vas_object_names_init (&self->names, reading, naming);
  g_autoptr (GArray) areas = vas_areas_fold (self, reading->strings);
  self->areas = (VasArea *) (gpointer) g_array_steal (areas, &self->n_areas);
  return self;
}

void
vas_grouping_free (VasGrouping *self)
{
  if (self == NULL)
    return;
  vas_object_map_free (self->objects);
  vas_object_names_clear (&self->names);
  g_free (self->areas);
  g_free (self);
}

VasObject
vas_grouping_get_object (const VasGrouping *self, gsize region)
{
  VasExtent extent = vas_object_map_find (self->objects, region);
  const VasRegion *main = &self->reading->regions[extent.main];
  const VasVerdict *verdict = vas_naming_get_verdict (self->naming, main);
  return (VasObject) {
    .first = extent.first,
    .n_regions = extent.end - extent.first,
    .main = extent.main,
    .name = vas_object_names_get (&self->names, main),
    .role = verdict->role,
    .family = vas_kind_get_family (verdict->kind),
    .kind = verdict->kind,
  };
}

guint64
vas_grouping_get_mapped (const VasGrouping *self, const VasObject *object)
{
  VasExtent extent = { .first = object->first, .end = object->first + object->n_regions };
  return vas_object_map_sum (self->objects, &extent, self->reading->regions);
}

/* Areas partition the regions, so the holder is the last that does not begin after @region. */
gsize
vas_grouping_find_area (const VasGrouping *self, gsize region)
{
  gsize low = 0, high = self->n_areas;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;
      if (self->areas[middle].first <= region)
        low = middle;
      else
        high = middle;
    }
  return low;
}
