/* What assistive technology and the tooltip say about the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-geometry.h"

/** vas_map_describe_view: (transfer full): what is in sight, and which region is selected (-1 =
 *  none): all that AT-SPI gets to see of a drawn widget. */
char *vas_map_describe_view (VasLayout *layout, VasViewport viewport, gssize selected);

/** vas_map_describe_hit: (transfer full) (nullable): what is at a point. */
char *vas_map_describe_hit (VasLayout *layout, const VasMapHit *hit);
