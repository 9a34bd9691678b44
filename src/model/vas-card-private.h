/* What the cards of one region, of several and of a gap share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-card.h"

/** vas_card_create: (transfer full): of no region, with no field set. */
VasCard *vas_card_create (void);
/** vas_card_create_for_region: (transfer full): all that is known of region @region. */
VasCard *vas_card_create_for_region (const VasSnapshot *snapshot, gsize region);

/** vas_card_describe_range: (transfer full): "7f5ae3268000-7f5ae3337000". */
char *vas_card_describe_range (guint64 start, guint64 end);
/** vas_card_describe_several: (transfer full): "1,204 regions, 18 MiB". */
char *vas_card_describe_several (guint64 n_regions, guint64 mapped);
