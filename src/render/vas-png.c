/* Encodes a picture as PNG strip by strip (RFC 2083). cairo's own writer wants the whole picture in
 * memory: 4 GB for 8000x8000 at four pixels each way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-png.h"

#include <string.h>

enum
{
  CHUNK_TYPE_BYTES = 4,
  COMPRESSED_BYTES = 65536,
  COMPRESSION_LEVEL = 6,
  RGB_BYTES = 3,
  BIT_DEPTH = 8,
  COLOR_TYPE_RGB = 2,
  FILTER_UP = 2,
  UNIT_METRE = 1,
};

#define CRC_POLYNOMIAL 0xedb88320u

struct _VasPng
{
  GOutputStream *stream;
  GConverter *compressor;
  guint width;
  guint8 *before;     /* the row before, as RGB */
  guint8 *line;       /* a row as RGB */
  guint8 *filtered;   /* filter type, then the differences */
  guint8 *compressed; /* an IDAT chunk under way */
  gsize n_compressed;
  guint32 crc_table[256];
};

static void
fill_crc_table (guint32 *table)
{
  for (guint32 i = 0; i < 256; i++)
    {
      guint32 crc = i;
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? CRC_POLYNOMIAL ^ (crc >> 1) : crc >> 1;
      table[i] = crc;
    }
}

static guint32
update_crc (const VasPng *self, guint32 crc, const void *bytes, gsize length)
{
  const guint8 *at = bytes;
  for (gsize i = 0; i < length; i++)
    crc = self->crc_table[(crc ^ at[i]) & 0xff] ^ (crc >> 8);
  return crc;
}

static gboolean
write_number (VasPng *self, guint32 number, GError **error)
{
  guint32 big = GUINT32_TO_BE (number);
  return g_output_stream_write_all (self->stream, &big, sizeof big, NULL, NULL, error);
}

static gboolean
write_chunk (VasPng *self, const char *type, const void *bytes, gsize length, GError **error)
{
  guint32 crc = update_crc (self, G_MAXUINT32, type, CHUNK_TYPE_BYTES);
  crc = ~update_crc (self, crc, bytes, length);
  return write_number (self, (guint32) length, error)
         && g_output_stream_write_all (self->stream, type, CHUNK_TYPE_BYTES, NULL, NULL, error)
         && g_output_stream_write_all (self->stream, bytes, length, NULL, NULL, error)
         && write_number (self, crc, error);
}

static gboolean
write_head (VasPng *self, guint height, guint pixels_per_metre, GError **error)
{
  static const guint8 SIGNATURE[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const char SOFTWARE[] = "Software\0Vascope";
  guint32 size[] = { GUINT32_TO_BE (self->width), GUINT32_TO_BE (height) };
  guint8 header[13] = { 0 };
  memcpy (header, size, sizeof size);
  header[8] = BIT_DEPTH;
  header[9] = COLOR_TYPE_RGB;
  if (!g_output_stream_write_all (self->stream, SIGNATURE, sizeof SIGNATURE, NULL, NULL, error)
      || !write_chunk (self, "IHDR", header, sizeof header, error)
      || !write_chunk (self, "tEXt", SOFTWARE, sizeof SOFTWARE - 1, error))
    return FALSE;
  if (pixels_per_metre == 0)
    return TRUE;
  guint32 per_metre = GUINT32_TO_BE (pixels_per_metre);
  guint8 density[9];
  memcpy (density, &per_metre, sizeof per_metre);
  memcpy (density + 4, &per_metre, sizeof per_metre);
  density[8] = UNIT_METRE;
  return write_chunk (self, "pHYs", density, sizeof density, error);
}

VasPng *
vas_png_begin (GOutputStream *stream, guint width, guint height, guint pixels_per_metre,
               GError **error)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream) && width > 0 && height > 0, NULL);

  g_autoptr (VasPng) self = g_new0 (VasPng, 1);
  self->stream = g_object_ref (stream);
  self->compressor = G_CONVERTER (
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL));
  self->width = width;
  self->before = g_malloc0 ((gsize) width * RGB_BYTES);
  self->line = g_malloc ((gsize) width * RGB_BYTES);
  self->filtered = g_malloc (1 + (gsize) width * RGB_BYTES);
  self->compressed = g_malloc (COMPRESSED_BYTES);
  fill_crc_table (self->crc_table);
  return write_head (self, height, pixels_per_metre, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
write_compressed (VasPng *self, GError **error)
{
  gsize n = self->n_compressed;
  self->n_compressed = 0;
  return n == 0 || write_chunk (self, "IDAT", self->compressed, n, error);
}

/* Compresses @bytes; with G_CONVERTER_INPUT_AT_END until nothing comes any more. */
static gboolean
compress (VasPng *self, const guint8 *bytes, gsize length, GConverterFlags flags, GError **error)
{
  GConverterResult result = G_CONVERTER_CONVERTED;
  gboolean is_end = flags == G_CONVERTER_INPUT_AT_END;
  while (length > 0 || (is_end && result != G_CONVERTER_FINISHED))
    {
      if (self->n_compressed == COMPRESSED_BYTES && !write_compressed (self, error))
        return FALSE;
      gsize n_read = 0, n_written = 0;
      result = g_converter_convert (self->compressor, bytes, length,
                                    self->compressed + self->n_compressed,
                                    COMPRESSED_BYTES - self->n_compressed, flags, &n_read,
                                    &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      bytes += n_read;
      length -= n_read;
      self->n_compressed += n_written;
    }
  return TRUE;
}

static void
unpack_row (VasPng *self, const guint8 *row)
{
  guint8 *out = self->line;
  for (guint i = 0; i < self->width; i++)
    {
      guint32 pixel;
      memcpy (&pixel, row + (gsize) i * sizeof pixel, sizeof pixel);
      *out++ = (guint8) (pixel >> 16);
      *out++ = (guint8) (pixel >> 8);
      *out++ = (guint8) pixel;
    }
}

gboolean
vas_png_write_rows (VasPng *self, const guint8 *rows, gsize stride, guint n_rows, GError **error)
{
  g_return_val_if_fail (self != NULL && rows != NULL, FALSE);

  gsize length = (gsize) self->width * RGB_BYTES;
  for (guint i = 0; i < n_rows; i++)
    {
      unpack_row (self, rows + i * stride);
      self->filtered[0] = FILTER_UP;
      for (gsize j = 0; j < length; j++)
        self->filtered[1 + j] = (guint8) (self->line[j] - self->before[j]);
      guint8 *swap = self->before;
      self->before = self->line;
      self->line = swap;
      if (!compress (self, self->filtered, 1 + length, G_CONVERTER_NO_FLAGS, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vas_png_end (VasPng *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return compress (self, (const guint8 *) "", 0, G_CONVERTER_INPUT_AT_END, error)
         && write_compressed (self, error) && write_chunk (self, "IEND", "", 0, error);
}

void
vas_png_free (VasPng *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_clear_object (&self->compressor);
  g_free (self->before);
  g_free (self->line);
  g_free (self->filtered);
  g_free (self->compressed);
  g_free (self);
}
