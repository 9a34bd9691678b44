/* Numbers the files that lines of maps name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-file-table.h"

#include <string.h>

#include "vas-distinct.h"

struct _VasFileTable
{
  VasStrings *strings; /* borrowed */
  VasDistinct *files;  /* of VasFile */
  GString *unescaped;
  VasFile last;        /* neighbours mostly map the same file: looked at first */
  guint32 last_number;
};

VasFileTable *
vas_file_table_new (VasStrings *strings)
{
  g_return_val_if_fail (strings != NULL, NULL);
  VasFileTable *self = g_new0 (VasFileTable, 1);
  self->strings = strings;
  self->files = vas_distinct_new (sizeof (VasFile));
  self->unescaped = g_string_new (NULL);
  return self;
}

void
vas_file_table_free (VasFileTable *self)
{
  if (self == NULL)
    return;
  vas_distinct_free (self->files);
  g_string_free (self->unescaped, TRUE);
  g_free (self);
}

static gboolean
ends_in_deleted (const VasFileLine *line)
{
  static const char mark[] = " (deleted)";
  gsize n = sizeof mark - 1;
  return line->name_length >= n && line->name[line->name_length - 1] == ')'
         && memcmp (line->name + line->name_length - n, mark, n) == 0;
}

static gboolean
is_last (const VasFileTable *self, const VasFile *file)
{
  return file->name == self->last.name && file->inode == self->last.inode
         && file->device.major == self->last.device.major
         && file->device.minor == self->last.device.minor;
}

guint32
vas_file_table_add (VasFileTable *self, const VasFileLine *line)
{
  g_return_val_if_fail (self != NULL && line != NULL, 0);

  VasFile file = {
    .inode = line->inode,
    .device = line->device,
    .name = vas_strings_add (self->strings, line->name, line->name_length),
    .deleted = ends_in_deleted (line),
  };
  if (!is_last (self, &file))
    {
      self->last = file;
      self->last_number = vas_distinct_add (self->files, &file);
    }
  return self->last_number;
}

/* The kernel escapes the line feed alone, and not the backslash: a file really called `a\012b`
 * reads like one with a line feed. */
static void
unescape_name (GString *out, const char *name, gsize length)
{
  static const char escape[] = { '\\', '0', '1', '2' };
  const char *end = name + length, *found;
  g_string_truncate (out, 0);
  while ((found = memmem (name, (gsize) (end - name), escape, sizeof escape)) != NULL)
    {
      g_string_append_len (out, name, found - name);
      g_string_append_c (out, '\n');
      name = found + sizeof escape;
    }
  g_string_append_len (out, name, end - name);
}

guint32
vas_file_table_add_escaped (VasFileTable *self, const VasFileLine *line)
{
  g_return_val_if_fail (self != NULL && line != NULL, 0);

  if (memchr (line->name, '\\', line->name_length) == NULL)
    return vas_file_table_add (self, line);
  VasFileLine plain = *line;
  unescape_name (self->unescaped, line->name, line->name_length);
  plain.name = self->unescaped->str;
  plain.name_length = self->unescaped->len;
  return vas_file_table_add (self, &plain);
}

const VasFile *
vas_file_table_get (const VasFileTable *self, guint32 file)
{
  g_return_val_if_fail (self != NULL, NULL);
  return vas_distinct_get (self->files, file);
}

VasFile *
vas_file_table_to_array (const VasFileTable *self, guint32 *n)
{
  g_return_val_if_fail (self != NULL, NULL);
  return vas_distinct_to_array (self->files, n);
}
