/* The detail card as text: of several regions or a gap here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-card-private.h"

#include "vas-display.h"
#include "vas-words.h"

#include <glib/gi18n-lib.h>

VasCard *
vas_card_create (void)
{
  VasCard *self = g_new0 (VasCard, 1);
  self->region = -1;
  return self;
}

void
vas_card_free (VasCard *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < VAS_N_CARD_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self);
}

char *
vas_card_describe_range (guint64 start, guint64 end)
{
  g_autofree char *from = vas_display_address (start);
  g_autofree char *to = vas_display_address (end);
  return g_strdup_printf ("%s-%s", from, to);
}

char *
vas_card_describe_several (guint64 n_regions, guint64 mapped)
{
  g_autofree char *count = vas_display_count (n_regions);
  g_autofree char *size = vas_display_size (mapped);
  /* Translators: the first %s is a number, the second a size such as "18 MiB". */
  return g_strdup_printf (ngettext ("%s region, %s", "%s regions, %s", (gulong) n_regions), count,
                          size);
}

/* More regions than this are told by family. */
#define MOST_TOLD_APART 12

/* The families of regions `[first, first + n)`, the largest first, a line each. */
static char *
describe_mix (const VasTotals *totals)
{
  gboolean said[VAS_N_FAMILIES] = { FALSE };
  GString *text = g_string_new (NULL);
  for (guint round = 0; round < VAS_N_FAMILIES; round++)
    {
      int largest = -1;
      for (int i = 0; i < VAS_N_FAMILIES; i++)
        if (!said[i] && totals->families[i].regions > 0
            && (largest < 0 || totals->families[i].mapped > totals->families[largest].mapped))
          largest = i;
      if (largest < 0)
        break;
      said[largest] = TRUE;
      const VasSum *sum = &totals->families[largest];
      g_autofree char *several = vas_card_describe_several (sum->regions, sum->mapped);
      /* Translators: a family of regions such as "Libraries", then "812 regions, 12 MiB". */
      g_string_append_printf (text, _ ("%s: %s"), vas_family_get_label (largest), several);
      g_string_append_c (text, '\n');
    }
  g_string_truncate (text, MAX (text->len, 1) - 1);
  return g_string_free (text, FALSE);
}

/* Few regions are told one by one: rights, size and label, a line each. */
static char *
describe_each (const VasSnapshot *snapshot, gsize first, gsize n)
{
  GString *text = g_string_new (NULL);
  for (gsize i = first; i < first + n; i++)
    {
      const VasRegion *region = vas_snapshot_get_region (snapshot, i);
      char perms[VAS_PERMS_BYTES];
      g_autofree char *size = vas_display_size (vas_region_get_size (region));
      g_autofree char *label = vas_words_label (snapshot, vas_snapshot_get_verdict (snapshot, i));
      /* Translators: rights such as "r-xp", a size, what it is. */
      g_string_append_printf (text, _ ("%s, %s: %s"), vas_perms_print (region->perms, perms), size,
                              label);
      if (i + 1 < first + n)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_whole_object (const VasSnapshot *snapshot, gsize first, gsize n)
{
  VasObject object = vas_snapshot_get_object (snapshot, first);
  return object.first == first && object.n_regions == n;
}

/* Why an object is here is what its main part is here for. */
static char *
explain_object (const VasSnapshot *snapshot, gsize first)
{
  gsize i = first;
  VasObject object = vas_snapshot_get_object (snapshot, first);
  while (vas_snapshot_get_verdict (snapshot, i)->kind != object.kind)
    i++;
  return vas_words_explain (snapshot, vas_snapshot_get_verdict (snapshot, i));
}

/* The name of the object or area that regions `[first, first + n)` are, if they are one. */
static char *
describe_group (const VasSnapshot *snapshot, gsize first, gsize n)
{
  const VasGrouping *grouping = snapshot->grouping;
  gsize area = vas_grouping_find_area (grouping, first);
  if (is_whole_object (snapshot, first, n))
    return vas_words_object (snapshot, first);
  if (grouping->areas[area].first == first && grouping->areas[area].n_regions == n)
    return vas_words_area (snapshot, area);
  return NULL;
}

static VasCard *
create_for_several (const VasSnapshot *snapshot, gsize first, gsize n)
{
  VasCard *self = vas_card_create ();
  VasTotals totals;
  vas_totals_compute_some (&totals, snapshot->reading, snapshot->naming, first, n);
  const VasRegion *lowest = vas_snapshot_get_region (snapshot, first);
  const VasRegion *highest = vas_snapshot_get_region (snapshot, first + n - 1);
  g_autofree char *group = describe_group (snapshot, first, n);
  g_autofree char *several = vas_card_describe_several (totals.all.regions, totals.all.mapped);
  self->fields[VAS_CARD_RANGE] = vas_card_describe_range (lowest->start, highest->end);
  self->fields[VAS_CARD_CONTENTS]
      = n <= MOST_TOLD_APART ? describe_each (snapshot, first, n) : describe_mix (&totals);
  if (is_whole_object (snapshot, first, n))
    self->fields[VAS_CARD_EXPLANATION] = explain_object (snapshot, first);
  if (group != NULL)
    {
      self->fields[VAS_CARD_TITLE] = g_steal_pointer (&group);
      self->fields[VAS_CARD_SIZE] = g_steal_pointer (&several);
    }
  else
    self->fields[VAS_CARD_TITLE] = g_steal_pointer (&several);
  if (totals.resident_known)
    {
      g_autofree char *resident = vas_display_size (totals.all.resident);
      self->fields[VAS_CARD_MEMORY] = g_strdup_printf (_ ("in RAM %s"), resident);
    }
  return self;
}

static char *
explain_gap (guint64 start, guint64 end)
{
  /* The first address that no program on x86-64 or 48-bit arm64 may have, either half included. */
  const guint64 hole = G_GUINT64_CONSTANT (1) << 47;
  if (start == 0)
    return g_strdup (_ ("Nothing is mapped here. The lowest addresses stay empty on purpose: using a "
                        "null pointer touches them, and the program stops at once instead of going on "
                        "with wrong data."));
  if (start < hole && end > hole)
    return g_strdup (_ ("Nothing is mapped here. On most machines programs may use the addresses "
                        "below 0000800000000000 only; what follows belongs to nobody, and then to the "
                        "kernel."));
  return g_strdup (_ ("Nothing is mapped here: addresses that the program never asked for. Touching "
                      "one stops it with a segmentation fault."));
}

/* The gap that ends where region @above begins; @above may be the number of regions. */
static VasCard *
create_for_gap (const VasSnapshot *snapshot, gsize above)
{
  gsize n = vas_snapshot_get_n_regions (snapshot);
  guint64 start = above > 0 ? vas_snapshot_get_region (snapshot, above - 1)->end : 0;
  guint64 end = above < n ? vas_snapshot_get_region (snapshot, above)->start : G_MAXUINT64;
  VasCard *self = vas_card_create ();
  g_autofree char *size = vas_display_size (end - start);
  /* Translators: %s is a size such as "42.1 TiB". */
  self->fields[VAS_CARD_TITLE] = g_strdup_printf (_ ("%s unmapped"), size);
  self->fields[VAS_CARD_RANGE] = vas_card_describe_range (start, end);
  self->fields[VAS_CARD_EXPLANATION] = explain_gap (start, end);
  return self;
}

/* Regions are sorted by start. */
static gsize
count_regions_below (const VasSnapshot *snapshot, guint64 address)
{
  gsize low = 0, high = vas_snapshot_get_n_regions (snapshot);
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (vas_snapshot_get_region (snapshot, middle)->start < address)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
vas_card_find_regions (const VasSnapshot *snapshot,
                       guint64 start,
                       guint64 end,
                       gsize *first,
                       gsize *n)
{
  g_return_if_fail (snapshot != NULL && start < end);
  const VasReading *reading = snapshot->reading;
  gsize below = count_regions_below (snapshot, end);
  *first = vas_regions_find_from (reading->regions, reading->n_regions, start);
  *n = below > *first ? below - *first : 0;
}

VasCard *
vas_card_new (const VasSnapshot *snapshot, gsize first, gsize n)
{
  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (first <= vas_snapshot_get_n_regions (snapshot), NULL);
  g_return_val_if_fail (n <= vas_snapshot_get_n_regions (snapshot) - first, NULL);

  if (n == 0)
    return create_for_gap (snapshot, first);
  return n == 1 ? vas_card_create_for_region (snapshot, first)
                : create_for_several (snapshot, first, n);
}
