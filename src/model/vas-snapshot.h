/* One reading of one process or file at one instant, named, grouped and summed; never changed again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "vas-classify.h"
#include "vas-facts.h"
#include "vas-grouping.h"
#include "vas-totals.h"

/**
 * VasSnapshot:
 * @title: UTF-8 for a person: the process's name, or the file's
 * @facts: (nullable): %NULL for saved text
 * @captured: microseconds of real time since 1970-01-01 UTC when reading began
 * @page_size: bytes, 4096 unless auxv says otherwise
 *
 * @regions_mark, @sizes_mark: see vas_snapshot_has_same_regions(); compared, never looked into
 *
 * Immutable and atomically reference-counted: any thread may read one. Fields are read directly.
 */
typedef struct
{
  char *title;
  gint64 captured;
  guint64 page_size;
  VasReading *reading;
  VasFacts *facts;
  VasNaming *naming;
  VasGrouping *grouping;
  VasTotals totals;
  gpointer regions_mark;
  gpointer sizes_mark;
} VasSnapshot;

/**
 * vas_snapshot_new:
 * @reading: (transfer full):
 * @facts: (transfer full) (nullable):
 *
 * Classifies, groups and sums. For a worker thread: costs about as much as reading did.
 *
 * Returns: (transfer full): released with vas_snapshot_unref().
 */
VasSnapshot *vas_snapshot_new (const char *title,
                               gint64 captured,
                               VasReading *reading,
                               VasFacts *facts);

/**
 * vas_snapshot_follow:
 * @former: (nullable): the snapshot of the same process or file before this one
 * @reading, @facts: as above
 *
 * As vas_snapshot_new(), but a process in which nothing that Vascope shows has changed gives @former
 * itself again, and mostly without classifying anything: for that, all evidence must be as it was.
 * (The stack pointer of a thread that runs is another each time.)
 *
 * Returns: (transfer full): @former, or a new snapshot.
 */
VasSnapshot *vas_snapshot_follow (VasSnapshot *former,
                                  const char *title,
                                  gint64 captured,
                                  VasReading *reading,
                                  VasFacts *facts);
VasSnapshot *vas_snapshot_ref (VasSnapshot *self);
void vas_snapshot_unref (VasSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasSnapshot, vas_snapshot_unref)

#define VAS_TYPE_SNAPSHOT (vas_snapshot_get_type ())
GType vas_snapshot_get_type (void); /* boxed, for properties */

/**
 * vas_snapshot_has_same_regions:
 *
 * Whether the two have the same regions with the same names, kinds, objects and areas, so that rows
 * and layout of the one are those of the other. Known from vas_snapshot_follow(), not found out here:
 * costs nothing, and is %FALSE of snapshots that did not follow one another.
 */
static inline gboolean
vas_snapshot_has_same_regions (const VasSnapshot *a, const VasSnapshot *b)
{
  return a->regions_mark == b->regions_mark;
}

/** vas_snapshot_has_same_sizes: the same of what is in memory of each region. */
static inline gboolean
vas_snapshot_has_same_sizes (const VasSnapshot *a, const VasSnapshot *b)
{
  return a->sizes_mark == b->sizes_mark;
}

/** vas_snapshot_is_same_program: %FALSE if the process replaced its program between the two
 *  (vas_facts_is_same_program()); files do not. */
static inline gboolean
vas_snapshot_is_same_program (const VasSnapshot *a, const VasSnapshot *b)
{
  return a->facts == NULL || b->facts == NULL || vas_facts_is_same_program (a->facts, b->facts);
}

static inline gsize
vas_snapshot_get_n_regions (const VasSnapshot *self)
{
  return self->reading->n_regions;
}

static inline const VasRegion *
vas_snapshot_get_region (const VasSnapshot *self, gsize i)
{
  return &self->reading->regions[i];
}

static inline const VasFile *
vas_snapshot_get_file (const VasSnapshot *self, gsize i)
{
  return vas_reading_get_file (self->reading, &self->reading->regions[i]);
}

static inline const VasVerdict *
vas_snapshot_get_verdict (const VasSnapshot *self, gsize i)
{
  return vas_naming_get_verdict (self->naming, &self->reading->regions[i]);
}

/** vas_snapshot_get_field: smaps field of region @i in bytes; %FALSE if smaps was not read. */
gboolean vas_snapshot_get_field (const VasSnapshot *self, gsize i, guint field, guint64 *value);

/** vas_snapshot_get_parts: (nullable): the parts of region @i; @n is set to 0 without any. */
const VasPart *vas_snapshot_get_parts (const VasSnapshot *self, gsize i, gsize *n);

/** vas_snapshot_get_object: the object that holds region @i. */
static inline VasObject
vas_snapshot_get_object (const VasSnapshot *self, gsize i)
{
  return vas_grouping_get_object (self->grouping, i);
}
