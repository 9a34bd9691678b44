/* The case: what the rules look at, and what they have decided so far.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-case.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vas-image.h"
#include "vas-sentence.h"
#include "vas-shapes.h"

static guint
find_bits (const VasCase *self)
{
  if (self->facts != NULL && self->facts->bits != 0)
    return self->facts->bits;
  for (gsize i = self->n_regions; i > 0; i--)
    if (self->regions[i - 1].start > G_MAXUINT32)
      return 64;
  return 32;
}

static guint16
parse_flags (const char *codes)
{
  static const struct
  {
    char code[3];
    guint16 flag;
  } known[] = {
    { "ac", VAS_VM_AC }, { "nr", VAS_VM_NR }, { "nh", VAS_VM_NH }, { "hg", VAS_VM_HG },
    { "dc", VAS_VM_DC }, { "dd", VAS_VM_DD }, { "gd", VAS_VM_GD }, { "gu", VAS_VM_GU },
    { "wf", VAS_VM_WF }, { "dp", VAS_VM_DP }, { "ss", VAS_VM_SS },
  };
  guint16 flags = 0;
  for (; codes[0] != '\0' && codes[1] != '\0'; codes += codes[2] == ' ' ? 3 : 2)
    for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
      if (codes[0] == known[k].code[0] && codes[1] == known[k].code[1])
        flags |= known[k].flag;
  return flags;
}

/* Kernels before 3.8 print sizes but no flags, and then nothing follows from their absence. */
static guint16 *
read_flags (const VasReading *reading)
{
  if (reading->usage == NULL)
    return NULL;
  gboolean found = FALSE;
  guint16 *flags = g_new0 (guint16, reading->n_regions);
  for (gsize i = 0; i < reading->n_regions; i++)
    {
      const char *codes = vas_usage_get_flags (reading->usage, i);
      if (codes == NULL)
        continue;
      found = TRUE;
      flags[i] = parse_flags (codes);
    }
  if (!found)
    g_clear_pointer (&flags, g_free);
  return flags;
}

/* By what may be done with it. */
static const guint8 when_unnamed[VAS_PERM_ACCESS + 1] = {
  [0] = VAS_WHEN_NO_ACCESS,
  [VAS_PERM_READ] = VAS_WHEN_DATA,
  [VAS_PERM_WRITE] = VAS_WHEN_DATA,
  [VAS_PERM_READ | VAS_PERM_WRITE] = VAS_WHEN_DATA,
  [VAS_PERM_EXEC] = VAS_WHEN_CODE,
  [VAS_PERM_READ | VAS_PERM_EXEC] = VAS_WHEN_CODE,
  [VAS_PERM_WRITE | VAS_PERM_EXEC] = VAS_WHEN_CODE,
  [VAS_PERM_READ | VAS_PERM_WRITE | VAS_PERM_EXEC] = VAS_WHEN_CODE,
};

/* Names are rare in the processes that have most regions, so what asks for names need not look at
 * all regions. */
static void
look_through (VasCase *self)
{
  VasRegion *regions = self->reading->regions;
  GArray *named = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->when = g_new (guint8, self->n_regions);
  for (guint32 i = 0; i < self->n_regions; i++)
    {
      regions[i].verdict = 0;
      self->when[i] = when_unnamed[regions[i].perms & VAS_PERM_ACCESS];
      if (regions[i].file != 0 && vas_case_get_name (self, i) != 0)
        g_array_append_val (named, i);
    }
  self->named = (guint32 *) (gpointer) g_array_steal (named, &self->n_named);
  g_array_unref (named);
}

/* What has a name that says something is asked about by name. */
static void
tell_named_apart (VasCase *self)
{
  for (gsize n = 0; n < self->n_named; n++)
    {
      const VasRegion *region = &self->regions[self->named[n]];
      if ((region->perms & VAS_PERM_SHARED) != 0 || !vas_case_note (self, region)->says_nothing)
        self->when[self->named[n]] = VAS_WHEN_NAMED;
    }
}

enum
{
  COMMON_VERDICT = 1,
};

/* Of what has more verdicts than there are numbers, the rest is said to be nothing in particular. */
static void
open_verdicts (VasCase *self)
{
  VasVerdict common = {
    .kind = VAS_KIND_ANONYMOUS,
    .confidence = VAS_CONFIDENCE_GUESS,
    .evidence = vas_case_say (self, N_ ("More sorts of regions than can be told apart.")),
  };
  self->verdicts = vas_distinct_new (sizeof (VasVerdict));
  guint32 number = vas_distinct_add (self->verdicts, &common);
  g_assert (number == COMMON_VERDICT);
}

VasCase *
vas_case_open (VasReading *reading, const VasFacts *facts)
{
  VasCase *self = g_new0 (VasCase, 1);
  self->reading = reading;
  self->facts = facts;
  self->regions = reading->regions;
  self->n_regions = reading->n_regions;
  self->flags = read_flags (reading);
  open_verdicts (self);
  self->parts = g_array_new (FALSE, FALSE, sizeof (VasPart));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (VasActiveShape));
  self->places = vas_distinct_new (sizeof (VasPlaceBetween));
  self->place_sentences = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->bits = find_bits (self);
  look_through (self);
  self->notes = vas_name_notes_take (reading, facts, self->named, self->n_named);
  self->program = vas_name_notes_find_program (self->notes, reading, facts, self->named,
                                               self->n_named);
  tell_named_apart (self);
  self->products = vas_name_notes_find_products (self->notes, reading, self->named, self->n_named)
                   | vas_products_find_by_place (reading);
  self->images = vas_images_find (self);
  return self;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const VasPart *x = a, *y = b;
  if (x->region != y->region)
    return x->region < y->region ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

/* Sorted, and where two rules spoke of the same bytes the earlier one is kept. */
static void
order_parts (GArray *parts)
{
  g_array_sort (parts, compare_parts);
  guint kept = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      VasPart part = g_array_index (parts, VasPart, i);
      if (kept > 0)
        {
          const VasPart *last = &g_array_index (parts, VasPart, kept - 1);
          if (last->region == part.region)
            part.start = MAX (part.start, last->end);
        }
      if (part.end > part.start)
        g_array_index (parts, VasPart, kept++) = part;
    }
  g_array_set_size (parts, kept);
}

VasNaming *
vas_case_close (VasCase *self)
{
  VasNaming *naming = g_new0 (VasNaming, 1);
  order_parts (self->parts);
  naming->verdicts = vas_distinct_to_array (self->verdicts, &naming->n_verdicts);
  naming->n_regions = self->n_regions;
  naming->n_parts = self->parts->len;
  naming->parts = (VasPart *) (gpointer) g_array_free (self->parts, FALSE);
  vas_distinct_free (self->verdicts);
  vas_distinct_free (self->places);
  g_array_unref (self->place_sentences);
  vas_images_free (self->images);
  g_array_unref (self->shapes);
  g_clear_pointer (&self->stack_sizes, g_hash_table_unref);
  g_clear_pointer (&self->repeated_sizes, g_hash_table_unref);
  g_free (self->flags);
  g_free (self->when);
  g_free (self->named);
  g_free (self->notes);
  g_free (self);
  return naming;
}

guint32
vas_case_say (VasCase *self, const char *sentence)
{
  return vas_strings_add_text (self->reading->strings, sentence);
}

guint32
vas_case_say_of (VasCase *self, const char *template, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list arguments;
  va_start (arguments, template);
  do
    g_ptr_array_add (words, va_arg (arguments, char *));
  while (words->pdata[words->len - 1] != NULL);
  va_end (arguments);
  g_autofree char *sentence
      = vas_sentence_pack (template, (const char *const *) (gpointer) words->pdata);
  return vas_case_say (self, sentence);
}

G_STATIC_ASSERT (sizeof (VasVerdict) == 12); /* no padding: verdicts compare as bytes */

void
vas_case_decide (VasCase *self, gsize i, const VasVerdict *verdict)
{
  g_return_if_fail (verdict->evidence != 0);
  if (vas_case_is_decided (self, i))
    return;
  if (memcmp (verdict, &self->last, sizeof *verdict) != 0)
    {
      guint32 number = vas_distinct_add (self->verdicts, verdict);
      self->last = *verdict;
      self->last_verdict = number < VAS_MAX_VERDICTS ? number : COMMON_VERDICT;
    }
  self->reading->regions[i].verdict = self->last_verdict & (VAS_MAX_VERDICTS - 1);
}

void
vas_case_add_part (VasCase *self, gsize i, guint64 start, guint64 end, const VasVerdict *verdict)
{
  VasPart part = {
    .start = MAX (start, self->regions[i].start),
    .end = MIN (end, self->regions[i].end),
    .region = i,
    .verdict = *verdict,
  };
  if (part.end > part.start)
    g_array_append_val (self->parts, part);
}
