/* The distinct labels of a snapshot: what to look at once instead of once a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/**
 * VasLabelIndex:
 * @of_region: (array): for each region, which of the labels it has
 * @texts: (array length=n): the labels as vas_words_label() composes them
 * @kinds: (array length=n): the #VasKind of the regions with this label
 *
 * A label follows from kind, role and subject, so a million regions share a few hundred.
 */
typedef struct
{
  guint32 *of_region;
  char **texts;
  guint8 *kinds;
  gsize n;
} VasLabelIndex;

VasLabelIndex *vas_label_index_new (const VasSnapshot *snapshot);
void vas_label_index_free (VasLabelIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasLabelIndex, vas_label_index_free)
