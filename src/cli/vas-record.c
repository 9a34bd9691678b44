/* One region as a row of named values: the columns that JSON and CSV share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-record.h"

#include "vas-roles.h"
#include "vas-row.h"
#include "vas-usage-names.h"

struct _VasRecord
{
  VasRow *row;
  GPtrArray *usage_names; /* (nullable): column names of the smaps fields, by field id */
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
get_field (const VasRow *row, guint field)
{
  guint64 value = 0;
  return vas_snapshot_get_field (row->snapshot, row->index, field, &value)
             ? make_number (VAS_VALUE_NUMBER, value)
             : ABSENT;
}

static VasValue
get_start (const VasRow *row)
{
  return make_number (VAS_VALUE_ADDRESS, row->region->start);
}

static VasValue
get_end (const VasRow *row)
{
  return make_number (VAS_VALUE_ADDRESS, row->region->end);
}

static VasValue
get_size (const VasRow *row)
{
  return make_number (VAS_VALUE_NUMBER, vas_region_get_size (row->region));
}

static VasValue
get_perms (const VasRow *row)
{
  return make_text (row->perms);
}

static VasValue
get_offset (const VasRow *row)
{
  return make_number (VAS_VALUE_ADDRESS, row->region->offset);
}

static VasValue
get_device (const VasRow *row)
{
  return make_text (row->device);
}

static VasValue
get_inode (const VasRow *row)
{
  return make_number (VAS_VALUE_NUMBER, row->region->inode);
}

static VasValue
get_path (const VasRow *row)
{
  return make_text (row->path.text);
}

static VasValue
get_path_base64 (const VasRow *row)
{
  return make_text (row->path.base64);
}

static VasValue
get_deleted (const VasRow *row)
{
  return make_number (VAS_VALUE_TRUTH, row->region->deleted);
}

static VasValue
get_kind (const VasRow *row)
{
  return make_text (vas_kind_get_id (row->verdict->kind));
}

static VasValue
get_family (const VasRow *row)
{
  return make_text (vas_family_get_id (vas_kind_get_family (row->verdict->kind)));
}

static VasValue
get_role (const VasRow *row)
{
  guint role = row->verdict->role;
  return role != 0 ? make_text (vas_role_get (role)->id) : ABSENT;
}

static VasValue
get_product (const VasRow *row)
{
  guint role = row->verdict->role;
  return role != 0 ? make_text (vas_role_get (role)->product) : ABSENT;
}

static VasValue
get_label (const VasRow *row)
{
  return make_text (row->texts->label);
}

static VasValue
get_object (const VasRow *row)
{
  return make_text (row->object);
}

static VasValue
get_area (const VasRow *row)
{
  return make_text (row->area);
}

static VasValue
get_confidence (const VasRow *row)
{
  return make_text (vas_confidence_get_id (row->verdict->confidence));
}

static VasValue
get_evidence (const VasRow *row)
{
  return make_text (row->texts->evidence);
}

static VasValue
get_explanation (const VasRow *row)
{
  return make_text (row->texts->explanation);
}

static VasValue
get_remarks (const VasRow *row)
{
  return make_text (row->remarks);
}

static VasValue
get_badges (const VasRow *row)
{
  return (VasValue) { .type = VAS_VALUE_WORDS, .text = row->badges->str };
}

static VasValue
get_resident (const VasRow *row)
{
  return get_field (row, VAS_FIELD_RSS);
}

static VasValue
get_vm_flags (const VasRow *row)
{
  const VasUsage *usage = row->snapshot->reading->usage;
  const char *flags = usage != NULL ? vas_usage_get_flags (usage, row->index) : NULL;
  return flags != NULL ? (VasValue) { .type = VAS_VALUE_WORDS, .text = flags } : ABSENT;
}

/* The columns that every snapshot has; those of smaps follow. */
static const struct
{
  const char *id;
  VasValue (*get) (const VasRow *row);
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
  self->row = vas_row_new (snapshot);
  self->usage_names = make_usage_names (snapshot->reading->usage);
  return self;
}

void
vas_record_free (VasRecord *self)
{
  if (self == NULL)
    return;
  vas_row_free (self->row);
  g_clear_pointer (&self->usage_names, g_ptr_array_unref);
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
  g_return_val_if_fail (self->row->region != NULL, ABSENT);

  return column < N_COLUMNS ? COLUMNS[column].get (self->row)
                            : get_field (self->row, column - N_COLUMNS + FIRST_FIELD);
}

void
vas_record_move_to (VasRecord *self, gsize region)
{
  g_return_if_fail (self != NULL);

  vas_row_move_to (self->row, region);
}

const VasTexts *
vas_record_get_texts (VasRecord *self, const VasVerdict *verdict)
{
  return vas_verdict_texts_get (self->row->texts_of, verdict);
}
