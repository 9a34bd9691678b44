/* Lays out rows of text in aligned columns for a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-text-table.h"

#define SEPARATOR "  "

struct _VasTextTable
{
  GArray *columns;  /* of VasTextColumn */
  GPtrArray *cells; /* of char*, row by row */
};

VasTextTable *
vas_text_table_new (const VasTextColumn *columns, guint n_columns)
{
  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  VasTextTable *self = g_new (VasTextTable, 1);
  self->columns = g_array_new (FALSE, FALSE, sizeof (VasTextColumn));
  g_array_append_vals (self->columns, columns, n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_columns; i++)
    vas_text_table_add (self, g_strdup (columns[i].title));
  return self;
}

void
vas_text_table_free (VasTextTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
vas_text_table_add (VasTextTable *self, char *cell)
{
  g_return_if_fail (self != NULL && cell != NULL);
  g_ptr_array_add (self->cells, cell);
}

/* How many columns of a terminal a character takes. */
static guint
get_character_width (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static guint
get_width (const char *text)
{
  guint width = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += get_character_width (g_utf8_get_char (text));
  return width;
}

static guint
get_column_width (const VasTextTable *self, guint column)
{
  guint width = 0;
  for (guint i = column; i < self->cells->len; i += self->columns->len)
    width = MAX (width, get_width (self->cells->pdata[i]));
  return width;
}

static void
append_blanks (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

/* The last column is not padded, and cut where it is too long; no line ends in blanks. */
static void
append_last (GString *out, const char *cell, guint room)
{
  const char *end = cell;
  for (guint width = 0; *end != '\0'; end = g_utf8_next_char (end))
    {
      width += get_character_width (g_utf8_get_char (end));
      if (width > room)
        break;
    }
  g_string_append_len (out, cell, end - cell);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static void
append_row (const VasTextTable *self, GString *out, guint row, const guint *widths, guint room)
{
  guint n = self->columns->len;
  char **cells = (char **) self->cells->pdata + row * n;
  for (guint i = 0; i + 1 < n; i++)
    {
      const VasTextColumn *column = &g_array_index (self->columns, VasTextColumn, i);
      guint blanks = widths[i] - get_width (cells[i]);
      if (column->alignment == VAS_TEXT_RIGHT)
        append_blanks (out, blanks);
      g_string_append (out, cells[i]);
      if (column->alignment == VAS_TEXT_LEFT)
        append_blanks (out, blanks);
      g_string_append (out, SEPARATOR);
    }
  append_last (out, cells[n - 1], room);
  g_string_append_c (out, '\n');
}

char *
vas_text_table_format (const VasTextTable *self, guint max_width)
{
  g_return_val_if_fail (self != NULL && self->cells->len % self->columns->len == 0, NULL);

  guint n = self->columns->len;
  g_autofree guint *widths = g_new (guint, n);
  guint before_last = 0;
  for (guint i = 0; i + 1 < n; i++)
    {
      widths[i] = get_column_width (self, i);
      before_last += widths[i] + (guint) (sizeof SEPARATOR - 1);
    }
  guint room = max_width == 0 ? G_MAXUINT : max_width > before_last ? max_width - before_last : 0;

  GString *out = g_string_new (NULL);
  for (guint row = 0; row < self->cells->len / n; row++)
    append_row (self, out, row, widths, room);
  return g_string_free (out, FALSE);
}
