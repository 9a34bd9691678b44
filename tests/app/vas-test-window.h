/* A window under test, moved by the real pointer and typed into by real keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-test-display.h"
#include "vas-test-wait.h"
#include "vas-window.h"

/** vas_test_window_open: (transfer none): on @source (nullable), drawn, and with the keyboard. */
VasWindow *vas_test_window_open (VasSource *source);
/** vas_test_window_close: by Ctrl+Q, and waits until all of it is gone. */
void vas_test_window_close (VasWindow *window);

/** vas_test_window_wait_ready: until a snapshot is there and its rows are. */
void vas_test_window_wait_ready (VasWindow *window);

/** All of these look only at what is in sight, and find nothing below a @root of %NULL. */
/** vas_test_find: (nullable): the first widget of the type called @type_name. */
GtkWidget *vas_test_find (gpointer root, const char *type_name);
/** vas_test_find_text: (nullable): the first label or cell of exactly this text. */
GtkWidget *vas_test_find_text (gpointer root, const char *text);
/** vas_test_collect_text: (transfer full): all text below @root, a line each. */
char *vas_test_collect_text (gpointer root);
/** vas_test_says: whether some text below @root contains @words. */
gboolean vas_test_says (gpointer root, const char *words);

/** vas_test_input: runs xdotool with these arguments while the main loop goes on. */
void vas_test_input (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** vas_test_point: moves the pointer to (@x, @y) of @widget, in its pixels. */
void vas_test_point (gpointer widget, double x, double y);
/** vas_test_click: at the middle of @widget. */
void vas_test_click (gpointer widget);
