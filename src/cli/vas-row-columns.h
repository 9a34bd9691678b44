/* What a row says in each column that every snapshot has.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-row.h"

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

/** VasValue: @text for texts and words, borrowed from the row; @number for the others. */
typedef struct
{
  VasValueType type;
  const char *text;
  guint64 number;
} VasValue;

/**
 * VasRowColumn:
 * @id: stable, never translated
 * @topic: composed before @get is asked
 * @is_optional: whether JSON leaves the member out where it is absent
 */
typedef struct
{
  const char *id;
  VasRowTopic topic;
  VasValue (*get) (const VasRow *row);
  gboolean is_optional;
} VasRowColumn;

/** vas_row_columns_get: (array length=n): those of smaps are not among them. */
const VasRowColumn *vas_row_columns_get (guint *n);

/** vas_row_get_field: of smaps, by its number among the fields of the reading. */
VasValue vas_row_get_field (const VasRow *row, guint field);
