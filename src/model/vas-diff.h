/* What changed between two readings of one address space: runs of gone and new regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading.h"

/**
 * VasHunk: the former regions `[former, former + n_former)` gave way to the present regions
 * `[present, present + n_present)`; at least one of the two runs is not empty.
 */
typedef struct
{
  guint32 former;
  guint32 n_former;
  guint32 present;
  guint32 n_present;
} VasHunk;

/** VAS_DIFF_FEW: a view may rebind all of its 205 rows at a splice that lies before them (measured: 2 ms). */
#define VAS_DIFF_FEW 20

/**
 * VasDiff:
 * @hunks: (array length=n_hunks): in address order, parted by regions that stayed
 * @few: (array length=n_few): the same change told as at most %VAS_DIFF_FEW hunks: those nearest to
 *   each other are joined, and regions between them count as gone and new
 *
 * A region stays the same if its start, inode and offset do (it may grow at its end, change its
 * permissions), or else its end, inode and place in the file (a stack grows at its start). Immutable, atomically reference-counted.
 */
typedef struct
{
  VasHunk *hunks;
  gsize n_hunks;
  VasHunk *few;
  gsize n_few;
  gsize n_former;
  gsize n_present;
} VasDiff;

/**
 * vas_diff_new:
 * @former: (nullable): %NULL is a reading without regions
 * @present: (nullable): the same
 *
 * One pass over both. Memory is that of the changes, not of the regions.
 */
VasDiff *vas_diff_new (const VasReading *former, const VasReading *present);
VasDiff *vas_diff_ref (VasDiff *self);
void vas_diff_unref (VasDiff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasDiff, vas_diff_unref)

/** vas_diff_find_present: present index of the former region @former; -1 if it is gone. */
gssize vas_diff_find_present (const VasDiff *self, gsize former);

/**
 * vas_diff_dup_joined:
 * @n: (out): number of hunks
 *
 * Joins the hunks that stand nearest to each other until at most @max_hunks are left.
 *
 * Returns: (transfer full) (array length=n):
 */
VasHunk *vas_diff_dup_joined (const VasDiff *self, gsize max_hunks, gsize *n);
