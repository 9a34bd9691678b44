/* Widths that follow the font a person has chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** vas_digit_width: logical pixels of @n digits in the font of @widget. */
static inline int
vas_digit_width (GtkWidget *widget, int n)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int digit = pango_font_metrics_get_approximate_digit_width (metrics);
  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (digit * n);
}
