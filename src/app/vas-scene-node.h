/* A scene as render nodes of GTK, for the screen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-scene.h"

/**
 * vas_scene_to_node:
 *
 * A node a mark, so that GTK compares them with those of the frame before and draws only what differs,
 * and draws them straight onto the window: a cairo node would be drawn into an image of its own
 * first, which on a graphics card is then sent there as a whole.
 *
 * Returns: (transfer full) (nullable): what vas_scene_paint() draws; %NULL of nothing.
 */
GskRenderNode *vas_scene_to_node (const VasScene *scene);
