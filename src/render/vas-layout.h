/* Gives every region and gap a height: the one geometry that painting and hit testing share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-scale.h"
#include "vas-snapshot.h"

/**
 * VasDirection: whether addresses grow downward, as in maps and the table, or upward, as in the
 * textbook figure with the stack on top.
 */
typedef enum
{
  VAS_DIRECTION_DOWN,
  VAS_DIRECTION_UP,
} VasDirection;

/**
 * VasSpan: what a layout places: a region or a gap, `[start, end)` at `[top, bottom)`.
 * @region: index of the region; -1 for a gap
 * Positions are fractions of the whole, 0 at the top, 1 at the bottom, whatever the pixel height.
 * Overlapping input: a span's addresses are clipped to what no earlier region holds, and may then
 * be an empty range; its height is above zero all the same.
 */
typedef struct
{
  guint64 start;
  guint64 end;
  double top;
  double bottom;
  gssize region;
} VasSpan;

/**
 * VasLayout: immutable, atomically reference-counted, keeps its snapshot alive.
 *
 * Spans are numbered in order of address, whatever the direction: region `i` is span `2 i + 1`, and
 * span `2 i` is the gap before it, which is empty and has no height where there is none. The first
 * and the last span are the gaps from address 0 and to the end of what a program may address.
 *
 * Properties (tests hold them): monotone; contiguous; spans from 0 to 1; address -> position ->
 * address within rounding; every region has a height above zero. O(n) to build, 8 bytes a region,
 * O(log n) to ask.
 */
typedef struct _VasLayout VasLayout;

VasLayout *vas_layout_new (VasSnapshot *snapshot, VasScale scale, VasDirection direction);

/**
 * vas_layout_rebind:
 * @snapshot: a later one with the very same regions, objects and areas; what is in memory may differ
 *
 * The same layout for @snapshot; shares all but that, so that the former snapshot can go.
 *
 * Returns: (transfer full):
 */
VasLayout *vas_layout_rebind (const VasLayout *self, VasSnapshot *snapshot);
/** vas_layout_has_same_heights: whether the one was bound anew to become the other, or is it. */
gboolean vas_layout_has_same_heights (const VasLayout *a, const VasLayout *b);
VasLayout *vas_layout_ref (VasLayout *self);
void vas_layout_unref (VasLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasLayout, vas_layout_unref)

/** VasEdges: where a region lies, in units counted from the lowest address. */
typedef struct
{
  guint32 low;
  guint32 high;
} VasEdges;

VasSnapshot *vas_layout_get_snapshot (const VasLayout *self);
VasScale vas_layout_get_scale (const VasLayout *self);
VasDirection vas_layout_get_direction (const VasLayout *self);
/** vas_layout_get_edges: (transfer none) (array): one a region, in order; of @n_units in all. */
const VasEdges *vas_layout_get_edges (const VasLayout *self, guint32 *n_units);
gsize vas_layout_get_n_spans (const VasLayout *self);
VasSpan vas_layout_get_span (const VasLayout *self, gsize index);
/** vas_layout_find_span: the span with a height that holds @position, clamped to [0, 1). */
gsize vas_layout_find_span (const VasLayout *self, double position);
/** vas_layout_find_address: the span that holds @address, clamped to the addresses laid out. */
gsize vas_layout_find_address (const VasLayout *self, guint64 address);
gsize vas_layout_find_region_span (const VasLayout *self, gsize region);
double vas_layout_address_to_position (const VasLayout *self, guint64 address);
guint64 vas_layout_position_to_address (const VasLayout *self, double position);
