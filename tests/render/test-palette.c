/* Computes what the palette promises: labels can be read, and families told apart by everyone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-palette.h"

#include "vas-region.h"

#include <math.h>

#define LEAST_CONTRAST 4.5          /* WCAG 2.1, AA */
#define LEAST_HIGH_CONTRAST 7.0     /* AAA */

/* Distances in Oklab (Ottosson 2020), in which 0.02 is about the least that can be seen. */
#define LEAST_DISTANCE 0.039
#define LEAST_SHADE_DISTANCE 0.07

/* Hue of VAS_FAMILY_NONE is that of what it serves. */
#define N_HUES VAS_FAMILY_NONE

typedef struct
{
  double a, b, c;
} Triple;

/* Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB; the first is normal vision. */
static const double VISIONS[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
linearize (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static Triple
multiply (const double matrix[3][3], Triple v)
{
  return (Triple){ matrix[0][0] * v.a + matrix[0][1] * v.b + matrix[0][2] * v.c,
                   matrix[1][0] * v.a + matrix[1][1] * v.b + matrix[1][2] * v.c,
                   matrix[2][0] * v.a + matrix[2][1] * v.b + matrix[2][2] * v.c };
}

static Triple
to_oklab (Triple linear)
{
  static const double TO_LMS[3][3] = { { 0.4122214708, 0.5363325363, 0.0514459929 },
                                       { 0.2119034982, 0.6806995451, 0.1073969566 },
                                       { 0.0883024619, 0.2817188376, 0.6299787005 } };
  static const double TO_LAB[3][3] = { { 0.2104542553, 0.7936177850, -0.0040720468 },
                                       { 1.9779984951, -2.4285922050, 0.4505937099 },
                                       { 0.0259040371, 0.7827717662, -0.8086757660 } };
  Triple lms = multiply (TO_LMS, linear);
  return multiply (TO_LAB, (Triple){ cbrt (lms.a), cbrt (lms.b), cbrt (lms.c) });
}

/* A colour as someone sees it. */
static Triple
see (VasColor color, guint vision)
{
  Triple linear = { linearize (color.red), linearize (color.green), linearize (color.blue) };
  Triple seen = multiply (VISIONS[vision], linear);
  return to_oklab (
      (Triple){ CLAMP (seen.a, 0, 1), CLAMP (seen.b, 0, 1), CLAMP (seen.c, 0, 1) });
}

static double
get_distance (Triple a, Triple b)
{
  return sqrt ((a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b) + (a.c - b.c) * (a.c - b.c));
}

static void
test_shades (void)
{
  g_assert_cmpint (vas_shade_from_perms (VAS_PERM_READ | VAS_PERM_EXEC), ==, VAS_SHADE_CODE);
  g_assert_cmpint (vas_shade_from_perms (VAS_PERM_WRITE | VAS_PERM_EXEC), ==, VAS_SHADE_CODE);
  g_assert_cmpint (vas_shade_from_perms (VAS_PERM_READ | VAS_PERM_WRITE), ==, VAS_SHADE_WRITABLE);
  g_assert_cmpint (vas_shade_from_perms (VAS_PERM_READ | VAS_PERM_SHARED), ==, VAS_SHADE_READ_ONLY);
  g_assert_cmpint (vas_shade_from_perms (VAS_PERM_SHARED), ==, VAS_SHADE_NO_ACCESS);
}

/* Code darkest, writable in between, read-only lightest, in every family and theme. */
static void
test_lightness (void)
{
  for (guint theme = 0; theme < VAS_N_THEMES; theme++)
    for (guint family = 0; family < VAS_N_FAMILIES; family++)
      {
        double code = see (vas_palette_get_fill (theme, family, VAS_SHADE_CODE), 0).a;
        double writable = see (vas_palette_get_fill (theme, family, VAS_SHADE_WRITABLE), 0).a;
        double read_only = see (vas_palette_get_fill (theme, family, VAS_SHADE_READ_ONLY), 0).a;
        g_assert_cmpfloat (writable - code, >, LEAST_SHADE_DISTANCE);
        g_assert_cmpfloat (read_only - writable, >, LEAST_SHADE_DISTANCE);
      }
}

static void
assert_contrast (VasTheme theme, VasColor text, VasColor background)
{
  g_assert_cmpfloat (vas_color_get_contrast (text, background), >=,
                     theme == VAS_THEME_CONTRAST ? LEAST_HIGH_CONTRAST : LEAST_CONTRAST);
}

static void
test_labels (void)
{
  for (guint theme = 0; theme < VAS_N_THEMES; theme++)
    for (guint family = 0; family < VAS_N_FAMILIES; family++)
      {
        for (guint shade = 0; shade < VAS_N_SHADES; shade++)
          {
            VasColor fill = vas_palette_get_fill (theme, family, shade);
            assert_contrast (theme, vas_palette_get_ink (theme, fill), fill);
            g_assert_cmpfloat (
                vas_color_get_contrast (vas_palette_get_dim_ink (theme, fill), fill), >=,
                LEAST_CONTRAST);
            VasColor faded = vas_palette_fade (theme, fill);
            assert_contrast (theme, vas_palette_get_ink (theme, faded), faded);
          }
        VasColor hatch = vas_palette_get_hatch (theme, family);
        VasColor under = vas_palette_get_fill (theme, family, VAS_SHADE_NO_ACCESS);
        g_assert_cmpfloat (vas_color_get_contrast (vas_palette_get_ink (theme, under), hatch), >=,
                           3);
        assert_contrast (theme, vas_palette_get_tone (theme, VAS_TONE_TEXT),
                         vas_palette_get_tint (theme, family));
      }
}

static void
test_tones (void)
{
  for (guint theme = 0; theme < VAS_N_THEMES; theme++)
    {
      VasColor paper = vas_palette_get_tone (theme, VAS_TONE_PAPER);
      VasColor card = vas_palette_get_tone (theme, VAS_TONE_CARD);
      assert_contrast (theme, vas_palette_get_tone (theme, VAS_TONE_TEXT), paper);
      assert_contrast (theme, vas_palette_get_tone (theme, VAS_TONE_TEXT), card);
      assert_contrast (theme, vas_palette_get_tone (theme, VAS_TONE_TEXT_DIM), paper);
      assert_contrast (theme, vas_palette_get_tone (theme, VAS_TONE_TEXT_DIM), card);
      /* Outlines and marks are no text: 3:1 (WCAG 2.1, 1.4.11). */
      for (guint tone = VAS_TONE_HOVER; tone < VAS_N_TONES; tone++)
        g_assert_cmpfloat (vas_color_get_contrast (vas_palette_get_tone (theme, tone), paper), >=,
                           3);
    }
}

static void
test_families (gconstpointer data)
{
  guint vision = GPOINTER_TO_UINT (data);
  for (guint theme = 0; theme < VAS_N_THEMES; theme++)
    for (guint shade = 0; shade < VAS_SHADE_NO_ACCESS; shade++)
      for (guint a = 0; a < N_HUES; a++)
        for (guint b = 0; b < a; b++)
          {
            double distance = get_distance (see (vas_palette_get_fill (theme, a, shade), vision),
                                            see (vas_palette_get_fill (theme, b, shade), vision));
            if (distance < LEAST_DISTANCE)
              g_test_message ("theme %u shade %u: %s and %s are %.4f apart", theme, shade,
                              vas_family_get_id (a), vas_family_get_id (b), distance);
            g_assert_cmpfloat (distance, >=, LEAST_DISTANCE);
          }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/shades", test_shades);
  g_test_add_func ("/palette/lightness", test_lightness);
  g_test_add_func ("/palette/labels", test_labels);
  g_test_add_func ("/palette/tones", test_tones);
  g_test_add_data_func ("/palette/families/normal", GUINT_TO_POINTER (0), test_families);
  g_test_add_data_func ("/palette/families/protan", GUINT_TO_POINTER (1), test_families);
  g_test_add_data_func ("/palette/families/deutan", GUINT_TO_POINTER (2), test_families);
  g_test_add_data_func ("/palette/families/tritan", GUINT_TO_POINTER (3), test_families);
  return g_test_run ();
}
