/* One reading of one process or file, named, grouped and summed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-snapshot.h"

G_DEFINE_BOXED_TYPE (VasSnapshot, vas_snapshot, vas_snapshot_ref, vas_snapshot_unref)

enum
{
  DEFAULT_PAGE_SIZE = 4096,
};

static void
clear_snapshot (gpointer box)
{
  VasSnapshot *self = box;
  g_free (self->title);
  vas_grouping_free (self->grouping);
  vas_naming_free (self->naming);
  vas_facts_free (self->facts);
  vas_reading_free (self->reading);
}

VasSnapshot *
vas_snapshot_new (const char *title, gint64 captured, VasReading *reading, VasFacts *facts)
{
  g_return_val_if_fail (title != NULL && reading != NULL, NULL);

  VasSnapshot *self = g_atomic_rc_box_new0 (VasSnapshot);
  self->title = g_strdup (title);
  self->captured = captured;
  self->page_size
      = facts != NULL && facts->at_page_size != 0 ? facts->at_page_size : DEFAULT_PAGE_SIZE;
  self->reading = reading;
  self->facts = facts;
  self->naming = vas_classify (reading, facts);
  self->grouping = vas_group (reading, self->naming, facts);
  vas_totals_compute (&self->totals, reading, self->naming);
  return self;
}

VasSnapshot *
vas_snapshot_ref (VasSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_snapshot_unref (VasSnapshot *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_snapshot);
}

gboolean
vas_snapshot_get_field (const VasSnapshot *self, gsize i, guint field, guint64 *value)
{
  *value = 0;
  return self->reading->usage != NULL && vas_usage_get (self->reading->usage, i, field, value);
}

/* Parts are in address order, so those of one region are neighbours. */
static gsize
find_first_part (const VasNaming *naming, gsize region)
{
  gsize low = 0, high = naming->n_parts;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (naming->parts[middle].region >= region)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

const VasPart *
vas_snapshot_get_parts (const VasSnapshot *self, gsize i, gsize *n)
{
  const VasNaming *naming = self->naming;
  gsize first = find_first_part (naming, i), end = first;
  while (end < naming->n_parts && naming->parts[end].region == i)
    end++;
  *n = end - first;
  return *n > 0 ? naming->parts + first : NULL;
}
