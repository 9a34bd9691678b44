/* The terms of a filter that are numbers: comparisons of bytes, addresses and ranges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-filter-number.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-usage.h"

enum
{
  MAX_HEX_DIGITS = 16,
  BARE_HEX_DIGITS = 8, /* shorter ones are rather words: "cafe", "4243" */
};

/* Moves @text behind a unit of powers of 1024 ("k", "MiB", "B"); returns its exponent of two. */
static guint
read_unit (const char **text)
{
  static const char units[] = "kmgtpe";
  const char *unit = **text != '\0' ? strchr (units, g_ascii_tolower (**text)) : NULL;
  if (unit != NULL)
    {
      ++*text;
      if (g_ascii_tolower (**text) == 'i')
        ++*text;
    }
  if (g_ascii_tolower (**text) == 'b')
    ++*text;
  return unit != NULL ? 10 * (guint) (unit - units + 1) : 0;
}

/* Moves @text behind ".5"; returns the fraction. */
static double
read_fraction (const char **text)
{
  double fraction = 0, step = 0.1;
  if (**text != '.')
    return 0;
  for (++*text; g_ascii_isdigit (**text); ++*text, step /= 10)
    fraction += step * g_ascii_digit_value (**text);
  return fraction;
}

static gboolean
parse_bytes (guint64 *bytes, const char *text, GError **error)
{
  char *end;
  guint64 whole = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;
  const char *rest = g_ascii_isdigit (*text) ? end : text;
  double fraction = read_fraction (&rest);
  guint shift = read_unit (&rest);
  if (!g_ascii_isdigit (*text) || *rest != '\0')
    return vas_term_fail (error, g_strdup_printf (_("“%s” is no size: type a number with or "
                                                    "without a unit, such as 64k, 1.5M or 2G."),
                                                  text));
  if (whole > G_MAXUINT64 >> shift || (whole == G_MAXUINT64 && shift == 0))
    return vas_term_fail (error, g_strdup_printf (_("“%s” is more than 64 bits of addresses can "
                                                    "hold: type a smaller size."),
                                                  text));
  *bytes = (whole << shift) + (guint64) (fraction * (double) (G_GUINT64_CONSTANT (1) << shift));
  return TRUE;
}

/* Moves @text behind ">", "<=", "!=" and so on; 0 if there is none. */
static guint8
read_comparison (const char **text)
{
  static const struct
  {
    const char *sign;
    guint8 outcomes;
  } signs[] = {
    { ">=", VAS_COMPARE_GREATER | VAS_COMPARE_EQUAL },
    { "<=", VAS_COMPARE_LESS | VAS_COMPARE_EQUAL },
    { "!=", VAS_COMPARE_LESS | VAS_COMPARE_GREATER },
    { ">", VAS_COMPARE_GREATER },
    { "<", VAS_COMPARE_LESS },
    { "=", VAS_COMPARE_EQUAL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (*text, signs[i].sign))
      {
        *text += strlen (signs[i].sign);
        return signs[i].outcomes;
      }
  return 0;
}

static gboolean
set_quantity (VasTerm *term, const char *name)
{
  static const struct
  {
    const char *name;
    VasTermType type;
    guint field;
  } quantities[] = {
    { "size", VAS_TERM_SIZE, 0 },
    { "rss", VAS_TERM_FIELD, VAS_FIELD_RSS },
    { "pss", VAS_TERM_FIELD, VAS_FIELD_PSS },
    { "swap", VAS_TERM_FIELD, VAS_FIELD_SWAP },
  };
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    if (g_ascii_strcasecmp (name, quantities[i].name) == 0)
      {
        term->type = quantities[i].type;
        term->field = quantities[i].field;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_comparison (VasTerm *term, const char *word, gboolean *known, GError **error)
{
  gsize name_length = 0;
  while (g_ascii_isalpha (word[name_length]))
    name_length++;
  const char *rest = word + name_length;
  term->compare = read_comparison (&rest);
  if (name_length == 0 || term->compare == 0)
    return FALSE;

  g_autofree char *name = g_strndup (word, name_length);
  gboolean is_quantity = set_quantity (term, name);
  if (!is_quantity && strchr ("<>", word[name_length]) == NULL)
    return FALSE; /* names hold "=" */
  *known = TRUE;
  if (!is_quantity)
    return vas_term_fail (error, g_strdup_printf (_("“%s” cannot be compared: type size, rss, pss "
                                                    "or swap, such as size>1M."),
                                                  name));
  if (*rest == '\0')
    return vas_term_fail (error, g_strdup_printf (_("“%s” needs a size after it, such as %s1M."),
                                                  word, word));
  return parse_bytes (&term->number, rest, error);
}

/* Moves @text behind "0x7f00" or "7f5ae3268000". */
static gboolean
read_address (const char **text, guint64 *address, gboolean *is_bare)
{
  const char *digits = *text;
  *is_bare = digits[0] != '0' || g_ascii_tolower (digits[1]) != 'x';
  if (!*is_bare)
    digits += 2;
  gsize n = strspn (digits, "0123456789abcdefABCDEF");
  gsize first_decimal = strcspn (digits, "0123456789");
  if (n == 0 || n > MAX_HEX_DIGITS || (*is_bare && (n < BARE_HEX_DIGITS || first_decimal >= n)))
    return FALSE;
  *address = g_ascii_strtoull (digits, NULL, 16);
  *text = digits + n;
  return TRUE;
}

static gboolean
parse_range (VasTerm *term, const char *word, gboolean *known, GError **error)
{
  const char *rest = word;
  guint64 start, end;
  gboolean is_bare, is_end_bare;
  if (!read_address (&rest, &start, &is_bare))
    return FALSE;
  term->type = VAS_TERM_RANGE;
  term->start = start;
  term->last = start;
  if (*rest == '\0')
    {
      *known = TRUE;
      term->text = is_bare ? g_utf8_casefold (word, -1) : NULL;
      return TRUE;
    }
  if (*rest++ != '-' || !read_address (&rest, &end, &is_end_bare) || *rest != '\0')
    return FALSE;
  *known = TRUE;
  if (end <= start)
    return vas_term_fail (error, g_strdup_printf (_("“%s” is no range of addresses: type one whose "
                                                    "end is above its start."),
                                                  word));
  term->last = end - 1;
  return TRUE;
}

gboolean
vas_term_parse_number (VasTerm *term, const char *word, gboolean *known, GError **error)
{
  *known = FALSE;
  gboolean parsed = parse_comparison (term, word, known, error);
  return *known ? parsed : parse_range (term, word, known, error);
}
