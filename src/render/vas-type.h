/* The typography of the picture: a few fonts, and text shaped, measured and shortened to fit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

/** VasFont: what a text is for. Sizes in pixels at scale 1 are in vas-type.c. */
typedef enum
{
  VAS_FONT_TITLE,
  VAS_FONT_SUBTITLE,
  VAS_FONT_FIGURE,  /* the totals */
  VAS_FONT_HEADING, /* of columns */
  VAS_FONT_STRONG,  /* names of areas and objects */
  VAS_FONT_LABEL,
  VAS_FONT_SMALL,
  VAS_FONT_MONO,    /* addresses and permission letters */
  VAS_N_FONTS
} VasFont;

/** VasEllipsis: where a text that is too long is cut: names of files differ at both ends, paths at
 *  their end. */
typedef enum
{
  VAS_ELLIPSIS_END,
  VAS_ELLIPSIS_MIDDLE,
  VAS_ELLIPSIS_START,
} VasEllipsis;

/**
 * VasType: fonts at one scale with the texts shaped so far, so that drawing the next frame shapes
 * only what came into sight. For one thread at a time; atomically reference-counted.
 */
typedef struct _VasType VasType;

/**
 * vas_type_new:
 * @family: (nullable): a font family or list of them; %NULL for the one that pictures use
 * @scale: 1 makes labels 11 pixels
 */
VasType *vas_type_new (const char *family, double scale);
VasType *vas_type_ref (VasType *self);
void vas_type_unref (VasType *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasType, vas_type_unref)

double vas_type_get_scale (const VasType *self);
/** vas_type_get_pixels: the size of a font in pixels, scaled. */
double vas_type_get_pixels (const VasType *self, VasFont font);
/** vas_type_get_line_height: what a line of it takes, the least room that a label needs. */
double vas_type_get_line_height (const VasType *self, VasFont font);
/** What letters take above and below the line they stand on. */
double vas_type_get_ascent (const VasType *self, VasFont font);
double vas_type_get_descent (const VasType *self, VasFont font);
gboolean vas_type_is_bold (VasFont font);
/** vas_type_get_family: (transfer none): list of families, as CSS and Pango write it. */
const char *vas_type_get_family (const VasType *self, VasFont font);

double vas_type_measure (VasType *self, VasFont font, const char *text);

/**
 * vas_type_shape:
 * @max_width: in pixels
 *
 * Returns: (transfer full) (nullable): @text on one line, ellipsised where it is wider than
 *   @max_width; %NULL where nothing worth reading fits.
 */
PangoLayout *vas_type_shape (VasType *self,
                             VasFont font,
                             const char *text,
                             double max_width,
                             VasEllipsis ellipsis);

/** vas_type_age: forgets what was not used since the last call; once a frame. */
void vas_type_age (VasType *self);
