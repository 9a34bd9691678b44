/* Sentences kept in the language of the source, to be told in that of whoever reads them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_sentence_pack:
 * @template: a translatable text with the places `{1}` to `{9}` for the words
 * @words: (array zero-terminated): bytes; they are made fit to show (vas-display.h)
 *
 * Returns: (transfer full): what vas_sentence_tell() takes; @template itself if there are no words.
 */
char *vas_sentence_pack (const char *template, const char *const *words);

/**
 * vas_sentence_tell:
 * @packed: what vas_sentence_pack() made
 *
 * Translates at the time of the call. What a word holds is never taken for a place to fill.
 *
 * Returns: (transfer full): UTF-8 fit to show.
 */
char *vas_sentence_tell (const char *packed);
