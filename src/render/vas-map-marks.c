/* What changed between two snapshots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-marks.h"

#include "vas-diff.h"

#include <string.h>

static VasChange
compare (const VasRegion *former, const VasRegion *present)
{
  gboolean is_equal = former->start == present->start && former->end == present->end
                      && former->perms == present->perms;
  return is_equal ? VAS_CHANGE_NONE : VAS_CHANGE_RESIZED;
}

/* Regions that stayed, `n` of them from @former and @present on. Returns whether any changed. */
static gboolean
mark_stayed (guint8 *changes, const VasRegion *former, const VasRegion *present, gsize n)
{
  gboolean is_changed = FALSE;
  for (gsize i = 0; i < n; i++)
    {
      changes[i] = (guint8) compare (&former[i], &present[i]);
      is_changed |= changes[i] != VAS_CHANGE_NONE;
    }
  return is_changed;
}

VasMapMarks *
vas_map_marks_new (const VasSnapshot *former, const VasSnapshot *present)
{
  g_return_val_if_fail (former != NULL && present != NULL, NULL);

  const VasRegion *a = former->reading->regions, *b = present->reading->regions;
  g_autoptr (VasDiff) diff = vas_diff_new (former->reading, present->reading);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree guint8 *changes = g_new0 (guint8, diff->n_present);
  gsize i = 0, j = 0;
  gboolean is_changed = diff->n_hunks > 0;
  for (gsize h = 0; h < diff->n_hunks; h++)
    {
      const VasHunk *hunk = &diff->hunks[h];
      mark_stayed (changes + j, a + i, b + j, hunk->present - j);
      memset (changes + hunk->present, VAS_CHANGE_NEW, hunk->n_present);
      i = (gsize) hunk->former + hunk->n_former;
      j = (gsize) hunk->present + hunk->n_present;
      for (gsize g = hunk->former; g < i; g++)
        g_array_append_val (gone, a[g].start);
    }
  is_changed |= mark_stayed (changes + j, a + i, b + j, diff->n_present - j);
  if (!is_changed)
    return NULL;

  VasMapMarks *self = g_atomic_rc_box_new0 (VasMapMarks);
  self->changes = g_steal_pointer (&changes);
  self->n_regions = diff->n_present;
  self->gone = (guint64 *) (gpointer) g_array_steal (gone, &self->n_gone);
  return self;
}

VasMapMarks *
vas_map_marks_ref (VasMapMarks *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_marks (gpointer box)
{
  VasMapMarks *self = box;
  g_free (self->changes);
  g_free (self->gone);
}

void
vas_map_marks_unref (VasMapMarks *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_marks);
}
