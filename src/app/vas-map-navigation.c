/* Where one is on the map and how one came there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-navigation.h"

/* Steps back; the oldest are forgotten. */
#define MAX_PAST 100

struct _VasMapNavigation
{
  VasLayout *layout;
  VasViewport viewport;
  GArray *past; /* of VasViewport */
};

VasMapNavigation *
vas_map_navigation_new (void)
{
  VasMapNavigation *self = g_new0 (VasMapNavigation, 1);
  self->viewport = vas_viewport_whole ();
  self->past = g_array_new (FALSE, FALSE, sizeof (VasViewport));
  return self;
}

void
vas_map_navigation_free (VasMapNavigation *self)
{
  if (self == NULL)
    return;
  vas_layout_unref (self->layout);
  g_array_unref (self->past);
  g_free (self);
}

void
vas_map_navigation_clear (VasMapNavigation *self)
{
  g_clear_pointer (&self->layout, vas_layout_unref);
  self->viewport = vas_viewport_whole ();
  g_array_set_size (self->past, 0);
}

static gboolean
is_same_kind (const VasLayout *a, const VasLayout *b)
{
  return vas_layout_get_scale (a) == vas_layout_get_scale (b)
         && vas_layout_get_direction (a) == vas_layout_get_direction (b);
}

static VasViewport
carry_over (VasMapNavigation *self, VasLayout *layout, double anchor)
{
  if (self->layout == NULL || vas_viewport_is_whole (self->viewport))
    return vas_viewport_whole ();
  if (is_same_kind (self->layout, layout))
    {
      double position = vas_viewport_to_layout (self->viewport, anchor);
      guint64 address = vas_layout_position_to_address (self->layout, position);
      return vas_viewport_move_to (self->viewport, layout, address, anchor);
    }
  guint64 start, end;
  vas_map_navigation_get_range (self, &start, &end);
  return vas_viewport_fit_exactly (layout, start, end, 1);
}

void
vas_map_navigation_set_layout (VasMapNavigation *self, VasLayout *layout, double anchor)
{
  g_return_if_fail (self != NULL && layout != NULL);

  self->viewport = carry_over (self, layout, anchor);
  /* What was seen on another scale lies elsewhere on this one. */
  if (self->layout != NULL && !is_same_kind (self->layout, layout))
    g_array_set_size (self->past, 0);
  VasLayout *former = self->layout;
  self->layout = vas_layout_ref (layout);
  vas_layout_unref (former);
}

VasLayout *
vas_map_navigation_get_layout (VasMapNavigation *self)
{
  return self->layout;
}

VasViewport
vas_map_navigation_get_viewport (VasMapNavigation *self)
{
  return self->viewport;
}

void
vas_map_navigation_set_viewport (VasMapNavigation *self, VasViewport viewport)
{
  self->viewport = viewport;
}

void
vas_map_navigation_remember (VasMapNavigation *self)
{
  guint n = self->past->len;
  VasViewport *last = n > 0 ? &g_array_index (self->past, VasViewport, n - 1) : NULL;
  if (last != NULL && last->top == self->viewport.top && last->extent == self->viewport.extent)
    return;
  if (n == MAX_PAST)
    g_array_remove_index (self->past, 0);
  g_array_append_val (self->past, self->viewport);
}

gboolean
vas_map_navigation_back (VasMapNavigation *self)
{
  if (self->past->len == 0)
    return FALSE;
  self->viewport = g_array_index (self->past, VasViewport, self->past->len - 1);
  g_array_set_size (self->past, self->past->len - 1);
  return TRUE;
}

gboolean
vas_map_navigation_get_range (VasMapNavigation *self, guint64 *start, guint64 *end)
{
  if (self->layout == NULL)
    return FALSE;
  guint64 top = vas_layout_position_to_address (self->layout, self->viewport.top);
  guint64 bottom = vas_layout_position_to_address (self->layout,
                                                   self->viewport.top + self->viewport.extent);
  *start = MIN (top, bottom);
  *end = MAX (top, bottom);
  return TRUE;
}
