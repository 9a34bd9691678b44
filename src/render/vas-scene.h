/* What is to be drawn, as data: for the screen, for PNG and PDF by cairo, for SVG as text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-palette.h"
#include "vas-type.h"

/** VasRect: in logical pixels. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} VasRect;

/**
 * VasMarkKind:
 * @VAS_MARK_FILL: a filled rectangle with corners of @size
 * @VAS_MARK_OUTLINE: its border, @size wide, inside the rectangle
 * @VAS_MARK_HATCH: diagonal strokes in it, @size apart
 * @VAS_MARK_ZIGZAG: an edge torn along its middle, teeth @size wide
 * @VAS_MARK_TEXT: a shaped text on @baseline whose letters fill the rectangle
 * @VAS_MARK_GROUP, @VAS_MARK_END: enclose what @text names (SVG viewers show it at the pointer)
 */
typedef enum
{
  VAS_MARK_FILL,
  VAS_MARK_OUTLINE,
  VAS_MARK_HATCH,
  VAS_MARK_ZIGZAG,
  VAS_MARK_TEXT,
  VAS_MARK_GROUP,
  VAS_MARK_END,
} VasMarkKind;

/** VasAlign: where a text stands in the room given to it. */
typedef enum
{
  VAS_ALIGN_START,
  VAS_ALIGN_CENTER,
  VAS_ALIGN_END,
} VasAlign;

typedef struct
{
  VasMarkKind kind;
  VasFont font;
  VasAlign align;
  VasRect rect;
  VasColor color;
  double size;
  double baseline;
  char *text;
  PangoLayout *layout;
} VasMark;

/**
 * VasScene: marks in painting order. Made once, then only read; atomically reference-counted.
 */
typedef struct _VasScene VasScene;

VasScene *vas_scene_new (VasType *type, double width, double height);
VasScene *vas_scene_ref (VasScene *self);
void vas_scene_unref (VasScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasScene, vas_scene_unref)

VasType *vas_scene_get_type_set (const VasScene *self);
double vas_scene_get_width (const VasScene *self);
double vas_scene_get_height (const VasScene *self);
/** vas_scene_get_marks: (array length=n): */
const VasMark *vas_scene_get_marks (const VasScene *self, gsize *n);

/* Making one. Rectangles with neither width nor height are left out. */
void vas_scene_fill (VasScene *self, VasRect rect, VasColor color, double radius);
void vas_scene_outline (VasScene *self, VasRect rect, VasColor color, double line_width);
void vas_scene_hatch (VasScene *self, VasRect rect, VasColor color, double spacing);
void vas_scene_zigzag (VasScene *self, VasRect rect, VasColor color, double tooth);
void vas_scene_begin_group (VasScene *self, const char *name);
void vas_scene_end_group (VasScene *self);

/**
 * vas_scene_text:
 * @room: the text is centred in its height and never leaves its width
 *
 * Returns: the width taken; 0 if nothing worth reading fits, and nothing is drawn.
 */
double vas_scene_text (VasScene *self,
                       VasRect room,
                       VasFont font,
                       VasColor color,
                       VasAlign align,
                       VasEllipsis ellipsis,
                       const char *text);

/** vas_scene_paint: draws on @cr, in logical pixels, what its clip leaves to see. */
void vas_scene_paint (const VasScene *self, cairo_t *cr);

/** vas_mark_paint: one mark, on @cr in its own logical pixels; groups draw nothing. */
void vas_mark_paint (const VasMark *mark, cairo_t *cr);

/**
 * VasHatchStops: the strokes of a hatch as a gradient that repeats from the origin along the diagonal,
 * `period` in x and in y: clear up to `clear`, of the mark's colour from `full` on, and mirrored
 * about the middle.
 */
typedef struct
{
  double period;
  double clear;
  double full;
} VasHatchStops;

VasHatchStops vas_mark_get_hatch_stops (const VasMark *mark);
