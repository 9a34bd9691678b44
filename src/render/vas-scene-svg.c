/* Writes a scene as SVG with real text.
 *
 * cairo's own SVG surface turns letters into outlines, which cannot be searched, edited or read aloud.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-scene-svg.h"

#include <math.h>

#define HATCH_LINE 0.13 /* as in vas-scene-cairo.c */

typedef struct
{
  GString *out;
  const VasScene *scene;
  GHashTable *hatches; /* colour and spacing -> the number of a pattern */
} Writer;

/* Enough digits for a thousandth of a pixel, in any locale. */
static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (text, sizeof text, "%.3f", value);
  gsize length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  g_string_append_len (out, text, (gssize) length);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

static guint
get_rgb (VasColor color)
{
  guint red = (guint) lroundf (color.red * 255), green = (guint) lroundf (color.green * 255),
        blue = (guint) lroundf (color.blue * 255);
  return red << 16 | green << 8 | blue;
}

static void
append_color (GString *out, const char *name, VasColor color)
{
  g_string_append_printf (out, " %s=\"#%06x\"", name, get_rgb (color));
  if (color.alpha >= 1)
    return;
  g_string_append_printf (out, " %s-opacity=\"", name);
  append_number (out, color.alpha);
  g_string_append_c (out, '"');
}

static void
append_rect (GString *out, VasRect rect)
{
  append_attribute (out, "x", rect.x);
  append_attribute (out, "y", rect.y);
  append_attribute (out, "width", rect.width);
  append_attribute (out, "height", rect.height);
}

static void
append_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_string_append (out, escaped);
}

static void
write_fill (Writer *self, const VasMark *mark)
{
  g_string_append (self->out, "<rect");
  append_rect (self->out, mark->rect);
  if (mark->size > 0)
    append_attribute (self->out, "rx",
                      MIN (mark->size, MIN (mark->rect.width, mark->rect.height) / 2));
  append_color (self->out, "fill", mark->color);
  g_string_append (self->out, "/>\n");
}

static void
write_outline (Writer *self, const VasMark *mark)
{
  double inset = mark->size / 2;
  VasRect rect = { mark->rect.x + inset, mark->rect.y + inset,
                   MAX (mark->rect.width - mark->size, 0),
                   MAX (mark->rect.height - mark->size, 0) };
  g_string_append (self->out, "<rect");
  append_rect (self->out, rect);
  g_string_append (self->out, " fill=\"none\"");
  append_color (self->out, "stroke", mark->color);
  append_attribute (self->out, "stroke-width", mark->size);
  g_string_append (self->out, "/>\n");
}

static char *
name_hatch (const VasMark *mark)
{
  return g_strdup_printf ("hatch-%06x-%d", get_rgb (mark->color), (int) lround (mark->size * 1000));
}

static void
write_hatch (Writer *self, const VasMark *mark)
{
  g_autofree char *name = name_hatch (mark);
  g_string_append (self->out, "<rect");
  append_rect (self->out, mark->rect);
  g_string_append_printf (self->out, " fill=\"url(#%s)\"/>\n", name);
}

static void
write_zigzag (Writer *self, const VasMark *mark)
{
  const VasRect *r = &mark->rect;
  guint n = (guint) MAX (floor (r->width / mark->size), 1);
  double step = r->width / n / 2;
  g_string_append (self->out, "<path fill=\"none\"");
  append_color (self->out, "stroke", mark->color);
  append_attribute (self->out, "stroke-width", mark->size * HATCH_LINE);
  g_string_append (self->out, " d=\"M");
  for (guint i = 0; i <= 2 * n; i++)
    {
      append_number (self->out, r->x + i * step);
      g_string_append_c (self->out, ' ');
      append_number (self->out, i % 2 == 0 ? r->y + r->height : r->y);
      g_string_append_c (self->out, ' ');
    }
  g_string_append (self->out, "\"/>\n");
}

/* The width is stated, so that another font than ours cannot make labels meet; and the anchor, for
 * viewers that do not heed the width. */
static void
write_text (Writer *self, const VasMark *mark)
{
  static const char *const ANCHORS[] = {
    [VAS_ALIGN_START] = "start", [VAS_ALIGN_CENTER] = "middle", [VAS_ALIGN_END] = "end"
  };
  static const double PARTS[] = {
    [VAS_ALIGN_START] = 0, [VAS_ALIGN_CENTER] = 0.5, [VAS_ALIGN_END] = 1
  };
  VasType *type = vas_scene_get_type_set (self->scene);
  g_string_append (self->out, "<text xml:space=\"preserve\"");
  append_attribute (self->out, "x", mark->rect.x + PARTS[mark->align] * mark->rect.width);
  append_attribute (self->out, "y", mark->baseline);
  append_attribute (self->out, "font-size", vas_type_get_pixels (type, mark->font));
  append_attribute (self->out, "textLength", mark->rect.width);
  g_string_append_printf (self->out,
                          " lengthAdjust=\"spacingAndGlyphs\" text-anchor=\"%s\" class=\"f%u\"",
                          ANCHORS[mark->align], (guint) mark->font);
  append_color (self->out, "fill", mark->color);
  g_string_append_c (self->out, '>');
  append_text (self->out, mark->text);
  g_string_append (self->out, "</text>\n");
}

static void
write_group (Writer *self, const VasMark *mark)
{
  g_string_append (self->out, "<g><title>");
  append_text (self->out, mark->text);
  g_string_append (self->out, "</title>\n");
}

static void
write_end (Writer *self, const VasMark *mark)
{
  g_string_append (self->out, "</g>\n");
}

/* CSS wants families quoted, of which some hold digits; but not the generic one at the end. */
static char *
quote_families (const char *families)
{
  g_auto (GStrv) names = g_strsplit (families, ", ", -1);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean is_generic = g_ascii_islower (names[i][0]);
      g_string_append_printf (out, is_generic ? "%s%s" : "%s'%s'", i > 0 ? ", " : "", names[i]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
write_styles (Writer *self)
{
  VasType *type = vas_scene_get_type_set (self->scene);
  g_string_append (self->out, "<style>\n");
  for (guint font = 0; font < VAS_N_FONTS; font++)
    {
      g_autofree char *families = quote_families (vas_type_get_family (type, font));
      g_string_append_printf (self->out, ".f%u { font-family: %s; font-weight: %d; }\n", font,
                              families, vas_type_is_bold (font) ? 600 : 400);
    }
  g_string_append (self->out, "</style>\n");
}

/* One pattern for each colour and spacing of hatch in the scene. */
static void
write_patterns (Writer *self)
{
  gsize n;
  const VasMark *marks = vas_scene_get_marks (self->scene, &n);
  g_string_append (self->out, "<defs>\n");
  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind != VAS_MARK_HATCH)
        continue;
      char *name = name_hatch (&marks[i]);
      if (!g_hash_table_add (self->hatches, name))
        continue;
      double side = marks[i].size / G_SQRT2;
      g_string_append_printf (self->out, "<pattern id=\"%s\" patternUnits=\"userSpaceOnUse\" "
                                         "patternTransform=\"rotate(45)\"",
                              name);
      append_attribute (self->out, "width", side);
      append_attribute (self->out, "height", side);
      g_string_append (self->out, "><rect");
      append_attribute (self->out, "width", marks[i].size * HATCH_LINE);
      append_attribute (self->out, "height", side);
      append_color (self->out, "fill", marks[i].color);
      g_string_append (self->out, "/></pattern>\n");
    }
  g_string_append (self->out, "</defs>\n");
}

GString *
vas_scene_to_svg (const VasScene *scene, const char *title)
{
  g_return_val_if_fail (scene != NULL && title != NULL, NULL);

  static void (*const WRITERS[]) (Writer *, const VasMark *) = {
    [VAS_MARK_FILL] = write_fill,     [VAS_MARK_OUTLINE] = write_outline,
    [VAS_MARK_HATCH] = write_hatch,   [VAS_MARK_ZIGZAG] = write_zigzag,
    [VAS_MARK_TEXT] = write_text,     [VAS_MARK_GROUP] = write_group,
    [VAS_MARK_END] = write_end,
  };
  Writer self = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg"), scene,
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  append_attribute (self.out, "width", vas_scene_get_width (scene));
  append_attribute (self.out, "height", vas_scene_get_height (scene));
  g_string_append (self.out, " viewBox=\"0 0 ");
  append_number (self.out, vas_scene_get_width (scene));
  g_string_append_c (self.out, ' ');
  append_number (self.out, vas_scene_get_height (scene));
  g_string_append (self.out, "\" xmlns=\"http://www.w3.org/2000/svg\">\n<title>");
  append_text (self.out, title);
  g_string_append (self.out, "</title>\n");
  write_styles (&self);
  write_patterns (&self);
  gsize n;
  const VasMark *marks = vas_scene_get_marks (scene, &n);
  for (gsize i = 0; i < n; i++)
    WRITERS[marks[i].kind](&self, &marks[i]);
  g_string_append (self.out, "</svg>\n");
  g_hash_table_unref (self.hatches);
  return self.out;
}
