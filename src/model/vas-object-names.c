/* Names objects after their main regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-object-names.h"

#include "vas-phrase.h"

static guint32
name_by_file (const VasReading *reading, const VasFile *file)
{
  const char *name = vas_strings_get (reading->strings, file->name, NULL);
  return name[0] == '[' && !g_str_has_prefix (name, "[anon") ? file->name : 0;
}

static gboolean
goes_by_subject (const VasVerdict *verdict)
{
  VasFamily family = vas_kind_get_family (verdict->kind);
  return verdict->subject != 0
         && (family == VAS_FAMILY_PROGRAM || family == VAS_FAMILY_LIBRARY
             || family == VAS_FAMILY_FILE);
}

static guint32
name_by_verdict (VasReading *reading, const VasVerdict *verdict)
{
  if (goes_by_subject (verdict))
    return verdict->subject;
  g_autofree char *label = vas_phrase_label (reading->strings, verdict);
  return vas_strings_add_text (reading->strings, label);
}

void
vas_object_names_init (VasObjectNames *self, VasReading *reading, const VasNaming *naming)
{
  g_return_if_fail (self != NULL && reading != NULL && naming != NULL);

  self->of_files = g_new0 (guint32, reading->n_files);
  for (guint32 i = 1; i < reading->n_files; i++)
    self->of_files[i] = name_by_file (reading, &reading->files[i]);
  self->of_verdicts = g_new0 (guint32, naming->n_verdicts);
  for (guint32 i = 1; i < naming->n_verdicts; i++)
    self->of_verdicts[i] = name_by_verdict (reading, &naming->verdicts[i]);
}

void
vas_object_names_clear (VasObjectNames *self)
{
  g_clear_pointer (&self->of_files, g_free);
  g_clear_pointer (&self->of_verdicts, g_free);
}

gboolean
vas_object_names_is_label (const VasObjectNames *self,
                           const VasRegion *main,
                           const VasVerdict *verdict)
{
  return self->of_files[main->file] == 0 && !goes_by_subject (verdict);
}
