/* The legend of a picture: the families in it, with what their shades mean.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-scene.h"
#include "vas-snapshot.h"

/** vas_legend_measure: the height it takes in @width. */
double vas_legend_measure (const VasSnapshot *snapshot, VasType *type, double width);

/** vas_legend_paint: into @rect, of the height that was measured. */
void vas_legend_paint (VasScene *scene, const VasSnapshot *snapshot, VasTheme theme, VasRect rect);
