/* The ordered rules: the first that knows a region decides what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-case.h"

/**
 * VasJudge:
 * @verdict: (inout): zeroed but for the rule's own sentence as evidence
 *
 * Returns: whether the rule knows region @i. Verdicts of regions below @i are already there.
 */
typedef gboolean (*VasJudge) (VasCase *c, gsize i, VasVerdict *verdict);

/**
 * VasSurvey:
 * @evidence: string id of the rule's own sentence
 *
 * Looks at the whole process at once and decides the regions it knows.
 */
typedef void (*VasSurvey) (VasCase *c, guint32 evidence);

/**
 * VasRule: has either a survey or a judge. All surveys run before all judges.
 * @id: for tests and for people who read the table
 * @needs: at least one of these products is at work in the process; 0 = always asked
 * @needs_flags: asked only where smaps told the kernel's flags
 * @evidence: translatable: what a person can check, true of every region that the rule takes
 */
typedef struct
{
  const char *id;
  VasProducts needs;
  gboolean needs_flags;
  VasSurvey survey;
  VasWhen when;
  VasJudge judge;
  const char *evidence;
} VasRule;

extern const VasRule vas_rules[];
extern const gsize vas_n_rules;
