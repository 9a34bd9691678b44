/* Rules that find threads' stacks by their stack pointers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules-topics.h"

#include <glib/gi18n-lib.h>

#include "vas-stack-signs.h"

/* A block without any sign of a stack is taken for one up to this size, which programs that hand
 * out stacks themselves seldom exceed. */
static const guint64 LARGEST_OWN_STACK = 512 << 10;

/* "worker (4243)": what the texts call the thread. */
static guint32
name_thread (VasCase *c, const VasThread *thread)
{
  gboolean is_named = thread->name != NULL && thread->name[0] != '\0';
  g_autofree char *name = is_named ? g_strdup_printf ("%s (%d)", thread->name, thread->tid)
                                   : g_strdup_printf ("%d", thread->tid);
  return vas_strings_add_text (c->reading->strings, name);
}

/* Certain where the mapping was made for a stack and one thread's pointer is in it; a coroutine may
 * run on the stack that the pointer of the main thread, or of a Ruby thread, is in. */
static VasConfidence
trust_pointer (const VasCase *c, gsize i, const VasThread *thread)
{
  gboolean may_be_coroutine = vas_case_has (c, VAS_PRODUCT_RUBY) || thread->tid == c->facts->pid;
  if (vas_stack_is_marked (c, i) && vas_stack_has_fence (c, i) && !may_be_coroutine
      && vas_region_get_size (&c->regions[i]) >= VAS_LEAST_THREAD_STACK)
    return VAS_CONFIDENCE_CERTAIN;
  return vas_stack_has_fence (c, i) ? VAS_CONFIDENCE_LIKELY : VAS_CONFIDENCE_GUESS;
}

static VasVerdict
judge_pointer (VasCase *c, gsize i, const VasThread *thread)
{
  g_autofree char *pointer = g_strdup_printf ("%" G_GINT64_MODIFIER "x", thread->stack_pointer);
  g_autofree char *tid = g_strdup_printf ("%d", thread->tid);
  gboolean is_small = vas_stack_is_marked (c, i)
                      && vas_region_get_size (&c->regions[i]) < VAS_LEAST_THREAD_STACK;
  return (VasVerdict){
    .kind = is_small ? VAS_KIND_SIGNAL_STACK : VAS_KIND_THREAD_STACK,
    .confidence = trust_pointer (c, i, thread),
    .subject = name_thread (c, thread),
    /* Translators: {1} is the number of a thread, {2} an address. */
    .evidence
    = vas_case_say_of (c, N_ ("The stack pointer of thread {1} is {2}, which lies in it."), tid,
                       pointer, NULL),
  };
}

static void
decide_fence (VasCase *c, gsize i, const VasVerdict *stack)
{
  if (!vas_stack_has_fence (c, i))
    return;
  /* The C library makes its fence before the stack can be used. A runtime may close a part of the
   * stack itself later, and then that has been counted as memory. */
  gboolean is_plain = vas_case_has_flags (c, i - 1, VAS_VM_NH)
                      && vas_case_lacks_flags (c, i - 1, VAS_VM_AC);
  VasVerdict fence = {
    .kind = VAS_KIND_GUARD,
    .role = VAS_ROLE_STACK_GUARD,
    .confidence = is_plain ? stack->confidence : MIN (stack->confidence, VAS_CONFIDENCE_LIKELY),
    .subject = stack->subject,
    .evidence = vas_case_say (c, N_ ("No access, and right above it is the stack of a thread.")),
  };
  vas_case_decide (c, i - 1, &fence);
}

/* A block that shows no sign of being a stack, and is larger than programs that hand out stacks
 * themselves take for one. */
static gboolean
is_mere_block (const VasCase *c, gsize i)
{
  return !vas_case_has_flags (c, i, VAS_VM_NH)
         && vas_region_get_size (&c->regions[i]) > LARGEST_OWN_STACK;
}

/* A block that shows no sign of being a stack, except that a thread uses some of it as one. */
static void
add_pointer_part (VasCase *c, gsize i, const VasThread *thread, const VasVerdict *stack)
{
  guint64 page = thread->stack_pointer & ~G_GUINT64_CONSTANT (4095);
  VasVerdict part = *stack;
  part.role = VAS_ROLE_STACK_POINTER;
  vas_case_add_part (c, i, page, page + 4096, &part);
}

/* Other mappings of equal rights may have merged with the top of the stack. Its size then is
 * that of the other threads' stacks. */
static gboolean
decide_overlong_stack (VasCase *c, gsize i, const VasThread *thread, guint64 least,
                       const VasVerdict *stack)
{
  const VasRegion *region = &c->regions[i];
  if (vas_stack_is_marked (c, i) || vas_region_get_size (region) <= least
      || thread->stack_pointer - region->start >= least)
    return FALSE;
  VasVerdict part = *stack;
  part.confidence = VAS_CONFIDENCE_LIKELY;
  vas_case_add_part (c, i, region->start, region->start + least, &part);
  return TRUE;
}

/* Above the stack pointer lies what the thread uses now; below, what it left or never touched. */
static void
decide_stack (VasCase *c, gsize i, const VasThread *thread, guint64 least)
{
  const VasRegion *region = &c->regions[i];
  VasVerdict stack = judge_pointer (c, i, thread);
  decide_fence (c, i, &stack);
  if (!vas_stack_has_fence (c, i) && is_mere_block (c, i))
    {
      add_pointer_part (c, i, thread, &stack);
      return;
    }
  if (least != 0 && decide_overlong_stack (c, i, thread, least, &stack))
    return;
  vas_case_decide (c, i, &stack);
  VasVerdict used = stack;
  used.role = VAS_ROLE_STACK_IN_USE;
  vas_case_add_part (c, i, thread->stack_pointer, region->end, &used);
}

/* Stacks without a fence line between them (glibc 2.42 marks the guard pages inside the mapping)
 * merge into one region; all have the usual size, so the region divides into equal places, a
 * thread in each. Returns the size of a place, 0 if it does not work out. */
static guint64
find_place_size (const VasCase *c, gsize i, const VasThread *const *threads, guint n)
{
  const VasRegion *region = &c->regions[i];
  guint64 size = vas_region_get_size (region);
  guint64 usual = vas_stack_get_usual_size (c);
  guint64 candidates[] = { usual, usual + 4096 };
  for (gsize k = 0; k < G_N_ELEMENTS (candidates); k++)
    {
      guint64 place = candidates[k];
      gboolean fits = size % place == 0 && size / place >= n;
      for (guint t = 1; t < n && fits; t++)
        fits = (threads[t]->stack_pointer - region->start) / place
               != (threads[t - 1]->stack_pointer - region->start) / place;
      if (fits)
        return place;
    }
  return 0;
}

static void
decide_merged_stacks (VasCase *c, gsize i, const VasThread *const *threads, guint n)
{
  const VasRegion *region = &c->regions[i];
  guint64 place = find_place_size (c, i, threads, n);
  for (guint t = 0; t < n && place == 0 && is_mere_block (c, i); t++)
    {
      VasVerdict stack = judge_pointer (c, i, threads[t]);
      add_pointer_part (c, i, threads[t], &stack);
    }
  if (place == 0 && is_mere_block (c, i))
    return;
  g_autofree char *count = g_strdup_printf ("%u", n);
  VasVerdict whole = {
    .kind = VAS_KIND_THREAD_STACK,
    .role = VAS_ROLE_MERGED_STACKS,
    .confidence = VAS_CONFIDENCE_LIKELY,
    /* Translators: {1} is a number of two or more. */
    .evidence = vas_case_say_of (c, N_ ("The stack pointers of {1} threads lie in it."), count, NULL),
  };
  decide_fence (c, i, &whole);
  vas_case_decide (c, i, &whole);
  for (guint t = 0; t < n && place != 0; t++)
    {
      guint64 at = (threads[t]->stack_pointer - region->start) / place;
      VasVerdict stack = judge_pointer (c, i, threads[t]);
      stack.confidence = VAS_CONFIDENCE_LIKELY;
      guint64 start = region->start + at * place;
      vas_case_add_part (c, i, start, start + place, &stack);
    }
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  const VasThread *x = *(const VasThread *const *) a, *y = *(const VasThread *const *) b;
  return x->stack_pointer < y->stack_pointer ? -1 : x->stack_pointer > y->stack_pointer;
}

/* Whether region @i may be a stack that somebody mapped: the heap, a .bss or a managed heap may
 * hold stacks too, but are something else first. */
static gboolean
may_be_stack (const VasCase *c, gsize i)
{
  return vas_case_is_unnamed (c, i) && !vas_case_is_decided (c, i)
         && (c->regions[i].perms & VAS_PERM_WRITE) != 0
         && (c->regions[i].perms & VAS_PERM_SHARED) == 0;
}

static GPtrArray *
sort_threads (const VasCase *c)
{
  GPtrArray *threads = g_ptr_array_new ();
  for (guint t = 0; c->facts != NULL && t < c->facts->n_known_threads; t++)
    if (c->facts->threads[t].stack_pointer != 0)
      g_ptr_array_add (threads, &c->facts->threads[t]);
  g_ptr_array_sort (threads, compare_pointers);
  return threads;
}

/* The sizes of the regions that pointers lie in; what is as large may be a stack without a
 * thread. */
static GHashTable *
collect_sizes (const VasCase *c, const GPtrArray *threads)
{
  GHashTable *sizes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint t = 0; t < threads->len; t++)
    {
      const VasThread *thread = threads->pdata[t];
      gssize i = vas_regions_find (c->regions, c->n_regions, thread->stack_pointer);
      if (i < 0 || !vas_stack_has_fence (c, i))
        continue;
      guint64 size = vas_region_get_size (&c->regions[i]);
      g_hash_table_add (sizes, g_memdup2 (&size, sizeof size));
    }
  return sizes;
}

static guint64
find_least (GHashTable *sizes)
{
  GHashTableIter iter;
  gpointer size;
  guint64 least = 0;
  g_hash_table_iter_init (&iter, sizes);
  while (g_hash_table_iter_next (&iter, &size, NULL))
    if (least == 0 || *(guint64 *) size < least)
      least = *(guint64 *) size;
  return least;
}

void
vas_survey_thread_stacks (VasCase *c, guint32 evidence)
{
  g_autoptr (GPtrArray) threads = sort_threads (c);
  g_autoptr (GHashTable) sizes = collect_sizes (c, threads);
  guint64 least = find_least (sizes);
  for (guint t = 0, end; t < threads->len; t = end)
    {
      const VasThread *const *first = (const VasThread *const *) &threads->pdata[t];
      gssize i = vas_regions_find (c->regions, c->n_regions, first[0]->stack_pointer);
      end = t + 1;
      while (i >= 0 && end < threads->len
             && ((const VasThread *) threads->pdata[end])->stack_pointer < c->regions[i].end)
        end++;
      if (i < 0 || !may_be_stack (c, i))
        continue;
      if (end - t == 1)
        decide_stack (c, i, first[0], least);
      else
        decide_merged_stacks (c, i, first, end - t);
    }
  if (threads->len > 0 && c->facts->n_threads != 0 && threads->len >= c->facts->n_threads)
    c->stack_sizes = g_steal_pointer (&sizes);
}
