/* Light, dark or high contrast: what the system asks for, and which palette goes with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-theme.h"

/** vas_appearance_get_theme: the palette that suits the style @widget is drawn in now. */
VasTheme vas_appearance_get_theme (GtkWidget *widget);

/**
 * VasColorScheme: keeps GTK as dark as the desktop's settings ask for, while it lives.
 *
 * GTK itself follows a theme's name only; the "dark style" of desktops is told by the settings
 * portal (org.freedesktop.appearance). Where there is no portal nothing changes.
 */
#define VAS_TYPE_COLOR_SCHEME (vas_color_scheme_get_type ())
G_DECLARE_FINAL_TYPE (VasColorScheme, vas_color_scheme, VAS, COLOR_SCHEME, GObject)

VasColorScheme *vas_color_scheme_new (void);
