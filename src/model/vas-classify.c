/* Decides for every region what it is: runs the ordered rules over the case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-classify.h"

#include "vas-case.h"
#include "vas-rules.h"

enum
{
  N_BENCHES = VAS_WHEN_DATA + 1, /* one for each VasWhen; the others stay empty */
  MAX_RULES = 128,
};

/** Bench: the judges asked about one class of regions in this process, in their order. */
typedef struct
{
  guint n;
  VasJudge judges[MAX_RULES];
  guint32 evidence[MAX_RULES];
} Bench;

static void
judge_region (VasCase *c, gsize i, const Bench *bench)
{
  for (guint r = 0; r < bench->n; r++)
    {
      VasVerdict verdict = { .evidence = bench->evidence[r] };
      if (bench->judges[r](c, i, &verdict))
        {
          vas_case_decide (c, i, &verdict);
          return;
        }
    }
  g_assert_not_reached (); /* the last rule takes everything */
}

/* Surveys run as they are met; judges take their seats. */
static void
apply_rule (VasCase *c, const VasRule *rule, Bench benches[N_BENCHES])
{
  if ((rule->needs != 0 && (rule->needs & c->products) == 0)
      || (rule->needs_flags && c->flags == NULL))
    return;
  guint32 evidence = vas_case_say (c, rule->evidence);
  if (rule->survey != NULL)
    rule->survey (c, evidence);
  for (guint when = VAS_WHEN_NAMED; when < N_BENCHES; when <<= 1)
    if ((rule->when & when) != 0)
      {
        Bench *bench = &benches[when];
        bench->judges[bench->n] = rule->judge;
        bench->evidence[bench->n++] = evidence;
      }
}

VasNaming *
vas_classify (VasReading *reading, const VasFacts *facts)
{
  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (vas_n_rules <= MAX_RULES, NULL);

  VasCase *c = vas_case_open (reading, facts);
  g_autofree Bench *benches = g_new0 (Bench, N_BENCHES);
  for (gsize r = 0; r < vas_n_rules; r++)
    apply_rule (c, &vas_rules[r], benches);
  for (gsize i = 0; i < c->n_regions; i++)
    if (!vas_case_is_decided (c, i))
      judge_region (c, i, &benches[c->when[i]]);
  return vas_case_close (c);
}

void
vas_naming_free (VasNaming *self)
{
  if (self == NULL)
    return;
  g_free (self->verdicts);
  g_free (self->parts);
  g_free (self);
}
