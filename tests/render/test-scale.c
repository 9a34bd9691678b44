/* Scales and themes are found by the names that options and settings use.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-scale.h"
#include "vas-theme.h"

static void
test_scales (void)
{
  static const char *const IDS[] = { "log", "linear", "even" };
  for (guint scale = 0; scale < VAS_N_SCALES; scale++)
    {
      g_assert_cmpstr (vas_scale_get_id (scale), ==, IDS[scale]);
      g_assert_cmpint (vas_scale_from_id (IDS[scale]), ==, (int) scale);
      g_assert_cmpstr (vas_scale_get_label (scale), !=, "");
      g_assert_true (g_str_has_suffix (vas_scale_get_note (scale), "."));
    }
  g_assert_cmpint (vas_scale_from_id ("Log"), ==, -1);
  g_assert_cmpint (vas_scale_from_id (""), ==, -1);
}

static void
test_themes (void)
{
  static const char *const IDS[] = { "light", "dark", "contrast" };
  for (guint theme = 0; theme < VAS_N_THEMES; theme++)
    {
      g_assert_cmpstr (vas_theme_get_id (theme), ==, IDS[theme]);
      g_assert_cmpint (vas_theme_from_id (IDS[theme]), ==, (int) theme);
    }
  g_assert_cmpint (vas_theme_from_id ("sepia"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/ids", test_scales);
  g_test_add_func ("/theme/ids", test_themes);
  return g_test_run ();
}
