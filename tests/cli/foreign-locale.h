/* A person's language and way to write numbers, made for a test: a machine may have none but C.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../model/temporary-tree.h"

/**
 * foreign_locale_make:
 *
 * Makes the locale "foreign" in @tree, to be found by LOCPATH: 1,024.5 is written 1.024,5.
 *
 * Returns: %FALSE where even the character sets are missing that localedef reads (Debian's package
 *   locales).
 */
gboolean foreign_locale_make (TemporaryTree *tree);

/** foreign_locale_translate: gives it a catalogue of Vascope's: pairs of words and what they are
 *  translated to, %NULL at the end. */
void foreign_locale_translate (TemporaryTree *tree, ...) G_GNUC_NULL_TERMINATED;
