/* Fills the sentences of the tables with the names they are about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-strings.h"
#include "vas-verdict.h"

/**
 * vas_phrase_fill:
 * @template: a translated text of the tables of kinds or roles
 *
 * Puts the subject's bytes, made fit to show, in the place of `{subject}` (the kind's nameless words
 * where there is none) and the role's product in that of `{product}`. What a hostile name holds is
 * never taken for a place to fill.
 *
 * Returns: (transfer full): UTF-8.
 */
char *vas_phrase_fill (const char *template, const VasStrings *strings, const VasVerdict *verdict);

/** vas_phrase_label: (transfer full): the label of a verdict, see vas_words_label(). */
char *vas_phrase_label (const VasStrings *strings, const VasVerdict *verdict);
