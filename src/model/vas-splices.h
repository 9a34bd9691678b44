/* Cuts a change of a long list into splices that a view can follow cheaply.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasSplice: after @n_kept rows that stay in place, the next @n_removed rows of the former list give
 * way to the next @n_added of the present one. A list of splices covers both lists whole, in order.
 */
typedef struct
{
  guint32 n_kept;
  guint32 n_removed;
  guint32 n_added;
} VasSplice;

/** VAS_ROW_NONE: the row of what is not shown. */
#define VAS_ROW_NONE G_MAXUINT32

/**
 * VasMove: a row that somebody watches.
 * @former: its row so far
 * @present: its row from now on; %VAS_ROW_NONE if it is not shown any more
 */
typedef struct
{
  guint32 former;
  guint32 present;
} VasMove;

/**
 * VasSplicesMode: what becomes of watched rows.
 * @VAS_SPLICES_FOLLOW: they are looked for where most of them went, as after a refresh, and those
 *   around the changes among them kept; where they were strewn about, as @VAS_SPLICES_STAY
 * @VAS_SPLICES_STAY: they stay in place and show what is there now, as after sorting
 */
typedef enum
{
  VAS_SPLICES_FOLLOW,
  VAS_SPLICES_STAY,
} VasSplicesMode;

/**
 * vas_splices_new:
 * @moves: (array length=n_moves): sorted by @former; no two come from or go to the same row
 * @n_splices: (out): number of splices
 *
 * A GTK view that has a watched row in the removed part of a splice looks at every added row for
 * it: half a second at a million rows. So watched rows get splices of their own, of a few hundred
 * rows, and the long stretches between hold none. It also makes a new widget for every added row:
 * a fifth of a second for all that it keeps. Rows that stay in place cost only new texts. And it binds
 * all rows behind a splice anew, 7 ms for those it keeps: a cluster is cut but once.
 *
 * Returns: (transfer full) (array length=n_splices): only the last may change nothing.
 */
VasSplice *vas_splices_new (const VasMove *moves,
                            gsize n_moves,
                            VasSplicesMode mode,
                            guint32 n_former,
                            guint32 n_present,
                            gsize *n_splices);
