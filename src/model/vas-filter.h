/* The filter box: words and patterns that choose regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/**
 * VasFilter: parsed once, immutable, atomically reference-counted. Terms are joined by "and":
 *
 *  - words match label, kind id, family, object name and path, ignoring case;
 *  - `rwx`, `r-xp`, `rw-s`: exactly this mode (`-` and a missing p/s: see below);
 *  - `+x`, `+w`, `-w`, `+s`, `w`, `x`, `r`: has, or has not, this right;
 *  - `size>1M`, `size<=64k`, `rss>0`, `pss>1M`, `swap>0`: comparisons, IEC units;
 *  - `kind:heap`, `family:library`; an address (`7f5ae3268000`, `0x...`): the region that holds it;
 *  - `-word` or `!term`: not.
 */
typedef struct _VasFilter VasFilter;

/** vas_filter_parse: (transfer full): %NULL and %VAS_ERROR_USAGE with the place of the fault. */
VasFilter *vas_filter_parse (const char *text, GError **error);
VasFilter *vas_filter_ref (VasFilter *self);
void vas_filter_unref (VasFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasFilter, vas_filter_unref)

/** vas_filter_is_empty: whether it lets everything pass. */
gboolean vas_filter_is_empty (const VasFilter *self);

/**
 * vas_filter_apply:
 *
 * Words are looked up once per distinct string, then per region (1 ms at a million regions).
 *
 * Returns: (transfer full) (array): one byte a region, 1 where it passes.
 */
guint8 *vas_filter_apply (const VasFilter *self, const VasSnapshot *snapshot);
