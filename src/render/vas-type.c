/* The typography of the picture: a few fonts, and text shaped, measured and shortened to fit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-type.h"

#include <math.h>
#include <string.h>

/* Open families with an unslashed, narrow enough face first; each system has one of them. */
#define PICTURE_FAMILY \
  "Adwaita Sans, Inter, Cantarell, Noto Sans, Source Sans 3, DejaVu Sans Condensed, sans-serif"
#define MONO_FAMILY \
  "Adwaita Mono, JetBrains Mono, Source Code Pro, Noto Sans Mono, DejaVu Sans Mono, monospace"
#define ELLIPSIS "\u2026"
/* Fewer characters than these say nothing. */
#define LEAST_CHARACTERS 3
/* The room that letters really take, of the font's size: tall fonts' own line heights would cost the
 * map every fifth label. */
#define ASCENT 0.80
#define DESCENT 0.26
#define LEADING 0.06

typedef struct
{
  double pixels;
  gboolean bold;
  gboolean mono;
} Face;

static const Face FACES[VAS_N_FONTS] = {
  [VAS_FONT_TITLE] = { 24, TRUE, FALSE },
  [VAS_FONT_SUBTITLE] = { 12, FALSE, FALSE },
  [VAS_FONT_FIGURE] = { 17, TRUE, FALSE },
  [VAS_FONT_HEADING] = { 10.5, TRUE, FALSE },
  [VAS_FONT_STRONG] = { 11.5, TRUE, FALSE },
  [VAS_FONT_LABEL] = { 11, FALSE, FALSE },
  [VAS_FONT_SMALL] = { 10, FALSE, FALSE },
  [VAS_FONT_MONO] = { 10.5, FALSE, TRUE },
};

/* A shaped text, full length. */
typedef struct
{
  PangoLayout *layout;
  guint generation;
} Shaped;

struct _VasType
{
  double scale;
  char *family;
  PangoContext *context;
  PangoFontDescription *fonts[VAS_N_FONTS];
  GHashTable *shaped[VAS_N_FONTS]; /* text -> Shaped */
  guint generation;
};

static void
shaped_free (gpointer pointer)
{
  Shaped *shaped = pointer;
  g_object_unref (shaped->layout);
  g_free (shaped);
}

/* Sizes must not depend on the pixel grid: the same labels at each pixel ratio, in PDF and SVG. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72); /* sizes are pixels */
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static PangoFontDescription *
make_font (const VasType *self, VasFont font)
{
  PangoFontDescription *description = pango_font_description_new ();
  pango_font_description_set_family (description, vas_type_get_family (self, font));
  pango_font_description_set_absolute_size (description,
                                            vas_type_get_pixels (self, font) * PANGO_SCALE);
  pango_font_description_set_weight (description, FACES[font].bold ? PANGO_WEIGHT_SEMIBOLD
                                                                   : PANGO_WEIGHT_NORMAL);
  return description;
}

VasType *
vas_type_new (const char *family, double scale)
{
  g_return_val_if_fail (scale > 0, NULL);

  VasType *self = g_atomic_rc_box_new0 (VasType);
  self->scale = scale;
  self->family = g_strdup (family != NULL ? family : PICTURE_FAMILY);
  self->context = make_context ();
  for (guint font = 0; font < VAS_N_FONTS; font++)
    {
      self->fonts[font] = make_font (self, font);
      self->shaped[font] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shaped_free);
    }
  return self;
}

VasType *
vas_type_ref (VasType *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_type (gpointer box)
{
  VasType *self = box;
  for (guint font = 0; font < VAS_N_FONTS; font++)
    {
      g_hash_table_unref (self->shaped[font]);
      pango_font_description_free (self->fonts[font]);
    }
  g_object_unref (self->context);
  g_free (self->family);
}

void
vas_type_unref (VasType *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_type);
}

double
vas_type_get_scale (const VasType *self)
{
  return self->scale;
}

double
vas_type_get_pixels (const VasType *self, VasFont font)
{
  return FACES[font].pixels * self->scale;
}

double
vas_type_get_line_height (const VasType *self, VasFont font)
{
  return vas_type_get_pixels (self, font) * (ASCENT + DESCENT + LEADING);
}

double
vas_type_get_ascent (const VasType *self, VasFont font)
{
  return vas_type_get_pixels (self, font) * ASCENT;
}

double
vas_type_get_descent (const VasType *self, VasFont font)
{
  return vas_type_get_pixels (self, font) * DESCENT;
}

gboolean
vas_type_is_bold (VasFont font)
{
  return FACES[font].bold;
}

const char *
vas_type_get_family (const VasType *self, VasFont font)
{
  return FACES[font].mono ? MONO_FAMILY : self->family;
}

static PangoLayout *
make_layout (const VasType *self, VasFont font, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->fonts[font]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* (transfer none): the whole text, from the cache. */
static PangoLayout *
find_layout (VasType *self, VasFont font, const char *text)
{
  Shaped *shaped = g_hash_table_lookup (self->shaped[font], text);
  if (shaped == NULL)
    {
      shaped = g_new (Shaped, 1);
      shaped->layout = make_layout (self, font, text);
      g_hash_table_insert (self->shaped[font], g_strdup (text), shaped);
    }
  shaped->generation = self->generation;
  return shaped->layout;
}

static double
get_width (PangoLayout *layout)
{
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

double
vas_type_measure (VasType *self, VasFont font, const char *text)
{
  return get_width (find_layout (self, font, text));
}

/* Index of the byte where the character at @x begins. */
static int
find_index (PangoLayout *layout, double x)
{
  int index, trailing;
  pango_layout_xy_to_index (layout, pango_units_from_double (x), 0, &index, &trailing);
  return index;
}

/* The text cut so that it takes @max_width with the ellipsis; %NULL if too little is left. */
static char *
shorten (VasType *self, VasFont font, PangoLayout *layout, double max_width, VasEllipsis ellipsis)
{
  const char *text = pango_layout_get_text (layout);
  double room = max_width - vas_type_measure (self, font, ELLIPSIS);
  double width = get_width (layout);
  if (room <= 0)
    return NULL;

  static const double HEAD_PARTS[] = {
    [VAS_ELLIPSIS_END] = 1, [VAS_ELLIPSIS_MIDDLE] = 0.75, [VAS_ELLIPSIS_START] = 0
  };
  double head_part = HEAD_PARTS[ellipsis];
  int head = head_part > 0 ? find_index (layout, room * head_part) : 0;
  const char *tail = text + strlen (text);
  if (head_part < 1)
    tail = g_utf8_find_next_char (
        text + find_index (layout, width - room * (1 - head_part)), NULL);
  if (g_utf8_strlen (text, head) + g_utf8_strlen (tail, -1) < LEAST_CHARACTERS)
    return NULL;
  while (head > 0 && text[head - 1] == ' ')
    head--;
  return g_strdup_printf ("%.*s" ELLIPSIS "%s", head, text, tail);
}

PangoLayout *
vas_type_shape (VasType *self, VasFont font, const char *text, double max_width,
                VasEllipsis ellipsis)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  PangoLayout *layout = find_layout (self, font, text);
  if (get_width (layout) <= max_width)
    return *text != '\0' ? g_object_ref (layout) : NULL;

  g_autofree char *shortened = shorten (self, font, layout, max_width, ellipsis);
  if (shortened == NULL)
    return NULL;
  PangoLayout *shaped = g_object_ref (find_layout (self, font, shortened));
  /* Kerning and right-to-left runs can make the pieces wider than they were. */
  if (get_width (shaped) > max_width)
    g_clear_object (&shaped);
  return shaped;
}

static gboolean
is_stale (gpointer key, gpointer value, gpointer user_data)
{
  const Shaped *shaped = value;
  const VasType *self = user_data;
  return shaped->generation != self->generation;
}

void
vas_type_age (VasType *self)
{
  g_return_if_fail (self != NULL);
  for (guint font = 0; font < VAS_N_FONTS; font++)
    g_hash_table_foreach_remove (self->shaped[font], is_stale, self);
  self->generation++;
}
