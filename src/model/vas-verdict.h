/* What the classifier found a region to be, and how it knows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-kinds.h"

/**
 * VasVerdict:
 * @kind: a #VasKind
 * @confidence: a #VasConfidence
 * @role: index of a #VasRole; 0 = none
 * @subject: string id (bytes) of what the texts name: the file's short name, "worker (4243)"; 0 none
 * @evidence: string id of the packed sentence (vas-sentence.h) that a person can check; never 0
 *
 * Many regions share one; the texts are composed when they are looked at (vas-words.h).
 */
typedef struct
{
  guint8 kind;
  guint8 confidence;
  guint16 role;
  guint32 subject;
  guint32 evidence;
} VasVerdict;

/**
 * VasPart: a piece `[start, end)` of one region that is something else than the whole: heap merged
 * behind a `.bss`, the arguments at the top of the main stack. Parts of a region are sorted, do not
 * overlap, and need not cover it.
 */
typedef struct
{
  guint64 start;
  guint64 end;
  guint32 region; /* index */
  VasVerdict verdict;
} VasPart;
