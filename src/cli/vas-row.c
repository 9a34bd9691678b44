/* A region with everything that is said about it in words, moving from one region to the next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-row.h"

#include "vas-badges.h"
#include "vas-words.h"

VasRow *
vas_row_new (const VasSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  VasRow *self = g_new0 (VasRow, 1);
  self->snapshot = snapshot;
  self->texts_of = vas_verdict_texts_new (snapshot);
  self->badges = g_string_new (NULL);
  return self;
}

void
vas_row_free (VasRow *self)
{
  if (self == NULL)
    return;
  vas_verdict_texts_free (self->texts_of);
  vas_path_text_clear (&self->path);
  g_free (self->object);
  g_free (self->area);
  g_free (self->remarks);
  g_string_free (self->badges, TRUE);
  g_free (self);
}

static void
update_path (VasRow *self)
{
  const VasRegion *of = self->path_region, *region = self->region;
  if (of != NULL && of->name == region->name && of->deleted == region->deleted)
    return;
  gsize length = 0;
  const char *name = vas_reading_get_name (self->snapshot->reading, region, &length);
  vas_path_text_set (&self->path, name, length, region->deleted);
  self->path_region = region;
}

static void
update_group (VasRow *self)
{
  const VasGrouping *grouping = self->snapshot->grouping;
  gsize object = vas_grouping_find_object (grouping, self->index);
  if (self->object == NULL || object != self->object_index)
    {
      g_free (self->object);
      self->object = vas_words_object (self->snapshot, object);
      self->object_index = object;
    }
  gsize area = vas_grouping_find_area (grouping, self->index);
  if (self->area == NULL || area != self->area_index)
    {
      g_free (self->area);
      self->area = vas_words_area (self->snapshot, area);
      self->area_index = area;
    }
}

static void
update_badges (VasRow *self)
{
  g_string_truncate (self->badges, 0);
  for (guint badge = 0; badge < VAS_N_BADGES; badge++)
    if ((self->badge_set & 1u << badge) != 0)
      g_string_append_printf (self->badges, "%s%s", self->badges->len > 0 ? " " : "",
                              vas_badge_get_id (badge));
}

/* Without smaps the remarks depend on the permissions and the badges alone. */
static void
update_remarks (VasRow *self)
{
  guint32 badge_set = vas_badges_find (self->snapshot, self->index);
  if (self->remarks != NULL && self->snapshot->reading->usage == NULL
      && badge_set == self->badge_set && self->region->perms == self->remarks_perms)
    return;
  g_free (self->remarks);
  self->remarks = vas_words_remarks (self->snapshot, self->index);
  self->remarks_perms = self->region->perms;
  self->badge_set = badge_set;
  update_badges (self);
}

void
vas_row_move_to (VasRow *self, gsize region)
{
  g_return_if_fail (self != NULL && region < vas_snapshot_get_n_regions (self->snapshot));

  self->index = region;
  self->region = vas_snapshot_get_region (self->snapshot, region);
  self->verdict = vas_snapshot_get_verdict (self->snapshot, region);
  self->texts = vas_verdict_texts_get (self->texts_of, self->verdict);
  vas_perms_print (self->region->perms, self->perms);
  const VasDevice *device = &self->snapshot->reading->devices[self->region->device];
  g_snprintf (self->device, sizeof self->device, "%02x:%02x", device->major, device->minor);
  update_path (self);
  update_group (self);
  update_remarks (self);
}
