/* The part of a layout that is in sight: zoom, pan and fit as plain arithmetic.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-viewport.h"

#include <math.h>

#define FIT_MARGIN 0.03 /* of what is shown, above and below it */
/* Positions are doubles up to 1: with this extent a pixel, a row is an eighth of a row off at most. */
#define LEAST_EXTENT_PER_PIXEL 0x1p-50

static VasViewport
clamp_viewport (double top, double extent)
{
  VasViewport viewport;
  viewport.extent = CLAMP (extent, G_MINDOUBLE, 1);
  viewport.top = CLAMP (top, 0, 1 - viewport.extent);
  return viewport;
}

VasViewport
vas_viewport_whole (void)
{
  return (VasViewport){ 0, 1 };
}

gboolean
vas_viewport_is_whole (VasViewport self)
{
  return self.extent >= 1;
}

/* The smallest extent that makes sense where @position is looked at. */
static double
find_least_extent (const VasLayout *layout, double position, double pixels)
{
  VasSpan span = vas_layout_get_span (layout, vas_layout_find_span (layout, position));
  double size = (double) (span.end - span.start);
  double page = (double) vas_layout_get_snapshot (layout)->page_size;
  double page_height = (span.bottom - span.top) * (size > page ? page / size : 1);
  double least = page_height * pixels / VAS_VIEWPORT_PAGE_PIXELS;
  return CLAMP (least, pixels * LEAST_EXTENT_PER_PIXEL, 1);
}

VasViewport
vas_viewport_zoom (VasViewport self, const VasLayout *layout, double factor, double anchor,
                   double pixels)
{
  g_return_val_if_fail (layout != NULL && factor > 0 && pixels > 0, self);

  double fixed = vas_viewport_to_layout (self, anchor);
  double extent = self.extent / factor;
  if (factor > 1)
    {
      /* Already nearer than the limit here (it differs from span to span): stay, never jump back. */
      double least = MIN (find_least_extent (layout, fixed, pixels), self.extent);
      extent = MAX (extent, least);
    }
  return clamp_viewport (fixed - anchor * MIN (extent, 1), extent);
}

VasViewport
vas_viewport_pan (VasViewport self, double fraction)
{
  return clamp_viewport (self.top + fraction * self.extent, self.extent);
}

/* The positions between which a range lies, whichever way addresses grow. */
static void
find_positions (const VasLayout *layout, guint64 start, guint64 end, double *top, double *bottom)
{
  /* The last byte, not the end, which may lie beyond a gap; but seen to its far border. */
  guint64 last = end > start ? end - 1 : start;
  VasSpan span = vas_layout_get_span (layout, vas_layout_find_address (layout, last));
  double low = vas_layout_address_to_position (layout, start);
  gboolean up = vas_layout_get_direction (layout) == VAS_DIRECTION_UP;
  double high = end >= span.end ? (up ? span.top : span.bottom)
                                : vas_layout_address_to_position (layout, end);
  *top = MIN (low, high);
  *bottom = MAX (low, high);
}

static VasViewport
fit_with_margin (const VasLayout *layout, guint64 start, guint64 end, double pixels, double margin)
{
  double top, bottom;
  find_positions (layout, start, end, &top, &bottom);
  double middle = (top + bottom) / 2;
  double extent = (bottom - top) * (1 + 2 * margin);
  extent = MAX (extent, pixels * LEAST_EXTENT_PER_PIXEL);
  return clamp_viewport (middle - extent / 2, extent);
}

VasViewport
vas_viewport_fit (const VasLayout *layout, guint64 start, guint64 end, double pixels)
{
  g_return_val_if_fail (layout != NULL && start <= end, vas_viewport_whole ());

  VasViewport viewport = fit_with_margin (layout, start, end, pixels, FIT_MARGIN);
  double middle = viewport.top + viewport.extent / 2;
  double least = find_least_extent (layout, middle, pixels);
  if (viewport.extent >= least)
    return viewport;
  return clamp_viewport (middle - least / 2, least);
}

VasViewport
vas_viewport_fit_exactly (const VasLayout *layout, guint64 start, guint64 end, double pixels)
{
  g_return_val_if_fail (layout != NULL && start <= end, vas_viewport_whole ());
  return fit_with_margin (layout, start, end, pixels, 0);
}

VasViewport
vas_viewport_reveal (VasViewport self, const VasLayout *layout, guint64 start, guint64 end)
{
  g_return_val_if_fail (layout != NULL && start <= end, self);

  double top, bottom;
  find_positions (layout, start, end, &top, &bottom);
  double room = (bottom - top) * FIT_MARGIN;
  top -= room;
  bottom += room;
  if (bottom - top > self.extent)
    return clamp_viewport (top, bottom - top);
  if (top < self.top)
    return clamp_viewport (top, self.extent);
  if (bottom > self.top + self.extent)
    return clamp_viewport (bottom - self.extent, self.extent);
  return self;
}

VasViewport
vas_viewport_move_to (VasViewport self, const VasLayout *layout, guint64 address, double anchor)
{
  g_return_val_if_fail (layout != NULL, self);
  double position = vas_layout_address_to_position (layout, address);
  return clamp_viewport (position - anchor * self.extent, self.extent);
}
