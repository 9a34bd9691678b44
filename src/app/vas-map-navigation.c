/* Where one is on the map, how one moves there, and how one came.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-navigation.h"

/* Steps back; the oldest are forgotten. */
#define MAX_PAST 100

struct _VasMapNavigation
{
  GObject parent_instance;

  VasLayout *layout; /* (nullable) */
  VasViewport viewport;
  double rows;
  GArray *past; /* of VasViewport */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasMapNavigation, vas_map_navigation, G_TYPE_OBJECT)

static void
vas_map_navigation_finalize (GObject *object)
{
  VasMapNavigation *self = VAS_MAP_NAVIGATION (object);
  vas_layout_unref (self->layout);
  g_array_unref (self->past);
  G_OBJECT_CLASS (vas_map_navigation_parent_class)->finalize (object);
}

static void
vas_map_navigation_class_init (VasMapNavigationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_map_navigation_finalize;
  signals[CHANGED] = g_signal_new ("changed", VAS_TYPE_MAP_NAVIGATION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vas_map_navigation_init (VasMapNavigation *self)
{
  self->viewport = vas_viewport_whole ();
  self->rows = 1;
  self->past = g_array_new (FALSE, FALSE, sizeof (VasViewport));
}

VasMapNavigation *
vas_map_navigation_new (void)
{
  return g_object_new (VAS_TYPE_MAP_NAVIGATION, NULL);
}

void
vas_map_navigation_clear (VasMapNavigation *self)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self));
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
  if (is_same_kind (self->layout, layout) && vas_layout_has_same_heights (self->layout, layout))
    return self->viewport; /* and does not creep by rounding */
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
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self) && layout != NULL);

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
  g_return_val_if_fail (VAS_IS_MAP_NAVIGATION (self), NULL);
  return self->layout;
}

void
vas_map_navigation_set_rows (VasMapNavigation *self, double rows)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self));
  self->rows = MAX (rows, 1);
}

VasViewport
vas_map_navigation_get_viewport (VasMapNavigation *self)
{
  g_return_val_if_fail (VAS_IS_MAP_NAVIGATION (self), vas_viewport_whole ());
  return self->viewport;
}

gboolean
vas_map_navigation_get_range (VasMapNavigation *self, guint64 *start, guint64 *end)
{
  g_return_val_if_fail (VAS_IS_MAP_NAVIGATION (self), FALSE);
  if (self->layout == NULL)
    return FALSE;
  guint64 top = vas_layout_position_to_address (self->layout, self->viewport.top);
  guint64 bottom = vas_layout_position_to_address (self->layout,
                                                   self->viewport.top + self->viewport.extent);
  *start = MIN (top, bottom);
  *end = MAX (top, bottom);
  return TRUE;
}

void
vas_map_navigation_show (VasMapNavigation *self, VasViewport viewport)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self));
  if (self->layout == NULL
      || (viewport.top == self->viewport.top && viewport.extent == self->viewport.extent))
    return;
  self->viewport = viewport;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
vas_map_navigation_pan (VasMapNavigation *self, double fraction)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self));
  vas_map_navigation_show (self, vas_viewport_pan (self->viewport, fraction));
}

void
vas_map_navigation_zoom (VasMapNavigation *self, double factor, double anchor)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self));
  vas_map_navigation_zoom_from (self, self->viewport, factor, anchor);
}

void
vas_map_navigation_zoom_from (VasMapNavigation *self, VasViewport start, double factor,
                              double anchor)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self) && factor > 0);
  if (self->layout != NULL)
    vas_map_navigation_show (
        self, vas_viewport_zoom (start, self->layout, factor, anchor, self->rows));
}

void
vas_map_navigation_reveal (VasMapNavigation *self, guint64 start, guint64 end)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self) && start <= end);
  if (self->layout != NULL)
    vas_map_navigation_show (self, vas_viewport_reveal (self->viewport, self->layout, start, end));
}

void
vas_map_navigation_jump (VasMapNavigation *self, guint64 start, guint64 end)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self) && start <= end);
  if (self->layout == NULL)
    return;
  vas_map_navigation_remember (self);
  vas_map_navigation_show (self, vas_viewport_fit (self->layout, start, end, self->rows));
}

void
vas_map_navigation_fit (VasMapNavigation *self)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self));
  vas_map_navigation_remember (self);
  vas_map_navigation_show (self, vas_viewport_whole ());
}

void
vas_map_navigation_remember (VasMapNavigation *self)
{
  g_return_if_fail (VAS_IS_MAP_NAVIGATION (self));
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
  g_return_val_if_fail (VAS_IS_MAP_NAVIGATION (self), FALSE);
  VasViewport present = self->viewport, before = present;
  /* A gesture may have ended where it began. */
  while (self->past->len > 0 && before.top == present.top && before.extent == present.extent)
    {
      before = g_array_index (self->past, VasViewport, self->past->len - 1);
      g_array_set_size (self->past, self->past->len - 1);
    }
  vas_map_navigation_show (self, before);
  return before.top != present.top || before.extent != present.extent;
}
