/* The box in which one types what the table and the map are to show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"

/**
 * VasFilterBox: an entry that holds the session's filter text, how many regions fit, and what is
 * wrong with the text. Escape empties it.
 *
 * Signals:
 *  - "left": the keyboard is to go on to what was found: by Enter, Down, or Escape in an empty box
 */
#define VAS_TYPE_FILTER_BOX (vas_filter_box_get_type ())
G_DECLARE_FINAL_TYPE (VasFilterBox, vas_filter_box, VAS, FILTER_BOX, GtkWidget)

/** vas_filter_box_set_session: once. */
void vas_filter_box_set_session (VasFilterBox *self, VasSession *session);

/** vas_filter_box_clear: empties it. */
void vas_filter_box_clear (VasFilterBox *self);
