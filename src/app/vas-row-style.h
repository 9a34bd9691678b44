/* Which rows of the table stand out: the one under the pointer, and what changed a moment ago.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-map-marks.h"

/**
 * VasRowStyle: all zero at first.
 * @lit_start, @lit_end: rows of regions that touch `[lit_start, lit_end)` get the style class "lit"
 * @marks: (nullable) (owned): new regions get the class "new", changed ones "changed"
 */
typedef struct
{
  guint64 lit_start;
  guint64 lit_end;
  VasMapMarks *marks;
} VasRowStyle;

void vas_row_style_clear (VasRowStyle *self);
/** vas_row_style_set_marks: @marks (nullable). */
void vas_row_style_set_marks (VasRowStyle *self, VasMapMarks *marks);

/**
 * vas_row_style_apply:
 * @snapshot: (nullable): that @marks are of; without one the row stands for nothing
 * @region: index; %VAS_REGION_GONE stands for nothing too
 */
void vas_row_style_apply (const VasRowStyle *self,
                          GtkWidget *row,
                          const VasSnapshot *snapshot,
                          gsize region);
