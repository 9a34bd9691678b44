/* Numbers the files that lines of maps name, so that a region holds four bytes for its file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading.h"

/** VasFileLine: what a line says of its file. @name: (array length=name_length). */
typedef struct
{
  guint64 inode;
  VasDevice device;
  const char *name;
  gsize name_length;
} VasFileLine;

/** VasFileTable: a table of #VasFile under construction. */
typedef struct _VasFileTable VasFileTable;

/** vas_file_table_new: @strings: is given the names; must stay as long as the table. */
VasFileTable *vas_file_table_new (VasStrings *strings);
void vas_file_table_free (VasFileTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasFileTable, vas_file_table_free)

/** vas_file_table_add: its number, the same for what is equal in all; 0 for a line without any. */
guint32 vas_file_table_add (VasFileTable *self, const VasFileLine *line);

/** vas_file_table_add_escaped: the same, of a name as maps prints it: `\012` is a newline. */
guint32 vas_file_table_add_escaped (VasFileTable *self, const VasFileLine *line);

/** vas_file_table_get: (transfer none): valid until the next one is added. */
const VasFile *vas_file_table_get (const VasFileTable *self, guint32 file);

/** vas_file_table_to_array: (transfer full) (array length=n): by number. */
VasFile *vas_file_table_to_array (const VasFileTable *self, guint32 *n);
