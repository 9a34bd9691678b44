/* What is to be drawn, as data.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-scene.h"

struct _VasScene
{
  VasType *type;
  double width;
  double height;
  GArray *marks;
};

static void
clear_mark (gpointer pointer)
{
  VasMark *mark = pointer;
  g_free (mark->text);
  g_clear_object (&mark->layout);
}

VasScene *
vas_scene_new (VasType *type, double width, double height)
{
  g_return_val_if_fail (type != NULL, NULL);
  VasScene *self = g_atomic_rc_box_new0 (VasScene);
  self->type = vas_type_ref (type);
  self->width = width;
  self->height = height;
  self->marks = g_array_new (FALSE, FALSE, sizeof (VasMark));
  g_array_set_clear_func (self->marks, clear_mark);
  return self;
}

VasScene *
vas_scene_ref (VasScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_scene (gpointer box)
{
  VasScene *self = box;
  g_array_unref (self->marks);
  vas_type_unref (self->type);
}

void
vas_scene_unref (VasScene *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_scene);
}

VasType *
vas_scene_get_type_set (const VasScene *self)
{
  return self->type;
}

double
vas_scene_get_width (const VasScene *self)
{
  return self->width;
}

double
vas_scene_get_height (const VasScene *self)
{
  return self->height;
}

const VasMark *
vas_scene_get_marks (const VasScene *self, gsize *n)
{
  *n = self->marks->len;
  return (const VasMark *) (gpointer) self->marks->data;
}

static void
add_mark (VasScene *self, VasMarkKind kind, VasRect rect, VasColor color, double size)
{
  if (rect.width <= 0 || rect.height <= 0)
    return;
  VasMark mark = { .kind = kind, .rect = rect, .color = color, .size = size };
  g_array_append_val (self->marks, mark);
}

void
vas_scene_fill (VasScene *self, VasRect rect, VasColor color, double radius)
{
  add_mark (self, VAS_MARK_FILL, rect, color, radius);
}

void
vas_scene_outline (VasScene *self, VasRect rect, VasColor color, double line_width)
{
  add_mark (self, VAS_MARK_OUTLINE, rect, color, line_width);
}

void
vas_scene_hatch (VasScene *self, VasRect rect, VasColor color, double spacing)
{
  add_mark (self, VAS_MARK_HATCH, rect, color, spacing);
}

void
vas_scene_zigzag (VasScene *self, VasRect rect, VasColor color, double tooth)
{
  add_mark (self, VAS_MARK_ZIGZAG, rect, color, tooth);
}

void
vas_scene_begin_group (VasScene *self, const char *name)
{
  VasMark mark = { .kind = VAS_MARK_GROUP, .text = g_strdup (name) };
  g_array_append_val (self->marks, mark);
}

void
vas_scene_end_group (VasScene *self)
{
  VasMark mark = { .kind = VAS_MARK_END };
  g_array_append_val (self->marks, mark);
}

double
vas_scene_text (VasScene *self, VasRect room, VasFont font, VasColor color, VasAlign align,
                VasEllipsis ellipsis, const char *text)
{
  PangoLayout *layout = vas_type_shape (self->type, font, text, room.width, ellipsis);
  if (layout == NULL)
    return 0;

  static const double BEFORE[] = { 0, 0.5, 1 };
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  double width = pango_units_to_double (logical.width);
  double ascent = vas_type_get_ascent (self->type, font);
  double height = ascent + vas_type_get_descent (self->type, font);
  VasMark mark = {
    .kind = VAS_MARK_TEXT,
    .font = font,
    .align = align,
    .rect = { room.x + (room.width - width) * BEFORE[align],
              room.y + (room.height - height) / 2, width, height },
    .baseline = room.y + (room.height - height) / 2 + ascent,
    .color = color,
    .text = g_strdup (pango_layout_get_text (layout)),
    .layout = layout,
  };
  g_array_append_val (self->marks, mark);
  return width;
}
