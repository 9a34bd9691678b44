/* Puts text and numbers into a stream through a buffer, and keeps the first failure for the end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-writer.h"

#include <string.h>

enum
{
  BUFFER_BYTES = 65536,
};

struct _VasWriter
{
  GOutputStream *stream;
  GError *error;
  guint64 n_written; /* bytes that have left the buffer */
  gsize used;
  char buffer[BUFFER_BYTES];
};

VasWriter *
vas_writer_new (GOutputStream *stream)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  VasWriter *self = g_new (VasWriter, 1);
  self->stream = g_object_ref (stream);
  self->error = NULL;
  self->n_written = 0;
  self->used = 0;
  return self;
}

void
vas_writer_free (VasWriter *self)
{
  if (self == NULL)
    return;
  g_clear_error (&self->error);
  g_object_unref (self->stream);
  g_free (self);
}

static void
write_through (VasWriter *self, const char *bytes, gsize length)
{
  self->n_written += length;
  if (self->error == NULL && length > 0)
    g_output_stream_write_all (self->stream, bytes, length, NULL, NULL, &self->error);
}

static void
empty_buffer (VasWriter *self)
{
  write_through (self, self->buffer, self->used);
  self->used = 0;
}

void
vas_writer_put_bytes (VasWriter *self, const char *bytes, gsize length)
{
  if (length > BUFFER_BYTES - self->used)
    empty_buffer (self);
  if (length > BUFFER_BYTES)
    {
      write_through (self, bytes, length);
      return;
    }
  memcpy (self->buffer + self->used, bytes, length);
  self->used += length;
}

void
vas_writer_put_text (VasWriter *self, const char *text)
{
  vas_writer_put_bytes (self, text, strlen (text));
}

void
vas_writer_put_char (VasWriter *self, char c)
{
  if (self->used == BUFFER_BYTES)
    empty_buffer (self);
  self->buffer[self->used++] = c;
}

/* The end of @length bytes more, which are written from there backwards, as digits come. */
static char *
extend (VasWriter *self, guint length)
{
  if (length > BUFFER_BYTES - self->used)
    empty_buffer (self);
  self->used += length;
  return self->buffer + self->used;
}

void
vas_writer_put_decimal (VasWriter *self, guint64 number)
{
  guint n_digits = 1;
  for (guint64 rest = number; rest >= 10; rest /= 10)
    n_digits++;
  char *end = extend (self, n_digits);
  do
    *--end = (char) ('0' + number % 10);
  while ((number /= 10) != 0);
}

void
vas_writer_put_address (VasWriter *self, guint64 address)
{
  guint n_digits = (g_bit_storage (address) + 3) / 4;
  char *end = extend (self, 2 + n_digits);
  do
    *--end = "0123456789abcdef"[address & 0xf];
  while ((address >>= 4) != 0);
  *--end = 'x';
  *--end = '0';
}

guint64
vas_writer_get_count (const VasWriter *self)
{
  return self->n_written + self->used;
}

const char *
vas_writer_get_since (const VasWriter *self, guint64 count, gsize *length)
{
  g_return_val_if_fail (count <= vas_writer_get_count (self), NULL);
  *length = (gsize) (vas_writer_get_count (self) - count);
  return count >= self->n_written ? self->buffer + (count - self->n_written) : NULL;
}

gboolean
vas_writer_finish (VasWriter *self, GError **error)
{
  empty_buffer (self);
  if (self->error == NULL)
    return g_output_stream_flush (self->stream, NULL, error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
