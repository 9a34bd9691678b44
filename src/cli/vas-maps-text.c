/* The regions of a snapshot as the kernel's own text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-text.h"

#include "vas-maps-line.h"

void
vas_maps_text_write (const VasSnapshot *snapshot, VasWriter *writer)
{
  g_return_if_fail (snapshot != NULL && writer != NULL);

  g_autoptr (GString) line = g_string_new (NULL);
  gsize n_regions = vas_snapshot_get_n_regions (snapshot);
  for (gsize i = 0; i < n_regions; i++)
    {
      g_string_truncate (line, 0);
      vas_maps_line_append (line, snapshot->reading, vas_snapshot_get_region (snapshot, i));
      g_string_append_c (line, '\n');
      vas_writer_put_bytes (writer, line->str, line->len);
    }
}
