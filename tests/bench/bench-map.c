/* What laying out, sorting into pixel rows, painting and exporting cost, beside a small process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"
#include "sample-regions.h"
#include "vas-map-painter.h"
#include "vas-picture.h"

#include <gio/gio.h>

enum
{
  ROUNDS = 7,
  N_FILES = 300,
  FEW = 1000,
  WIDTH = 1600,
  HEIGHT = 1100,
};

/* One process drawn at one size. */
typedef struct
{
  VasSnapshot *snapshot;
  VasLayout *layout;
  VasMapSums *sums;
  VasViewport viewport;
  double pixel_ratio;
  VasType *type;
  VasMapGeometry *geometry;
  cairo_surface_t *surface;
} Drawing;

/* The few regions and the many, in turns. */
typedef struct
{
  Drawing few;
  Drawing many;
} Pair;

static VasMapGeometry *
make_geometry (Drawing *self)
{
  VasMapRequest request = {
    .layout = self->layout,
    .sums = self->sums,
    .viewport = self->viewport,
    .type = self->type,
    .frame = { 0, 0, WIDTH, HEIGHT },
    .pixel_ratio = self->pixel_ratio,
    .with_overview = TRUE,
    .before = self->geometry,
  };
  return vas_map_geometry_new (&request);
}

static void
drawing_init (Drawing *self, VasSnapshot *snapshot, VasViewport viewport, double pixel_ratio)
{
  self->snapshot = snapshot;
  self->layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  self->sums = vas_map_sums_new (self->layout, NULL);
  self->viewport = viewport;
  self->pixel_ratio = pixel_ratio;
  self->type = vas_type_new (NULL, 1);
  self->geometry = NULL;
  self->geometry = make_geometry (self);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * pixel_ratio),
                                              (int) (HEIGHT * pixel_ratio));
  cairo_surface_set_device_scale (self->surface, pixel_ratio, pixel_ratio);
}

static void
drawing_clear (Drawing *self)
{
  cairo_surface_destroy (self->surface);
  vas_map_geometry_unref (self->geometry);
  vas_type_unref (self->type);
  vas_map_sums_unref (self->sums);
  vas_layout_unref (self->layout);
}

static void
lay_out (Drawing *self)
{
  vas_layout_unref (vas_layout_new (self->snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN));
}

static void
sum_up (Drawing *self)
{
  vas_map_sums_unref (vas_map_sums_new (self->layout, NULL));
}

static void
sort_into_rows (Drawing *self)
{
  vas_map_geometry_unref (make_geometry (self));
}

/* All that a frame of zooming takes, down to the pixels. */
static void
draw_frame (Drawing *self)
{
  g_autoptr (VasMapGeometry) geometry = make_geometry (self);
  g_autoptr (VasScene) scene = vas_scene_new (self->type, WIDTH, HEIGHT);
  vas_map_paint (scene, geometry, VAS_THEME_LIGHT, VAS_MAP_UNNAMED);
  vas_type_age (self->type);
  cairo_t *cr = cairo_create (self->surface);
  vas_scene_paint (scene, cr);
  cairo_destroy (cr);
}

static void
export_png (Drawing *self)
{
  VasPictureOptions options;
  vas_picture_options_init (&options);
  options.width = 1600;
  options.height = 1200;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  vas_picture_write (self->snapshot, &options, VAS_PICTURE_PNG, stream, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *what;
  void (*run) (Drawing *);
  Pair *pair;
} Work;

static void
run_few (gpointer user_data)
{
  const Work *work = user_data;
  work->run (&work->pair->few);
}

static void
run_many (gpointer user_data)
{
  const Work *work = user_data;
  work->run (&work->pair->many);
}

static void
bench (const char *what, void (*run) (Drawing *), Pair *pair)
{
  Work work = { what, run, pair };
  Comparison result = measure_compare (run_few, run_many, &work, ROUNDS);
  g_print ("%s, %" G_GSIZE_FORMAT " regions: %.2f ms; %d regions: %.2f ms; %.1f times\n", what,
           vas_snapshot_get_n_regions (pair->many.snapshot), result.other, FEW, result.base,
           result.ratio);
}

static void
bench_view (VasSnapshot *few, VasSnapshot *many, const char *what, VasViewport viewport,
            double pixel_ratio)
{
  Pair pair;
  drawing_init (&pair.few, few, viewport, pixel_ratio);
  drawing_init (&pair.many, many, viewport, pixel_ratio);
  g_autofree char *rows = g_strdup_printf ("pixel rows of %s", what);
  g_autofree char *frame = g_strdup_printf ("a frame of %s, %dx%d at ratio %g", what, WIDTH, HEIGHT,
                                            pixel_ratio);
  bench (rows, sort_into_rows, &pair);
  bench (frame, draw_frame, &pair);
  if (vas_viewport_is_whole (viewport) && pixel_ratio <= 1)
    {
      bench ("layout", lay_out, &pair);
      bench ("sums for zooming", sum_up, &pair);
      bench ("PNG of 1600x1200", export_png, &pair);
    }
  drawing_clear (&pair.few);
  drawing_clear (&pair.many);
}

int
main (void)
{
  static const guint SIZES[] = { 65000, 1000000 };
  g_autoptr (VasSnapshot) few = sample_regions_new (FEW, N_FILES, 1);
  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      g_autoptr (VasSnapshot) many = sample_regions_new (SIZES[i], N_FILES, 1);
      bench_view (few, many, "everything", vas_viewport_whole (), 1);
      bench_view (few, many, "everything", vas_viewport_whole (), 2);
      bench_view (few, many, "a thousandth", (VasViewport){ 0.5, 0.001 }, 1);
    }
  return 0;
}
