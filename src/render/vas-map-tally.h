/* Adds regions up: how many, how many bytes, and how much of each colour.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-cells.h"

enum
{
  VAS_TALLY_ANSWERS = 2, /* a filter matches or does not */
  /* Every colour a region can have on the map, in the order of family, shade and answer. */
  VAS_TALLY_COLORS = VAS_N_FAMILIES * VAS_N_SHADES * VAS_TALLY_ANSWERS,
  VAS_TALLY_PERMS = 16, /* sets of VasPerms */
};

/** VasTallier: what tells the colour and the size of a region of a layout. */
typedef struct
{
  const VasSnapshot *snapshot;
  const VasEdges *edges;
  const guint8 *matches;
  guint8 families[VAS_N_KINDS];
  guint8 shades[VAS_TALLY_PERMS];
} VasTallier;

/** vas_tallier_init: @matches (nullable): one byte a region, %NULL = all match. */
void vas_tallier_init (VasTallier *self, const VasLayout *layout, const guint8 *matches);

/** vas_tallier_get_color: index below %VAS_TALLY_COLORS. What no access protects or keeps free wears
 *  the colour of the object that it belongs to, @object_family. */
guint vas_tallier_get_color (const VasTallier *self, guint32 region, guint object_family);
/** vas_tallier_get_resident: bytes in memory; 0 where that is not known. */
guint64 vas_tallier_get_resident (const VasTallier *self, guint32 region);

/** VasTally: sums over @n regions from @first on; @units are heights in the layout's units. */
typedef struct
{
  guint32 first;
  guint32 n;
  guint64 mapped;
  guint64 resident;
  guint32 units[VAS_TALLY_COLORS];
} VasTally;

void vas_tallier_add (const VasTallier *self, VasTally *tally, guint32 region, guint object_family);

/** vas_tally_color_to_mix: a colour as a share of 1. */
VasMix vas_tally_color_to_mix (guint color);
/** vas_tally_append_mixes: the shares of what @units high regions and gaps hold; returns how many. */
guint vas_tally_append_mixes (const VasTally *self, guint32 units, GArray *mixes);
