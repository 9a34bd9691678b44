/* The exported picture: composes the page and encodes it as PNG, SVG or PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-picture.h"

#include "vas-error.h"
#include "vas-picture-page.h"
#include "vas-png.h"
#include "vas-scene-svg.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  STRIP_ROWS = 256, /* of a PNG drawn at a time: 8 MB at the widest */
  MAX_PIXEL_RATIO = 4,
};

/* A logical pixel is 1/96 inch, as CSS has it. */
#define PIXELS_PER_METRE (96 / 0.0254)

static gboolean
check_options (const VasPictureOptions *options, GError **error)
{
  if (options->width < VAS_PICTURE_MIN_WIDTH || options->height < VAS_PICTURE_MIN_HEIGHT
      || options->width > VAS_PICTURE_MAX_SIDE || options->height > VAS_PICTURE_MAX_SIDE)
    {
      g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE,
                   _ ("A picture can be from %dx%d to %dx%d pixels, not %dx%d."),
                   VAS_PICTURE_MIN_WIDTH, VAS_PICTURE_MIN_HEIGHT, VAS_PICTURE_MAX_SIDE,
                   VAS_PICTURE_MAX_SIDE, options->width, options->height);
      return FALSE;
    }
  if (!(options->pixel_ratio >= 1 && options->pixel_ratio <= MAX_PIXEL_RATIO))
    {
      g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE, _ ("The pixel ratio can be from 1 to %d."),
                   MAX_PIXEL_RATIO);
      return FALSE;
    }
  if (options->range_end < options->range_start)
    {
      g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE,
                   _ ("The range to draw ends before it starts."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_png (const VasScene *scene, double ratio, GOutputStream *stream, GError **error)
{
  guint width = (guint) lround (vas_scene_get_width (scene) * ratio);
  guint height = (guint) lround (vas_scene_get_height (scene) * ratio);
  g_autoptr (VasPng) png
      = vas_png_begin (stream, width, height, (guint) lround (PIXELS_PER_METRE * ratio), error);
  if (png == NULL)
    return FALSE;

  cairo_surface_t *strip = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, STRIP_ROWS);
  gboolean is_written = TRUE;
  for (guint row = 0; row < height && is_written; row += STRIP_ROWS)
    {
      cairo_t *cr = cairo_create (strip);
      cairo_translate (cr, 0, -(double) row);
      cairo_scale (cr, ratio, ratio);
      vas_scene_paint (scene, cr);
      cairo_destroy (cr);
      cairo_surface_flush (strip);
      is_written = vas_png_write_rows (png, cairo_image_surface_get_data (strip),
                                       (gsize) cairo_image_surface_get_stride (strip),
                                       MIN (STRIP_ROWS, height - row), error);
    }
  cairo_surface_destroy (strip);
  return is_written && vas_png_end (png, error);
}

static gboolean
write_svg (const VasScene *scene, const char *title, GOutputStream *stream, GError **error)
{
  g_autoptr (GString) text = vas_scene_to_svg (scene, title);
  return g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error);
}

/* What cairo writes through; it keeps only that an error happened, not which. */
typedef struct
{
  GOutputStream *stream;
  GError *error;
} PdfSink;

static cairo_status_t
write_pdf_cb (void *closure, const unsigned char *bytes, unsigned int length)
{
  PdfSink *sink = closure;
  return sink->error == NULL
                 && g_output_stream_write_all (sink->stream, bytes, length, NULL, NULL, &sink->error)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
write_pdf (const VasScene *scene, const char *title, GOutputStream *stream, GError **error)
{
  PdfSink sink = { .stream = stream };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_pdf_cb, &sink, vas_scene_get_width (scene), vas_scene_get_height (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Vascope " VAS_VERSION);
  cairo_t *cr = cairo_create (surface);
  vas_scene_paint (scene, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (sink.error != NULL)
    g_propagate_error (error, sink.error);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return sink.error == NULL && status == CAIRO_STATUS_SUCCESS;
}

static gboolean
encode (const VasScene *scene, const VasPictureOptions *options, VasPictureFormat format,
        const char *title, GOutputStream *stream, GError **error)
{
  if (format == VAS_PICTURE_PNG)
    return write_png (scene, options->pixel_ratio, stream, error);
  if (format == VAS_PICTURE_SVG)
    return write_svg (scene, title, stream, error);
  return write_pdf (scene, title, stream, error);
}

gboolean
vas_picture_write (VasSnapshot *snapshot, const VasPictureOptions *options,
                   VasPictureFormat format, GOutputStream *stream, GError **error)
{
  g_return_val_if_fail (snapshot != NULL && options != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (!check_options (options, error))
    return FALSE;
  VasPictureOptions drawn = *options;
  if (format != VAS_PICTURE_PNG)
    drawn.pixel_ratio = MAX_PIXEL_RATIO; /* borders lie where every screen and printer has a dot */
  g_autoptr (VasScene) scene = vas_picture_page_compose (snapshot, &drawn);
  return encode (scene, options, format, snapshot->title, stream, error);
}
