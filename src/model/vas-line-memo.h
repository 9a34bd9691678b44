/* Knows again in a line of maps what lines before it said, and how.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "vas-region.h"

enum
{
  VAS_LINE_MEMO_HEX = 16,   /* digits of 64 bits */
  VAS_LINE_MEMO_TAIL = 256, /* more than the paths of most files have */
  /* Two addresses, rights and offset, with what is between and behind them. */
  VAS_LINE_MEMO_HEAD = 3 * VAS_LINE_MEMO_HEX + 8,
  VAS_LINE_MEMO_NARROW = 8, /* digits of 32 bits */
};

/**
 * VasLineTail: device, inode and name of a line, with the blanks before and between them and the line
 * feed; without a file, the offset of 0 before them as well.
 * @column: where in the line it began, @narrow: whether the start had eight digits: how many blanks
 *   belong to the name follows from that
 * @length: 0 = none is known
 */
typedef struct
{
  char text[VAS_LINE_MEMO_TAIL];
  guint32 column;
  gboolean narrow;
  guint32 length;
  guint32 file;
} VasLineTail;

/**
 * VasLineMemo:
 *
 * Half of all lines map the same file as the line before, most others none at all, and regions mostly
 * begin where the one before ended: then the digits are the same. To compare them costs a third of
 * reading them. All zero at first.
 * @end_digits: of the last line: so many bytes of text as @end_mask has ones
 * @n_end_digits: 0 = not known
 * @end: the number
 */
typedef struct
{
  guint64 end_digits[2];
  guint64 end_mask[2];
  gsize n_end_digits;
  guint64 end;
  VasLineTail plain; /* of lines without a file */
  VasLineTail named; /* of the last line with one */
} VasLineMemo;

/**
 * vas_line_memo_learn:
 * @line: @length bytes: a line that was read without any doubt. One that is not followed by a line
 *   feed is not learned
 * @region: what it says
 */
void vas_line_memo_learn (VasLineMemo *self,
                          const char *line,
                          gsize length,
                          const VasRegion *region);

/**
 * vas_line_memo_match:
 * @at: (array length=left): begins a line
 * @region: (out): what the line says
 *
 * Returns: length of the line with its line feed; 0 where it says something new or is no such line.
 */
gsize vas_line_memo_match (VasLineMemo *self, const char *at, gsize left, VasRegion *region);
