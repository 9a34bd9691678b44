/* Text that is shortened to fit, and never wider than its room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-type.h"

static char *
shape (VasType *type, const char *text, double width, VasEllipsis ellipsis)
{
  g_autoptr (PangoLayout) layout = vas_type_shape (type, VAS_FONT_LABEL, text, width, ellipsis);
  if (layout == NULL)
    return NULL;
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  g_assert_cmpfloat (pango_units_to_double (logical.width), <=, width);
  return g_strdup (pango_layout_get_text (layout));
}

static void
test_ellipsis (void)
{
  static const char name[] = "libgdk_pixbuf-2.0.so.0.4200.10";
  g_autoptr (VasType) type = vas_type_new (NULL, 1);
  double full = vas_type_measure (type, VAS_FONT_LABEL, name);
  g_autofree char *whole = shape (type, name, full, VAS_ELLIPSIS_END);
  g_autofree char *end = shape (type, name, full * 0.6, VAS_ELLIPSIS_END);
  g_autofree char *middle = shape (type, name, full * 0.6, VAS_ELLIPSIS_MIDDLE);
  g_autofree char *start = shape (type, name, full * 0.6, VAS_ELLIPSIS_START);
  g_assert_cmpstr (whole, ==, name);
  g_assert_true (g_str_has_prefix (end, "libgdk_") && g_str_has_suffix (end, "\u2026"));
  g_assert_true (g_str_has_prefix (middle, "libgdk_") && g_str_has_suffix (middle, "10"));
  g_assert_true (g_str_has_prefix (start, "\u2026") && g_str_has_suffix (start, ".4200.10"));
  g_assert_null (shape (type, name, 4, VAS_ELLIPSIS_END));
  g_assert_null (shape (type, "", 100, VAS_ELLIPSIS_END));
}

/* Any width, any script: never too wide, never broken UTF-8. */
static void
test_any_width (void)
{
  static const char *const TEXTS[] = { "code", "r--p", "\u4e2d\u6587\u5185\u5b58\u6620\u5c04\u56fe",
                                       "\u0627\u0644\u0630\u0627\u0643\u0631\u0629 heap",
                                       "e\u0301a\u0308o\u0323u\u030a zalgo", "\U0001f600\U0001f600x" };
  g_autoptr (VasType) type = vas_type_new (NULL, 1.7);
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    for (guint ellipsis = VAS_ELLIPSIS_END; ellipsis <= VAS_ELLIPSIS_START; ellipsis++)
      for (double width = 0; width < 200; width += 3.7)
        {
          g_autofree char *shaped = shape (type, TEXTS[i], width, ellipsis);
          g_assert_true (shaped == NULL || g_utf8_validate (shaped, -1, NULL));
        }
}

/* What one frame does not use is forgotten before the next. */
static void
test_age (void)
{
  g_autoptr (VasType) type = vas_type_new (NULL, 1);
  g_autoptr (PangoLayout) first = vas_type_shape (type, VAS_FONT_LABEL, "heap", 500, VAS_ELLIPSIS_END);
  vas_type_age (type);
  g_autoptr (PangoLayout) second
      = vas_type_shape (type, VAS_FONT_LABEL, "heap", 500, VAS_ELLIPSIS_END);
  g_assert_true (first == second);
  vas_type_age (type);
  vas_type_age (type);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_clear_object (&second);
  g_object_unref (first);
  g_assert_null (first);
}

static void
test_scale (void)
{
  g_autoptr (VasType) small = vas_type_new (NULL, 1), large = vas_type_new (NULL, 3);
  g_assert_cmpfloat_with_epsilon (3 * vas_type_measure (small, VAS_FONT_MONO, "r-xp"),
                                  vas_type_measure (large, VAS_FONT_MONO, "r-xp"), 0.5);
  for (guint font = 0; font < VAS_N_FONTS; font++)
    {
      g_assert_cmpfloat (vas_type_get_pixels (small, font), >=, 10);
      g_assert_cmpfloat (vas_type_get_ascent (small, font) + vas_type_get_descent (small, font), <,
                         vas_type_get_line_height (small, font));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type/ellipsis", test_ellipsis);
  g_test_add_func ("/type/any-width", test_any_width);
  g_test_add_func ("/type/age", test_age);
  g_test_add_func ("/type/scale", test_scale);
  return g_test_run ();
}
