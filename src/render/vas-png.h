/* Encodes a picture as PNG strip by strip, so that the largest fits in little memory.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasPng: a file under way. Colours are 8-bit RGB (PNG colour type 2). The same pixels make the same
 * bytes, however they are cut into strips.
 */
typedef struct _VasPng VasPng;

/**
 * vas_png_begin: @width and @height are what libpng allows, up to a million; @pixels_per_metre may be
 * 0 (not said). %NULL with the stream's error.
 */
VasPng *vas_png_begin (GOutputStream *stream, guint width, guint height, guint pixels_per_metre,
                       GError **error);

/**
 * vas_png_write_rows:
 * @rows: `0xXXRRGGBB` in native order, as CAIRO_FORMAT_RGB24 has it, @stride bytes apart
 */
gboolean vas_png_write_rows (VasPng *self, const guint8 *rows, gsize stride, guint n_rows,
                             GError **error);

/** vas_png_end: after all rows; neither flushes nor closes the stream. */
gboolean vas_png_end (VasPng *self, GError **error);
void vas_png_free (VasPng *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasPng, vas_png_free)
