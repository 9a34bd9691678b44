/* One term of a filter: what the parser makes and the matcher reads.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-filter.h"

typedef enum
{
  VAS_TERM_WORD,    /* @text in any of the texts */
  VAS_TERM_OBJECT,  /* @text in the object's name */
  VAS_TERM_PATH,    /* @text in the path */
  VAS_TERM_PERMS,   /* (perms & @mask) == @perms */
  VAS_TERM_SIZE,    /* size compared with @number */
  VAS_TERM_FIELD,   /* smaps field @field compared with @number */
  VAS_TERM_KINDS,   /* the kind is in @kinds */
  VAS_TERM_INODE,   /* @number */
  VAS_TERM_DEVICE,  /* @number: major in the upper half, minor in the lower */
  VAS_TERM_RANGE,   /* touches [@start, @last]; or @text, if set, is found as a word */
  VAS_N_TERMS
} VasTermType;

typedef enum
{
  VAS_COMPARE_LESS = 1 << 0,
  VAS_COMPARE_EQUAL = 1 << 1,
  VAS_COMPARE_GREATER = 1 << 2,
} VasCompare;

/**
 * VasTerm:
 * @compare: set of #VasCompare: the outcomes that fit
 * @text: (nullable) (owned): case-folded UTF-8
 * @kinds: bit k is #VasKind k
 * @start, @last: addresses, both inclusive, as the last address of all has no end
 */
typedef struct
{
  VasTermType type;
  gboolean negated;
  char *text;
  guint8 mask;
  guint8 perms;
  guint8 compare;
  guint field;
  guint64 number;
  guint64 kinds;
  guint64 start;
  guint64 last;
} VasTerm;

G_STATIC_ASSERT (VAS_N_KINDS <= 64);

struct _VasFilter
{
  VasTerm *terms;
  gsize n_terms;
};

void vas_term_clear (VasTerm *term);

/**
 * vas_term_parse:
 * @term: zeroed, or with `negated` set
 * @word: a term as typed, with its double quotes taken out
 * @quoted_from: offset in @word of the first byte that stood in double quotes; its length if none
 *
 * Returns: %FALSE with %VAS_ERROR_USAGE.
 */
gboolean vas_term_parse (VasTerm *term, const char *word, gsize quoted_from, GError **error);

/** vas_term_fail: @message (transfer full): the sentence for %VAS_ERROR_USAGE; returns %FALSE. */
gboolean vas_term_fail (GError **error, char *message);
