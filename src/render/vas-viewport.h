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

/** The whole layout. */
VasViewport vas_viewport_whole (void);
/** vas_viewport_zoom: @factor > 1 comes nearer; the position @anchor (fraction of the window, 0 top
 *  to 1 bottom) stays where it is. Stops where one page fills one pixel row of @pixels. */
VasViewport vas_viewport_zoom (VasViewport self, const VasLayout *layout, double factor, double anchor,
                               double pixels);
/** vas_viewport_pan: by @fraction of the window's height; > 0 moves the content up. */
VasViewport vas_viewport_pan (VasViewport self, double fraction);
/** vas_viewport_fit: shows `[start, end)` of addresses with a little room around it. */
VasViewport vas_viewport_fit (const VasLayout *layout, guint64 start, guint64 end, double pixels);
