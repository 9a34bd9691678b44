/* The case: what the rules look at, and what they have decided so far.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"
#include "vas-name-patterns.h"
#include "vas-roles.h"

/**
 * VasNameNote: what one distinct name says, worked out once however many regions bear it.
 * @pattern: (nullable): the row of the table of name patterns that it matches
 * @subject: string id of the short name: the part after the last slash, without ` (deleted)`
 * @perms: of all regions of this name together
 * @n_regions: how many there are
 * @is_program: it is the executable
 * @is_library: it is code loaded beside the program
 */
typedef struct
{
  const VasNamePattern *pattern;
  guint32 subject;
  guint32 n_regions;
  guint8 perms;
  guint8 is_program;
  guint8 is_library;
} VasNameNote;

/**
 * VasCase:
 * @notes: (array): by name id; names added to the pool after the case was opened have none
 * @verdicts: (array): by region; one with evidence 0 is not decided yet
 * @parts: of #VasPart, in any order until the case is closed
 * @program: name id of the executable; 0 if it is not known
 * @program_confidence: certain if the exe link says so, likely if the text only suggests it
 */
typedef struct
{
  VasReading *reading;
  const VasFacts *facts;
  const VasRegion *regions;
  gsize n_regions;
  VasNameNote *notes;
  guint32 n_notes;
  VasVerdict *verdicts;
  GArray *parts;
  guint32 program;
  VasConfidence program_confidence;
} VasCase;

VasCase *vas_case_open (VasReading *reading, const VasFacts *facts);

/** vas_case_close: (transfer full): frees the case and hands over what was decided. */
VasNaming *vas_case_close (VasCase *self);

/** vas_case_note: what the region's name says; the note of the empty name without one. */
static inline const VasNameNote *
vas_case_note (const VasCase *self, const VasRegion *region)
{
  return &self->notes[region->name];
}

static inline gboolean
vas_case_is_decided (const VasCase *self, gsize i)
{
  return self->verdicts[i].evidence != 0;
}

/** vas_case_say: string id of a translated sentence. */
guint32 vas_case_say (VasCase *self, const char *sentence);

/** vas_case_sayf: the same, composed; costs a formatting, so not for every region of a million. */
guint32 vas_case_sayf (VasCase *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** vas_case_decide: records a verdict for region @i unless an earlier rule decided it. */
void vas_case_decide (VasCase *self,
                      gsize i,
                      VasKind kind,
                      guint role,
                      VasConfidence confidence,
                      guint32 subject,
                      guint32 evidence);
