/* The values that options of the command line take, each with its limits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-option-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-error.h"
#include "vas-export.h"

#define MIN_PIXEL_RATIO 1.0
#define MAX_PIXEL_RATIO 4.0

enum
{
  ADDRESS_DIGITS = 16, /* of 64 bits */
};

/* Exactly `length` bytes; no sign, no blanks, no third spelling. */
static gboolean
parse_hex (const char *text, gsize length, guint64 *value)
{
  if (length > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
    {
      text += 2;
      length -= 2;
    }
  if (length == 0 || length > ADDRESS_DIGITS)
    return FALSE;
  *value = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *value = *value << 4 | (guint64) g_ascii_xdigit_value (text[i]);
    }
  return TRUE;
}

gboolean
vas_option_parse_address (const char *text, guint64 *address, GError **error)
{
  if (parse_hex (text, strlen (text), address))
    return TRUE;
  g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE,
               _ ("“%s” is no address; it takes up to 16 hexadecimal digits, such as "
                  "7f5ae3268000."),
               text);
  return FALSE;
}

gboolean
vas_option_parse_range (const char *text, VasPictureOptions *picture, GError **error)
{
  const char *dash = strchr (text, '-');
  guint64 start, end;
  if (dash != NULL && parse_hex (text, (gsize) (dash - text), &start)
      && parse_hex (dash + 1, strlen (dash + 1), &end) && start < end)
    {
      picture->range_start = start;
      picture->range_end = end;
      return TRUE;
    }
  g_set_error (
      error, VAS_ERROR, VAS_ERROR_USAGE,
      _ ("“%s” is no range of addresses; it takes two in hexadecimal, the lower one first, "
         "such as 7f5ae3268000-7f5ae3337000."),
      text);
  return FALSE;
}

static gboolean
parse_side (const char *text, gsize length, int smallest, int *side)
{
  g_autofree char *digits = g_strndup (text, length);
  guint64 value;
  if (!g_ascii_string_to_unsigned (digits, 10, (guint64) smallest, VAS_PICTURE_MAX_SIDE, &value,
                                   NULL))
    return FALSE;
  *side = (int) value;
  return TRUE;
}

gboolean
vas_option_parse_size (const char *text, VasPictureOptions *picture, GError **error)
{
  gsize cross = strcspn (text, "xX");
  if (text[cross] != '\0' && parse_side (text, cross, VAS_PICTURE_MIN_WIDTH, &picture->width)
      && parse_side (text + cross + 1, strlen (text + cross + 1), VAS_PICTURE_MIN_HEIGHT,
                     &picture->height))
    return TRUE;
  g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE,
               _ ("“%s” is no size for a picture; it takes a width and a height, from %dx%d to "
                  "%dx%d."),
               text, VAS_PICTURE_MIN_WIDTH, VAS_PICTURE_MIN_HEIGHT, VAS_PICTURE_MAX_SIDE,
               VAS_PICTURE_MAX_SIDE);
  return FALSE;
}

gboolean
vas_option_parse_pixel_ratio (const char *text, VasPictureOptions *picture, GError **error)
{
  char *end = NULL;
  double ratio = g_ascii_strtod (text, &end);
  if (g_ascii_isdigit (text[0]) && *end == '\0' && ratio >= MIN_PIXEL_RATIO
      && ratio <= MAX_PIXEL_RATIO)
    {
      picture->pixel_ratio = ratio;
      return TRUE;
    }
  g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE,
               _ ("“%s” is no pixel ratio; it takes a number from 1 to 4, such as 2 or 1.5."),
               text);
  return FALSE;
}

static const char *
get_scale_id (guint scale)
{
  return vas_scale_get_id (scale);
}

static const char *
get_theme_id (guint theme)
{
  return vas_theme_get_id (theme);
}

static const char *
get_format_id (guint format)
{
  return vas_format_get_id (format);
}

static char *
list_ids (const char *(*get_id) (guint i), guint n)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", get_id (i));
  return g_string_free (list, FALSE);
}

gboolean
vas_option_parse_scale (const char *text, VasPictureOptions *picture, GError **error)
{
  int scale = vas_scale_from_id (text);
  if (scale >= 0)
    {
      picture->scale = (VasScale) scale;
      return TRUE;
    }
  g_autofree char *scales = list_ids (get_scale_id, VAS_N_SCALES);
  g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE, _ ("There is no scale “%s”; the scales are %s."),
               text, scales);
  return FALSE;
}

gboolean
vas_option_parse_theme (const char *text, VasPictureOptions *picture, GError **error)
{
  int theme = vas_theme_from_id (text);
  if (theme >= 0)
    {
      picture->theme = (VasTheme) theme;
      return TRUE;
    }
  g_autofree char *themes = list_ids (get_theme_id, VAS_N_THEMES);
  g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE, _ ("There is no theme “%s”; the themes are %s."),
               text, themes);
  return FALSE;
}

char *
vas_option_list_formats (void)
{
  return list_ids (get_format_id, VAS_N_FORMATS);
}
