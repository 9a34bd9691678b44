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
 *  - A refresh is what the whole program spends of the processor from the start of a reading until
 *    the frame that shows it. It comes so seldom that this stays under a share of one core, and so
 *    does the time that the reading itself takes: on a kernel or for a reading that locks, that is
 *    what the target waits for.
 */
#define VAS_PACE_SHARE 5 /* per cent of one core, unless another is set */
#define VAS_PACE_LEAST_SHARE 1
#define VAS_PACE_MOST_SHARE 50
#define VAS_PACE_SHORTEST_MS 1000

/** VasPaceLimit: up to here sizes in memory are read unasked; both must hold. */
typedef struct
{
  gsize regions;
  guint64 resident; /* bytes */
} VasPaceLimit;

#define VAS_PACE_ORDINARY ((VasPaceLimit) { 20000, G_GUINT64_CONSTANT (2) << 30 })
#define VAS_PACE_SMALL ((VasPaceLimit) { 5000, G_GUINT64_CONSTANT (512) << 20 })

/** VAS_PACE_N_COSTS: one refresh out of three may cost anything, as when somebody exports meanwhile. */
#define VAS_PACE_N_COSTS 3

/**
 * VasPace: what was learned of reading one target; all zero at first.
 * @share: per cent of one core; 0 is %VAS_PACE_SHARE
 * @details: somebody asked for everything smaps tells
 * @cannot_scan: the kernel has no PAGEMAP_SCAN
 * @duration: of the last reading, microseconds
 * @costs: of the last refreshes, the newest first, microseconds of the processor
 */
typedef struct
{
  guint share;
  gboolean details;
  gboolean cannot_scan;
  gint64 duration;
  gint64 costs[VAS_PACE_N_COSTS];
  guint n_costs;
} VasPace;

/** vas_pace_forget: another target: what was learned goes, what was set stays. */
void vas_pace_forget (VasPace *self);

/** vas_pace_choose_flags: @last (nullable): newest snapshot; %NULL before the first reading. */
VasReadFlags vas_pace_choose_flags (const VasPace *self, const VasSnapshot *last);

/** vas_pace_note_reading: one with @flags that took @duration microseconds gave @snapshot. */
void vas_pace_note_reading (VasPace *self,
                            VasReadFlags flags,
                            const VasSnapshot *snapshot,
                            gint64 duration);

/** vas_pace_note_cost: a refresh cost @cost microseconds of the processor, all told. */
void vas_pace_note_cost (VasPace *self, gint64 cost);

/** vas_pace_get_cost: microseconds of the processor: the median of the last refreshes; 0 at first. */
gint64 vas_pace_get_cost (const VasPace *self);

/** vas_pace_get_period: milliseconds from the start of one reading to that of the next. */
guint vas_pace_get_period (const VasPace *self);
