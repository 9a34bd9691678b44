/* A line above the picture that says what the picture does not: it is the last one, or not all of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"

/**
 * VasBanner: follows the session. Where the picture stays behind its process it offers the way on
 * (by the window's actions "choose-process" and "refresh"); a mere notice can be closed.
 */
#define VAS_TYPE_BANNER (vas_banner_get_type ())
G_DECLARE_FINAL_TYPE (VasBanner, vas_banner, VAS, BANNER, GtkWidget)

/** vas_banner_set_session: once. */
void vas_banner_set_session (VasBanner *self, VasSession *session);
