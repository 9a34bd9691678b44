/* Text that is safe to show: nothing that hides, turns around or breaks the line gets through.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-display.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  FIRST_NON_ASCII = 0x80,
  FIRST_BEYOND_BMP = 0x10000,
  KIB = 1024,
  MAX_COUNT_BYTES = 64, /* 20 digits and 6 separators of a few bytes */
};

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

/* Letters, marks and signs to Unicode, yet drawn as nothing: a name with one passes for another. */
static const Range invisible[] = {
  { 0x034f, 0x034f },   /* combining grapheme joiner */
  { 0x115f, 0x1160 },   /* Hangul fillers */
  { 0x17b4, 0x17b5 },   /* Khmer inherent vowels */
  { 0x180b, 0x180f },   /* Mongolian selectors and separator */
  { 0x2800, 0x2800 },   /* Braille pattern blank */
  { 0x3164, 0x3164 },   /* Hangul filler */
  { 0xfe00, 0xfe0f },   /* variation selectors */
  { 0xffa0, 0xffa0 },   /* halfwidth Hangul filler */
  { 0xe0100, 0xe01ef }, /* variation selectors supplement */
};

static gboolean
is_visible (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invisible); i++)
    if (c >= invisible[i].first && c <= invisible[i].last)
      return FALSE;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT: /* directional marks, overrides and isolates; joiners; tags; U+FEFF */
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
append_escaped (GString *text, gunichar c)
{
  if (c < FIRST_NON_ASCII)
    g_string_append_printf (text, "\\x%02x", c);
  else if (c < FIRST_BEYOND_BMP)
    g_string_append_printf (text, "\\u%04x", c);
  else
    g_string_append_printf (text, "\\U%08x", c);
}

/* Appends what stands at @at and returns where the next thing stands. */
static const char *
append_next (GString *text, const char *at, const char *end)
{
  if (g_ascii_isprint (*at))
    {
      g_string_append_c (text, *at);
      return at + 1;
    }

  guchar byte = (guchar) *at;
  gunichar c = byte < FIRST_NON_ASCII ? byte : g_utf8_get_char_validated (at, end - at);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      g_string_append_printf (text, "\\x%02x", byte);
      return at + 1;
    }
  if (is_visible (c))
    g_string_append_unichar (text, c);
  else
    append_escaped (text, c);
  return byte < FIRST_NON_ASCII ? at + 1 : g_utf8_next_char (at);
}

char *
vas_display_bytes (const char *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  GString *text = g_string_sized_new (length + 1);
  const char *end = bytes + length;
  for (const char *at = bytes; at < end;)
    at = append_next (text, at, end);
  return g_string_free (text, FALSE);
}

/* The separators of a number come in the locale's character set. */
static char *
show_number (const char *number)
{
  char *text = g_locale_to_utf8 (number, -1, NULL, NULL, NULL);
  return text != NULL ? text : vas_display_bytes (number, strlen (number));
}

static const char *const unit_formats[] = {
  /* Translators: a size in multiples of 1024; %s is a number such as 12.1 or 828. */
  N_ ("%s B"),   N_ ("%s KiB"), N_ ("%s MiB"), N_ ("%s GiB"),
  N_ ("%s TiB"), N_ ("%s PiB"), N_ ("%s EiB"),
};

enum
{
  UNIT_SHIFT = 10,
  LAST_UNIT = G_N_ELEMENTS (unit_formats) - 1,
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* The format comes from the table above; msgfmt --check sees that translations keep its %s. */
static char *
format_in_unit (const char *number, guint unit)
{
  g_autofree char *shown = show_number (number);
  return g_strdup_printf (_ (unit_formats[unit]), shown);
}
#pragma GCC diagnostic pop

/* @bytes times @scale in units, rounded to the nearest. In whole numbers, for a double cannot tell
 * 16 EiB from one byte less. @scale is at most 10, and ten times the rest of a unit fits. */
static guint64
round_to_unit (guint64 bytes, guint unit, guint64 scale)
{
  guint shift = UNIT_SHIFT * unit;
  guint64 one = G_GUINT64_CONSTANT (1) << shift;
  return (bytes >> shift) * scale + ((bytes & (one - 1)) * scale + one / 2) / one;
}

char *
vas_display_size (guint64 bytes)
{
  guint unit = 0;
  while (unit < LAST_UNIT && round_to_unit (bytes, unit, 1) >= KIB)
    unit++;

  guint64 whole = round_to_unit (bytes, unit, 1), tenths = round_to_unit (bytes, unit, 10);
  gboolean exact = whole << (UNIT_SHIFT * unit) == bytes;
  char number[32];
  if (unit == 0 || tenths >= 1000 || (exact && whole >= 10))
    g_snprintf (number, sizeof number, "%" G_GUINT64_FORMAT, whole);
  else
    g_snprintf (number, sizeof number, "%.1f", (double) tenths / 10);
  return format_in_unit (number, unit);
}

static const struct
{
  gint64 microseconds;
  gint64 most; /* so many of them are still shown in this unit */
  const char *format;
} durations[] = {
  /* Translators: a duration; %s is a number such as 63 or 1.3. */
  { 1000, 999, N_ ("%s ms") },
  { G_USEC_PER_SEC, 119, N_ ("%s s") },
  { 60 * (gint64) G_USEC_PER_SEC, 119, N_ ("%s min") },
  { 3600 * (gint64) G_USEC_PER_SEC, G_MAXINT64, N_ ("%s h") },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* The format comes from the table above; msgfmt --check sees that translations keep its %s. */
char *
vas_display_duration (gint64 microseconds)
{
  guint i = 0;
  gint64 unit = durations[0].microseconds;
  while ((microseconds + unit / 2) / unit > durations[i].most)
    unit = durations[++i].microseconds;
  gint64 tenths = (microseconds * 10 + unit / 2) / unit;
  char number[32];
  if (i == 0 || tenths >= 100 || tenths % 10 == 0)
    g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, (microseconds + unit / 2) / unit);
  else
    g_snprintf (number, sizeof number, "%.1f", (double) tenths / 10);
  g_autofree char *shown = show_number (number);
  return g_strdup_printf (_ (durations[i].format), shown);
}
#pragma GCC diagnostic pop

char *
vas_display_address (guint64 address)
{
  return g_strdup_printf (address > G_MAXUINT32 ? "%012" G_GINT64_MODIFIER "x"
                                                : "%08" G_GINT64_MODIFIER "x",
                          address);
}

char *
vas_display_count (guint64 number)
{
  char text[MAX_COUNT_BYTES];
  g_snprintf (text, sizeof text, "%'" G_GUINT64_FORMAT, number);
  return show_number (text);
}
