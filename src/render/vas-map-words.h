/* The short texts of the map: what its columns do not say already.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-layout.h"

/* All of these are translated UTF-8 fit to show, (transfer full). */

/** vas_map_words_verdict: the label without the name of the object beside it: "code", "heap". */
char *vas_map_words_verdict (const VasSnapshot *snapshot, gsize region, const VasVerdict *verdict);
/** vas_map_words_place: where it comes from: "/usr/bin/cat + 0x2000"; "" without a file. */
char *vas_map_words_place (const VasSnapshot *snapshot, gsize region);
/** vas_map_words_gap: "42.1 TiB unmapped". @span is the gap's in the layout. */
char *vas_map_words_gap (const VasLayout *layout, gsize span);
/** vas_map_words_sum: "1.9 MiB, 6 regions". */
char *vas_map_words_sum (guint64 mapped, guint64 regions);
/** vas_map_words_title: what a viewer says of a region at the pointer: label, range and size. */
char *vas_map_words_title (const VasSnapshot *snapshot, gsize region);
