/* Fills the sentences of the tables with the names they are about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-phrase.h"

#include "vas-display.h"
#include "vas-roles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUBJECT "{subject}"
#define PRODUCT "{product}"

static char *
show_subject (const VasStrings *strings, const VasVerdict *verdict)
{
  if (verdict->subject == 0)
    return g_strdup (vas_kind_get_nameless (verdict->kind));
  gsize length;
  const char *bytes = vas_strings_get (strings, verdict->subject, &length);
  return vas_display_bytes (bytes, length);
}

char *
vas_phrase_fill (const char *template, const VasStrings *strings, const VasVerdict *verdict)
{
  g_autofree char *subject = show_subject (strings, verdict);
  const char *product = vas_role_get (verdict->role)->product;
  GString *text = g_string_new (NULL);
  while (*template != '\0')
    if (g_str_has_prefix (template, SUBJECT))
      {
        g_string_append (text, subject);
        template += strlen (SUBJECT);
      }
    else if (g_str_has_prefix (template, PRODUCT))
      {
        g_string_append (text, product != NULL ? product : "");
        template += strlen (PRODUCT);
      }
    else
      g_string_append_c (text, *template++);
  return g_string_free (text, FALSE);
}

char *
vas_phrase_label (const VasStrings *strings, const VasVerdict *verdict)
{
  const char *template;
  if (verdict->role != 0)
    template = _ (vas_role_get (verdict->role)->label);
  else if (verdict->subject != 0)
    template = vas_kind_get_named_label (verdict->kind);
  else
    template = vas_kind_get_label (verdict->kind);
  return vas_phrase_fill (template, strings, verdict);
}
