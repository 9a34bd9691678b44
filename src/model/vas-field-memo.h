/* Knows the lines of smaps again that are the same for region after region, and what they say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "vas-usage.h"

/** VAS_FIELD_MEMO_BYTES: more than a field of the kernel's has with its line feed (28). */
#define VAS_FIELD_MEMO_BYTES 32

/**
 * VasFieldMemo: the line that a field had last time, and what the line means.
 * @length: with the line feed; 0 = nothing is known
 * @next: the field that came after this one last time
 */
typedef struct
{
  char line[VAS_FIELD_MEMO_BYTES];
  guint64 number;
  guint8 length;
  guint8 next;
} VasFieldMemo;

/**
 * VasFieldMemos:
 *
 * The fields come in the same order for each region, and three of four lines are those of the
 * region before: "Swap: 0 kB", "KernelPageSize: 4 kB". To compare 28 bytes costs a third of finding
 * the end of the line, the name and the number. All zero at first.
 */
typedef struct
{
  VasFieldMemo header; /* only its @next counts: the first field of a region */
  VasFieldMemo fields[VAS_USAGE_MAX_FIELDS];
  VasFieldMemo *last;
} VasFieldMemos;

/** vas_field_memos_begin: the first field of a region comes next. */
static inline void
vas_field_memos_begin (VasFieldMemos *self)
{
  self->last = &self->header;
}

/**
 * vas_field_memos_match:
 * @at: (array length=left): begins a line
 * @field: (out): id of the field that the line is
 *
 * Returns: (nullable) (transfer none): what is known of the line, if it is the one expected.
 */
static inline const VasFieldMemo *
vas_field_memos_match (VasFieldMemos *self, const char *at, gsize left, guint *field)
{
  guint next = self->last->next;
  VasFieldMemo *memo = &self->fields[next];
  if (memo->length == 0 || left < memo->length || memcmp (at, memo->line, memo->length) != 0)
    return NULL;
  self->last = memo;
  *field = next;
  return memo;
}

/**
 * vas_field_memos_learn:
 * @line: @length bytes; a line that is not followed by a line feed is not learned
 */
static inline void
vas_field_memos_learn (
    VasFieldMemos *self, guint field, guint64 number, const char *line, gsize length)
{
  VasFieldMemo *memo = &self->fields[field];
  self->last->next = (guint8) field;
  self->last = memo;
  memo->number = number;
  memo->length = 0;
  if (length >= VAS_FIELD_MEMO_BYTES || line[length] != '\n')
    return;
  memcpy (memo->line, line, length + 1);
  memo->length = (guint8) (length + 1);
}
