/* A classified text as a picture: what every region was named, one line a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "classified.h"

#include <string.h>

#include "vas-maps-parser.h"
#include "vas-roles.h"

Classified *
classified_new (const char *text, gsize length, const VasFacts *facts)
{
  Classified *self = g_new0 (Classified, 1);
  self->reading = vas_maps_parse (text, length, VAS_MAPS_SAVED);
  self->naming = vas_classify (self->reading, facts);
  g_assert_cmpuint (self->naming->n_regions, ==, self->reading->n_regions);
  return self;
}

void
classified_free (Classified *self)
{
  vas_naming_free (self->naming);
  vas_reading_free (self->reading);
  g_free (self);
}

static void
append_verdict (const Classified *self, const VasVerdict *verdict, GString *text)
{
  g_string_append (text, vas_kind_get_id (verdict->kind));
  if (verdict->role != 0)
    g_string_append_printf (text, "/%s", vas_role_get (verdict->role)->id);
  g_string_append_printf (text, " %s", vas_confidence_get_id (verdict->confidence));
  if (verdict->subject != 0)
    g_string_append_printf (text, " %s",
                            vas_strings_get (self->reading->strings, verdict->subject, NULL));
  g_string_append_c (text, '\n');
}

char *
classified_print (const Classified *self)
{
  GString *text = g_string_new (NULL);
  gsize p = 0;
  for (gsize i = 0; i < self->reading->n_regions; i++)
    {
      g_string_append_printf (text, "%" G_GINT64_MODIFIER "x ", self->reading->regions[i].start);
      append_verdict (self, vas_naming_get_verdict (self->naming, &self->reading->regions[i]), text);
      for (; p < self->naming->n_parts && self->naming->parts[p].region == i; p++)
        {
          const VasPart *part = &self->naming->parts[p];
          g_string_append_printf (text, "  %" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x ",
                                  part->start, part->end);
          append_verdict (self, &part->verdict, text);
        }
    }
  g_assert_cmpuint (p, ==, self->naming->n_parts);
  return g_string_free (text, FALSE);
}

const VasVerdict *
classified_get_verdict (const Classified *self, guint64 address)
{
  gssize i = vas_regions_find (self->reading->regions, self->reading->n_regions, address);
  g_assert_cmpint (i, >=, 0);
  return vas_naming_get_verdict (self->naming, &self->reading->regions[i]);
}

void
assert_named_with (const char *text, const VasFacts *facts, const char *expected)
{
  g_autoptr (Classified) classified = classified_new (text, strlen (text), facts);
  g_autofree char *printed = classified_print (classified);
  g_assert_cmpstr (printed, ==, expected);
}

void
assert_named (const char *text, const char *expected)
{
  assert_named_with (text, NULL, expected);
}
