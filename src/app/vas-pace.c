/* The pace of reading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-pace.h"

/* An hour: longer pauses are no pace, and the number must fit a timer. */
#define LONGEST_MS (60 * 60 * 1000)

static gboolean
is_ordinary (const VasSnapshot *snapshot)
{
  return snapshot->facts != NULL && vas_snapshot_get_n_regions (snapshot) <= VAS_PACE_MAX_REGIONS
         && snapshot->facts->vm_rss <= VAS_PACE_MAX_RESIDENT;
}

VasReadFlags
vas_pace_choose_flags (const VasSnapshot *last, gboolean details)
{
  if (last == NULL)
    return VAS_READ_MAPS;
  if (details)
    return VAS_READ_USAGE;
  return is_ordinary (last) ? VAS_READ_USAGE : VAS_READ_MAPS;
}

guint
vas_pace_choose_pause (gint64 duration)
{
  gint64 milliseconds = MAX (duration, 0) / 1000;
  if (milliseconds > LONGEST_MS / VAS_PACE_REST)
    return LONGEST_MS;
  return MAX (VAS_PACE_SHORTEST_MS, (guint) milliseconds * VAS_PACE_REST);
}
