/* One region as a row of named values: the columns that JSON and CSV share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-verdict-texts.h"
#include "vas-writer.h"

/**
 * VasValueType:
 * @VAS_VALUE_ABSENT: not known, or nothing to say: null, an empty cell
 * @VAS_VALUE_TEXT: UTF-8
 * @VAS_VALUE_WORDS: words parted by one space: an array in JSON
 * @VAS_VALUE_ADDRESS: written in hex
 */
typedef enum
{
  VAS_VALUE_ABSENT,
  VAS_VALUE_TEXT,
  VAS_VALUE_WORDS,
  VAS_VALUE_NUMBER,
  VAS_VALUE_ADDRESS,
  VAS_VALUE_TRUTH,
} VasValueType;

/** VasValue: @text for texts and words, borrowed from the record; @number for the others. */
typedef struct
{
  VasValueType type;
  const char *text;
  guint64 number;
} VasValue;

/**
 * VasRecord: stands on one region at a time. The columns are those of the maps line, what the
 * region was found to be, and, if smaps was read, its fields in bytes under their kernel names
 * written as `private_dirty`.
 */
typedef struct _VasRecord VasRecord;

/** vas_record_new: @snapshot is borrowed. Stands on no region yet. */
VasRecord *vas_record_new (const VasSnapshot *snapshot);
void vas_record_free (VasRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasRecord, vas_record_free)

guint vas_record_get_n_columns (const VasRecord *self);
/** vas_record_get_column_id: stable, never translated, distinct. */
const char *vas_record_get_column_id (const VasRecord *self, guint column);
/** vas_record_is_column_optional: whether JSON leaves the member out where it is absent. */
gboolean vas_record_is_column_optional (const VasRecord *self, guint column);

void vas_record_move_to (VasRecord *self, gsize region);
/** vas_record_get_value: of the region it stands on; valid until it moves. */
VasValue vas_record_get_value (const VasRecord *self, guint column);

/** VasPutColumn: writes one column of the region that @record stands on. */
typedef void (*VasPutColumn) (const VasRecord *record, guint column, gpointer user_data);

/**
 * vas_record_write:
 * @writer: what @put writes to
 * @put: the same in every call
 *
 * Writes all columns of the region it stands on. What it wrote for one region is copied for others
 * that share it: @put is not asked again.
 */
void vas_record_write (VasRecord *self, VasWriter *writer, VasPutColumn put, gpointer user_data);

/** vas_record_get_texts: (transfer none): the words of any verdict of the snapshot, such as a
 * part's; valid until the next call and until it moves. */
const VasTexts *vas_record_get_texts (VasRecord *self, const VasVerdict *verdict);
