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
 *  - They come from PAGEMAP_SCAN, and where the kernel has none (before 6.7) from smaps, three times
 *    as dear: unasked for small processes only.
 *  - Whatever is read, the pause after it is at least %VAS_PACE_REST times what it took.
 */
#define VAS_PACE_REST 20
#define VAS_PACE_SHORTEST_MS 1000

/** VasPaceLimit: up to here sizes in memory are read unasked; both must hold. */
typedef struct
{
  gsize regions;
  guint64 resident; /* bytes */
} VasPaceLimit;

#define VAS_PACE_ORDINARY ((VasPaceLimit) { 20000, G_GUINT64_CONSTANT (2) << 30 })
#define VAS_PACE_SMALL ((VasPaceLimit) { 5000, G_GUINT64_CONSTANT (512) << 20 })

/**
 * VasPace: what was learned of reading one target; zeroed at first.
 * @details: somebody asked for everything smaps tells
 * @cannot_scan: the kernel has no PAGEMAP_SCAN
 * @duration: of the last reading, microseconds
 */
typedef struct
{
  gboolean details;
  gboolean cannot_scan;
  gint64 duration;
} VasPace;

/** vas_pace_choose_flags: @last (nullable): newest snapshot; %NULL before the first reading. */
VasReadFlags vas_pace_choose_flags (const VasPace *self, const VasSnapshot *last);

/** vas_pace_note: a reading with @flags that took @duration microseconds gave @snapshot. */
void vas_pace_note (VasPace *self, VasReadFlags flags, const VasSnapshot *snapshot, gint64 duration);

/** vas_pace_get_pause: milliseconds to wait before the next reading. */
guint vas_pace_get_pause (const VasPace *self);
