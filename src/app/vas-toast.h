/* A short message over the window that goes away by itself: what was done, or why it could not be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#define VAS_TYPE_TOAST (vas_toast_get_type ())
G_DECLARE_FINAL_TYPE (VasToast, vas_toast, VAS, TOAST, GtkWidget)

/** vas_toast_show: @text: a whole sentence; replaces what is shown. */
void vas_toast_show (VasToast *self, const char *text);
