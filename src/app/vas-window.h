/* The window: picker, map, summary, table and card round one session.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"

#define VAS_TYPE_WINDOW (vas_window_get_type ())
G_DECLARE_FINAL_TYPE (VasWindow, vas_window, VAS, WINDOW, GtkApplicationWindow)

/** vas_window_new: @proc_root (nullable): directory laid out like /proc to pick processes from. */
VasWindow *vas_window_new (GtkApplication *application, const char *proc_root);

/** vas_window_open: shows @source in place of what is open. */
void vas_window_open (VasWindow *self, VasSource *source);

/** vas_window_get_session: (transfer none): what its widgets share. */
VasSession *vas_window_get_session (VasWindow *self);
