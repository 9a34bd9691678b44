/* The regions of a snapshot as comma-separated values.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-csv.h"

#include <string.h>

#include "vas-record.h"

static void
put_quoted (VasWriter *writer, const char *text)
{
  vas_writer_put_char (writer, '"');
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      vas_writer_put_bytes (writer, text, (gsize) (quote + 1 - text));
      vas_writer_put_char (writer, '"');
    }
  vas_writer_put_text (writer, text);
  vas_writer_put_char (writer, '"');
}

/* Cells stand as they are: a name that begins with `=` is a name, and whoever compares fields must
 * get it back unchanged. Blanks at the ends are quoted, as some readers trim them. */
static void
put_text (VasWriter *writer, const char *text)
{
  gsize length = strlen (text);
  if (text[strcspn (text, ",\"\r\n")] == '\0' && text[0] != ' '
      && (length == 0 || text[length - 1] != ' '))
    vas_writer_put_bytes (writer, text, length);
  else
    put_quoted (writer, text);
}

static void
put_value (VasWriter *writer, const VasValue *value)
{
  switch (value->type)
    {
    case VAS_VALUE_ABSENT:
      break;
    case VAS_VALUE_TEXT:
    case VAS_VALUE_WORDS:
      put_text (writer, value->text);
      break;
    case VAS_VALUE_NUMBER:
      vas_writer_put_decimal (writer, value->number);
      break;
    case VAS_VALUE_ADDRESS:
      vas_writer_put_address (writer, value->number);
      break;
    case VAS_VALUE_TRUTH:
      vas_writer_put_text (writer, value->number != 0 ? "true" : "false");
      break;
    }
}

static void
put_parts (const VasSnapshot *snapshot, gsize region, VasWriter *writer)
{
  gsize n = 0;
  const VasPart *parts = vas_snapshot_get_parts (snapshot, region, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        vas_writer_put_text (writer, "; ");
      vas_writer_put_address (writer, parts[i].start);
      vas_writer_put_char (writer, '-');
      vas_writer_put_address (writer, parts[i].end);
      vas_writer_put_char (writer, ' ');
      vas_writer_put_text (writer, vas_kind_get_id (parts[i].verdict.kind));
    }
}

static void
put_header (const VasRecord *record, VasWriter *writer)
{
  guint n_columns = vas_record_get_n_columns (record);
  for (guint column = 0; column < n_columns; column++)
    {
      vas_writer_put_text (writer, vas_record_get_column_id (record, column));
      vas_writer_put_char (writer, ',');
    }
  vas_writer_put_text (writer, "parts\r\n");
}

static void
put_cell (const VasRecord *record, guint column, const VasValue *value, gpointer user_data)
{
  VasWriter *writer = user_data;
  put_value (writer, value);
  vas_writer_put_char (writer, ',');
}

void
vas_csv_write (const VasSnapshot *snapshot, VasWriter *writer)
{
  g_return_if_fail (snapshot != NULL && writer != NULL);

  g_autoptr (VasRecord) record = vas_record_new (snapshot);
  put_header (record, writer);
  gsize n_regions = vas_snapshot_get_n_regions (snapshot);
  for (gsize i = 0; i < n_regions; i++)
    {
      vas_record_move_to (record, i);
      vas_record_write (record, writer, put_cell, writer);
      put_parts (snapshot, i, writer);
      vas_writer_put_text (writer, "\r\n");
    }
}
