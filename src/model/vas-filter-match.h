/* Finds the regions that fit one term of a filter.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-filter-term.h"

/** VasMatcher: keeps what several terms need of one snapshot, which must outlive it. */
typedef struct _VasMatcher VasMatcher;

VasMatcher *vas_matcher_new (const VasSnapshot *snapshot);
void vas_matcher_free (VasMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMatcher, vas_matcher_free)

/**
 * vas_matcher_find:
 * @hits: (out) (array): one byte a region: 1 where it fits @term, its `negated` aside
 */
void vas_matcher_find (VasMatcher *self, const VasTerm *term, guint8 *hits);
