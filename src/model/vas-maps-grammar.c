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

/* Takes all digits; of a number beyond 64 bits makes the largest one. */
static inline gboolean
read_hex (Cursor *cursor, guint64 *value)
{
  const char *first = cursor->at, *at = first;
  guint64 number = 0, lost = 0;
  guint digit;
  while ((digit = hex_digits[(guint8) *at]) != 0)
    {
      lost |= number >> 60;
      number = number << 4 | (digit - 1);
      at++;
    }
  cursor->at = at;
  cursor->clamped |= lost != 0;
  *value = lost != 0 ? G_MAXUINT64 : number;
  return at != first;
}

static inline gboolean
read_decimal (Cursor *cursor, guint64 *value)
{
  const char *first = cursor->at, *at = first;
  guint64 number = 0;
  gboolean lost = FALSE;
  for (; g_ascii_isdigit (*at); at++)
    lost |= !g_uint64_checked_mul (&number, number, 10)
            || !g_uint64_checked_add (&number, number, (guint64) (*at - '0'));
  cursor->at = at;
  cursor->clamped |= lost;
  *value = lost ? G_MAXUINT64 : number;
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

/*
 * seq_pad() fills with spaces up to a column and adds one more, so blanks that belong to the name
 * are told from padding by the column alone. Text that came another way is taken from its first
 * byte that is no blank. @at is just after the inode.
 */
static const char *
find_name (const char *line, const char *at, const char *end, gboolean may_be_32_bit)
{
  const char *first = at;
  while (first < end && *first == ' ')
    first++;
  gsize used = (gsize) (at - line) + 1; /* the numbers and the space after the inode */
  const char *column = line + MAX (NAME_WIDTH_64, used) + 1;
  if (first >= column)
    return column;
  if (first == end)
    return end;

  column = line + MAX (NAME_WIDTH_32, used) + 1;
  return may_be_32_bit && first >= column ? column : first;
}

/* A region that wraps around or begins at a number that was cut would be a wrong one: no clamping. */
static inline gboolean
read_range (Cursor *cursor, VasRegion *region)
{
  return read_hex (cursor, &region->start) && skip (cursor, '-')
         && read_hex (cursor, &region->end) && !cursor->clamped;
}

/* Reads the fields in their order. Returns what is wrong with the first bad one. */
static inline guint
read_fields (Cursor *cursor, VasMapsLine *out)
{
  VasRegion *region = &out->region;
  if (!read_range (cursor, region) || !skip (cursor, ' '))
    return VAS_PROBLEM_ADDRESS;
  if (!read_perms (cursor, &region->perms) || !skip (cursor, ' '))
    return VAS_PROBLEM_PERMS;
  if (!read_hex (cursor, &region->offset) || !skip (cursor, ' '))
    return VAS_PROBLEM_OFFSET;
  if (!read_device (cursor, &out->device) || !skip (cursor, ' '))
    return VAS_PROBLEM_DEVICE;
  if (!read_decimal (cursor, &region->inode))
    return VAS_PROBLEM_INODE;
  return region->start < region->end ? NO_PROBLEM : VAS_PROBLEM_RANGE;
}

gboolean
vas_maps_line_parse (const char *line, gsize length, VasMapsLine *out, VasProblemReason *reason)
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
  out->name = find_name (line, cursor.at, cursor.end, may_be_32_bit);
  out->name_length = (gsize) (cursor.end - out->name);
  out->clamped = cursor.clamped;
  return TRUE;
}

/* A letter of a field's name; digits may follow the first. */
static inline gboolean
is_name_letter (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;
  return at;
}

gboolean
vas_maps_field_parse (const char *line, gsize length, VasMapsField *out)
{
  const char *at = line, *end = line + length;
  if (at == end || !is_name_letter (*at))
    return FALSE;
  while (at < end && (is_name_letter (*at) || g_ascii_isdigit (*at)))
    at++;
  if (end - at < 2 || *at != ':')
    return FALSE;

  out->name = line;
  out->name_length = (gsize) (at - line);
  out->value = skip_blanks (at + 1, end);
  if (out->value == at + 1)
    return FALSE;
  while (end > out->value && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  out->value_length = (gsize) (end - out->value);
  return TRUE;
}

gboolean
vas_maps_field_get_number (const VasMapsField *self, guint64 *number, gboolean *clamped)
{
  static const char unit[] = { ' ', 'k', 'B' };
  Cursor cursor = { self->value, self->value + self->value_length, FALSE };
  if (self->value_length == 0 || !read_decimal (&cursor, number))
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
