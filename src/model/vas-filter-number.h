/* The terms of a filter that are numbers: comparisons of bytes, addresses and ranges.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-filter-term.h"

/**
 * vas_term_parse_number:
 * @known: (out): whether @word is such a term, right or wrong; else it is a word
 *
 * Returns: %FALSE with %VAS_ERROR_USAGE where it is one and wrong.
 */
gboolean vas_term_parse_number (VasTerm *term, const char *word, gboolean *known, GError **error);
