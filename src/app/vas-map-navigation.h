/* Where one is on the map and how one came there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-viewport.h"

/** VasMapNavigation: a layout, the part of it in sight, and the parts that were before. */
typedef struct _VasMapNavigation VasMapNavigation;

VasMapNavigation *vas_map_navigation_new (void);
void vas_map_navigation_free (VasMapNavigation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapNavigation, vas_map_navigation_free)

/** vas_map_navigation_clear: no layout, no past. */
void vas_map_navigation_clear (VasMapNavigation *self);

/**
 * vas_map_navigation_set_layout:
 * @anchor: a fraction of the window, 0 top to 1 bottom
 *
 * A newer layout on the same scale keeps the address at @anchor where it is. One on another scale
 * or the other way up shows the same addresses.
 */
void vas_map_navigation_set_layout (VasMapNavigation *self, VasLayout *layout, double anchor);
/** vas_map_navigation_get_layout: (nullable) (transfer none): */
VasLayout *vas_map_navigation_get_layout (VasMapNavigation *self);

VasViewport vas_map_navigation_get_viewport (VasMapNavigation *self);
void vas_map_navigation_set_viewport (VasMapNavigation *self, VasViewport viewport);

/** vas_map_navigation_remember: the present view is one to come back to. */
void vas_map_navigation_remember (VasMapNavigation *self);
/** vas_map_navigation_back: %FALSE if nothing was remembered. */
gboolean vas_map_navigation_back (VasMapNavigation *self);

/** vas_map_navigation_get_range: the addresses in sight; %FALSE without a layout. */
gboolean vas_map_navigation_get_range (VasMapNavigation *self, guint64 *start, guint64 *end);
