/* The pace of reading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-pace.h"

/* An hour: longer periods are no pace, and the number must fit a timer. */
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
vas_pace_forget (VasPace *self)
{
  *self = (VasPace) { .share = self->share, .details = self->details };
}

void
vas_pace_note_reading (VasPace *self, VasReadFlags flags, const VasSnapshot *snapshot,
                       gint64 duration)
{
  self->duration = MAX (duration, 0);
  if ((flags & VAS_READ_RESIDENT) != 0 && !snapshot->totals.resident_known)
    self->cannot_scan = TRUE;
}

void
vas_pace_note_cost (VasPace *self, gint64 cost)
{
  for (guint i = VAS_PACE_N_COSTS - 1; i > 0; i--)
    self->costs[i] = self->costs[i - 1];
  self->costs[0] = MAX (cost, 0);
  self->n_costs = MIN (self->n_costs + 1, VAS_PACE_N_COSTS);
}

gint64
vas_pace_get_cost (const VasPace *self)
{
  const gint64 *costs = self->costs;
  if (self->n_costs < VAS_PACE_N_COSTS)
    return costs[0];
  return MAX (MIN (costs[0], costs[1]), MIN (MAX (costs[0], costs[1]), costs[2]));
}

guint
vas_pace_get_period (const VasPace *self)
{
  guint share = self->share != 0 ? self->share : VAS_PACE_SHARE;
  gint64 longest = (gint64) LONGEST_MS * 1000 * share / 100; /* that a refresh may take */
  gint64 spent = MIN (MAX (vas_pace_get_cost (self), self->duration), longest);
  return MAX (VAS_PACE_SHORTEST_MS, (guint) (spent * 100 / share / 1000));
}
