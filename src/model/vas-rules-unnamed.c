/* Rules for what is left: fences, reservations, code made at run time, and the honest rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules-topics.h"

#include <glib/gi18n-lib.h>

static const guint64 LARGEST_GUARD = 1 << 20;

/* Fences are made by taking rights away; room that is kept free is asked for with MAP_NORESERVE. */
static const guint64 LARGEST_UNCOUNTED_GUARD = 64 << 10;

gboolean
vas_judge_guard (VasCase *c, gsize i, VasVerdict *verdict)
{
  guint64 size = vas_region_get_size (&c->regions[i]);
  verdict->kind = VAS_KIND_GUARD;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return size <= (vas_case_has_flags (c, i, VAS_VM_NR) ? LARGEST_UNCOUNTED_GUARD : LARGEST_GUARD);
}

gboolean
vas_judge_reserved (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_RESERVED;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return TRUE;
}

gboolean
vas_judge_jit (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_JIT_CODE;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return TRUE;
}

gboolean
vas_judge_random_state (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_ANONYMOUS;
  verdict->role = VAS_ROLE_RANDOM_STATE;
  verdict->confidence = VAS_CONFIDENCE_CERTAIN;
  return vas_case_has_flags (c, i, VAS_VM_DP | VAS_VM_WF);
}

/* Such a line has a name, which says no more than this: it is asked about like one without. */
void
vas_survey_huge_pages (VasCase *c, guint32 evidence)
{
  VasVerdict verdict = {
    .kind = VAS_KIND_ANONYMOUS,
    .role = VAS_ROLE_HUGE_PAGES,
    .confidence = VAS_CONFIDENCE_CERTAIN,
    .evidence = evidence,
  };
  for (gsize n = 0; n < c->n_named; n++)
    {
      gsize i = c->named[n];
      if (vas_case_is_unnamed (c, i)
          && vas_case_note (c, &c->regions[i])->pattern->role == VAS_ROLE_HUGE_PAGES)
        vas_case_decide (c, i, &verdict);
    }
}

/* String id of the name of the file that is loaded at region @i; 0 if none is. */
static guint32
get_loaded (const VasCase *c, gsize i)
{
  const VasNameNote *note = vas_case_note (c, &c->regions[i]);
  return note->is_library || note->is_program ? note->subject : 0;
}

static guint32
describe_place (VasCase *c, const VasPlaceBetween *place)
{
  const char *below = vas_strings_get (c->reading->strings, place->below, NULL);
  const char *above = vas_strings_get (c->reading->strings, place->above, NULL);
  if (place->below != 0 && place->above != 0)
    /* Translators: {1} and {2} are the names of files. */
    return vas_case_say_of (c, N_ ("No name, no file, and no sign of its owner; it lies between {1} "
                                   "and {2}."), below, above, NULL);
  if (place->below != 0)
    return vas_case_say_of (c, N_ ("No name, no file, and no sign of its owner; it lies right "
                                   "behind {1}."), below, NULL);
  return vas_case_say_of (c, N_ ("No name, no file, and no sign of its owner; it lies right in "
                                 "front of {1}."), above, NULL);
}

/* Where nothing tells the owner, the neighbours at least tell the place. Loaded files are few, so
 * the sentences are, too: each is composed once. Returns 0 where there are no such neighbours. */
static guint32
find_place (VasCase *c, gsize i)
{
  VasPlaceBetween place = {
    .below = i > 0 && !vas_case_is_unnamed (c, i - 1) && vas_case_touches (c, i)
                 ? get_loaded (c, i - 1)
                 : 0,
    .above = i + 1 < c->n_regions && !vas_case_is_unnamed (c, i + 1) && vas_case_touches (c, i + 1)
                 ? get_loaded (c, i + 1)
                 : 0,
  };
  if (place.below == 0 && place.above == 0)
    return 0;
  guint32 number = vas_distinct_add (c->places, &place);
  if (number >= c->place_sentences->len)
    g_array_set_size (c->place_sentences, number + 1);
  guint32 *sentence = &g_array_index (c->place_sentences, guint32, number);
  if (*sentence == 0)
    *sentence = describe_place (c, &place);
  return *sentence;
}

gboolean
vas_judge_anonymous (VasCase *c, gsize i, VasVerdict *verdict)
{
  guint32 place = find_place (c, i);
  verdict->kind = VAS_KIND_ANONYMOUS;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  if (place != 0)
    verdict->evidence = place;
  return TRUE;
}
