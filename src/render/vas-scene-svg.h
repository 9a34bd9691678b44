/* Writes a scene as SVG with real text, for editors, search and screen readers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-scene.h"

/** vas_scene_to_svg: (transfer full): a whole document; @title names it. */
GString *vas_scene_to_svg (const VasScene *scene, const char *title);
