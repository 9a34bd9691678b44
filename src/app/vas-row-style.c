/* Which rows of the table stand out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-row-style.h"

#include "vas-region-table.h"

void
vas_row_style_clear (VasRowStyle *self)
{
  g_clear_pointer (&self->marks, vas_map_marks_unref);
}

void
vas_row_style_set_marks (VasRowStyle *self, VasMapMarks *marks)
{
  vas_map_marks_unref (self->marks);
  self->marks = marks != NULL ? vas_map_marks_ref (marks) : NULL;
}

static void
set_class (GtkWidget *row, const char *name, gboolean wanted)
{
  if (wanted == gtk_widget_has_css_class (row, name))
    return;
  if (wanted)
    gtk_widget_add_css_class (row, name);
  else
    gtk_widget_remove_css_class (row, name);
}

static gboolean
is_lit (const VasRowStyle *self, const VasRegion *region)
{
  return region->start < self->lit_end && region->end > self->lit_start;
}

void
vas_row_style_apply (const VasRowStyle *self, GtkWidget *row, const VasSnapshot *snapshot,
                     gsize region)
{
  gboolean shown = snapshot != NULL && region != VAS_REGION_GONE;
  VasChange change = shown && self->marks != NULL
                         ? vas_map_marks_find_change (self->marks, region, 1)
                         : VAS_CHANGE_NONE;
  set_class (row, "lit", shown && is_lit (self, vas_snapshot_get_region (snapshot, region)));
  set_class (row, "new", change == VAS_CHANGE_NEW);
  set_class (row, "changed", change == VAS_CHANGE_RESIZED);
}
