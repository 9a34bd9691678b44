/* What one can do with the table of regions and with those selected in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-column-set.h"
#include "vas-session.h"

/**
 * vas_region_actions_new:
 * @widget: whose clipboard is used
 * @columns: those to be copied; it must outlive the group's use
 *
 * `sort::ID`, `sort-descending`; and for the selected regions that are shown `copy`,
 * `copy-addresses`, `copy-lines`, `show-in-map`; and `select-all`.
 *
 * Returns: (transfer full): the owner adds actions of its own.
 */
GSimpleActionGroup *vas_region_actions_new (GtkWidget *widget,
                                            VasSession *session,
                                            VasColumnSet *columns);
