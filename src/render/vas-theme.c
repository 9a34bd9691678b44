/* The palettes' names, as options and settings spell them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-theme.h"

#include <glib.h>

static const char *const IDS[VAS_N_THEMES] = {
  [VAS_THEME_LIGHT] = "light",
  [VAS_THEME_DARK] = "dark",
  [VAS_THEME_CONTRAST] = "contrast",
};

const char *
vas_theme_get_id (VasTheme theme)
{
  g_return_val_if_fail ((guint) theme < VAS_N_THEMES, "");
  return IDS[theme];
}

int
vas_theme_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, -1);
  for (int i = 0; i < VAS_N_THEMES; i++)
    if (g_str_equal (IDS[i], id))
      return i;
  return -1;
}
