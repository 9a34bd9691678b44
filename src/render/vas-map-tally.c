/* Adds regions up: how many, how many bytes, and how much of each colour.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-tally.h"

void
vas_tallier_init (VasTallier *self, const VasLayout *layout, const guint8 *matches)
{
  guint32 n_units;
  self->snapshot = vas_layout_get_snapshot (layout);
  self->edges = vas_layout_get_edges (layout, &n_units);
  self->matches = matches;
  for (guint kind = 0; kind < VAS_N_KINDS; kind++)
    self->families[kind] = (guint8) vas_kind_get_family (kind);
  for (guint perms = 0; perms < VAS_TALLY_PERMS; perms++)
    self->shades[perms] = (guint8) vas_shade_from_perms (perms);
}

static inline guint
find_color (const VasTallier *self, guint32 region, guint perms, guint object_family)
{
  guint family = self->families[vas_snapshot_get_verdict (self->snapshot, region)->kind];
  if (family == VAS_FAMILY_NONE)
    family = object_family;
  guint shade = self->shades[perms % VAS_TALLY_PERMS];
  guint matched = self->matches == NULL || self->matches[region] != 0;
  return (family * VAS_N_SHADES + shade) * VAS_TALLY_ANSWERS + matched;
}

guint
vas_tallier_get_color (const VasTallier *self, guint32 region, guint object_family)
{
  return find_color (self, region, vas_snapshot_get_region (self->snapshot, region)->perms,
                     object_family);
}

guint64
vas_tallier_get_resident (const VasTallier *self, guint32 region)
{
  guint64 resident = 0;
  if (self->snapshot->totals.resident_known)
    vas_snapshot_get_field (self->snapshot, region, VAS_FIELD_RSS, &resident);
  return resident;
}

void
vas_tallier_add (const VasTallier *self, VasTally *tally, guint32 region, guint object_family)
{
  const VasRegion *r = vas_snapshot_get_region (self->snapshot, region);
  const VasEdges *edges = &self->edges[region];
  if (tally->n++ == 0)
    tally->first = region;
  tally->mapped += vas_region_get_size (r);
  tally->resident += vas_tallier_get_resident (self, region);
  tally->units[find_color (self, region, r->perms, object_family)] += edges->high - edges->low;
}

VasMix
vas_tally_color_to_mix (guint color)
{
  return (VasMix){ .family = (guint8) (color / VAS_TALLY_ANSWERS / VAS_N_SHADES),
                   .shade = (guint8) (color / VAS_TALLY_ANSWERS % VAS_N_SHADES),
                   .matched = (guint8) (color % VAS_TALLY_ANSWERS),
                   .share = 1 };
}

guint
vas_tally_append_mixes (const VasTally *self, guint32 units, GArray *mixes)
{
  guint before = mixes->len;
  for (guint color = 0; color < VAS_TALLY_COLORS; color++)
    if (self->units[color] > 0)
      {
        VasMix mix = vas_tally_color_to_mix (color);
        mix.share = (float) self->units[color] / (float) units;
        g_array_append_val (mixes, mix);
      }
  return mixes->len - before;
}
