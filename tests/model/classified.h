/* A classified text as a picture: what every region was named, one line a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"

/** Classified: @reading and @naming of one text. */
typedef struct
{
  VasReading *reading;
  VasNaming *naming;
} Classified;

/** classified_new: @facts may be %NULL and stay the caller's. */
Classified *classified_new (const char *text, gsize length, const VasFacts *facts);
void classified_free (Classified *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Classified, classified_free)

/**
 * classified_print:
 *
 * "555000 program-code likely cat", a line a region; the role after a slash, the subject where there
 * is one; parts indented below, with their ends.
 *
 * Returns: (transfer full):
 */
char *classified_print (const Classified *self);

/** classified_get_verdict: of the region that holds @address. */
const VasVerdict *classified_get_verdict (const Classified *self, guint64 address);

/** assert_named: @text, without facts, is named as in @expected. */
void assert_named (const char *text, const char *expected);

/** assert_named_with: the same with facts. */
void assert_named_with (const char *text, const VasFacts *facts, const char *expected);
