/* The exported picture: draws the map and encodes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "vas-display.h"
#include "vas-error.h"
#include "vas-viewport.h"
#include "vas-words.h"

void
vas_picture_options_init (VasPictureOptions *options)
{
  *options = (VasPictureOptions){
    .width = 1000,
    .height = 1400,
    .pixel_ratio = 1,
    .scale = VAS_SCALE_LOG,
    .direction = VAS_DIRECTION_DOWN,
    .theme = VAS_THEME_LIGHT,
  };
}

static void
draw_span (cairo_t *cr, const VasLayout *layout, VasSpan span, double y, double height, double width)
{
  VasSnapshot *snapshot = vas_layout_get_snapshot (layout);
  if (span.region < 0 || height <= 0)
    return;
  const VasVerdict *verdict = vas_snapshot_get_verdict (snapshot, (gsize) span.region);
  double hue = vas_kind_get_family (verdict->kind) / (double) VAS_N_FAMILIES;
  cairo_set_source_rgb (cr, 0.9 - hue * 0.5, 0.6 + hue * 0.3, 0.4 + hue * 0.5);
  cairo_rectangle (cr, 160, y, width - 180, MAX (height - 0.5, 0.5));
  cairo_fill (cr);
  if (height < 12)
    return;
  g_autofree char *label = vas_words_label (snapshot, verdict);
  g_autofree char *address = vas_display_address (span.start);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_move_to (cr, 20, y + 10);
  cairo_show_text (cr, address);
  cairo_move_to (cr, 170, y + 10);
  cairo_show_text (cr, label);
}

static void
draw (cairo_t *cr, const VasLayout *layout, const VasPictureOptions *options)
{
  VasViewport viewport = vas_viewport_whole ();
  if (options->range_end > options->range_start)
    viewport = vas_viewport_fit_exactly (layout, options->range_start, options->range_end,
                                         options->height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, 20, 24);
  cairo_show_text (cr, vas_layout_get_snapshot (layout)->title);
  for (gsize i = 0; i < vas_layout_get_n_spans (layout); i++)
    {
      VasSpan span = vas_layout_get_span (layout, i);
      double top = vas_viewport_to_window (viewport, span.top) * (options->height - 60) + 40;
      double bottom = vas_viewport_to_window (viewport, span.bottom) * (options->height - 60) + 40;
      if (bottom > 40 && top < options->height - 20)
        draw_span (cr, layout, span, top, bottom - top, options->width);
    }
}

static cairo_status_t
write_cb (void *closure, const unsigned char *bytes, unsigned int length)
{
  return g_output_stream_write_all (closure, bytes, length, NULL, NULL, NULL)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

static cairo_surface_t *
make_surface (const VasPictureOptions *options, VasPictureFormat format, GOutputStream *stream)
{
  if (format == VAS_PICTURE_SVG)
    return cairo_svg_surface_create_for_stream (write_cb, stream, options->width, options->height);
  if (format == VAS_PICTURE_PDF)
    return cairo_pdf_surface_create_for_stream (write_cb, stream, options->width, options->height);
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                     (int) ceil (options->width * options->pixel_ratio),
                                     (int) ceil (options->height * options->pixel_ratio));
}

gboolean
vas_picture_write (VasSnapshot *snapshot,
                   const VasPictureOptions *options,
                   VasPictureFormat format,
                   GOutputStream *stream,
                   GError **error)
{
  g_return_val_if_fail (snapshot != NULL && options != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, options->scale, options->direction);
  cairo_surface_t *surface = make_surface (options, format, stream);
  if (format == VAS_PICTURE_PNG)
    cairo_surface_set_device_scale (surface, options->pixel_ratio, options->pixel_ratio);
  cairo_t *cr = cairo_create (surface);
  draw (cr, layout, options);
  cairo_destroy (cr);
  if (format == VAS_PICTURE_PNG)
    cairo_surface_write_to_png_stream (surface, write_cb, stream);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, VAS_ERROR, VAS_ERROR_WRITE, _("The picture could not be written: %s."),
               cairo_status_to_string (status));
  return FALSE;
}
