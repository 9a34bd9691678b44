/* One region as a row of named values: the columns that JSON and CSV share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-record.h"

#include "vas-roles.h"
#include "vas-row.h"
#include "vas-usage-names.h"

/** Run: columns `[first, end)` about one topic, and what was written of them. */
typedef struct
{
  guint first;
  guint end;
  VasRowTopic topic;
  VasRowMemo *memo;
} Run;

struct _VasRecord
{
  VasRow *row;
  GArray *runs;           /* of Run: all columns */
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
  return make_number (VAS_VALUE_NUMBER, row->file->inode);
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
  return make_number (VAS_VALUE_TRUTH, row->file->deleted);
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
  VasRowTopic topic;
  VasValue (*get) (const VasRow *row);
  gboolean optional;
} COLUMNS[] = {
  { "start", VAS_ROW_SELF, get_start },
  { "end", VAS_ROW_SELF, get_end },
  { "size", VAS_ROW_SELF, get_size },
  { "perms", VAS_ROW_SELF, get_perms },
  { "offset", VAS_ROW_SELF, get_offset },
  { "device", VAS_ROW_DEVICE, get_device },
  { "inode", VAS_ROW_SELF, get_inode },
  { "path", VAS_ROW_NAME, get_path },
  { "path_base64", VAS_ROW_NAME, get_path_base64, TRUE },
  { "deleted", VAS_ROW_NAME, get_deleted },
  { "kind", VAS_ROW_VERDICT, get_kind },
  { "family", VAS_ROW_VERDICT, get_family },
  { "role", VAS_ROW_VERDICT, get_role },
  { "product", VAS_ROW_VERDICT, get_product },
  { "label", VAS_ROW_VERDICT, get_label },
  { "object", VAS_ROW_OBJECT, get_object },
  { "area", VAS_ROW_AREA, get_area },
  { "confidence", VAS_ROW_VERDICT, get_confidence },
  { "evidence", VAS_ROW_VERDICT, get_evidence },
  { "explanation", VAS_ROW_VERDICT, get_explanation },
  { "remarks", VAS_ROW_REMARKS, get_remarks },
  { "badges", VAS_ROW_REMARKS, get_badges },
  { "resident", VAS_ROW_SELF, get_resident },
  { "vm_flags", VAS_ROW_SELF, get_vm_flags, TRUE },
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

static VasRowTopic
get_topic (guint column)
{
  return column < N_COLUMNS ? COLUMNS[column].topic : VAS_ROW_SELF;
}

static void
clear_run (gpointer pointer)
{
  Run *run = pointer;
  g_clear_pointer (&run->memo, vas_row_memo_free);
}

static GArray *
make_runs (guint n_columns)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (runs, clear_run);
  for (guint first = 0, end; first < n_columns; first = end)
    {
      for (end = first + 1; end < n_columns && get_topic (end) == get_topic (first); end++)
        continue;
      Run run = { first, end, get_topic (first), vas_row_memo_new () };
      g_array_append_val (runs, run);
    }
  return runs;
}

VasRecord *
vas_record_new (const VasSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  VasRecord *self = g_new0 (VasRecord, 1);
  self->row = vas_row_new (snapshot);
  self->usage_names = make_usage_names (snapshot->reading->usage);
  self->runs = make_runs (vas_record_get_n_columns (self));
  return self;
}

void
vas_record_free (VasRecord *self)
{
  if (self == NULL)
    return;
  vas_row_free (self->row);
  g_array_unref (self->runs);
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

  vas_row_compose (self->row, get_topic (column));
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

static void
put_columns (const VasRecord *self, const Run *run, VasPutColumn put, gpointer user_data)
{
  for (guint column = run->first; column < run->end; column++)
    put (self, column, user_data);
}

static void
write_shared (
    VasRecord *self, const Run *run, VasWriter *writer, VasPutColumn put, gpointer user_data)
{
  const VasRowKey *key = &self->row->keys[run->topic];
  gsize length;
  const char *known = vas_row_memo_find (run->memo, key, &length);
  if (known != NULL)
    {
      vas_writer_put_bytes (writer, known, length);
      return;
    }
  guint64 before = vas_writer_get_count (writer);
  put_columns (self, run, put, user_data);
  const char *written = vas_writer_get_since (writer, before, &length);
  if (written != NULL)
    vas_row_memo_add (run->memo, key, written, length);
}

void
vas_record_write (VasRecord *self, VasWriter *writer, VasPutColumn put, gpointer user_data)
{
  g_return_if_fail (self != NULL && self->row->region != NULL && writer != NULL && put != NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      if (vas_row_is_shared (self->row, run->topic))
        write_shared (self, run, writer, put, user_data);
      else
        put_columns (self, run, put, user_data);
    }
}
