/* Folds objects into areas: the dozen places that a person sees in an address space.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-areas.h"

#include "vas-area-folds.h"
#include "vas-roles.h"
#include "vas-sentence.h"

#include <glib/gi18n-lib.h>

/**
 * Landmarks: objects that every reader looks for, by their first region; `none` where there is no such
 * object.
 * @home_first, @home_end: regions of the program with its heap, where they are neighbours
 */
typedef struct
{
  gsize none;
  gsize program, heap, stack;
  gsize home_first, home_end;
} Landmarks;

enum
{
  /* So many foreign objects may lie between the program and its heap. */
  MAX_HOME_GUESTS = 8,
};

/* The home ends with the later one of program and heap. */
static void
find_home (Landmarks *marks, const VasGrouping *grouping)
{
  gsize first = MIN (marks->program, marks->heap), last = MAX (marks->program, marks->heap);
  if (last == marks->none)
    return;
  guint n = 0; /* objects behind the first one, up to the last one */
  for (gsize i = first; i < last && n <= MAX_HOME_GUESTS + 1; n++)
    i += vas_grouping_get_object (grouping, i).n_regions;
  if (n > MAX_HOME_GUESTS + 1)
    return;
  marks->home_first = first;
  marks->home_end = last + vas_grouping_get_object (grouping, last).n_regions;
}

/* The program is the largest gathering of its segments: a runtime may map a piece of its own file
 * once more, far away in its heap. */
static Landmarks
find_landmarks (const VasGrouping *grouping)
{
  gsize n = grouping->reading->n_regions;
  Landmarks marks = { n, n, n, n, n, n };
  guint32 most = 0;
  VasObject object;
  for (gsize i = 0; i < n; i += object.n_regions)
    {
      object = vas_grouping_get_object (grouping, i);
      if (object.family == VAS_FAMILY_PROGRAM && object.n_regions > most)
        {
          most = object.n_regions;
          marks.program = i;
        }
      if (object.kind == VAS_KIND_HEAP && marks.heap == n)
        marks.heap = i;
      if (object.kind == VAS_KIND_MAIN_STACK && marks.stack == n)
        marks.stack = i;
    }
  find_home (&marks, grouping);
  return marks;
}

static VasPlace
get_place (const Landmarks *marks, gsize i)
{
  if (i == marks->program || i == marks->heap || (i >= marks->home_first && i < marks->home_end))
    return VAS_PLACE_HOME;
  return i == marks->stack ? VAS_PLACE_STACK : VAS_PLACE_OTHER;
}

static void
add_object (VasAreaRun *run, const VasObject *object, guint64 mapped)
{
  guint64 *bytes = &run->bytes[object->family];
  if (!g_uint64_checked_add (bytes, *bytes, mapped))
    *bytes = G_MAXUINT64;
  run->end = (gsize) object->first + object->n_regions;
  run->n_objects++;
  run->has_program |= object->family == VAS_FAMILY_PROGRAM;
  run->has_heap |= object->kind == VAS_KIND_HEAP;
  run->has_library |= object->family == VAS_FAMILY_LIBRARY;
  run->has_other |= object->family != VAS_FAMILY_PROGRAM && object->family != VAS_FAMILY_LIBRARY
                    && object->family != VAS_FAMILY_KERNEL && object->kind != VAS_KIND_HEAP;
  run->has_owners |= vas_role_get (object->role)->owner != NULL;
}

/* The highest end of the object's regions, as hostile input may overlap. */
static guint64
find_end (const VasRegion *regions, const VasObject *object, guint64 end)
{
  for (gsize i = object->first; i < (gsize) object->first + object->n_regions; i++)
    end = MAX (end, regions[i].end);
  return end;
}

/* Whether an object stays in the area of @before, @gap bytes below. The kernel's pages stay with what
 * they follow: the vDSO lies beside the stack. So does what touches the stack: the kernel names only
 * the part that held the first stack pointer. */
static gboolean
stays (const VasAreaRun *run, const Landmarks *marks, const VasObject *object,
       const VasObject *before, guint64 gap)
{
  if (gap >= VAS_ISLAND_GAP)
    return FALSE;
  return get_place (marks, object->first) == run->place || object->family == VAS_FAMILY_KERNEL
         || (gap == 0 && before->first == marks->stack);
}

/* One area for each island, parted further around the landmarks. */
static GArray *
cut_islands (const VasGrouping *grouping)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (VasAreaRun));
  const VasReading *reading = grouping->reading;
  Landmarks marks = find_landmarks (grouping);
  guint64 end = 0;
  VasObject object, before = { 0 };
  for (gsize i = 0; i < reading->n_regions; i += object.n_regions, before = object)
    {
      object = vas_grouping_get_object (grouping, i);
      guint64 start = reading->regions[i].start;
      guint64 gap = start > end ? start - end : 0;
      VasAreaRun *run = i > 0 ? &g_array_index (runs, VasAreaRun, runs->len - 1) : NULL;
      if (run == NULL || !stays (run, &marks, &object, &before, gap))
        {
          VasAreaRun cut = { .first = i, .place = get_place (&marks, i), .n_islands = 1, .gap = gap };
          g_array_append_val (runs, cut);
          run = &g_array_index (runs, VasAreaRun, runs->len - 1);
        }
      add_object (run, &object, vas_grouping_get_mapped (grouping, &object));
      end = find_end (reading->regions, &object, end);
    }
  for (gsize i = 0; i < runs->len; i++)
    vas_area_run_find_owner (&g_array_index (runs, VasAreaRun, i), grouping);
  return runs;
}

static const char *const family_labels[VAS_N_FAMILIES] = {
  [VAS_FAMILY_PROGRAM] = N_ ("Program code"),  [VAS_FAMILY_LIBRARY] = N_ ("Libraries"),
  [VAS_FAMILY_HEAP] = N_ ("Private memory"),   [VAS_FAMILY_STACK] = N_ ("Thread stacks"),
  [VAS_FAMILY_FILE] = N_ ("Mapped files"),     [VAS_FAMILY_SHARED] = N_ ("Shared memory"),
  [VAS_FAMILY_JIT] = N_ ("Generated code"),    [VAS_FAMILY_KERNEL] = N_ ("Kernel helpers"),
  [VAS_FAMILY_NONE] = N_ ("Reserved addresses"),
};

/* @product: (out) (nullable): what the label is to be filled with */
static const char *
label_run (const VasAreaRun *run, const char **product)
{
  *product = NULL;
  if (run->place == VAS_PLACE_STACK)
    return N_ ("Stack");
  if (run->place == VAS_PLACE_HOME && run->has_heap)
    return run->has_program ? N_ ("Program and heap") : N_ ("Heap");
  if (run->place == VAS_PLACE_HOME)
    return N_ ("Program");
  if (run->has_library)
    return run->has_other ? N_ ("Libraries and mappings") : N_ ("Libraries");
  *product = run->owner != NULL ? vas_role_get (run->role)->product : NULL;
  if (*product != NULL)
    /* Translators: {1} is a product such as Java or V8. */
    return N_ ("{1} memory");
  return family_labels[vas_area_run_get_family (run)];
}

static VasArea
finish_run (const VasAreaRun *run, VasStrings *strings)
{
  const char *product;
  const char *template = label_run (run, &product);
  g_autofree char *label = vas_sentence_pack (template, (const char *[]) { product, NULL });
  return (VasArea) {
    .first = (guint32) run->first,
    .n_regions = (guint32) (run->end - run->first),
    .n_islands = run->n_islands,
    .label = vas_strings_add_text (strings, label),
    .family = vas_area_run_get_family (run),
    .mapped = vas_area_run_get_mapped (run),
  };
}

GArray *
vas_areas_fold (const VasGrouping *grouping, VasStrings *strings)
{
  g_return_val_if_fail (grouping != NULL && strings != NULL, NULL);

  g_autoptr (GArray) runs = cut_islands (grouping);
  vas_area_folds_apply (runs, grouping);
  GArray *areas = g_array_sized_new (FALSE, TRUE, sizeof (VasArea), runs->len);
  for (gsize i = 0; i < runs->len; i++)
    {
      VasArea area = finish_run (&g_array_index (runs, VasAreaRun, i), strings);
      g_array_append_val (areas, area);
    }
  return areas;
}
