/* One region as a row of named values: the columns that JSON and CSV share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-row-columns.h"
#include "vas-writer.h"

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
/** VasPutColumn: writes one column of the region that @record stands on. */
typedef void (*VasPutColumn) (const VasRecord *record,
                              guint column,
                              const VasValue *value,
                              gpointer user_data);

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
