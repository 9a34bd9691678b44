/* One reading of one process or file, named, grouped and summed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-snapshot.h"

#include "vas-alike.h"

G_DEFINE_BOXED_TYPE (VasSnapshot, vas_snapshot, vas_snapshot_ref, vas_snapshot_unref)

enum
{
  DEFAULT_PAGE_SIZE = 4096,
};

static void
clear_snapshot (gpointer box)
{
  VasSnapshot *self = box;
  g_free (self->title);
  vas_grouping_free (self->grouping);
  vas_naming_free (self->naming);
  vas_facts_free (self->facts);
  vas_reading_free (self->reading);
  g_atomic_rc_box_release (self->regions_mark);
  g_atomic_rc_box_release (self->sizes_mark);
}

/* Its address is a mark, as no other has it while it is held. */
static gpointer
create_mark (void)
{
  return g_atomic_rc_box_alloc (1);
}

static void
share_mark (gpointer *mark, gpointer other)
{
  g_atomic_rc_box_release (*mark);
  *mark = g_atomic_rc_box_acquire (other);
}

VasSnapshot *
vas_snapshot_new (const char *title, gint64 captured, VasReading *reading, VasFacts *facts)
{
  g_return_val_if_fail (title != NULL && reading != NULL, NULL);

  VasSnapshot *self = g_atomic_rc_box_new0 (VasSnapshot);
  self->title = g_strdup (title);
  self->captured = captured;
  self->page_size
      = facts != NULL && facts->at_page_size != 0 ? facts->at_page_size : DEFAULT_PAGE_SIZE;
  self->reading = reading;
  self->facts = facts;
  self->naming = vas_classify (reading, facts);
  self->grouping = vas_group (reading, self->naming);
  vas_totals_compute (&self->totals, reading, self->naming);
  self->regions_mark = create_mark ();
  self->sizes_mark = create_mark ();
  return self;
}

/* Sizes that are shown of the process as a whole where they are not known of its regions. */
static gboolean
has_same_total (const VasSnapshot *former, const VasFacts *facts)
{
  return facts == NULL || former->totals.resident_known
         || former->facts->vm_rss == facts->vm_rss;
}

static VasNamed
get_named (const VasSnapshot *self)
{
  return (VasNamed) { self->reading, self->naming, self->grouping };
}

VasSnapshot *
vas_snapshot_follow (VasSnapshot *former, const char *title, gint64 captured, VasReading *reading,
                     VasFacts *facts)
{
  g_return_val_if_fail (title != NULL && reading != NULL, NULL);
  if (former == NULL)
    return vas_snapshot_new (title, captured, reading, facts);

  gboolean same_regions = vas_alike_regions (former->reading, reading);
  gboolean same_sizes = same_regions && vas_alike_usage (former->reading, reading);
  gboolean same_facts = same_sizes && g_str_equal (former->title, title)
                        && vas_alike_facts (former->facts, facts) && has_same_total (former, facts);
  if (same_facts && vas_alike_evidence (former->facts, facts))
    {
      vas_reading_free (reading);
      vas_facts_free (facts);
      return vas_snapshot_ref (former);
    }

  g_autoptr (VasSnapshot) self = vas_snapshot_new (title, captured, reading, facts);
  VasNamed before = get_named (former), after = get_named (self);
  gboolean same_names = same_regions && vas_alike_names (&before, &after);
  if (same_names && same_facts && vas_alike_reasons (&before, &after))
    return vas_snapshot_ref (former);
  if (same_names)
    share_mark (&self->regions_mark, former->regions_mark);
  if (same_sizes)
    share_mark (&self->sizes_mark, former->sizes_mark);
  return g_steal_pointer (&self);
}

VasSnapshot *
vas_snapshot_ref (VasSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vas_snapshot_unref (VasSnapshot *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_snapshot);
}

gboolean
vas_snapshot_get_field (const VasSnapshot *self, gsize i, guint field, guint64 *value)
{
  *value = 0;
  return self->reading->usage != NULL && vas_usage_get (self->reading->usage, i, field, value);
}

/* Parts are in address order, so those of one region are neighbours. */
static gsize
find_first_part (const VasNaming *naming, gsize region)
{
  gsize low = 0, high = naming->n_parts;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (naming->parts[middle].region >= region)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

const VasPart *
vas_snapshot_get_parts (const VasSnapshot *self, gsize i, gsize *n)
{
  const VasNaming *naming = self->naming;
  gsize first = find_first_part (naming, i), end = first;
  while (end < naming->n_parts && naming->parts[end].region == i)
    end++;
  *n = end - first;
  return *n > 0 ? naming->parts + first : NULL;
}
