/* Puts the selected regions on the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vas-region-list.h"
#include "vas-region-text.h"

/**
 * vas_region_copy:
 * @columns: (array length=n_columns): to write, where @form is a table
 *
 * Copies the selected regions that are shown, in the order of the rows. The text is made on a
 * worker: a million rows are 150 MB.
 */
void vas_region_copy (VasRegionList *list,
                      GdkClipboard *clipboard,
                      VasRegionText form,
                      const VasSort *columns,
                      gsize n_columns);
