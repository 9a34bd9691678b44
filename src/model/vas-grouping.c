/* Gathers regions into objects and areas.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-grouping.h"

#include "vas-areas.h"
#include "vas-objects.h"

VasGrouping *
vas_group (VasReading *reading, const VasNaming *naming, const VasFacts *facts)
{
  g_return_val_if_fail (reading != NULL && naming != NULL, NULL);
  g_return_val_if_fail (reading->n_regions == naming->n_regions, NULL);

  g_autoptr (GArray) objects = vas_objects_gather (reading, naming);
  g_autoptr (GArray) areas = vas_areas_fold (reading, objects);
  VasGrouping *self = g_new0 (VasGrouping, 1);
  self->objects = (VasObject *) (gpointer) g_array_steal (objects, &self->n_objects);
  self->areas = (VasArea *) (gpointer) g_array_steal (areas, &self->n_areas);
  /* An array grows by doubling: at a million regions its unused half would be megabytes. */
  self->objects = g_renew (VasObject, self->objects, self->n_objects);
  return self;
}

void
vas_grouping_free (VasGrouping *self)
{
  if (self == NULL)
    return;
  g_free (self->objects);
  g_free (self->areas);
  g_free (self);
}

/* Each partitions the regions, so the holder is the last that does not begin after @region. */
gsize
vas_grouping_find_object (const VasGrouping *self, gsize region)
{
  gsize low = 0, high = self->n_objects;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;
      if (self->objects[middle].first <= region)
        low = middle;
      else
        high = middle;
    }
  return low;
}

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
