/* The detail card: what the pointer is on, or what is selected, and how we know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-session.h"

/**
 * VasRegionCard: shows the session's hovered range or the selected region, whichever changed last and
 * is there, else a hint. Made anew only when that becomes something else, so that a pointer on the move costs next to nothing. Scrolls
 * inside, so it can be given any height.
 *
 * Actions: `card.copy-line` puts the region's line of maps on the clipboard.
 */
#define VAS_TYPE_REGION_CARD (vas_region_card_get_type ())
G_DECLARE_FINAL_TYPE (VasRegionCard, vas_region_card, VAS, REGION_CARD, GtkWidget)

/** vas_region_card_set_session: once. */
void vas_region_card_set_session (VasRegionCard *self, VasSession *session);
