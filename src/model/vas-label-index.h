/* The distinct labels of a snapshot: what to look at once instead of once a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/**
 * VasLabelIndex:
 * @of_verdict: (array): for each of the snapshot's verdicts, which of the labels it has
 * @texts: (array length=n): the labels as vas_words_label() composes them
 * @kinds: (array length=n): the #VasKind of the regions with this label
 *
 * A label follows from kind, role and subject, so a million regions share a few hundred. Number 0 is
 * that of no region.
 */
typedef struct
{
  guint32 *of_verdict;
  char **texts;
  guint8 *kinds;
  guint32 n;
} VasLabelIndex;

VasLabelIndex *vas_label_index_new (const VasSnapshot *snapshot);
void vas_label_index_free (VasLabelIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasLabelIndex, vas_label_index_free)

/** vas_label_index_get: which of the labels @region of the snapshot has. */
static inline guint32
vas_label_index_get (const VasLabelIndex *self, const VasRegion *region)
{
  return self->of_verdict[region->verdict];
}
