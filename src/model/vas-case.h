/* The case: what the rules look at, and what they have decided so far.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-classify.h"
#include "vas-distinct.h"
#include "vas-name-notes.h"
#include "vas-products.h"
#include "vas-roles.h"

typedef struct _VasImages VasImages;

/** VasVmFlags: the codes of a region's VmFlags that rules ask for (fs/proc/task_mmu.c). */
typedef enum
{
  VAS_VM_AC = 1 << 0,  /* counted against overcommit: is or was writable and private */
  VAS_VM_NR = 1 << 1,  /* MAP_NORESERVE */
  VAS_VM_NH = 1 << 2,  /* no huge pages: MAP_STACK since 6.7, or madvise(2) */
  VAS_VM_HG = 1 << 3,  /* huge pages wanted */
  VAS_VM_DC = 1 << 4,  /* not copied by fork(2) */
  VAS_VM_DD = 1 << 5,  /* not in core dumps */
  VAS_VM_GD = 1 << 6,  /* grows downwards */
  VAS_VM_GU = 1 << 7,  /* may hold guard pages that have no line of their own (6.13) */
  VAS_VM_WF = 1 << 8,  /* zeroed in a child */
  VAS_VM_DP = 1 << 9,  /* the kernel may drop it */
  VAS_VM_SS = 1 << 10, /* shadow stack */
} VasVmFlags;

/** VasPlaceBetween: string ids of the loaded files that lie right below and above; 0 = none. */
typedef struct
{
  guint32 below;
  guint32 above;
} VasPlaceBetween;

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
 * VasCase:
 * @notes: (array): by name id; names added to the pool after the case was opened have none
 * @when: (array): by region, which of the #VasWhen it is
 * @named: (array length=n_named): indices of the regions with a name
 * @verdicts: of #VasVerdict: the distinct ones so far; a region with number 0 is not decided yet
 * @last, @last_verdict: the verdict decided last and its number, as neighbours mostly share one
 * @parts: of #VasPart, in any order until the case is closed
 * @program: name id of the executable; 0 if it is not known
 * @products: what is at work in the process
 * @images: the files that are loaded, by their ELF headers
 * @shapes: of #VasActiveShape: the rows of the table of shapes that may apply
 * @bits: 32 or 64: the width of the process's addresses
 * @places: of #VasPlaceBetween: those described so far, and @place_sentences of them by number
 * @stack_sizes: (nullable): #guint64 sizes of the regions that threads' stack pointers lie in; %NULL
 *   unless the pointers of all threads are known
 * @repeated_sizes: (nullable): #guint64 sizes of regions above a fence that occur again and again;
 *   %NULL where flags tell stacks better
 * @flags: (nullable) (array): #VasVmFlags by region; %NULL where smaps was not read
 */
typedef struct
{
  VasReading *reading;
  const VasFacts *facts;
  const VasRegion *regions;
  gsize n_regions;
  VasNameNote *notes;
  guint8 *when;
  guint32 *named;
  gsize n_named;
  VasDistinct *verdicts;
  VasVerdict last;
  guint32 last_verdict;
  GArray *parts;
  guint32 program;
  VasProducts products;
  VasImages *images;
  GArray *shapes;
  guint bits;
  VasDistinct *places;
  GArray *place_sentences;
  GHashTable *stack_sizes;
  GHashTable *repeated_sizes;
  guint16 *flags;
} VasCase;

VasCase *vas_case_open (VasReading *reading, const VasFacts *facts);

/** vas_case_close: (transfer full): frees the case and hands over what was decided. */
VasNaming *vas_case_close (VasCase *self);

static inline const VasFile *
vas_case_get_file (const VasCase *self, gsize i)
{
  return vas_reading_get_file (self->reading, &self->regions[i]);
}

/** vas_case_get_name: string id of the name of region @i; 0 without one. */
static inline guint32
vas_case_get_name (const VasCase *self, gsize i)
{
  return vas_reading_get_name_id (self->reading, &self->regions[i]);
}

/** vas_case_note: what the region's name says; the note of the empty name without one. */
static inline const VasNameNote *
vas_case_note (const VasCase *self, const VasRegion *region)
{
  return &self->notes[vas_reading_get_name_id (self->reading, region)];
}

/** vas_case_is_unnamed: no name, or one that says no more than none: private /dev/zero. */
static inline gboolean
vas_case_is_unnamed (const VasCase *self, gsize i)
{
  return self->when[i] != VAS_WHEN_NAMED;
}

/** vas_case_is_closed: unnamed, and nobody may touch it. */
static inline gboolean
vas_case_is_closed (const VasCase *self, gsize i)
{
  return self->when[i] == VAS_WHEN_NO_ACCESS;
}

static inline gboolean
vas_case_has (const VasCase *self, VasProduct product)
{
  return (self->products >> product & 1) != 0;
}

/** vas_case_has_flags: whether smaps printed all of @flags for region @i. */
static inline gboolean
vas_case_has_flags (const VasCase *self, gsize i, VasVmFlags flags)
{
  return self->flags != NULL && (self->flags[i] & flags) == flags;
}

/** vas_case_may_have_flags: the same, but also %TRUE where the flags are not known. */
static inline gboolean
vas_case_may_have_flags (const VasCase *self, gsize i, VasVmFlags flags)
{
  return self->flags == NULL || (self->flags[i] & flags) == flags;
}

/** vas_case_lacks_flags: whether the flags are known and none of @flags is among them. */
static inline gboolean
vas_case_lacks_flags (const VasCase *self, gsize i, VasVmFlags flags)
{
  return self->flags != NULL && (self->flags[i] & flags) == 0;
}

static inline gboolean
vas_case_is_decided (const VasCase *self, gsize i)
{
  return self->regions[i].verdict != 0;
}

/** vas_case_get_verdict: what was decided so far, all zero if nothing; valid until more is. */
static inline const VasVerdict *
vas_case_get_verdict (const VasCase *self, gsize i)
{
  return vas_distinct_get (self->verdicts, self->regions[i].verdict);
}

/** vas_case_touches: whether region @i starts where the one before it ends. */
static inline gboolean
vas_case_touches (const VasCase *self, gsize i)
{
  return i > 0 && i < self->n_regions && self->regions[i - 1].end == self->regions[i].start;
}

/** vas_case_say: string id of @sentence, which is translatable, and translated when it is told
 *  (vas-sentence.h). */
guint32 vas_case_say (VasCase *self, const char *sentence);

/** vas_case_say_of: the same with words in the places of @template, %NULL at their end; costs a
 *  composing, so not for every region of a million. */
guint32 vas_case_say_of (VasCase *self, const char *template, ...) G_GNUC_NULL_TERMINATED;

/** vas_case_decide: records the verdict for region @i unless an earlier rule decided it. */
void vas_case_decide (VasCase *self, gsize i, const VasVerdict *verdict);

/** vas_case_add_part: `[start, end)`, cut to region @i, is something else than the whole. */
void vas_case_add_part (VasCase *self,
                        gsize i,
                        guint64 start,
                        guint64 end,
                        const VasVerdict *verdict);
