/* The three palettes by name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/** VasTheme: which palette; ids "light", "dark", "contrast". */
typedef enum
{
  VAS_THEME_LIGHT,
  VAS_THEME_DARK,
  VAS_THEME_CONTRAST,
  VAS_N_THEMES
} VasTheme;

const char *vas_theme_get_id (VasTheme theme);
int vas_theme_from_id (const char *id);
