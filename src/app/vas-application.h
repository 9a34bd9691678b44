/* The program that opens windows: its style, actions and keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-source.h"

/**
 * vas_application_run:
 * @source: (nullable): what the window is to show; %NULL to pick a process in it
 * @proc_root: (nullable): where the processes are to be found, if not in /proc
 *
 * Opens a window and runs until it is closed.
 *
 * Returns: %FALSE with %VAS_ERROR_READ if there is no display.
 */
gboolean vas_application_run (VasSource *source, const char *proc_root, GError **error);

/**
 * vas_application_new: (transfer full): with the program's style, actions and keys, but no window.
 *
 * Each start is a program of its own: what it may read depends on who started it, and a window that
 * a hung file system stalls takes no other with it.
 */
GtkApplication *vas_application_new (void);
