/* What assistive technology and the tooltip say about the map.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-map-description.h"

#include "vas-display.h"
#include "vas-map-words.h"
#include "vas-words.h"

#include <glib/gi18n-lib.h>

static char *
describe_range (VasLayout *layout, VasViewport viewport)
{
  if (vas_viewport_is_whole (viewport))
    return g_strdup (_ ("The whole address space is in sight."));
  guint64 top = vas_layout_position_to_address (layout, viewport.top);
  guint64 bottom = vas_layout_position_to_address (layout, viewport.top + viewport.extent);
  g_autofree char *start = vas_display_address (MIN (top, bottom));
  g_autofree char *end = vas_display_address (MAX (top, bottom));
  /* Translators: two addresses, and how many times nearer than the whole. */
  return g_strdup_printf (_ ("In sight: %s to %s, enlarged %.3g times."), start, end,
                          1 / viewport.extent);
}

char *
vas_map_describe_view (VasLayout *layout, VasViewport viewport, gssize selected)
{
  g_return_val_if_fail (layout != NULL, NULL);
  const VasSnapshot *snapshot = vas_layout_get_snapshot (layout);
  g_autofree char *range = describe_range (layout, viewport);
  if (selected < 0)
    return g_steal_pointer (&range);
  const VasRegion *r = vas_snapshot_get_region (snapshot, (gsize) selected);
  g_autofree char *label
      = vas_words_label (snapshot, vas_snapshot_get_verdict (snapshot, (gsize) selected));
  g_autofree char *start = vas_display_address (r->start);
  g_autofree char *size = vas_display_size (vas_region_get_size (r));
  /* Translators: a sentence about what is in sight; a region's label, its address and size. */
  return g_strdup_printf (_ ("%s Selected: %s, at %s, %s."), range, label, start, size);
}

char *
vas_map_describe_hit (VasLayout *layout, const VasMapHit *hit)
{
  g_return_val_if_fail (layout != NULL && hit != NULL, NULL);
  const VasSnapshot *snapshot = vas_layout_get_snapshot (layout);
  g_autofree char *name = NULL;
  switch (hit->kind)
    {
    case VAS_MAP_HIT_GAP:
      return vas_map_words_gap (layout, vas_layout_find_address (layout, hit->start));
    case VAS_MAP_HIT_REGION:
      return vas_map_words_title (snapshot, hit->first);
    case VAS_MAP_HIT_OBJECT:
      name = vas_words_object (snapshot, hit->first);
      break;
    case VAS_MAP_HIT_AREA:
      name = vas_words_area (snapshot, vas_grouping_find_area (snapshot->grouping, hit->first));
      break;
    case VAS_MAP_HIT_REGIONS:
      break;
    case VAS_MAP_HIT_NOTHING:
    case VAS_MAP_HIT_OVERVIEW:
      return NULL;
    }
  g_autofree char *sum = vas_map_words_sum (hit->mapped, hit->n);
  return name != NULL ? g_strdup_printf ("%s\n%s", name, sum) : g_steal_pointer (&sum);
}
