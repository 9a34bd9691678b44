/* Tells what is at an address.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-at.h"

#include <glib/gi18n-lib.h>

#include "vas-card.h"
#include "vas-display.h"
#include "vas-error.h"
#include "vas-snapshot-json.h"
#include "vas-standard-streams.h"
#include "vas-words.h"

static char *
name_region (const VasSnapshot *snapshot, gsize i)
{
  g_autofree char *label = vas_words_label (snapshot, vas_snapshot_get_verdict (snapshot, i));
  return g_strdup_printf ("“%s”", label);
}

/* Which gap it is: below the first region, above the last one, or between two. */
static void
set_not_mapped (const VasSnapshot *snapshot, guint64 address, GError **error)
{
  gsize n = vas_snapshot_get_n_regions (snapshot);
  gsize above = vas_regions_find_from (snapshot->reading->regions, n, address);
  g_autofree char *at = vas_display_address (address);
  g_autofree char *lower = above > 0 ? name_region (snapshot, above - 1) : NULL;
  g_autofree char *upper = above < n ? name_region (snapshot, above) : NULL;
  g_autofree char *message = NULL;
  if (lower != NULL && upper != NULL)
    {
      guint64 start = vas_snapshot_get_region (snapshot, above - 1)->end;
      guint64 end = vas_snapshot_get_region (snapshot, above)->start;
      g_autofree char *size = vas_display_size (end - start);
      g_autofree char *from = vas_display_address (start);
      g_autofree char *to = vas_display_address (end);
      message = g_strdup_printf (
          /* Translators: address; size of the gap; the two regions beside it; its borders. */
          _ ("Nothing is mapped at %s: it lies in the gap of %s between %s and %s (%s-%s)."), at,
          size, lower, upper, from, to);
    }
  else if (upper != NULL)
    message = g_strdup_printf (_ ("Nothing is mapped at %s: it lies below the lowest region, %s."),
                               at, upper);
  else
    message = g_strdup_printf (_ ("Nothing is mapped at %s: it lies above the highest region, %s."),
                               at, lower);
  g_set_error_literal (error, VAS_ERROR, VAS_ERROR_NOT_MAPPED, message);
}

static gboolean
find_region (const VasSnapshot *snapshot, guint64 address, gsize *region, GError **error)
{
  gssize found = vas_regions_find (snapshot->reading->regions,
                                   vas_snapshot_get_n_regions (snapshot), address);
  if (found >= 0)
    {
      *region = (gsize) found;
      return TRUE;
    }
  set_not_mapped (snapshot, address, error);
  return FALSE;
}

/* Offsets of a region without a file mean nothing (the kernel prints 0). */
static gboolean
get_file_offset (const VasSnapshot *snapshot, gsize i, guint64 address, guint64 *offset)
{
  const VasRegion *region = vas_snapshot_get_region (snapshot, i);
  *offset = region->offset + (address - region->start);
  return vas_snapshot_get_file (snapshot, i)->inode != 0;
}

/* "Name: text", a line each; nothing where there is nothing to say. */
static void
append_fact (GString *out, const char *name, const char *text)
{
  if (text != NULL)
    g_string_append_printf (out, "%s: %s\n", name, text);
}

static void
append_evidence (GString *out, const char *evidence, const char *confidence)
{
  g_autofree char *text = g_strdup_printf ("%s (%s)", evidence, confidence);
  append_fact (out, _ ("How we know"), text);
}

/* Where the region is made of several things: the one that the address is in. */
static void
append_part (GString *out, const VasSnapshot *snapshot, gsize i, guint64 address)
{
  gsize n = 0;
  const VasPart *parts = vas_snapshot_get_parts (snapshot, i, &n);
  for (; n > 0; parts++, n--)
    if (address >= parts->start && address < parts->end)
      {
        const VasVerdict *verdict = &parts->verdict;
        g_autofree char *label = vas_words_label (snapshot, verdict);
        g_autofree char *explanation = vas_words_explain (snapshot, verdict);
        g_autofree char *evidence = vas_words_evidence (snapshot, verdict);
        g_string_append_c (out, '\n');
        append_fact (out, _ ("The part of it at this address"), label);
        g_string_append_printf (out, "%s\n", explanation);
        append_evidence (out, evidence, vas_confidence_get_label (verdict->confidence));
      }
}

static void
append_offsets (GString *out, const VasSnapshot *snapshot, gsize i, guint64 address)
{
  const VasRegion *region = vas_snapshot_get_region (snapshot, i);
  g_autofree char *byte = g_strdup_printf ("0x%" G_GINT64_MODIFIER "x", address - region->start);
  append_fact (out, _ ("Offset in the region"), byte);

  guint64 offset;
  if (get_file_offset (snapshot, i, address, &offset))
    {
      g_autofree char *path = vas_words_path (snapshot, i);
      g_autofree char *file_byte = g_strdup_printf ("0x%" G_GINT64_MODIFIER "x (%s)", offset, path);
      append_fact (out, _ ("Offset in the file"), file_byte);
    }
}

/* What each column of the kernel's line says. */
static void
append_columns (GString *out, const VasSnapshot *snapshot, gsize i)
{
  for (guint column = 0; column < VAS_N_COLUMNS; column++)
    {
      g_autofree char *meaning = vas_words_column (snapshot, i, column);
      append_fact (out, vas_column_get_title (column), meaning);
    }
}

gboolean
vas_at_print_text (const VasSnapshot *snapshot, guint64 address, GError **error)
{
  g_return_val_if_fail (snapshot != NULL, FALSE);

  gsize i;
  if (!find_region (snapshot, address, &i, error))
    return FALSE;

  g_autoptr (VasCard) card = vas_card_new (snapshot, i, 1);
  char *const *fields = card->fields;
  g_autofree char *at = vas_display_address (address);
  g_autoptr (GString) out = g_string_new (NULL);
  append_fact (out, at, fields[VAS_CARD_TITLE]);
  g_string_append_printf (out, "\n%s\n", fields[VAS_CARD_EXPLANATION]);
  append_evidence (out, fields[VAS_CARD_EVIDENCE], fields[VAS_CARD_CONFIDENCE]);
  g_string_append_printf (out, "%s\n", fields[VAS_CARD_REMARKS]);
  append_part (out, snapshot, i, address);

  g_string_append_c (out, '\n');
  append_fact (out, _ ("Part of"), fields[VAS_CARD_PLACE]);
  append_fact (out, _ ("Region"), fields[VAS_CARD_RANGE]);
  append_fact (out, _ ("Size"), fields[VAS_CARD_SIZE]);
  append_fact (out, _ ("Memory"), fields[VAS_CARD_MEMORY]);
  append_fact (out, _ ("Permissions"), fields[VAS_CARD_PERMISSIONS]);
  append_offsets (out, snapshot, i, address);

  g_string_append_printf (out, "\n%s\n", fields[VAS_CARD_LINE]);
  append_columns (out, snapshot, i);
  return vas_standard_output_put (out->str, error);
}

gboolean
vas_at_print_json (const VasSnapshot *snapshot, guint64 address, GError **error)
{
  g_return_val_if_fail (snapshot != NULL, FALSE);

  gsize i;
  if (!find_region (snapshot, address, &i, error))
    return FALSE;

  const VasRegion *region = vas_snapshot_get_region (snapshot, i);
  g_autoptr (GOutputStream) stream = vas_standard_output_new ();
  g_autoptr (VasWriter) writer = vas_writer_new (stream);
  g_autoptr (VasJson) json = vas_json_new (writer);
  g_autoptr (VasRecord) record = vas_record_new (snapshot);
  vas_json_open_object (json, NULL);
  vas_json_add_number (json, "schema", VAS_JSON_SCHEMA);
  vas_json_add_address (json, "address", address);
  vas_json_add_address (json, "offset_in_region", address - region->start);
  guint64 offset;
  if (get_file_offset (snapshot, i, address, &offset))
    vas_json_add_address (json, "file_offset", offset);
  else
    vas_json_add_null (json, "file_offset");
  vas_snapshot_add_region_json (snapshot, i, record, json, "region");
  vas_json_close (json);
  return vas_standard_output_finish (writer, error);
}
