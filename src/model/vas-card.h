/* The detail card as text: everything that is said about a region, several regions, or a gap.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/** VasCardField: the lines of a card, in the order to show. */
typedef enum
{
  VAS_CARD_TITLE,       /* "libcairo.so.2: code", "1,204 regions, 18 MiB", "42.1 TiB unmapped" */
  VAS_CARD_CONFIDENCE,  /* "certain" */
  VAS_CARD_RANGE,       /* "7f5ae3268000-7f5ae3337000" */
  VAS_CARD_SIZE,        /* "828 KiB, 207 pages" */
  VAS_CARD_MEMORY,      /* "in RAM 640 KiB, proportional share 31 KiB (PSS)", if known */
  VAS_CARD_EXPLANATION, /* what it is and why it is here */
  VAS_CARD_EVIDENCE,    /* how we know */
  VAS_CARD_PERMISSIONS, /* "r-xp: may be read and run as code, not changed; ..." */
  VAS_CARD_REMARKS,     /* what to make of it */
  VAS_CARD_PLACE,       /* "libcairo.so.2 (5 regions, 1.1 MiB) in Libraries and mappings" */
  VAS_CARD_FILE,        /* path, offset, device and inode */
  VAS_CARD_FLAGS,       /* the kernel's flags, where smaps was read */
  VAS_CARD_CONTENTS,    /* the parts of a region, or the mix of several: a line each */
  VAS_CARD_LINE,        /* the raw line of maps */
  VAS_N_CARD_FIELDS
} VasCardField;

/**
 * VasCard:
 * @fields: translated UTF-8 fit to show; %NULL where there is nothing to say
 * @badges: set of `1 << VasBadge` (vas-badges.h)
 * @region: index of the one region that it is about; -1 for several or a gap
 */
typedef struct
{
  char *fields[VAS_N_CARD_FIELDS];
  guint32 badges;
  gssize region;
} VasCard;

/**
 * vas_card_find_regions:
 * @start, @end: half-open addresses, not empty
 * @first, @n: (out): the regions that the range touches; in a gap @n is 0 and @first is the region
 *   above it, or the number of regions
 *
 * O(log n), so that a card is made anew only when the pointer comes to something else.
 */
void vas_card_find_regions (const VasSnapshot *snapshot,
                            guint64 start,
                            guint64 end,
                            gsize *first,
                            gsize *n);

/**
 * vas_card_new:
 * @first, @n: as vas_card_find_regions() found them
 *
 * About the one region; of several, about the object or area that they are or else their mix; of
 * none, about the whole gap below @first. O(n).
 *
 * Returns: (transfer full):
 */
VasCard *vas_card_new (const VasSnapshot *snapshot, gsize first, gsize n);

void vas_card_free (VasCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasCard, vas_card_free)
