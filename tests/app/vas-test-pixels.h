/* What a widget looks like, pixel by pixel.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-palette.h"

/** vas_test_get_pixel: 0xrrggbb of what @widget shows at (@x, @y) once it is drawn; of a window that
 *  is on the screen, at pixel ratio 1. */
guint32 vas_test_get_pixel (GtkWidget *widget, double x, double y);

/** vas_test_is_color: but for a step of 1 in 255, as cairo rounds mixed colours its own way. */
gboolean vas_test_is_color (guint32 pixel, VasColor color);
/** vas_test_assert_color: fails the test, naming both. */
void vas_test_assert_color (guint32 pixel, VasColor color);
