/* The exported picture: the map with a title, the totals, a scale note and a legend.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-layout.h"
#include "vas-theme.h"

typedef enum
{
  VAS_PICTURE_PNG,
  VAS_PICTURE_SVG,
  VAS_PICTURE_PDF,
} VasPictureFormat;

/**
 * VasPictureOptions:
 * @width, @height: logical pixels (PDF: points), 480x600 to 8000x8000
 * @pixel_ratio: PNG pixels per logical pixel, 1 to 4
 * @range_start, @range_end: half-open addresses to show; both 0 = all
 */
typedef struct
{
  int width;
  int height;
  double pixel_ratio;
  VasScale scale;
  VasDirection direction;
  VasTheme theme;
  guint64 range_start;
  guint64 range_end;
} VasPictureOptions;

#define VAS_PICTURE_MIN_WIDTH 480
#define VAS_PICTURE_MIN_HEIGHT 600
#define VAS_PICTURE_MAX_SIDE 8000

/** vas_picture_options_init: 1000x1400, ratio 1, log scale, downward, light, everything. */
void vas_picture_options_init (VasPictureOptions *options);

/**
 * vas_picture_write:
 *
 * Draws and encodes to @stream; needs no display. Nothing is cut or overlapping at any allowed size.
 *
 * Returns: %FALSE with %VAS_ERROR_USAGE, or with the error of @stream, for a caller who knows what it
 *   leads to.
 */
gboolean vas_picture_write (VasSnapshot *snapshot,
                            const VasPictureOptions *options,
                            VasPictureFormat format,
                            GOutputStream *stream,
                            GError **error);
