/* A region with everything that is said about it in words, moving from one region to the next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-path-text.h"
#include "vas-verdict-texts.h"

/**
 * VasRow: to be read only. What neighbouring regions mostly share is made again only where it
 * changes, since a million regions have a few hundred distinct texts.
 */
typedef struct
{
  const VasSnapshot *snapshot; /* borrowed */
  gsize index;
  const VasRegion *region; /* %NULL until it moves to one */
  const VasVerdict *verdict;
  const VasTexts *texts;
  VasVerdictTexts *texts_of; /* for the texts of further verdicts */
  char perms[VAS_PERMS_BYTES];
  char device[sizeof "ffffffff:ffffffff"]; /* as maps prints it */
  VasPathText path;
  char *object;
  char *area;
  char *remarks;
  GString *badges; /* ids, parted by one space */

  /*< private >*/
  const VasRegion *path_region; /* that `path` was made for */
  gsize object_index;
  gsize area_index;
  guint32 badge_set;
  guint remarks_perms; /* that `remarks` was made for */
} VasRow;

/** vas_row_new: @snapshot is borrowed. */
VasRow *vas_row_new (const VasSnapshot *snapshot);
void vas_row_free (VasRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasRow, vas_row_free)

void vas_row_move_to (VasRow *self, gsize region);
