/* The detail card of one region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-card-private.h"

#include "vas-badges.h"
#include "vas-display.h"
#include "vas-words.h"

#include <glib/gi18n-lib.h>

static char *
describe_size (const VasSnapshot *snapshot, guint64 bytes)
{
  guint64 pages = bytes / snapshot->page_size;
  g_autofree char *size = vas_display_size (bytes);
  g_autofree char *count = vas_display_count (pages);
  /* Translators: the first %s is a size such as "828 KiB", the second a number. */
  return g_strdup_printf (ngettext ("%s, %s page", "%s, %s pages", (gulong) pages), size, count);
}

static void
append_size (GString *text, const char *words, guint64 bytes)
{
  g_autofree char *size = vas_display_size (bytes);
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, words);
  g_string_replace (text, "{size}", size, 1);
}

/* What of a region is in memory, from smaps; a size of zero is only said of RAM itself. */
static char *
describe_memory (const VasSnapshot *snapshot, gsize region)
{
  guint64 resident, share, private_dirty, shared_dirty, swapped;
  if (!vas_snapshot_get_field (snapshot, region, VAS_FIELD_RSS, &resident))
    return NULL;
  vas_snapshot_get_field (snapshot, region, VAS_FIELD_PSS, &share);
  vas_snapshot_get_field (snapshot, region, VAS_FIELD_PRIVATE_DIRTY, &private_dirty);
  vas_snapshot_get_field (snapshot, region, VAS_FIELD_SHARED_DIRTY, &shared_dirty);
  vas_snapshot_get_field (snapshot, region, VAS_FIELD_SWAP, &swapped);
  GString *text = g_string_new (NULL);
  /* Translators: {size} is a size such as "640 KiB". */
  append_size (text, _ ("in RAM {size}"), resident);
  if (share > 0)
    append_size (text, _ ("proportional share {size} (PSS)"), share);
  if (private_dirty + shared_dirty > 0)
    append_size (text, _ ("changed {size}"), private_dirty + shared_dirty);
  if (swapped > 0)
    append_size (text, _ ("swapped out {size}"), swapped);
  return g_string_free (text, FALSE);
}

static char *
describe_permissions (const VasRegion *region)
{
  char letters[VAS_PERMS_BYTES];
  g_autofree char *words = vas_words_perms (region->perms);
  return g_strdup_printf ("%s: %s", vas_perms_print (region->perms, letters), words);
}

static char *
describe_place (const VasSnapshot *snapshot, gsize region)
{
  VasObject object = vas_snapshot_get_object (snapshot, region);
  g_autofree char *name = vas_words_object (snapshot, region);
  g_autofree char *area
      = vas_words_area (snapshot, vas_grouping_find_area (snapshot->grouping, region));
  g_autofree char *several = vas_card_describe_several (
      object.n_regions, vas_grouping_get_mapped (snapshot->grouping, &object));
  /* Translators: an object such as libc.so.6, its size such as "5 regions, 1.9 MiB", the area of the
   * address space that it lies in, such as "Libraries and mappings". */
  return g_strdup_printf (_ ("%s (%s) in %s"), name, several, area);
}

/* Without an inode there is no file, and offset and device mean nothing. */
static char *
describe_file (const VasSnapshot *snapshot, gsize region)
{
  const VasRegion *self = vas_snapshot_get_region (snapshot, region);
  const VasFile *file = vas_snapshot_get_file (snapshot, region);
  if (file->inode == 0)
    return NULL;
  g_autofree char *path = vas_words_path (snapshot, region);
  g_autofree char *offset = g_strdup_printf ("0x%" G_GINT64_MODIFIER "x", self->offset);
  g_autofree char *inode = g_strdup_printf ("%" G_GUINT64_FORMAT, file->inode);
  return g_strdup_printf (_ ("%s, from offset %s on; device %02x:%02x, inode %s"), path, offset,
                          file->device.major, file->device.minor, inode);
}

static char *
describe_parts (const VasSnapshot *snapshot, gsize region)
{
  gsize n;
  const VasPart *parts = vas_snapshot_get_parts (snapshot, region, &n);
  if (n == 0)
    return NULL;
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *range = vas_card_describe_range (parts[i].start, parts[i].end);
      g_autofree char *size = vas_display_size (parts[i].end - parts[i].start);
      g_autofree char *label = vas_words_label (snapshot, &parts[i].verdict);
      /* Translators: a part of a region: its addresses, its size, what it is, how sure that is. */
      g_string_append_printf (text, _ ("%s, %s: %s (%s)"), range, size, label,
                              vas_confidence_get_label (parts[i].verdict.confidence));
      if (i + 1 < n)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

VasCard *
vas_card_create_for_region (const VasSnapshot *snapshot, gsize region)
{
  VasCard *self = vas_card_create ();
  const VasRegion *row = vas_snapshot_get_region (snapshot, region);
  const VasVerdict *verdict = vas_snapshot_get_verdict (snapshot, region);
  self->region = region;
  self->badges = vas_badges_find (snapshot, region);
  self->fields[VAS_CARD_TITLE] = vas_words_label (snapshot, verdict);
  self->fields[VAS_CARD_CONFIDENCE] = g_strdup (vas_confidence_get_label (verdict->confidence));
  self->fields[VAS_CARD_RANGE] = vas_card_describe_range (row->start, row->end);
  self->fields[VAS_CARD_SIZE] = describe_size (snapshot, vas_region_get_size (row));
  self->fields[VAS_CARD_MEMORY] = describe_memory (snapshot, region);
  self->fields[VAS_CARD_EXPLANATION] = vas_words_explain (snapshot, verdict);
  self->fields[VAS_CARD_REMARKS] = vas_words_remarks (snapshot, region);
  self->fields[VAS_CARD_EVIDENCE] = vas_words_evidence (snapshot, verdict);
  self->fields[VAS_CARD_PERMISSIONS] = describe_permissions (row);
  self->fields[VAS_CARD_PLACE] = describe_place (snapshot, region);
  self->fields[VAS_CARD_FILE] = describe_file (snapshot, region);
  self->fields[VAS_CARD_FLAGS] = vas_words_flags (snapshot, region);
  self->fields[VAS_CARD_CONTENTS] = describe_parts (snapshot, region);
  self->fields[VAS_CARD_LINE] = vas_words_kernel_line (snapshot, region);
  return self;
}
