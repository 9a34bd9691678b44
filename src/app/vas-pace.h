/* How much to read of a process, and how soon again, so that being looked at costs it little.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-source.h"

/**
 * The policy, with what it rests on (measured on Linux 6.18):
 *
 *  - maps costs 0.3-1.7 us a region and since 6.17 takes no lock that the target's own mmap calls
 *    need: read first, so that the picture is there at once, and always.
 *  - Sizes in memory are a walk of the page tables under the target's mmap lock. Its calls wait for
 *    about that share of the time which the walk takes: with one second of pause after 50 ms the
 *    target keeps 95 %. For an ordinary process they follow the first picture unasked; above the
 *    limits below only somebody who asks for details gets them.
 *  - Whatever is read, the pause after it is at least %VAS_PACE_REST times what it took.
 */
#define VAS_PACE_REST 20
#define VAS_PACE_SHORTEST_MS 1000

/** Beyond these no process has its sizes in memory read unasked. */
#define VAS_PACE_MAX_REGIONS 20000
#define VAS_PACE_MAX_RESIDENT (G_GUINT64_CONSTANT (2) << 30)

/**
 * vas_pace_choose_flags:
 * @last: (nullable): what is known of the target; %NULL before the first reading
 * @details: whether somebody asked for everything smaps tells
 */
VasReadFlags vas_pace_choose_flags (const VasSnapshot *last, gboolean details);

/** vas_pace_choose_pause: milliseconds to wait after a reading that took @duration microseconds. */
guint vas_pace_choose_pause (gint64 duration);
