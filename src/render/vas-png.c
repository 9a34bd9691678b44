/* Encodes a picture as PNG strip by strip with libpng's rows. cairo's own writer wants the whole
 * picture in memory: 4 GB for 8000x8000 at four pixels each way.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-png.h"

#include <png.h>

enum
{
  BIT_DEPTH = 8,
  IDAT_BYTES = 65536,
};

struct _VasPng
{
  GOutputStream *stream;
  GError *error; /* the stream's first: libpng cannot hand one on */
  png_structp png;
  png_infop info;
};

/* libpng leaves by longjmp where it meets an error. What the world can do wrong never gets there: a
 * stream that fails is kept in mind and asked for between calls, and memory that is out ends the
 * program, as in all of GLib. What is left is a mistake of ours. */
static void
fault_cb (png_structp png, png_const_charp message)
{
  g_error ("libpng: %s", message);
}

static void
warning_cb (png_structp png, png_const_charp message)
{
  g_warning ("libpng: %s", message);
}

static png_voidp
allocate_cb (png_structp png, png_alloc_size_t size)
{
  return g_malloc (size);
}

static void
free_cb (png_structp png, png_voidp memory)
{
  g_free (memory);
}

static void
write_cb (png_structp png, png_bytep bytes, size_t length)
{
  VasPng *self = png_get_io_ptr (png);
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, bytes, length, NULL, NULL, &self->error);
}

static void
flush_cb (png_structp png)
{
}

static gboolean
check_stream (const VasPng *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->error);
  return FALSE;
}

static void
write_head (VasPng *self, guint width, guint height, guint pixels_per_metre)
{
  static char key[] = "Software", vascope[] = "Vascope";
  const png_text software
      = { .compression = PNG_TEXT_COMPRESSION_NONE, .key = key, .text = vascope };
  png_set_IHDR (self->png, self->info, width, height, BIT_DEPTH, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_text (self->png, self->info, &software, 1);
  if (pixels_per_metre != 0)
    png_set_pHYs (self->png, self->info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
  png_write_info (self->png, self->info);
}

/* cairo's pixels are numbers of 32 bits, with the colour in the lower 24. */
static void
set_pixel_layout (VasPng *self)
{
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    png_set_bgr (self->png);
  png_set_filler (self->png, 0,
                  G_BYTE_ORDER == G_LITTLE_ENDIAN ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
}

VasPng *
vas_png_begin (GOutputStream *stream, guint width, guint height, guint pixels_per_metre,
               GError **error)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (width > 0 && width <= PNG_USER_WIDTH_MAX, NULL);
  g_return_val_if_fail (height > 0 && height <= PNG_USER_HEIGHT_MAX, NULL);

  g_autoptr (VasPng) self = g_new0 (VasPng, 1);
  self->stream = g_object_ref (stream);
  self->png = png_create_write_struct_2 (PNG_LIBPNG_VER_STRING, NULL, fault_cb, warning_cb, NULL,
                                         allocate_cb, free_cb);
  self->info = png_create_info_struct (self->png);
  png_set_write_fn (self->png, self, write_cb, flush_cb);
  png_set_compression_buffer_size (self->png, IDAT_BYTES);
  /* The filter "Up" makes the file a fifth larger. */
  png_set_filter (self->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  write_head (self, width, height, pixels_per_metre);
  set_pixel_layout (self);
  return check_stream (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
vas_png_write_rows (VasPng *self, const guint8 *rows, gsize stride, guint n_rows, GError **error)
{
  g_return_val_if_fail (self != NULL && rows != NULL, FALSE);

  for (guint i = 0; i < n_rows && self->error == NULL; i++)
    png_write_row (self->png, rows + i * stride);
  return check_stream (self, error);
}

gboolean
vas_png_end (VasPng *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  png_write_end (self->png, NULL);
  return check_stream (self, error);
}

void
vas_png_free (VasPng *self)
{
  if (self == NULL)
    return;
  png_destroy_write_struct (&self->png, &self->info);
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_free (self);
}
