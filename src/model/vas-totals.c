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

static void
add_usage (VasSum *sum, const VasUsage *usage, gsize region)
{
  VasSum one = { 0 };
  vas_usage_get (usage, region, VAS_FIELD_RSS, &one.resident);
  vas_usage_get (usage, region, VAS_FIELD_PSS, &one.pss);
  vas_usage_get (usage, region, VAS_FIELD_SWAP, &one.swap);
  add_sum (sum, &one);
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
  guint8 families[VAS_N_KINDS];
  for (guint kind = 0; kind < VAS_N_KINDS; kind++)
    families[kind] = (guint8) vas_kind_get_family (kind);
  for (gsize i = first; i < first + n; i++)
    {
      const VasRegion *region = &reading->regions[i];
      VasSum *sum = &out->families[families[vas_naming_get_verdict (naming, region)->kind]];
      sum->regions++;
      add_saturating (&sum->mapped, vas_region_get_size (region));
      if (reading->usage != NULL)
        add_usage (sum, reading->usage, i);
    }
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    add_sum (&out->all, &out->families[family]);
}

void
vas_totals_compute (VasTotals *out, const VasReading *reading, const VasNaming *naming)
{
  vas_totals_compute_some (out, reading, naming, 0, reading->n_regions);
}
