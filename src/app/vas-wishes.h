/* Which rows somebody wants to see: the filter and the sort.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-order.h"

/**
 * VasWishes:
 * @text: (owned): what the filter box holds, also where that cannot be understood
 * @filter: (nullable) (owned): of the last text that could; %NULL lets everything pass
 */
typedef struct
{
  char *text;
  VasFilter *filter;
  VasSort sort;
  gboolean descending;
} VasWishes;

/** vas_wishes_init: all regions in address order. */
void vas_wishes_init (VasWishes *self);
void vas_wishes_clear (VasWishes *self);

/**
 * vas_wishes_set_text:
 * @is_understood: (out): whether @text is a filter; with %VAS_ERROR_USAGE if not
 *
 * Returns: whether other regions are wanted now.
 */
gboolean vas_wishes_set_text (VasWishes *self,
                              const char *text,
                              gboolean *is_understood,
                              GError **error);

/** vas_wishes_set_sort: %FALSE if it is the sort already. */
gboolean vas_wishes_set_sort (VasWishes *self, VasSort sort, gboolean descending);
