/* Sentences kept in the language of the source, to be told in that of whoever reads them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-display.h"

/* The control character "unit separator": what is fit to show holds none. */
#define SEPARATOR "\x1f"

char *
vas_sentence_pack (const char *template, const char *const *words)
{
  GString *packed = g_string_new (template);
  for (; *words != NULL; words++)
    {
      g_autofree char *shown = vas_display_bytes (*words, strlen (*words));
      g_string_append (packed, SEPARATOR);
      g_string_append (packed, shown);
    }
  return g_string_free (packed, FALSE);
}

/* Number of the place that @text begins with, from 1; 0 if it begins with none. */
static guint
get_place (const char *text)
{
  return text[0] == '{' && g_ascii_isdigit (text[1]) && text[2] == '}'
             ? (guint) g_ascii_digit_value (text[1])
             : 0;
}

char *
vas_sentence_tell (const char *packed)
{
  g_return_val_if_fail (packed != NULL, NULL);

  g_auto (GStrv) parts = g_strsplit (packed, SEPARATOR, -1);
  guint n_parts = g_strv_length (parts);
  if (n_parts == 0)
    return g_strdup ("");
  GString *text = g_string_new (NULL);
  for (const char *at = _ (parts[0]); *at != '\0'; at++)
    {
      guint place = get_place (at);
      if (place > 0 && place < n_parts)
        {
          g_string_append (text, parts[place]);
          at += strlen ("{1");
        }
      else
        g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}
