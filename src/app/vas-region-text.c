/* Regions as text to be pasted elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-text.h"

#include "vas-display.h"
#include "vas-region-columns.h"
#include "vas-words.h"

static void
append_header (GString *text, const VasSort *columns, gsize n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    {
      g_string_append (text, i > 0 ? "\t" : "");
      g_string_append (text, vas_region_column_get_title (columns[i]));
    }
  g_string_append_c (text, '\n');
}

/* What is shown holds no control characters, so neither tabs nor newlines. */
static void
append_row (GString *text, const VasSnapshot *snapshot, gsize region, const VasSort *columns,
            gsize n_columns)
{
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autofree char *cell = vas_region_column_get (columns[i])->dup_text (snapshot, region);
      g_string_append (text, i > 0 ? "\t" : "");
      g_string_append (text, cell);
    }
  g_string_append_c (text, '\n');
}

static void
append_line (GString *text, char *line)
{
  g_string_append (text, line);
  g_string_append_c (text, '\n');
  g_free (line);
}

char *
vas_region_text_new (const VasSnapshot *snapshot, VasRegionText form, const guint32 *regions,
                     gsize n_regions, const VasSort *columns, gsize n_columns)
{
  GString *text = g_string_new (NULL);
  if (form == VAS_REGION_TEXT_TABLE)
    append_header (text, columns, n_columns);
  for (gsize i = 0; i < n_regions; i++)
    if (form == VAS_REGION_TEXT_TABLE)
      append_row (text, snapshot, regions[i], columns, n_columns);
    else if (form == VAS_REGION_TEXT_LINES)
      append_line (text, vas_words_kernel_line (snapshot, regions[i]));
    else
      append_line (text, vas_display_address (vas_snapshot_get_region (snapshot, regions[i])->start));
  if (form == VAS_REGION_TEXT_ADDRESSES && n_regions == 1)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
