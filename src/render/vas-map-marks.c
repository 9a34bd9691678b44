/* What changed between two snapshots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-marks.h"

static gboolean
is_same_region (const VasRegion *a, const VasRegion *b)
{
  return a->start == b->start && a->inode == b->inode && a->offset == b->offset;
}

static VasChange
compare_same (const VasRegion *older, const VasRegion *newer)
{
  return older->end == newer->end && older->perms == newer->perms ? VAS_CHANGE_NONE
                                                                  : VAS_CHANGE_RESIZED;
}

VasMapMarks *
vas_map_marks_new (const VasSnapshot *older, const VasSnapshot *newer)
{
  g_return_val_if_fail (older != NULL && newer != NULL, NULL);

  const VasReading *a = older->reading, *b = newer->reading;
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree guint8 *changes = g_new0 (guint8, b->n_regions);
  gsize i = 0, j = 0;
  gboolean is_changed = FALSE;
  while (i < a->n_regions || j < b->n_regions)
    {
      const VasRegion *old = i < a->n_regions ? &a->regions[i] : NULL;
      const VasRegion *new = j < b->n_regions ? &b->regions[j] : NULL;
      if (old != NULL && new != NULL && is_same_region (old, new))
        {
          changes[j] = (guint8) compare_same (old, new);
          is_changed |= changes[j] != VAS_CHANGE_NONE;
          i++, j++;
        }
      else if (new == NULL || (old != NULL && old->start <= new->start))
        {
          g_array_append_val (gone, old->start);
          is_changed = TRUE;
          i++;
        }
      else
        {
          changes[j++] = VAS_CHANGE_NEW;
          is_changed = TRUE;
        }
    }
  if (!is_changed)
    return NULL;

  VasMapMarks *self = g_atomic_rc_box_new0 (VasMapMarks);
  self->changes = g_steal_pointer (&changes);
  self->n_regions = b->n_regions;
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
