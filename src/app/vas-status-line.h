/* One line at the foot of the window: what the pointer is on, what is selected, what looking on costs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"

#define VAS_TYPE_STATUS_LINE (vas_status_line_get_type ())
G_DECLARE_FINAL_TYPE (VasStatusLine, vas_status_line, VAS, STATUS_LINE, GtkWidget)

/** vas_status_line_set_session: once. */
void vas_status_line_set_session (VasStatusLine *self, VasSession *session);
