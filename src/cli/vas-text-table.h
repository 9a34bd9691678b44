/* Lays out rows of text in aligned columns for a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  VAS_TEXT_LEFT,
  VAS_TEXT_RIGHT,
} VasTextAlignment;

typedef struct
{
  const char *title;
  VasTextAlignment alignment;
} VasTextColumn;

typedef struct _VasTextTable VasTextTable;

/** vas_text_table_new: the titles are the first row. */
VasTextTable *vas_text_table_new (const VasTextColumn *columns, guint n_columns);
void vas_text_table_free (VasTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasTextTable, vas_text_table_free)

/** vas_text_table_add: @cell (transfer full): the next cell, row by row; UTF-8 on one line. */
void vas_text_table_add (VasTextTable *self, char *cell);

/**
 * vas_text_table_format:
 * @max_width: terminal columns that a line may take, the last column being cut to fit; 0 = any
 *
 * Returns: (transfer full): a line a row.
 */
char *vas_text_table_format (const VasTextTable *self, guint max_width);
