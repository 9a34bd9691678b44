/* Tells what is at an address.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-at.h"

#include <glib/gi18n-lib.h>

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
get_file_offset (const VasRegion *region, guint64 address, guint64 *offset)
{
  *offset = region->offset + (address - region->start);
  return region->inode != 0;
}

/* "Name: text", a line each. */
static void
append_fact (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "%s: %s\n", name, text);
}

/* What it is, why it is here and how we know. */
static void
append_verdict (GString *out, const VasSnapshot *snapshot, const VasVerdict *verdict)
{
  g_autofree char *explanation = vas_words_explain (snapshot, verdict);
  g_autofree char *evidence = vas_words_evidence (snapshot, verdict);
  g_string_append_printf (out, "%s\n", explanation);
  g_string_append_printf (out, "%s: %s (%s)\n", _ ("How we know"), evidence,
                          vas_confidence_get_label (verdict->confidence));
}

static void
append_part (GString *out, const VasSnapshot *snapshot, gsize i, guint64 address)
{
  gsize n = 0;
  const VasPart *parts = vas_snapshot_get_parts (snapshot, i, &n);
  for (gsize part = 0; part < n; part++)
    if (address >= parts[part].start && address < parts[part].end)
      {
        g_autofree char *label = vas_words_label (snapshot, &parts[part].verdict);
        g_autofree char *start = vas_display_address (parts[part].start);
        g_autofree char *end = vas_display_address (parts[part].end);
        g_string_append_c (out, '\n');
        g_string_append_printf (out, "%s: %s, %s-%s\n", _ ("The part of it at this address"), label,
                                start, end);
        append_verdict (out, snapshot, &parts[part].verdict);
      }
}

static void
append_range (GString *out, const VasSnapshot *snapshot, const VasRegion *region)
{
  guint64 bytes = vas_region_get_size (region), pages = bytes / snapshot->page_size;
  g_autofree char *start = vas_display_address (region->start);
  g_autofree char *end = vas_display_address (region->end);
  g_autofree char *size = vas_display_size (bytes);
  g_autofree char *count = vas_display_count (pages);
  g_autofree char *text = g_strdup_printf (
      /* Translators: first and last address of a region, its size, its number of pages. */
      ngettext ("%s-%s, %s, %s page", "%s-%s, %s, %s pages", (gulong) pages), start, end, size, count);
  append_fact (out, _ ("Region"), text);
}

static void
append_offsets (GString *out, const VasSnapshot *snapshot, gsize i, guint64 address)
{
  const VasRegion *region = vas_snapshot_get_region (snapshot, i);
  g_autofree char *byte = g_strdup_printf ("0x%" G_GINT64_MODIFIER "x", address - region->start);
  append_fact (out, _ ("Offset in the region"), byte);

  guint64 offset;
  if (get_file_offset (region, address, &offset))
    {
      g_autofree char *path = vas_words_path (snapshot, i);
      g_autofree char *file_byte = g_strdup_printf ("0x%" G_GINT64_MODIFIER "x (%s)", offset, path);
      append_fact (out, _ ("Offset in the file"), file_byte);
    }
}

static void
append_resident (GString *out, const VasSnapshot *snapshot, gsize i)
{
  guint64 resident;
  if (!vas_snapshot_get_field (snapshot, i, VAS_FIELD_RSS, &resident))
    return;
  g_autofree char *size = vas_display_size (resident);
  append_fact (out, _ ("In RAM"), size);
}

static void
append_place (GString *out, const VasSnapshot *snapshot, gsize i, guint64 address)
{
  const VasGrouping *grouping = snapshot->grouping;
  g_autofree char *object = vas_words_object (snapshot, vas_grouping_find_object (grouping, i));
  g_autofree char *area = vas_words_area (snapshot, vas_grouping_find_area (grouping, i));
  append_fact (out, _ ("Object"), object);
  append_fact (out, _ ("Area"), area);
  append_range (out, snapshot, vas_snapshot_get_region (snapshot, i));
  append_resident (out, snapshot, i);
  append_offsets (out, snapshot, i, address);
}

/* The kernel's own line, and what each of its columns says. */
static void
append_columns (GString *out, const VasSnapshot *snapshot, gsize i)
{
  g_autofree char *line = vas_words_kernel_line (snapshot, i);
  g_string_append_printf (out, "%s\n", line);
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

  const VasVerdict *verdict = vas_snapshot_get_verdict (snapshot, i);
  g_autofree char *at = vas_display_address (address);
  g_autofree char *label = vas_words_label (snapshot, verdict);
  g_autofree char *remarks = vas_words_remarks (snapshot, i);
  g_autoptr (GString) out = g_string_new (NULL);
  append_fact (out, at, label);
  g_string_append_c (out, '\n');
  append_verdict (out, snapshot, verdict);
  g_string_append_printf (out, "%s\n", remarks);
  append_part (out, snapshot, i, address);
  g_string_append_c (out, '\n');
  append_place (out, snapshot, i, address);
  g_string_append_c (out, '\n');
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
  if (get_file_offset (region, address, &offset))
    vas_json_add_address (json, "file_offset", offset);
  else
    vas_json_add_null (json, "file_offset");
  vas_snapshot_add_region_json (snapshot, i, record, json, "region");
  vas_json_close (json);
  return vas_standard_output_finish (writer, error);
}
