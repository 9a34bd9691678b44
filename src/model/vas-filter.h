/* The filter box: words and patterns that choose regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/**
 * VasFilter: parsed once, immutable, atomically reference-counted.
 *
 * A filter is terms parted by spaces; a region passes if it fits every one of them.
 *
 *  - `heap`: a word is found in the label, the kind's id and label, the family's id and label, the
 *    object's name or the path, upper and lower case alike. Double quotes make a word of anything
 *    (`"Web Content"`, `"rw"`); the last one may be missing.
 *  - `r`, `w`, `x`, `s`, `p` and any of them together in this order (`rw`, `+wx`): has every one of
 *    these letters; `-w`, `-rx`: has none of them.
 *  - `r-xp`, `rw-`, `---`: a mode as maps prints it, exactly; three letters leave open whether the
 *    region is shared. What reads as a mode is a mode: `-wx` is one.
 *  - `size>1M`, `size<=64k`, `rss>0`, `pss>=1.5G`, `swap!=0`: compares bytes by `>`, `>=`, `<`,
 *    `<=`, `=` or `!=`. Units are powers of 1024, k M G T P E, also written KiB or KB. A size in
 *    memory that was not read fits no comparison.
 *  - `kind:heap`, `family:library`: a kind or family by id; where no id is this, all that contain it
 *    (`kind:stack`).
 *  - `object:libc`, `path:/usr/lib`: a word found in the object's name, or in the path.
 *  - `inode:1708`, `device:fe:00`: the file, as maps prints it.
 *  - `0x7f5ae3268000`: the region that holds this address. Eight or more hex digits with a decimal
 *    one among them need no `0x`; they are then searched for as a word too.
 *    `7f5ae3268000-7f5ae3337000`: the regions that touch this range.
 *  - `!term`, and `-` before anything that is not letters of permission: does not fit the term.
 */
typedef struct _VasFilter VasFilter;

/**
 * vas_filter_parse:
 *
 * Returns: (transfer full): %NULL and %VAS_ERROR_USAGE if a term makes no sense; the message quotes
 *   the term and says what to type instead.
 */
VasFilter *vas_filter_parse (const char *text, GError **error);
VasFilter *vas_filter_ref (VasFilter *self);
void vas_filter_unref (VasFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasFilter, vas_filter_unref)

/** vas_filter_is_empty: whether it lets everything pass. */
gboolean vas_filter_is_empty (const VasFilter *self);

/** vas_filter_can_answer: whether @snapshot knows, of any region, each of the sizes in memory that the
 *  filter asks for; else nothing can fit. */
gboolean vas_filter_can_answer (const VasFilter *self, const VasSnapshot *snapshot);

/**
 * vas_filter_apply:
 *
 * Words are looked up once per distinct string, then per region. Any thread.
 *
 * Returns: (transfer full) (array): one byte a region, 1 where it passes.
 */
guint8 *vas_filter_apply (const VasFilter *self, const VasSnapshot *snapshot);
