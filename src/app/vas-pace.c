/* The pace of reading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-pace.h"

/* An hour: longer pauses are no pace, and the number must fit a timer. */
#define LONGEST_MS (60 * 60 * 1000)

static gboolean
is_within (const VasSnapshot *snapshot, VasPaceLimit limit)
{
  return snapshot->facts != NULL && vas_snapshot_get_n_regions (snapshot) <= limit.regions
         && snapshot->facts->vm_rss <= limit.resident;
}

VasReadFlags
vas_pace_choose_flags (const VasPace *self, const VasSnapshot *last)
{
  if (last == NULL)
    return VAS_READ_MAPS;
  if (self->details || (self->cannot_scan && is_within (last, VAS_PACE_SMALL)))
    return VAS_READ_USAGE;
  return is_within (last, VAS_PACE_ORDINARY) ? VAS_READ_RESIDENT : VAS_READ_MAPS;
}

void
vas_pace_note (VasPace *self, VasReadFlags flags, const VasSnapshot *snapshot, gint64 duration)
{
  self->duration = duration;
  if ((flags & VAS_READ_RESIDENT) != 0 && !snapshot->totals.resident_known)
    self->cannot_scan = TRUE;
}

guint
vas_pace_get_pause (const VasPace *self)
{
  gint64 milliseconds = MAX (self->duration, 0) / 1000;
  if (milliseconds > LONGEST_MS / VAS_PACE_REST)
    return LONGEST_MS;
  return MAX (VAS_PACE_SHORTEST_MS, (guint) milliseconds * VAS_PACE_REST);
}
