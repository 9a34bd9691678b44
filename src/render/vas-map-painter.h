/* Draws a geometry of the map into a scene.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-geometry.h"

/**
 * VasMapNaming: whether the scene also names each region, for viewers that show it at the pointer.
 */
typedef enum
{
  VAS_MAP_UNNAMED,
  VAS_MAP_NAMED,
} VasMapNaming;

/** vas_map_paint: O(rows). */
void vas_map_paint (VasScene *scene,
                    const VasMapGeometry *geometry,
                    VasTheme theme,
                    VasMapNaming naming);
