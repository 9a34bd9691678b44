/* The ordered rules: the first that knows a region decides what it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-case.h"

/** VasWhen: which regions a rule is asked about, a set. Told apart once, so that a region of a
 *  million meets only the few rules that could know it. */
typedef enum
{
  VAS_WHEN_NAMED = 1 << 0,     /* the line has a name that says something */
  VAS_WHEN_NO_ACCESS = 1 << 1, /* no name: may not be touched */
  VAS_WHEN_CODE = 1 << 2,      /* no name: may be run */
  VAS_WHEN_DATA = 1 << 3,      /* no name: may be read or written, not run */
  VAS_WHEN_UNNAMED = VAS_WHEN_NO_ACCESS | VAS_WHEN_CODE | VAS_WHEN_DATA,
  VAS_WHEN_MEMORY = VAS_WHEN_CODE | VAS_WHEN_DATA,
} VasWhen;

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
