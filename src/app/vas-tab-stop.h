/* Makes a long list one stop of the Tab key.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * vas_tab_stop_is_left:
 *
 * GTK's lists take the Tab key to each of their rows, of which there may be a million; the arrow keys
 * do that too. For the focus() of a widget that holds @list.
 *
 * Returns: whether the keyboard is in @list and is to go on to what is before or behind it.
 */
static inline gboolean
vas_tab_stop_is_left (GtkWidget *list, GtkDirectionType direction)
{
  return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
         && gtk_widget_get_focus_child (list) != NULL;
}
