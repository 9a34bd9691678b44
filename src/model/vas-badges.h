/* Badges: what is remarkable about a region beside its kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/**
 * VasBadge: in the order to show. Those from %VAS_BADGE_SEALED on come from the VmFlags and sizes of
 * smaps, so they are known only where smaps was read.
 */
typedef enum
{
  VAS_BADGE_WRITABLE_CODE,
  VAS_BADGE_EXECUTABLE_STACK,
  VAS_BADGE_DELETED_FILE,
  VAS_BADGE_MERGED,
  VAS_BADGE_SEALED,
  VAS_BADGE_LOCKED,
  VAS_BADGE_SWAPPED,
  VAS_BADGE_HUGE_PAGES,
  VAS_BADGE_SAME_PAGE_MERGING,
  VAS_BADGE_DROPPABLE,
  VAS_BADGE_WIPED_ON_FORK,
  VAS_BADGE_NOT_INHERITED,
  VAS_BADGE_NOT_DUMPED,
  VAS_BADGE_USER_FAULTS,
  VAS_N_BADGES
} VasBadge;

/** vas_badges_find: the badges of a region as a set of `1 << VasBadge`. */
guint32 vas_badges_find (const VasSnapshot *snapshot, gsize region);

/** vas_badge_get_id: stable, never translated: "deleted-file". */
const char *vas_badge_get_id (VasBadge badge);
/** vas_badge_get_label: translated, a word or two: "deleted file". */
const char *vas_badge_get_label (VasBadge badge);
/** vas_badge_get_meaning: translated, a whole sentence: what follows from it. */
const char *vas_badge_get_meaning (VasBadge badge);
/** vas_badge_is_warning: whether a careful person would look into it. */
gboolean vas_badge_is_warning (VasBadge badge);
