/* The program: the command line first, then, if one is wanted, the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** vas_application_main: returns the exit status. */
int vas_application_main (int argc, char **argv);

/**
 * vas_application_new: (transfer full): with the program's style, actions and keys, but no window.
 *
 * Each start is a program of its own: what it may read depends on who started it, and a window that
 * a hung file system stalls takes no other with it.
 */
GtkApplication *vas_application_new (void);
