/* What the header bar says of the snapshot in sight: its name, and its size in numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"

/** VasWindowTitle: "firefox-esr" over "4242 · 3,412 regions · 12.1 GiB mapped · 310 MiB in RAM". */
#define VAS_TYPE_WINDOW_TITLE (vas_window_title_get_type ())
G_DECLARE_FINAL_TYPE (VasWindowTitle, vas_window_title, VAS, WINDOW_TITLE, GtkWidget)

/** vas_window_title_set_session: once. */
void vas_window_title_set_session (VasWindowTitle *self, VasSession *session);
