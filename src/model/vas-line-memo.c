/* Knows again in a line of maps what lines before it said, and how.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-line-memo.h"

/* The value of a lower-case hex digit plus one; 0 for every other byte. */
static const guint8 hex_digits[256] = {
  ['0'] = 1, ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
  ['8'] = 9, ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

#define EACH(byte) ((byte) * G_GUINT64_CONSTANT (0x0101010101010101))

/* Eight digits at once, a byte each: values are made of them, and from these the digits again, which
 * are the same if they were digits. */
static inline gboolean
read_eight (const char *at, guint64 *value)
{
  guint64 text;
  memcpy (&text, at, sizeof text);
  guint64 letters = text >> 6 & EACH (1);
  guint64 digits = (text & EACH (0x0f)) + letters * 9;
  guint64 above_nine = (digits + EACH (6)) >> 4 & EACH (1);
  if ((digits & EACH (0xf0)) != 0 || digits + EACH ('0') + above_nine * ('a' - '0' - 10) != text)
    return FALSE;
  digits = GUINT64_FROM_BE (digits);
  digits = (digits | digits >> 4) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
  digits = (digits | digits >> 8) & G_GUINT64_CONSTANT (0x0000ffff0000ffff);
  *value = (digits | digits >> 16) & G_MAXUINT32;
  return TRUE;
}

/* Looks at 17 bytes at most. Returns what follows the digits, @at if there are none or too many. */
static inline const char *
read_hex (const char *at, guint64 *value)
{
  const char *first = at;
  guint64 number = 0;
  guint digit;
  if (read_eight (at, &number))
    at += 8;
  for (; at - first <= VAS_LINE_MEMO_HEX && (digit = hex_digits[(guint8) *at]) != 0; at++)
    number = (number << 4) + digit - 1;
  *value = number;
  return at - first <= VAS_LINE_MEMO_HEX ? at : first;
}

static inline gboolean
read_letter (char c, char set, guint8 bit, guint8 *perms)
{
  *perms |= c == set ? bit : 0;
  return c == set || c == '-';
}

static inline gboolean
read_perms (const char *at, guint8 *perms)
{
  *perms = at[3] == 's' ? VAS_PERM_SHARED : 0;
  return read_letter (at[0], 'r', VAS_PERM_READ, perms)
         && read_letter (at[1], 'w', VAS_PERM_WRITE, perms)
         && read_letter (at[2], 'x', VAS_PERM_EXEC, perms) && (at[3] == 'p' || at[3] == 's')
         && at[4] == ' ';
}

/* Of 16 bytes the first @n are those of the end. */
static inline gboolean
matches_end (const VasLineMemo *self, const char *at)
{
  guint64 text[2];
  memcpy (text, at, sizeof text);
  return ((text[0] ^ self->end_digits[0]) & self->end_mask[0]) == 0
         && ((text[1] ^ self->end_digits[1]) & self->end_mask[1]) == 0;
}

static inline void
keep_end (VasLineMemo *self, const char *digits, gsize n, guint64 end)
{
  static const guint8 masks[2 * VAS_LINE_MEMO_HEX] = {
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
  };
  memcpy (self->end_digits, digits, sizeof self->end_digits);
  memcpy (self->end_mask, masks + VAS_LINE_MEMO_HEX - n, sizeof self->end_mask);
  self->n_end_digits = n;
  self->end = end;
}

/* Returns what follows the dash, NULL if this is no start of a region. */
static inline const char *
match_start (const VasLineMemo *self, const char *at, guint64 *start)
{
  gsize n = self->n_end_digits;
  *start = self->end;
  if (n > 0 && at[n] == '-' && matches_end (self, at))
    return at + n + 1;
  const char *dash = read_hex (at, start);
  return dash != at && *dash == '-' ? dash + 1 : NULL;
}

static inline gboolean
matches_tail (const VasLineTail *tail, const char *line, gsize column, gsize left)
{
  return tail->length != 0 && tail->column == column && tail->length <= left - column
         && tail->narrow == (line[VAS_LINE_MEMO_NARROW] == '-')
         && memcmp (line + column, tail->text, tail->length) == 0;
}

gsize
vas_line_memo_match (VasLineMemo *self, const char *at, gsize left, VasRegion *region)
{
  if (left < VAS_LINE_MEMO_HEAD)
    return 0;
  guint8 perms;
  const char *digits = match_start (self, at, &region->start), *blank;
  if (digits == NULL || (blank = read_hex (digits, &region->end)) == digits || *blank != ' '
      || region->start >= region->end || !read_perms (blank + 1, &perms))
    return 0;

  const VasLineTail *known = &self->plain;
  const char *offset = blank + 6, *tail = offset - 1;
  region->offset = 0;
  if (!matches_tail (known, at, (gsize) (tail - at), left))
    {
      known = &self->named;
      tail = read_hex (offset, &region->offset);
      if (tail == offset || !matches_tail (known, at, (gsize) (tail - at), left))
        return 0;
    }
  region->perms = perms;
  region->verdict = 0;
  region->file = known->file;
  keep_end (self, digits, (gsize) (blank - digits), region->end);
  return (gsize) (tail - at) + known->length;
}

/* Returns what follows @n blanks in @line, NULL if there are not so many. */
static const char *
skip_fields (const char *line, gsize length, guint n)
{
  const char *at = line;
  while (at != NULL && n-- > 0)
    {
      at = memchr (at, ' ', (gsize) (line + length - at));
      at = at != NULL ? at + 1 : NULL;
    }
  return at;
}

void
vas_line_memo_learn (VasLineMemo *self, const char *line, gsize length, const VasRegion *region)
{
  gboolean is_plain = region->file == 0 && region->offset == 0;
  VasLineTail *tail = is_plain ? &self->plain : &self->named;
  const char *first = skip_fields (line, length, is_plain ? 2 : 3);
  self->n_end_digits = 0;
  if (first == NULL || line[length] != '\n')
    return;
  tail->column = (guint32) (first - 1 - line);
  tail->length = (guint32) (length + 1) - tail->column;
  tail->narrow = line[VAS_LINE_MEMO_NARROW] == '-';
  tail->file = region->file;
  if (tail->length <= VAS_LINE_MEMO_TAIL)
    memcpy (tail->text, first - 1, tail->length);
  else
    tail->length = 0;
}
