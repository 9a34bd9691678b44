/* A reading as text, in the form of print-reference.py.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading-text.h"

#include <string.h>

static const char *const reason_names[VAS_N_PROBLEM_REASONS] = {
  [VAS_PROBLEM_ADDRESS] = "address",     [VAS_PROBLEM_RANGE] = "range",
  [VAS_PROBLEM_PERMS] = "perms",         [VAS_PROBLEM_OFFSET] = "offset",
  [VAS_PROBLEM_DEVICE] = "device",       [VAS_PROBLEM_INODE] = "inode",
  [VAS_PROBLEM_TRUNCATED] = "truncated", [VAS_PROBLEM_FIELD] = "field",
  [VAS_PROBLEM_VALUE] = "value",         [VAS_PROBLEM_CLAMPED] = "clamped",
  [VAS_PROBLEM_UNSORTED] = "unsorted",   [VAS_PROBLEM_OVERLAP] = "overlap",
  [VAS_PROBLEM_CHANGED] = "changed",     [VAS_PROBLEM_LONG] = "long",
};

static void
append_name (GString *text, const char *name, gsize length)
{
  if (length == 0)
    g_string_append_c (text, '-');
  for (gsize i = 0; i < length; i++)
    if (name[i] > ' ' && name[i] < 0x7f && name[i] != '%')
      g_string_append_c (text, name[i]);
    else
      g_string_append_printf (text, "%%%02X", (guint8) name[i]);
}

static void
append_region (GString *text, const VasReading *reading, const VasRegion *region)
{
  char perms[VAS_PERMS_BYTES];
  const VasFile *file = vas_reading_get_file (reading, region);
  gsize length;
  const char *name = vas_reading_get_name (reading, region, &length);
  g_string_append_printf (text,
                          "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x %s %" G_GINT64_MODIFIER
                          "x %02x:%02x %" G_GUINT64_FORMAT " %s ",
                          region->start, region->end, vas_perms_print (region->perms, perms),
                          region->offset, file->device.major, file->device.minor, file->inode,
                          file->deleted ? "deleted" : "there");
  append_name (text, name, length);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
append_usage (GString *text, const VasUsage *usage, gsize region)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint64 value;
  for (guint field = 0; field < vas_usage_get_n_fields (usage); field++)
    if (vas_usage_get (usage, region, field, &value))
      g_ptr_array_add (words, g_strdup_printf (" %s=%" G_GUINT64_FORMAT,
                                               vas_usage_get_field_name (usage, field), value));
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    g_string_append (text, words->pdata[i]);

  const char *flags = vas_usage_get_flags (usage, region);
  if (flags == NULL)
    return;
  g_autofree char *codes = g_strdup (flags);
  g_string_append_printf (text, " VmFlags=%s", g_strdelimit (codes, " ", ','));
}

char *
reading_to_text (const VasReading *reading)
{
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < reading->n_regions; i++)
    {
      append_region (text, reading, &reading->regions[i]);
      if (reading->usage != NULL)
        append_usage (text, reading->usage, i);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "rejected %" G_GUINT64_FORMAT "\n", reading->n_rejected);
  return g_string_free (text, FALSE);
}

char *
reading_problems_to_text (const VasReading *reading)
{
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < reading->n_problems; i++)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s\n", reading->problems[i].line,
                            reason_names[reading->problems[i].reason]);
  return g_string_free (text, FALSE);
}
