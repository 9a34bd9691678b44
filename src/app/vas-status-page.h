/* A page in place of the map: what happened, in words, and what one can do about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** VasStatusPage: an icon, a title, a sentence, and one or two buttons. */
#define VAS_TYPE_STATUS_PAGE (vas_status_page_get_type ())
G_DECLARE_FINAL_TYPE (VasStatusPage, vas_status_page, VAS, STATUS_PAGE, GtkWidget)

/** vas_status_page_show_loading: @title: UTF-8, what is being read. */
void vas_status_page_show_loading (VasStatusPage *self, const char *title);

/** vas_status_page_show_error: the title follows from the error's code, the sentence is its message. */
void vas_status_page_show_error (VasStatusPage *self, const GError *error);
