/* Writes JSON piece by piece, always well-formed and always UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-json.h"

enum
{
  MAX_DEPTH = 8,
};

typedef struct
{
  char closing;   /* '}' or ']' */
  gboolean lines; /* one member a line */
  gboolean empty;
} Level;

struct _VasJson
{
  VasWriter *writer;
  guint depth;
  Level levels[MAX_DEPTH];
};

VasJson *
vas_json_new (VasWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  VasJson *self = g_new0 (VasJson, 1);
  self->writer = writer;
  return self;
}

void
vas_json_free (VasJson *self)
{
  g_free (self);
}

VasWriter *
vas_json_get_writer (const VasJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->writer;
}

static void
put_new_line (VasJson *self)
{
  vas_writer_put_char (self->writer, '\n');
  for (guint i = 0; i < self->depth; i++)
    vas_writer_put_text (self->writer, "  ");
}

static void
put_escape (VasWriter *writer, guchar c)
{
  static const char short_forms[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\'
  };
  vas_writer_put_char (writer, '\\');
  if (c < sizeof short_forms && short_forms[c] != '\0')
    {
      vas_writer_put_char (writer, short_forms[c]);
      return;
    }
  vas_writer_put_text (writer, "u00");
  vas_writer_put_char (writer, "0123456789abcdef"[c >> 4]);
  vas_writer_put_char (writer, "0123456789abcdef"[c & 0xf]);
}

/* Bytes of the character at @text if it is to be escaped, else 0. DEL and the C1 controls are legal
 * inside a JSON string, but command a terminal, as the other controls do. */
static gsize
measure_escaped (const guchar *text)
{
  if (text[0] < 0x20 || text[0] == '"' || text[0] == '\\' || text[0] == 0x7f)
    return 1;
  return text[0] == 0xc2 && text[1] >= 0x80 && text[1] <= 0x9f ? 2 : 0;
}

static void
put_escaped (VasWriter *writer, const char *text)
{
  const char *clean = text; /* start of the run that goes out as it is */
  while (*text != '\0')
    {
      gsize length = measure_escaped ((const guchar *) text);
      if (length == 0)
        {
          text++;
          continue;
        }
      vas_writer_put_bytes (writer, clean, (gsize) (text - clean));
      /* The second byte of a C1 control is its number. */
      put_escape (writer, (guchar) text[length - 1]);
      clean = text += length;
    }
  vas_writer_put_bytes (writer, clean, (gsize) (text - clean));
}

static void
put_string (VasWriter *writer, const char *text)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  vas_writer_put_char (writer, '"');
  put_escaped (writer, valid != NULL ? valid : text);
  vas_writer_put_char (writer, '"');
}

/* Whatever stands before a value: comma, line and indentation, key. */
static void
begin_member (VasJson *self, const char *name)
{
  if (self->depth > 0)
    {
      Level *level = &self->levels[self->depth - 1];
      g_return_if_fail ((name != NULL) == (level->closing == '}'));
      if (!level->empty)
        vas_writer_put_char (self->writer, ',');
      if (level->lines)
        put_new_line (self);
      else if (!level->empty)
        vas_writer_put_char (self->writer, ' ');
      level->empty = FALSE;
    }
  if (name != NULL)
    {
      vas_writer_put_char (self->writer, '"');
      vas_writer_put_text (self->writer, name);
      vas_writer_put_text (self->writer, "\": ");
    }
}

static void
open_level (VasJson *self, const char *name, char opening, char closing)
{
  g_return_if_fail (self->depth < MAX_DEPTH);

  begin_member (self, name);
  vas_writer_put_char (self->writer, opening);
  gboolean lines = self->depth == 0 || (self->depth == 1 && closing == ']');
  self->levels[self->depth++] = (Level) { .closing = closing, .lines = lines, .empty = TRUE };
}

void
vas_json_open_object (VasJson *self, const char *name)
{
  open_level (self, name, '{', '}');
}

void
vas_json_open_array (VasJson *self, const char *name)
{
  open_level (self, name, '[', ']');
}

void
vas_json_close (VasJson *self)
{
  g_return_if_fail (self->depth > 0);

  Level level = self->levels[--self->depth];
  if (level.lines && !level.empty)
    put_new_line (self);
  vas_writer_put_char (self->writer, level.closing);
  if (self->depth == 0)
    vas_writer_put_char (self->writer, '\n');
}

void
vas_json_add_text (VasJson *self, const char *name, const char *text)
{
  begin_member (self, name);
  if (text == NULL)
    vas_writer_put_text (self->writer, "null");
  else
    put_string (self->writer, text);
}

void
vas_json_add_number (VasJson *self, const char *name, guint64 number)
{
  begin_member (self, name);
  vas_writer_put_decimal (self->writer, number);
}

void
vas_json_add_address (VasJson *self, const char *name, guint64 address)
{
  begin_member (self, name);
  vas_writer_put_char (self->writer, '"');
  vas_writer_put_address (self->writer, address);
  vas_writer_put_char (self->writer, '"');
}

void
vas_json_add_truth (VasJson *self, const char *name, gboolean truth)
{
  begin_member (self, name);
  vas_writer_put_text (self->writer, truth ? "true" : "false");
}

void
vas_json_add_null (VasJson *self, const char *name)
{
  begin_member (self, name);
  vas_writer_put_text (self->writer, "null");
}
