/* A region with everything that is said about it in words, moving from one region to the next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-path-text.h"
#include "vas-row-memo.h"
#include "vas-verdict-texts.h"

/**
 * VasRowTopic: what a group of columns is about. Regions with the same key in a topic have the same
 * words there.
 * @VAS_ROW_SELF: the region alone: shared with no other
 */
typedef enum
{
  VAS_ROW_SELF,
  VAS_ROW_FILE,
  VAS_ROW_VERDICT,
  VAS_ROW_OBJECT,
  VAS_ROW_AREA,
  VAS_ROW_REMARKS,
  VAS_N_ROW_TOPICS
} VasRowTopic;

/**
 * VasRow: to be read only. The words of a topic are there once vas_row_compose() was called for it,
 * until the row moves.
 */
typedef struct
{
  const VasSnapshot *snapshot; /* borrowed */
  gsize index;
  const VasRegion *region; /* %NULL until it moves to one */
  const VasFile *file;
  const VasVerdict *verdict;
  VasRowKey keys[VAS_N_ROW_TOPICS];
  VasVerdictTexts *texts_of; /* for the texts of further verdicts */

  const VasTexts *texts;
  char perms[VAS_PERMS_BYTES];
  char device[sizeof "ffffffff:ffffffff"]; /* as maps prints it */
  VasPathText path;
  char *object;
  char *area;
  char *remarks;
  GString *badges; /* ids, parted by one space */

  /*< private >*/
  gsize object_first, object_end; /* regions of the object that it is in */
  guint32 object_name;
  gsize area_index;
  VasRowKey composed[VAS_N_ROW_TOPICS]; /* the keys of the words that are there */
  guint32 is_composed;                  /* a bit a topic: there are words */
} VasRow;

/** vas_row_new: @snapshot is borrowed. */
VasRow *vas_row_new (const VasSnapshot *snapshot);
void vas_row_free (VasRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasRow, vas_row_free)

void vas_row_move_to (VasRow *self, gsize region);
void vas_row_compose (VasRow *self, VasRowTopic topic);

/** vas_row_is_shared: whether other regions may have the same words in this topic. */
gboolean vas_row_is_shared (const VasRow *self, VasRowTopic topic);
