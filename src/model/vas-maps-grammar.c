/* The grammar of one line of maps and of one field of smaps, by hand: it runs a million times.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-grammar.h"

#include <string.h>

enum
{
  /* seq_setwidth (m, 25 + sizeof (void *) * 6 - 1): a name begins one column further on. */
  NAME_WIDTH_64 = 25 + 8 * 6 - 1,
  NAME_WIDTH_32 = 25 + 4 * 6 - 1,
  ADDRESS_DIGITS_32 = 8,
  HEX_DIGITS_64 = 16,
  SAFE_DECIMAL_DIGITS = 19, /* 2^64 has 20 */
  KB_SHIFT = 10,
  NO_PROBLEM = VAS_N_PROBLEM_REASONS,
};

/* The value of a lower-case hex digit plus one; 0 for every other byte. */
static const guint8 hex_digits[256] = {
  ['0'] = 1, ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
  ['8'] = 9, ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

typedef struct
{
  const char *at;
  const char *end; /* may be read, and is no digit */
  gboolean clamped;
} Cursor;

static gsize
count_significant (const char *first, const char *end)
{
  while (first < end && *first == '0')
    first++;
  return (gsize) (end - first);
}

/* Takes all digits; of a number beyond 64 bits makes the largest one. */
static inline gboolean
read_hex (Cursor *cursor, guint64 *value)
{
  const char *first = cursor->at, *at = first;
  guint64 number = 0;
  guint digit;
  for (; (digit = hex_digits[(guint8) *at]) != 0; at++)
    number = (number << 4) + digit - 1;
  if (G_UNLIKELY (at - first > HEX_DIGITS_64) && count_significant (first, at) > HEX_DIGITS_64)
    {
      number = G_MAXUINT64;
      cursor->clamped = TRUE;
    }
  cursor->at = at;
  *value = number;
  return at != first;
}

static inline gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static guint64
add_digit_or_clamp (Cursor *cursor, guint64 number, guint digit)
{
  if (g_uint64_checked_mul (&number, number, 10) && g_uint64_checked_add (&number, number, digit))
    return number;
  cursor->clamped = TRUE;
  return G_MAXUINT64;
}

static inline gboolean
read_decimal (Cursor *cursor, guint64 *value)
{
  const char *first = cursor->at, *at = first;
  guint64 number = 0;
  for (; is_digit (*at) && at - first < SAFE_DECIMAL_DIGITS; at++)
    number = number * 10 + (guint) (*at - '0');
  for (; is_digit (*at); at++)
    number = add_digit_or_clamp (cursor, number, (guint) (*at - '0'));
  cursor->at = at;
  *value = number;
  return at != first;
}

static inline gboolean
skip (Cursor *cursor, char c)
{
  if (cursor->at >= cursor->end || *cursor->at != c)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static inline gboolean
read_letter (Cursor *cursor, char set, char clear, guint8 bit, guint8 *perms)
{
  if (skip (cursor, set))
    *perms |= bit;
  else if (!skip (cursor, clear))
    return FALSE;
  return TRUE;
}

static inline gboolean
read_perms (Cursor *cursor, guint8 *perms)
{
  *perms = 0;
  return read_letter (cursor, 'r', '-', VAS_PERM_READ, perms)
         && read_letter (cursor, 'w', '-', VAS_PERM_WRITE, perms)
         && read_letter (cursor, 'x', '-', VAS_PERM_EXEC, perms)
         && read_letter (cursor, 's', 'p', VAS_PERM_SHARED, perms);
}

static inline gboolean
read_device_number (Cursor *cursor, guint32 *value)
{
  guint64 number;
  if (!read_hex (cursor, &number))
    return FALSE;
  cursor->clamped |= number > G_MAXUINT32;
  *value = (guint32) MIN (number, G_MAXUINT32);
  return TRUE;
}

static inline gboolean
read_device (Cursor *cursor, VasDevice *device)
{
  return read_device_number (cursor, &device->major) && skip (cursor, ':')
         && read_device_number (cursor, &device->minor);
}

/* Eight at a time: padding is half of a line without a file. */
static inline const char *
skip_spaces (const char *at, const char *end)
{
  static const char spaces[8] = { ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ' };
  while (end - at >= (gssize) sizeof spaces && memcmp (at, spaces, sizeof spaces) == 0)
    at += sizeof spaces;
  while (at < end && *at == ' ')
    at++;
  return at;
}

/*
 * seq_pad() fills with spaces up to a column and adds one more, so blanks that belong to the name
 * are told from padding by the column alone. Text that came another way is taken from its first
 * byte that is no blank. @at is just after the inode.
 */
static inline const char *
find_name (const char *line, const char *at, const char *end, gboolean may_be_32_bit)
{
  const char *first = skip_spaces (at, end);
  gsize used = (gsize) (at - line) + 1; /* the numbers and the space after the inode */
  const char *column = line + MAX (NAME_WIDTH_64, used) + 1;
  if (first >= column)
    return column;
  if (first == end)
    return end;

  column = line + MAX (NAME_WIDTH_32, used) + 1;
  return may_be_32_bit && first >= column ? column : first;
}

/* A region with an address that was clamped would be a wrong one. */
static inline gboolean
read_range (Cursor *cursor, VasRegion *region)
{
  return read_hex (cursor, &region->start) && skip (cursor, '-')
         && read_hex (cursor, &region->end) && !cursor->clamped;
}

/* Reads the fields in their order. Returns what is wrong with the first bad one. */
static inline guint
read_fields (Cursor *cursor, VasMapsRegionLine *out)
{
  VasRegion *region = &out->region;
  if (!read_range (cursor, region) || !skip (cursor, ' '))
    return VAS_PROBLEM_ADDRESS;
  if (!read_perms (cursor, &region->perms) || !skip (cursor, ' '))
    return VAS_PROBLEM_PERMS;
  if (!read_hex (cursor, &region->offset) || !skip (cursor, ' '))
    return VAS_PROBLEM_OFFSET;
  if (!read_device (cursor, &out->file.device) || !skip (cursor, ' '))
    return VAS_PROBLEM_DEVICE;
  if (!read_decimal (cursor, &out->file.inode))
    return VAS_PROBLEM_INODE;
  return region->start < region->end ? NO_PROBLEM : VAS_PROBLEM_RANGE;
}

gboolean
vas_maps_grammar_parse_region (const char *line,
                               gsize length,
                               VasMapsRegionLine *out,
                               VasProblemReason *reason)
{
  Cursor cursor = { line, line + length, FALSE };
  guint found = read_fields (&cursor, out);
  if (found != NO_PROBLEM)
    {
      gboolean cut = found != VAS_PROBLEM_RANGE && cursor.at == cursor.end;
      *reason = cut ? VAS_PROBLEM_TRUNCATED : found;
      return FALSE;
    }

  gboolean may_be_32_bit = line[ADDRESS_DIGITS_32] == '-';
  out->file.name = find_name (line, cursor.at, cursor.end, may_be_32_bit);
  out->file.name_length = (gsize) (cursor.end - out->file.name);
  out->region.file = 0;
  out->region.verdict = 0;
  out->clamped = cursor.clamped;
  return TRUE;
}

/* What a field's name begins with; digits may follow. */
static inline gboolean
is_name_letter (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

gboolean
vas_maps_grammar_parse_field (const char *line, gsize length, VasMapsFieldLine *out)
{
  const char *at = line, *end = line + length;
  if (at == end || !is_name_letter (*at))
    return FALSE;
  while (at < end && (is_name_letter (*at) || is_digit (*at)))
    at++;
  if (end - at < 2 || at[0] != ':' || !is_blank (at[1]))
    return FALSE;

  out->name = line;
  out->name_length = (gsize) (at - line);
  for (at = skip_spaces (at + 1, end); at < end && is_blank (*at);)
    at++;
  while (end > at && is_blank (end[-1]))
    end--;
  out->value = at;
  out->value_length = (gsize) (end - out->value);
  return TRUE;
}

gboolean
vas_maps_grammar_parse_value (const VasMapsFieldLine *field, guint64 *number, gboolean *clamped)
{
  static const char unit[] = { ' ', 'k', 'B' };
  Cursor cursor = { field->value, field->value + field->value_length, FALSE };
  if (field->value_length == 0 || !read_decimal (&cursor, number))
    return FALSE;

  gsize left = (gsize) (cursor.end - cursor.at);
  if (left == sizeof unit && memcmp (cursor.at, unit, sizeof unit) == 0)
    cursor.clamped |= !g_uint64_checked_mul (number, *number, 1 << KB_SHIFT);
  else if (left > 0)
    return FALSE;
  if (cursor.clamped)
    *number = G_MAXUINT64;
  *clamped = cursor.clamped;
  return TRUE;
}
