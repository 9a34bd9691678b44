/* The short texts of the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-map-words.h"

#include "vas-display.h"
#include "vas-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATOR ": "

/* @label without "@name: " before or ": @name" after it, as that stands in the column beside. */
static char *
strip_name (const char *label, const char *name)
{
  gsize name_length = strlen (name), length = strlen (label);
  gsize both = name_length + strlen (SEPARATOR);
  if (name_length == 0 || length <= both)
    return g_strdup (label);
  if (g_str_has_prefix (label, name) && g_str_has_prefix (label + name_length, SEPARATOR))
    return g_strdup (label + both);
  if (g_str_has_suffix (label, name) && g_str_has_prefix (label + length - both, SEPARATOR))
    return g_strndup (label, length - both);
  return g_strdup (label);
}

char *
vas_map_words_verdict (const VasSnapshot *snapshot, gsize region, const VasVerdict *verdict)
{
  g_autofree char *label = vas_words_label (snapshot, verdict);
  g_autofree char *object
      = vas_words_object (snapshot, region);
  return strip_name (label, object);
}

char *
vas_map_words_place (const VasSnapshot *snapshot, gsize region)
{
  const VasRegion *r = vas_snapshot_get_region (snapshot, region);
  g_autofree char *path = vas_words_path (snapshot, region);
  if (path[0] != '/')
    return g_strdup ("");
  if (r->offset == 0)
    return g_steal_pointer (&path);
  return g_strdup_printf ("%s + 0x%" G_GINT64_MODIFIER "x", path, r->offset);
}

char *
vas_map_words_gap (const VasLayout *layout, gsize span_index)
{
  VasSpan span = vas_layout_get_span (layout, span_index);
  g_autofree char *size = vas_display_size (span.end - span.start);
  if (span.start == 0)
    /* Translators: the gap at address 0; %s is a size, such as "42.1 TiB". NULL is C's. */
    return g_strdup_printf (_ ("%s unmapped, from address 0 (NULL) on"), size);
  if (span_index + 1 == vas_layout_get_n_spans (layout))
    /* Translators: the gap above the last region; %s is a size, such as "42.1 TiB". */
    return g_strdup_printf (_ ("%s unmapped, to the end of what programs may use"), size);
  if (span.end >> 63 != span.start >> 63)
    /* Translators: the gap between a program's own addresses and [vsyscall]; %s is a size. */
    return g_strdup_printf (_ ("%s no program can map, the kernel’s own among them"), size);
  /* Translators: a gap in the address space; %s is a size, such as "42.1 TiB". */
  return g_strdup_printf (_ ("%s unmapped"), size);
}

char *
vas_map_words_sum (guint64 mapped, guint64 regions)
{
  g_autofree char *size = vas_display_size (mapped);
  g_autofree char *count = vas_display_count (regions);
  /* Translators: of an object or area: a size and a number of regions: "1.9 MiB, 6 regions". */
  return g_strdup_printf (ngettext ("%s, %s region", "%s, %s regions", regions), size, count);
}

char *
vas_map_words_title (const VasSnapshot *snapshot, gsize region)
{
  const VasRegion *r = vas_snapshot_get_region (snapshot, region);
  g_autofree char *label = vas_words_label (snapshot, vas_snapshot_get_verdict (snapshot, region));
  g_autofree char *start = vas_display_address (r->start);
  g_autofree char *end = vas_display_address (r->end);
  g_autofree char *size = vas_display_size (vas_region_get_size (r));
  char perms[VAS_PERMS_BYTES];
  return g_strdup_printf ("%s\n%s\u2013%s  %s  %s", label, start, end,
                          vas_perms_print (r->perms, perms), size);
}
