/* The part of a layout that is in sight: zoom, pan and fit as plain arithmetic.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-layout.h"

/**
 * VasViewport: the window `[top, top + extent)` on a layout's positions, with `extent` in (0, 1].
 * A value: every function returns a new one, clamped to the layout.
 */
typedef struct
{
  double top;
  double extent;
} VasViewport;

/** VAS_VIEWPORT_PAGE_PIXELS: one comes no nearer than this: a page this many pixel rows tall. */
#define VAS_VIEWPORT_PAGE_PIXELS 32

/** The whole layout. */
VasViewport vas_viewport_whole (void);
/** vas_viewport_is_whole: whether everything is in sight. */
gboolean vas_viewport_is_whole (VasViewport self);
/** vas_viewport_zoom: @factor > 1 comes nearer; the position @anchor (fraction of the window, 0 top
 *  to 1 bottom) stays where it is. Stops where one page under the anchor fills
 *  %VAS_VIEWPORT_PAGE_PIXELS of the window's @pixels, or where a double can no longer tell rows
 *  apart. */
VasViewport vas_viewport_zoom (VasViewport self, const VasLayout *layout, double factor, double anchor,
                               double pixels);
/** vas_viewport_pan: by @fraction of the window's height; > 0 moves the content up. */
VasViewport vas_viewport_pan (VasViewport self, double fraction);
/** vas_viewport_fit: shows `[start, end)` of addresses with a little room around it, and with its
 *  neighbours where that would be nearer than one can zoom. */
VasViewport vas_viewport_fit (const VasLayout *layout, guint64 start, guint64 end, double pixels);
/** vas_viewport_fit_exactly: that and nothing else. */
VasViewport vas_viewport_fit_exactly (const VasLayout *layout, guint64 start, guint64 end,
                                      double pixels);
/** vas_viewport_reveal: moves as little as needed to bring `[start, end)` into sight; the same
 *  extent, but larger where the range does not fit. */
VasViewport vas_viewport_reveal (VasViewport self, const VasLayout *layout, guint64 start, guint64 end);
/** vas_viewport_move_to: the same extent, with the position of @address at @anchor of the window. */
VasViewport vas_viewport_move_to (VasViewport self, const VasLayout *layout, guint64 address,
                                  double anchor);

/** Between positions of the layout and fractions of the window (0 top, 1 bottom); inverses. */
static inline double
vas_viewport_to_window (VasViewport self, double position)
{
  return (position - self.top) / self.extent;
}

static inline double
vas_viewport_to_layout (VasViewport self, double fraction)
{
  return self.top + fraction * self.extent;
}
