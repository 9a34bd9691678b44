/* The words about a verdict, composed once for the many regions that share them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/**
 * VasVerdictTexts:
 *
 * A process of a million mappings has a few hundred distinct labels and explanations; composing
 * them again for each region would cost more than reading the process. What is remembered is
 * bounded.
 */
typedef struct _VasVerdictTexts VasVerdictTexts;

/** vas_verdict_texts_new: @snapshot is borrowed. */
VasVerdictTexts *vas_verdict_texts_new (const VasSnapshot *snapshot);
void vas_verdict_texts_free (VasVerdictTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasVerdictTexts, vas_verdict_texts_free)

/** VasTexts: UTF-8 fit to show, as vas-words.h composes it. */
typedef struct
{
  char *label;
  char *explanation;
  char *evidence;
} VasTexts;

/** vas_verdict_texts_get: (transfer none): valid until the next call. */
const VasTexts *vas_verdict_texts_get (VasVerdictTexts *self, const VasVerdict *verdict);
