/* One region as a row of named values: the columns that JSON and CSV share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-record.h"

#include "vas-badges.h"
#include "vas-path-text.h"
#include "vas-roles.h"
#include "vas-usage-names.h"
#include "vas-words.h"

struct _VasRecord
{
  const VasSnapshot *snapshot;
  VasVerdictTexts *texts_of;
  GPtrArray *usage_names; /* (nullable): column names of the smaps fields, by field id */

  /* The region it stands on; what neighbours mostly share is made again only when it changes. */
  const VasRegion *region;
  const VasVerdict *verdict;
  gsize index;
  const VasTexts *texts;
  char perms[VAS_PERMS_BYTES];
  char device[sizeof "ffffffff:ffffffff"];
  const VasRegion *path_region; /* whose path `path` is */
  VasPathText path;
  gsize object_index;
  char *object;
  gsize area_index;
  char *area;
  guint32 badges;
  GString *badge_ids; /* parted by blanks */
  char *remarks;
};

static const VasValue ABSENT = { .type = VAS_VALUE_ABSENT };

static VasValue
make_text (const char *text)
{
  return text != NULL ? (VasValue) { .type = VAS_VALUE_TEXT, .text = text } : ABSENT;
}

static VasValue
make_number (VasValueType type, guint64 number)
{
  return (VasValue) { .type = type, .number = number };
}

static VasValue
get_field (const VasRecord *self, guint field)
{
  guint64 value = 0;
  return vas_snapshot_get_field (self->snapshot, self->index, field, &value)
             ? make_number (VAS_VALUE_NUMBER, value)
             : ABSENT;
}

static VasValue
get_start (const VasRecord *self)
{
  return make_number (VAS_VALUE_ADDRESS, self->region->start);
}

static VasValue
get_end (const VasRecord *self)
{
  return make_number (VAS_VALUE_ADDRESS, self->region->end);
}

static VasValue
get_size (const VasRecord *self)
{
  return make_number (VAS_VALUE_NUMBER, vas_region_get_size (self->region));
}

static VasValue
get_perms (const VasRecord *self)
{
  return make_text (self->perms);
}

static VasValue
get_offset (const VasRecord *self)
{
  return make_number (VAS_VALUE_ADDRESS, self->region->offset);
}

static VasValue
get_device (const VasRecord *self)
{
  return make_text (self->device);
}

static VasValue
get_inode (const VasRecord *self)
{
  return make_number (VAS_VALUE_NUMBER, self->region->inode);
}

static VasValue
get_path (const VasRecord *self)
{
  return make_text (self->path.text);
}

static VasValue
get_path_base64 (const VasRecord *self)
{
  return make_text (self->path.base64);
}

static VasValue
get_deleted (const VasRecord *self)
{
  return make_number (VAS_VALUE_TRUTH, self->region->deleted);
}

static VasValue
get_kind (const VasRecord *self)
{
  return make_text (vas_kind_get_id (self->verdict->kind));
}

static VasValue
get_family (const VasRecord *self)
{
  return make_text (vas_family_get_id (vas_kind_get_family (self->verdict->kind)));
}

static VasValue
get_role (const VasRecord *self)
{
  guint role = self->verdict->role;
  return role != 0 ? make_text (vas_role_get (role)->id) : ABSENT;
}

static VasValue
get_product (const VasRecord *self)
{
  guint role = self->verdict->role;
  return role != 0 ? make_text (vas_role_get (role)->product) : ABSENT;
}

static VasValue
get_label (const VasRecord *self)
{
  return make_text (self->texts->label);
}

static VasValue
get_object (const VasRecord *self)
{
  return make_text (self->object);
}

static VasValue
get_area (const VasRecord *self)
{
  return make_text (self->area);
}

static VasValue
get_confidence (const VasRecord *self)
{
  return make_text (vas_confidence_get_id (self->verdict->confidence));
}

static VasValue
get_evidence (const VasRecord *self)
{
  return make_text (self->texts->evidence);
}

static VasValue
get_explanation (const VasRecord *self)
{
  return make_text (self->texts->explanation);
}

static VasValue
get_remarks (const VasRecord *self)
{
  return make_text (self->remarks);
}

static VasValue
get_badges (const VasRecord *self)
{
  return (VasValue) { .type = VAS_VALUE_WORDS, .text = self->badge_ids->str };
}

static VasValue
get_resident (const VasRecord *self)
{
  return get_field (self, VAS_FIELD_RSS);
}

static VasValue
get_vm_flags (const VasRecord *self)
{
  const VasUsage *usage = self->snapshot->reading->usage;
  const char *flags = usage != NULL ? vas_usage_get_flags (usage, self->index) : NULL;
  return flags != NULL ? (VasValue) { .type = VAS_VALUE_WORDS, .text = flags } : ABSENT;
}

/* The columns that every snapshot has; those of smaps follow. */
static const struct
{
  const char *id;
  VasValue (*get) (const VasRecord *self);
  gboolean optional;
} COLUMNS[] = {
  { "start", get_start },
  { "end", get_end },
  { "size", get_size },
  { "perms", get_perms },
  { "offset", get_offset },
  { "device", get_device },
  { "inode", get_inode },
  { "path", get_path },
  { "path_base64", get_path_base64, TRUE },
  { "deleted", get_deleted },
  { "kind", get_kind },
  { "family", get_family },
  { "role", get_role },
  { "product", get_product },
  { "label", get_label },
  { "object", get_object },
  { "area", get_area },
  { "confidence", get_confidence },
  { "evidence", get_evidence },
  { "explanation", get_explanation },
  { "remarks", get_remarks },
  { "badges", get_badges },
  { "resident", get_resident },
  { "vm_flags", get_vm_flags, TRUE },
};

enum
{
  N_COLUMNS = G_N_ELEMENTS (COLUMNS),
  FIRST_FIELD = VAS_FIELD_SIZE + 1, /* `size` is a column already */
};

static GPtrArray *
make_usage_names (const VasUsage *usage)
{
  if (usage == NULL)
    return NULL;
  const char *taken[N_COLUMNS + 2] = { NULL };
  for (guint i = 0; i < N_COLUMNS; i++)
    taken[i] = COLUMNS[i].id;
  taken[N_COLUMNS] = "parts";
  return vas_usage_make_names (usage, taken);
}

VasRecord *
vas_record_new (const VasSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  VasRecord *self = g_new0 (VasRecord, 1);
  self->snapshot = snapshot;
  self->texts_of = vas_verdict_texts_new (snapshot);
  self->usage_names = make_usage_names (snapshot->reading->usage);
  self->badge_ids = g_string_new (NULL);
  return self;
}

void
vas_record_free (VasRecord *self)
{
  if (self == NULL)
    return;
  vas_verdict_texts_free (self->texts_of);
  g_clear_pointer (&self->usage_names, g_ptr_array_unref);
  vas_path_text_clear (&self->path);
  g_free (self->object);
  g_free (self->area);
  g_string_free (self->badge_ids, TRUE);
  g_free (self->remarks);
  g_free (self);
}

guint
vas_record_get_n_columns (const VasRecord *self)
{
  return N_COLUMNS + (self->usage_names != NULL ? self->usage_names->len - FIRST_FIELD : 0);
}

const char *
vas_record_get_column_id (const VasRecord *self, guint column)
{
  g_return_val_if_fail (column < vas_record_get_n_columns (self), NULL);

  return column < N_COLUMNS ? COLUMNS[column].id
                            : self->usage_names->pdata[column - N_COLUMNS + FIRST_FIELD];
}

gboolean
vas_record_is_column_optional (const VasRecord *self, guint column)
{
  return column < N_COLUMNS && COLUMNS[column].optional;
}

VasValue
vas_record_get_value (const VasRecord *self, guint column)
{
  g_return_val_if_fail (self->region != NULL, ABSENT);

  return column < N_COLUMNS ? COLUMNS[column].get (self)
                            : get_field (self, column - N_COLUMNS + FIRST_FIELD);
}

static void
update_path (VasRecord *self)
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
update_group (VasRecord *self)
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

/* Without smaps the permissions and the badges are all that the remarks depend on. */
static void
update_remarks (VasRecord *self, guint previous_perms)
{
  guint32 badges = vas_badges_find (self->snapshot, self->index);
  if (self->remarks != NULL && self->usage_names == NULL && badges == self->badges
      && self->region->perms == previous_perms)
    return;
  self->badges = badges;
  g_free (self->remarks);
  self->remarks = vas_words_remarks (self->snapshot, self->index);
  g_string_truncate (self->badge_ids, 0);
  for (guint badge = 0; badge < VAS_N_BADGES; badge++)
    if ((badges & 1u << badge) != 0)
      g_string_append_printf (self->badge_ids, "%s%s", self->badge_ids->len > 0 ? " " : "",
                              vas_badge_get_id (badge));
}

void
vas_record_move_to (VasRecord *self, gsize region)
{
  g_return_if_fail (region < vas_snapshot_get_n_regions (self->snapshot));

  guint previous_perms = self->region != NULL ? self->region->perms : 0;
  self->index = region;
  self->region = vas_snapshot_get_region (self->snapshot, region);
  self->verdict = vas_snapshot_get_verdict (self->snapshot, region);
  self->texts = vas_verdict_texts_get (self->texts_of, self->verdict);
  vas_perms_print (self->region->perms, self->perms);
  const VasDevice *device = &self->snapshot->reading->devices[self->region->device];
  g_snprintf (self->device, sizeof self->device, "%02x:%02x", device->major, device->minor);
  update_path (self);
  update_group (self);
  update_remarks (self, previous_perms);
}

VasVerdictTexts *
vas_record_get_texts (VasRecord *self)
{
  return self->texts_of;
}
