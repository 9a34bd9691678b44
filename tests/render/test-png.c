/* The PNG writer: cairo reads back every pixel, whatever the size of the strips.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-png.h"

#include "reopened-png.h"

static guint32
get_pixel (guint x, guint y)
{
  return (x * 7 + y * 13) % 256 << 16 | (x * y) % 256 << 8 | (y / 3) % 256;
}

static GBytes *
encode (guint width, guint height, guint strip)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VasPng) png = vas_png_begin (stream, width, height, 3780, &error);
  g_assert_no_error (error);
  g_autofree guint32 *rows = g_new0 (guint32, width * strip);
  for (guint y = 0; y < height; y += strip)
    {
      guint n = MIN (strip, height - y);
      for (guint i = 0; i < width * n; i++)
        rows[i] = 0xff000000 | get_pixel (i % width, y + i / width);
      g_assert_true (vas_png_write_rows (png, (guint8 *) rows, width * 4, n, &error));
    }
  g_assert_true (vas_png_end (png, &error));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
check (guint width, guint height, guint strip)
{
  g_autoptr (GBytes) bytes = encode (width, height, strip);
  cairo_surface_t *image = reopened_png (bytes);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, (int) width);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, (int) height);
  const guint8 *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint32 pixel;
        memcpy (&pixel, data + y * (guint) stride + x * 4, 4);
        g_assert_cmphex (pixel & 0xffffff, ==, get_pixel (x, y));
      }
  cairo_surface_destroy (image);
}

static void
test_round_trip (void)
{
  check (1, 1, 1);
  check (3, 5, 2);
  check (640, 480, 256);
  check (1000, 257, 256);
  check (200, 1000, 7);
}

/* Strips are how it is drawn, not what it is. */
static void
test_same_file (void)
{
  g_autoptr (GBytes) a = encode (300, 200, 200), b = encode (300, 200, 33);
  g_assert_true (g_bytes_equal (a, b));
}

/* A stream that takes no more says so. */
static void
test_full (void)
{
  guint8 room[100];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VasPng) png = vas_png_begin (stream, 50, 50, 0, &error);
  g_assert_no_error (error);
  g_autofree guint32 *rows = g_new0 (guint32, 50 * 50);
  for (guint i = 0; i < 50 * 50; i++)
    rows[i] = g_random_int ();
  gboolean is_written = vas_png_write_rows (png, (guint8 *) rows, 200, 50, &error)
                        && vas_png_end (png, &error);
  g_assert_false (is_written);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png/round-trip", test_round_trip);
  g_test_add_func ("/png/same-file", test_same_file);
  g_test_add_func ("/png/full", test_full);
  return g_test_run ();
}
