/* Folds objects into areas: the dozen places that a person sees in an address space.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-areas.h"

#include "vas-area-folds.h"
#include "vas-roles.h"

#include <glib/gi18n-lib.h>

/**
 * Landmarks: objects that every reader looks for; `none` where there is no such object.
 * @home_first, @home_end: the program with its heap, where they are neighbours
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

/* The program is the largest gathering of its segments: a runtime may map a piece of its own file
 * once more, far away in its heap. */
static Landmarks
find_landmarks (const VasObject *objects, gsize n)
{
  Landmarks marks = { n, n, n, n, n, n };
  for (gsize i = 0; i < n; i++)
    {
      if (objects[i].family == VAS_FAMILY_PROGRAM
          && (marks.program == n || objects[i].n_regions > objects[marks.program].n_regions))
        marks.program = i;
      if (objects[i].kind == VAS_KIND_HEAP && marks.heap == n)
        marks.heap = i;
      if (objects[i].kind == VAS_KIND_MAIN_STACK && marks.stack == n)
        marks.stack = i;
    }
  gsize first = MIN (marks.program, marks.heap), last = MAX (marks.program, marks.heap);
  if (last < n && last - first <= MAX_HOME_GUESTS + 1)
    {
      marks.home_first = first;
      marks.home_end = last + 1;
    }
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
add_object (VasAreaRun *run, const VasObject *object, gsize i)
{
  guint64 *bytes = &run->bytes[object->family];
  if (!g_uint64_checked_add (bytes, *bytes, object->mapped))
    *bytes = G_MAXUINT64;
  run->end = i + 1;
  run->has_program |= object->family == VAS_FAMILY_PROGRAM;
  run->has_heap |= object->kind == VAS_KIND_HEAP;
  run->has_library |= object->family == VAS_FAMILY_LIBRARY;
  run->has_other |= object->family != VAS_FAMILY_PROGRAM && object->family != VAS_FAMILY_LIBRARY
                    && object->family != VAS_FAMILY_KERNEL && object->kind != VAS_KIND_HEAP;
}

/* The highest end of the object's regions, as hostile input may overlap. */
static guint64
find_end (const VasRegion *regions, const VasObject *object, guint64 end)
{
  for (gsize i = object->first; i < object->first + object->n_regions; i++)
    end = MAX (end, regions[i].end);
  return end;
}

/* Whether object @i stays in the area of the one before it, @gap bytes below. The kernel's pages
 * stay with what they follow: the vDSO lies beside the stack. So does what touches the stack: the
 * kernel names only the part that held the first stack pointer. */
static gboolean
stays (const VasAreaRun *run, const Landmarks *marks, const VasObject *objects, gsize i, guint64 gap)
{
  if (gap >= VAS_ISLAND_GAP)
    return FALSE;
  return get_place (marks, i) == run->place || objects[i].family == VAS_FAMILY_KERNEL
         || (gap == 0 && i > 0 && i - 1 == marks->stack);
}

/* One area for each island, parted further around the landmarks. */
static GArray *
cut_islands (const VasReading *reading, const VasObject *objects, gsize n)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (VasAreaRun));
  Landmarks marks = find_landmarks (objects, n);
  guint64 end = 0;
  for (gsize i = 0; i < n; i++)
    {
      guint64 start = reading->regions[objects[i].first].start;
      guint64 gap = start > end ? start - end : 0;
      VasAreaRun *run = i > 0 ? &g_array_index (runs, VasAreaRun, runs->len - 1) : NULL;
      if (run == NULL || !stays (run, &marks, objects, i, gap))
        {
          VasAreaRun cut = { .first = i, .place = get_place (&marks, i), .n_islands = 1, .gap = gap };
          g_array_append_val (runs, cut);
          run = &g_array_index (runs, VasAreaRun, runs->len - 1);
        }
      add_object (run, &objects[i], i);
      end = find_end (reading->regions, &objects[i], end);
    }
  for (gsize i = 0; i < runs->len; i++)
    vas_area_run_find_owner (&g_array_index (runs, VasAreaRun, i), objects);
  return runs;
}

static const char *const family_labels[VAS_N_FAMILIES] = {
  [VAS_FAMILY_PROGRAM] = N_ ("Program code"),  [VAS_FAMILY_LIBRARY] = N_ ("Libraries"),
  [VAS_FAMILY_HEAP] = N_ ("Private memory"),   [VAS_FAMILY_STACK] = N_ ("Thread stacks"),
  [VAS_FAMILY_FILE] = N_ ("Mapped files"),     [VAS_FAMILY_SHARED] = N_ ("Shared memory"),
  [VAS_FAMILY_JIT] = N_ ("Generated code"),    [VAS_FAMILY_KERNEL] = N_ ("Kernel helpers"),
  [VAS_FAMILY_NONE] = N_ ("Reserved addresses"),
};

static char *
label_run (const VasAreaRun *run)
{
  if (run->place == VAS_PLACE_STACK)
    return g_strdup (_ ("Stack"));
  if (run->place == VAS_PLACE_HOME && run->has_heap)
    return g_strdup (run->has_program ? _ ("Program and heap") : _ ("Heap"));
  if (run->place == VAS_PLACE_HOME)
    return g_strdup (_ ("Program"));
  if (run->has_library)
    return g_strdup (run->has_other ? _ ("Libraries and mappings") : _ ("Libraries"));
  const char *product = vas_role_get (run->role)->product;
  if (run->owner != NULL && product != NULL)
    /* Translators: %s is a product such as Java or V8. */
    return g_strdup_printf (_ ("%s memory"), product);
  return g_strdup (_ (family_labels[vas_area_run_get_family (run)]));
}

static VasArea
finish_run (const VasAreaRun *run, const VasObject *objects, VasStrings *strings)
{
  const VasObject *first = &objects[run->first], *last = &objects[run->end - 1];
  g_autofree char *label = label_run (run);
  return (VasArea) {
    .first = first->first,
    .n_regions = last->first + last->n_regions - first->first,
    .n_islands = run->n_islands,
    .label = vas_strings_add_text (strings, label),
    .family = vas_area_run_get_family (run),
    .mapped = vas_area_run_get_mapped (run),
  };
}

GArray *
vas_areas_fold (VasReading *reading, const GArray *objects)
{
  g_return_val_if_fail (reading != NULL && objects != NULL, NULL);

  const VasObject *rows = (const VasObject *) (gconstpointer) objects->data;
  g_autoptr (GArray) runs = cut_islands (reading, rows, objects->len);
  vas_area_folds_apply (runs, rows);
  GArray *areas = g_array_sized_new (FALSE, TRUE, sizeof (VasArea), runs->len);
  for (gsize i = 0; i < runs->len; i++)
    {
      VasArea area = finish_run (&g_array_index (runs, VasAreaRun, i), rows, reading->strings);
      g_array_append_val (areas, area);
    }
  return areas;
}
