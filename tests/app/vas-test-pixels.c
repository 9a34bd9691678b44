/* What a widget looks like, pixel by pixel.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-pixels.h"

#include <math.h>

/* The widget, its node, by the renderer of its window. */
static GdkTexture *
take_picture (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (native));
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  return gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &bounds);
}

guint32
vas_test_get_pixel (GtkWidget *widget, double x, double y)
{
  g_autoptr (GdkTexture) texture = take_picture (widget);
  gsize width = (gsize) gdk_texture_get_width (texture);
  gsize height = (gsize) gdk_texture_get_height (texture);
  g_assert_true (x >= 0 && y >= 0 && (gsize) x < width && (gsize) y < height);
  g_autofree guint32 *pixels = g_new (guint32, width * height); /* CAIRO_FORMAT_ARGB32 */
  gdk_texture_download (texture, (guchar *) pixels, width * sizeof *pixels);
  return pixels[(gsize) y * width + (gsize) x] & 0xffffff;
}

static guint32
to_pixel (VasColor color)
{
  return (guint32) lroundf (color.red * 255) << 16 | (guint32) lroundf (color.green * 255) << 8
         | (guint32) lroundf (color.blue * 255);
}

gboolean
vas_test_is_color (guint32 pixel, VasColor color)
{
  guint32 wanted = to_pixel (color);
  for (guint shift = 0; shift <= 16; shift += 8)
    if (ABS ((int) (pixel >> shift & 0xff) - (int) (wanted >> shift & 0xff)) > 1)
      return FALSE;
  return TRUE;
}

void
vas_test_assert_color (guint32 pixel, VasColor color)
{
  if (!vas_test_is_color (pixel, color))
    g_error ("the pixel is %06x, not %06x", pixel, to_pixel (color));
}
