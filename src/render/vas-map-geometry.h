/* The map as an immutable value: what is where, for painting and for hit testing alike.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-map-cells.h"
#include "vas-map-columns.h"
#include "vas-map-marks.h"
#include "vas-map-ruler.h"
#include "vas-map-sums.h"

/**
 * VasMapRequest: what a geometry is made from. Nothing is taken over.
 * @sums: (nullable): of @layout, where it is looked at more than once; @matches are then those of
 *   the sums
 * @frame: logical pixels, headings included
 * @pixel_ratio: device pixels in a logical one
 * @with_overview: whether the strip at the left is wanted
 * @matches: (nullable): one byte a region; %NULL = all match
 * @marks: (nullable): what changed
 * @before: (nullable): the geometry before this one, whose overview is kept if it still holds
 */
typedef struct
{
  VasLayout *layout;
  const VasMapSums *sums;
  VasViewport viewport;
  VasType *type;
  VasRect frame;
  double pixel_ratio;
  gboolean with_overview;
  const guint8 *matches;
  VasMapMarks *marks;
  const struct _VasMapGeometry *before;
} VasMapRequest;

typedef struct _VasMapGeometry VasMapGeometry;

/** vas_map_geometry_new: costs what the cells do, see vas_map_cells_new(). */
VasMapGeometry *vas_map_geometry_new (const VasMapRequest *request);
VasMapGeometry *vas_map_geometry_ref (VasMapGeometry *self);
void vas_map_geometry_unref (VasMapGeometry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapGeometry, vas_map_geometry_unref)

VasLayout *vas_map_geometry_get_layout (const VasMapGeometry *self);
VasSnapshot *vas_map_geometry_get_snapshot (const VasMapGeometry *self);
VasViewport vas_map_geometry_get_viewport (const VasMapGeometry *self);
VasType *vas_map_geometry_get_type_set (const VasMapGeometry *self);
double vas_map_geometry_get_pixel_ratio (const VasMapGeometry *self);
VasMapMarks *vas_map_geometry_get_marks (const VasMapGeometry *self);
const VasMapColumns *vas_map_geometry_get_columns (const VasMapGeometry *self);
const VasMapCells *vas_map_geometry_get_cells (const VasMapGeometry *self);
/** vas_map_geometry_get_overview: (nullable): cells of the strip, of the whole layout. */
const VasMapCells *vas_map_geometry_get_overview (const VasMapGeometry *self);
/** vas_map_geometry_get_window: where the strip is in sight, as a rectangle on it. */
VasRect vas_map_geometry_get_window (const VasMapGeometry *self);
const VasTick *vas_map_geometry_get_ticks (const VasMapGeometry *self, gsize *n);
/** vas_map_geometry_get_body: everything below the headings, but for the overview. */
VasRect vas_map_geometry_get_body (const VasMapGeometry *self);
/** vas_map_geometry_get_rows: rows `[row, end_row)` of a column as a rectangle. */
VasRect vas_map_geometry_get_rows (const VasMapGeometry *self, VasMapColumn column, guint row,
                                   guint end_row);

/**
 * VasMapHit: what lies at a point.
 * @column: the column hit; %VAS_N_MAP_COLUMNS if none is
 * @kind: what is there; a gap names no regions
 * @first, @n: the regions: one, those of an aggregate, of the object or of the area
 * @start, @end: addresses of the whole
 * @mapped: bytes of these regions
 * @address: at the very point
 * @position: on the layout; in the overview that of the point there
 */
typedef enum
{
  VAS_MAP_HIT_NOTHING,
  VAS_MAP_HIT_OVERVIEW,
  VAS_MAP_HIT_GAP,
  VAS_MAP_HIT_REGION,
  VAS_MAP_HIT_REGIONS,
  VAS_MAP_HIT_OBJECT,
  VAS_MAP_HIT_AREA,
} VasMapHitKind;

typedef struct
{
  VasMapColumn column;
  VasMapHitKind kind;
  gsize first;
  gsize n;
  guint64 start;
  guint64 end;
  guint64 mapped;
  guint64 address;
  double position;
} VasMapHit;

/** vas_map_geometry_hit: O(log n). */
VasMapHit vas_map_geometry_hit (const VasMapGeometry *self, double x, double y);

/**
 * vas_map_geometry_locate:
 * @from: the leftmost column wanted
 * @rect: (out): where regions `[first, first + n)` are drawn, from there to the right
 *
 * Returns: whether any of it is in sight.
 */
gboolean vas_map_geometry_locate (const VasMapGeometry *self,
                                  VasMapColumn from,
                                  gsize first,
                                  gsize n,
                                  VasRect *rect);
