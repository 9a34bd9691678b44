/* Marks as pixels: the strokes of a hatch are of their colour and nothing beyond it, in every size.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-scene.h"

enum
{
  SIDE = 600,
};

static const VasColor PAPER = { 0.9f, 0.9f, 0.9f, 1 }, INK = { 0.5f, 0.3f, 0.1f, 1 };

static cairo_surface_t *
paint_hatch (double spacing, double ratio)
{
  g_autoptr (VasType) type = vas_type_new (NULL, 1);
  g_autoptr (VasScene) scene = vas_scene_new (type, SIDE / ratio, SIDE / ratio);
  VasRect all = { 0, 0, SIDE / ratio, SIDE / ratio };
  vas_scene_fill (scene, all, PAPER, 0);
  vas_scene_hatch (scene, all, INK, spacing);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_surface_set_device_scale (surface, ratio, ratio);
  cairo_t *cr = cairo_create (surface);
  vas_scene_paint (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_between (guint channel, double ink, double paper)
{
  return channel + 1 >= ink * 255 && channel <= paper * 255 + 1;
}

/* A gradient with two stops of one colour close together came out white at some places. */
static void
check_hatch (double spacing, double ratio)
{
  cairo_surface_t *surface = paint_hatch (spacing, ratio);
  const guint8 *bytes = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface), n_inked = 0;
  for (gsize y = 0; y < SIDE; y++)
    for (gsize x = 0; x < SIDE; x++)
      {
        guint32 pixel = ((const guint32 *) (gconstpointer) (bytes + y * stride))[x];
        guint red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;
        if (!is_between (red, INK.red, PAPER.red) || !is_between (green, INK.green, PAPER.green)
            || !is_between (blue, INK.blue, PAPER.blue))
          g_error ("pixel %06x at %zu,%zu, spacing %g, ratio %g", pixel, x, y, spacing, ratio);
        n_inked += red < (INK.red + PAPER.red) / 2 * 255;
      }
  g_assert_cmpuint (n_inked, >, SIDE * SIDE / 50);
  g_assert_cmpuint (n_inked, <, SIDE * SIDE / 2);
  cairo_surface_destroy (surface);
}

static void
test_hatch (void)
{
  for (guint i = 0; i < 60; i++)
    {
      check_hatch (4 + i * 0.1, 1);
      check_hatch (4 + i * 0.1, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/hatch", test_hatch);
  return g_test_run ();
}
