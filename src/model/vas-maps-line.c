/* Writes a region as the kernel prints it in /proc/PID/maps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-line.h"

#include <string.h>

enum
{
  /* seq_setwidth (m, 25 + sizeof (void *) * 6 - 1) of a 64-bit kernel; seq_pad() adds one space. */
  NAME_PAD = 72,
};

/* seq_path (m, path, "\n"): the newline is the one byte that mangle_path() escapes here. */
static void
append_name (GString *line, const char *name, gsize length)
{
  const char *end = name + length;
  for (const char *newline; (newline = memchr (name, '\n', end - name)) != NULL; name = newline + 1)
    {
      g_string_append_len (line, name, newline - name);
      g_string_append (line, "\\012");
    }
  g_string_append_len (line, name, end - name);
}

void
vas_maps_line_append (GString *line, const VasReading *reading, const VasRegion *region)
{
  char perms[VAS_PERMS_BYTES];
  const VasFile *file = vas_reading_get_file (reading, region);
  gsize begin = line->len;
  g_string_append_printf (line,
                          "%08" G_GINT64_MODIFIER "x-%08" G_GINT64_MODIFIER "x %s %08"
                          G_GINT64_MODIFIER "x %02x:%02x %" G_GUINT64_FORMAT " ",
                          region->start, region->end, vas_perms_print (region->perms, perms),
                          region->offset, file->device.major, file->device.minor,
                          file->inode);

  gsize length;
  const char *name = vas_reading_get_name (reading, region, &length);
  if (length == 0)
    return;
  gsize printed = line->len - begin;
  for (gsize i = printed; i < NAME_PAD; i++)
    g_string_append_c (line, ' ');
  g_string_append_c (line, ' ');
  append_name (line, name, length);
}
