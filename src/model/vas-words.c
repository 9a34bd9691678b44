/* Composes what a person reads about a region: label, explanation, evidence, objects and areas.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-words.h"

#include "vas-display.h"
#include "vas-maps-line.h"
#include "vas-phrase.h"
#include "vas-roles.h"
#include "vas-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
show_string (const VasSnapshot *snapshot, guint32 id)
{
  gsize length;
  const char *bytes = vas_strings_get (snapshot->reading->strings, id, &length);
  return vas_display_bytes (bytes, length);
}

/* @id: of a packed sentence */
static char *
tell (const VasSnapshot *snapshot, guint32 id)
{
  return vas_sentence_tell (vas_strings_get (snapshot->reading->strings, id, NULL));
}

char *
vas_words_label (const VasSnapshot *snapshot, const VasVerdict *verdict)
{
  g_return_val_if_fail (snapshot != NULL && verdict != NULL, NULL);
  return vas_phrase_label (snapshot->reading->strings, verdict);
}

/* What is known for certain is stated; anything else ends with how far to trust it. The words of an
 * anonymous region name no owner, and so already say what is not known. */
static char *
hedge (const VasVerdict *verdict, const char *sentences)
{
  if (verdict->confidence == VAS_CONFIDENCE_CERTAIN
      || (verdict->kind == VAS_KIND_ANONYMOUS && verdict->role == 0))
    return g_strdup (sentences);
  if (verdict->confidence == VAS_CONFIDENCE_LIKELY)
    /* Translators: %s is one or two whole sentences that are likely, but not certain. */
    return g_strdup_printf (_ ("%s That is probably so, but not proven."), sentences);
  /* Translators: %s is one or two whole sentences that are no more than a good guess. */
  return g_strdup_printf (_ ("%s That is probably so, but no more than a guess."), sentences);
}

char *
vas_words_explain (const VasSnapshot *snapshot, const VasVerdict *verdict)
{
  g_return_val_if_fail (snapshot != NULL && verdict != NULL, NULL);
  const char *template = verdict->role != 0 ? _ (vas_role_get (verdict->role)->explanation)
                                            : vas_kind_get_explanation (verdict->kind);
  g_autofree char *sentences = vas_phrase_fill (template, snapshot->reading->strings, verdict);
  return hedge (verdict, sentences);
}

char *
vas_words_evidence (const VasSnapshot *snapshot, const VasVerdict *verdict)
{
  g_return_val_if_fail (snapshot != NULL && verdict != NULL, NULL);
  return tell (snapshot, verdict->evidence);
}

char *
vas_words_kernel_line (const VasSnapshot *snapshot, gsize region)
{
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (snapshot), NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  vas_maps_line_append (line, snapshot->reading, vas_snapshot_get_region (snapshot, region));
  return vas_display_bytes (line->str, line->len);
}

char *
vas_words_object (const VasSnapshot *snapshot, gsize region)
{
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (snapshot), NULL);
  VasObject object = vas_snapshot_get_object (snapshot, region);
  const VasVerdict *verdict = vas_snapshot_get_verdict (snapshot, object.main);
  return vas_object_names_is_label (&snapshot->grouping->names,
                                    vas_snapshot_get_region (snapshot, object.main), verdict)
             ? vas_words_label (snapshot, verdict)
             : show_string (snapshot, object.name);
}

char *
vas_words_area (const VasSnapshot *snapshot, gsize area)
{
  g_return_val_if_fail (area < snapshot->grouping->n_areas, NULL);
  const VasArea *self = &snapshot->grouping->areas[area];
  g_autofree char *label = tell (snapshot, self->label);
  if (self->n_islands < 2)
    return g_steal_pointer (&label);
  g_autofree char *pieces = vas_display_count (self->n_islands);
  /* Translators: an area of the address space, such as "JavaScript heap (312 pieces)". */
  return g_strdup_printf (ngettext ("%s (%s piece)", "%s (%s pieces)", self->n_islands), label,
                          pieces);
}

char *
vas_words_path (const VasSnapshot *snapshot, gsize region)
{
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (snapshot), NULL);
  static const char deleted[] = " (deleted)";
  const VasFile *file = vas_snapshot_get_file (snapshot, region);
  gsize length;
  const char *name = vas_strings_get (snapshot->reading->strings, file->name, &length);
  if (file->deleted && length >= strlen (deleted))
    length -= strlen (deleted);
  return vas_display_bytes (name, length);
}
