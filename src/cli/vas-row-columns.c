/* What a row says in each column that every snapshot has.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-row-columns.h"

#include "vas-roles.h"

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

VasValue
vas_row_get_field (const VasRow *row, guint field)
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
  return vas_row_get_field (row, VAS_FIELD_RSS);
}

static VasValue
get_vm_flags (const VasRow *row)
{
  const VasUsage *usage = row->snapshot->reading->usage;
  const char *flags = usage != NULL ? vas_usage_get_flags (usage, row->index) : NULL;
  return flags != NULL ? (VasValue) { .type = VAS_VALUE_WORDS, .text = flags } : ABSENT;
}

static const VasRowColumn columns[] = {
  { "start", VAS_ROW_SELF, get_start },
  { "end", VAS_ROW_SELF, get_end },
  { "size", VAS_ROW_SELF, get_size },
  { "perms", VAS_ROW_SELF, get_perms },
  { "offset", VAS_ROW_SELF, get_offset },
  { "device", VAS_ROW_FILE, get_device },
  { "inode", VAS_ROW_FILE, get_inode },
  { "path", VAS_ROW_FILE, get_path },
  { "path_base64", VAS_ROW_FILE, get_path_base64, TRUE },
  { "deleted", VAS_ROW_FILE, get_deleted },
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

const VasRowColumn *
vas_row_columns_get (guint *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}
