/* Decides for every region what it is: runs the ordered rules over the case.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-classify.h"

#include <glib/gi18n-lib.h>

#include "vas-case.h"
#include "vas-rules.h"

static void
judge_region (VasCase *c, gsize i, const guint32 *sentences)
{
  for (gsize r = 0; r < vas_n_rules; r++)
    {
      VasVerdict verdict = { 0 };
      if (!vas_rules[r].judge (c, i, &verdict))
        continue;
      if (verdict.evidence == 0)
        verdict.evidence = sentences[r];
      c->verdicts[i] = verdict;
      return;
    }
  g_assert_not_reached (); /* the last rule takes everything */
}

VasNaming *
vas_classify (VasReading *reading, const VasFacts *facts)
{
  g_return_val_if_fail (reading != NULL, NULL);

  VasCase *c = vas_case_open (reading, facts);
  g_autofree guint32 *sentences = g_new (guint32, vas_n_rules);
  for (gsize r = 0; r < vas_n_rules; r++)
    sentences[r] = vas_case_say (c, _ (vas_rules[r].evidence));
  for (gsize i = 0; i < c->n_regions; i++)
    if (!vas_case_is_decided (c, i))
      judge_region (c, i, sentences);
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
