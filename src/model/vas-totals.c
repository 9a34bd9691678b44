/* Sums by family and over all.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-totals.h"

#include <string.h>

static void
add_saturating (guint64 *sum, guint64 value)
{
  if (!g_uint64_checked_add (sum, *sum, value))
    *sum = G_MAXUINT64;
}

static void
add_sum (VasSum *sum, const VasSum *more)
{
  add_saturating (&sum->regions, more->regions);
  add_saturating (&sum->mapped, more->mapped);
  add_saturating (&sum->resident, more->resident);
  add_saturating (&sum->pss, more->pss);
  add_saturating (&sum->swap, more->swap);
}

void
vas_totals_compute_some (VasTotals *out,
                         const VasReading *reading,
                         const VasNaming *naming,
                         gsize first,
                         gsize n)
{
  g_return_if_fail (reading->n_regions == naming->n_regions);
  g_return_if_fail (first <= reading->n_regions && n <= reading->n_regions - first);

  memset (out, 0, sizeof *out);
  out->resident_known = reading->usage != NULL;
  for (gsize i = first; i < first + n; i++)
    {
      VasSum one = { .regions = 1, .mapped = vas_region_get_size (&reading->regions[i]) };
      if (reading->usage != NULL)
        {
          vas_usage_get (reading->usage, i, VAS_FIELD_RSS, &one.resident);
          vas_usage_get (reading->usage, i, VAS_FIELD_PSS, &one.pss);
          vas_usage_get (reading->usage, i, VAS_FIELD_SWAP, &one.swap);
        }
      add_sum (&out->families[vas_kind_get_family (vas_naming_get_verdict (naming, &reading->regions[i])->kind)], &one);
    }
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    add_sum (&out->all, &out->families[family]);
}

void
vas_totals_compute (VasTotals *out, const VasReading *reading, const VasNaming *naming)
{
  vas_totals_compute_some (out, reading, naming, 0, reading->n_regions);
}
