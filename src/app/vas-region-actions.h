/* What one can do with the selected regions of the table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-region-text.h"
#include "vas-session.h"

/**
 * vas_region_actions_copy:
 * @columns: (array length=n_columns): to write, where @form is a table
 *
 * Puts the selected regions that are shown on the clipboard, in the order of the rows. The text is
 * made on a worker: a million rows are 150 MB.
 */
void vas_region_actions_copy (VasRegionList *list,
                              GdkClipboard *clipboard,
                              VasRegionText form,
                              const VasSort *columns,
                              gsize n_columns);

/** vas_region_actions_reveal: asks the session to show the range from the first to the last
 *  selected region. */
void vas_region_actions_reveal (VasSession *session);
