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
compose_self (VasRow *self)
{
  vas_perms_print (self->region->perms, self->perms);
}

static void
compose_file (VasRow *self)
{
  const VasDevice *device = &self->file->device;
  g_snprintf (self->device, sizeof self->device, "%02x:%02x", device->major, device->minor);
  gsize length = 0;
  const char *name = vas_reading_get_name (self->snapshot->reading, self->region, &length);
  vas_path_text_set (&self->path, name, length, self->file->deleted);
}

static void
compose_object (VasRow *self)
{
  g_free (self->object);
  self->object = vas_words_object (self->snapshot, self->index);
}

static void
compose_area (VasRow *self)
{
  g_free (self->area);
  self->area = vas_words_area (self->snapshot, self->area_index);
}

static void
compose_remarks (VasRow *self)
{
  g_free (self->remarks);
  self->remarks = vas_words_remarks (self->snapshot, self->index);
  guint32 found = vas_badges_find (self->snapshot, self->index);
  g_string_truncate (self->badges, 0);
  for (guint badge = 0; badge < VAS_N_BADGES; badge++)
    if ((found & 1u << badge) != 0)
      g_string_append_printf (self->badges, "%s%s", self->badges->len > 0 ? " " : "",
                              vas_badge_get_id (badge));
}

/* Of a verdict the texts are remembered elsewhere, and may be forgotten there. */
static void
compose_verdict (VasRow *self)
{
  self->texts = vas_verdict_texts_get (self->texts_of, self->verdict);
}

void
vas_row_compose (VasRow *self, VasRowTopic topic)
{
  static void (*const compose[VAS_N_ROW_TOPICS]) (VasRow *) = {
    [VAS_ROW_SELF] = compose_self,       [VAS_ROW_FILE] = compose_file,
    [VAS_ROW_VERDICT] = compose_verdict, [VAS_ROW_OBJECT] = compose_object,
    [VAS_ROW_AREA] = compose_area,       [VAS_ROW_REMARKS] = compose_remarks,
  };
  g_return_if_fail (self != NULL && self->region != NULL && topic < VAS_N_ROW_TOPICS);

  const VasRowKey *key = &self->keys[topic], *composed = &self->composed[topic];
  if ((self->is_composed >> topic & 1) != 0 && key->high == composed->high
      && key->low == composed->low && topic != VAS_ROW_VERDICT)
    return;
  compose[topic](self);
  self->composed[topic] = *key;
  self->is_composed |= 1u << topic;
}

gboolean
vas_row_is_shared (const VasRow *self, VasRowTopic topic)
{
  return topic != VAS_ROW_SELF
         && (topic != VAS_ROW_REMARKS || self->snapshot->reading->usage == NULL);
}

/* The next region mostly lies in the same one. */
static void
find_group (VasRow *self)
{
  const VasGrouping *grouping = self->snapshot->grouping;
  if (self->index < self->object_first || self->index >= self->object_end)
    {
      VasObject object = vas_grouping_get_object (grouping, self->index);
      self->object_first = object.first;
      self->object_end = (gsize) object.first + object.n_regions;
      self->object_name = object.name;
    }
  const VasArea *area = &grouping->areas[self->area_index];
  if (self->index < area->first || self->index >= area->first + area->n_regions)
    self->area_index = vas_grouping_find_area (grouping, self->index);
}

static VasRowKey
make_verdict_key (const VasVerdict *verdict)
{
  guint64 high = (guint64) verdict->subject << 32 | (guint64) verdict->role << 16
                 | (guint64) verdict->confidence << 8 | verdict->kind;
  return (VasRowKey) { high, verdict->evidence };
}

/* With smaps the remarks depend on its fields as well, and each region has its own. */
static VasRowKey
make_remarks_key (const VasRow *self)
{
  if (self->snapshot->reading->usage != NULL)
    return (VasRowKey) { 0, self->index };
  return (VasRowKey) { self->region->perms, vas_badges_find (self->snapshot, self->index) };
}

void
vas_row_move_to (VasRow *self, gsize region)
{
  g_return_if_fail (self != NULL && region < vas_snapshot_get_n_regions (self->snapshot));

  self->index = region;
  self->region = vas_snapshot_get_region (self->snapshot, region);
  self->file = vas_snapshot_get_file (self->snapshot, region);
  self->verdict = vas_snapshot_get_verdict (self->snapshot, region);
  find_group (self);
  self->keys[VAS_ROW_SELF] = (VasRowKey) { 0, region };
  self->keys[VAS_ROW_FILE] = (VasRowKey) { 0, self->region->file };
  self->keys[VAS_ROW_VERDICT] = make_verdict_key (self->verdict);
  self->keys[VAS_ROW_OBJECT] = (VasRowKey) { 0, self->object_name };
  self->keys[VAS_ROW_AREA] = (VasRowKey) { 0, self->area_index };
  self->keys[VAS_ROW_REMARKS] = make_remarks_key (self);
}
