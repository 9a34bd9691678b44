/* The ordered rules: the first that knows a region decides what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-case.h"

/**
 * VasJudge:
 * @verdict: (out): zeroed on entry; evidence left 0 is filled with the rule's own sentence
 *
 * Returns: whether the rule knows region @i. Verdicts of regions below @i are already there.
 */
typedef gboolean (*VasJudge) (VasCase *c, gsize i, VasVerdict *verdict);

/**
 * VasRule:
 * @id: for tests and for people who read traces
 * @evidence: translatable: what a person can check, true of every region that the rule takes
 */
typedef struct
{
  const char *id;
  VasJudge judge;
  const char *evidence;
} VasRule;

extern const VasRule vas_rules[];
extern const gsize vas_n_rules;
