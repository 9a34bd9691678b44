/* Rules for stacks that are known by their signs alone, and for their fences.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

#include "vas-stack-signs.h"

enum
{
  OFTEN = 3,
};

static const guint64 LEAST_REPEATED = 64 << 10, LARGEST_REPEATED = 64 << 20;

static gboolean
may_be_repeated (const VasCase *c, gsize i)
{
  if (c->when[i] != VAS_WHEN_DATA || !vas_stack_has_fence (c, i))
    return FALSE;
  guint64 size = vas_region_get_size (&c->regions[i]);
  return c->regions[i].perms == (VAS_PERM_READ | VAS_PERM_WRITE) && size >= LEAST_REPEATED
         && size <= LARGEST_REPEATED;
}

/* Text alone: the threads of a pool have stacks of one size. So have the pieces of some allocators,
 * which therefore must not be at work. */
void
vas_survey_repeated_stacks (VasCase *c, guint32 evidence)
{
  static const VasProducts fence_makers
      = VAS_PRODUCT_BIT (MOZJEMALLOC) | VAS_PRODUCT_BIT (CHROMIUM) | VAS_PRODUCT_BIT (VALGRIND);
  if (c->flags != NULL || (c->products & fence_makers) != 0)
    return;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  c->repeated_sizes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < c->n_regions; i++)
    {
      if (!may_be_repeated (c, i))
        continue;
      guint64 size = vas_region_get_size (&c->regions[i]);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &size)) + 1;
      if (n == OFTEN)
        g_hash_table_add (c->repeated_sizes, g_memdup2 (&size, sizeof size));
      g_hash_table_insert (counts, g_memdup2 (&size, sizeof size), GUINT_TO_POINTER (n));
    }
}

gboolean
vas_judge_signal_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_SIGNAL_STACK;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  guint64 size = vas_region_get_size (&c->regions[i]);
  return vas_stack_is_marked (c, i) && size >= VAS_LEAST_SIGNAL_STACK
         && size < VAS_LEAST_THREAD_STACK;
}

gboolean
vas_judge_fiber_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_COROUTINE_STACK;
  verdict->role = VAS_ROLE_RUBY_FIBER;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return vas_stack_is_marked (c, i);
}

/* A small block with a page without access below it and ordinary memory above: what else would
 * want to be stopped at its lower end only? The fence must be its own: where memory of the same
 * sort lies below the fence too, it is a hole in something larger. */
gboolean
vas_judge_small_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  static const VasProducts fence_makers
      = VAS_PRODUCT_BIT (MOZJEMALLOC) | VAS_PRODUCT_BIT (CHROMIUM) | VAS_PRODUCT_BIT (SBCL)
        | VAS_PRODUCT_BIT (VALGRIND) | VAS_PRODUCT_BIT (JAVA) | VAS_PRODUCT_BIT (WINE);
  const VasRegion *region = &c->regions[i];
  guint64 size = vas_region_get_size (region);
  verdict->kind = VAS_KIND_SIGNAL_STACK;
  verdict->confidence = VAS_CONFIDENCE_GUESS;
  if (c->stack_sizes == NULL || (c->products & fence_makers) != 0 || size < VAS_LEAST_SIGNAL_STACK
      || size > VAS_LARGEST_SIGNAL_STACK || !vas_stack_has_fence (c, i)
      || vas_region_get_size (region - 1) > VAS_LARGEST_SIGNAL_STACK
      || !vas_case_lacks_flags (c, i, VAS_VM_NR | VAS_VM_DC | VAS_VM_HG))
    return FALSE;
  gboolean is_hole = vas_case_touches (c, i - 1) && vas_case_is_unnamed (c, i - 2)
                     && (c->regions[i - 2].perms == VAS_PERM_READ
                         || (c->regions[i - 2].perms == region->perms
                             && c->flags[i - 2] == c->flags[i]));
  gboolean is_fenced_in = i + 1 < c->n_regions && vas_case_touches (c, i + 1)
                          && (c->regions[i + 1].perms & VAS_PERM_ACCESS) == 0;
  return region->perms == (VAS_PERM_READ | VAS_PERM_WRITE) && !is_hole && !is_fenced_in;
}

/* No thread is on it, and none that lives has a stack of this size, nor is it the usual one. */
gboolean
vas_judge_coroutine_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  guint64 size = vas_region_get_size (&c->regions[i]);
  verdict->kind = VAS_KIND_COROUTINE_STACK;
  verdict->confidence = VAS_CONFIDENCE_GUESS;
  return c->stack_sizes != NULL && vas_stack_is_marked (c, i) && size >= VAS_LEAST_THREAD_STACK
         && size != vas_stack_get_usual_size (c)
         && !g_hash_table_contains (c->stack_sizes, &size);
}

gboolean
vas_judge_thread_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  if (!vas_stack_has_signs (c, i))
    return FALSE;
  verdict->kind = VAS_KIND_THREAD_STACK;
  verdict->role = c->stack_sizes != NULL ? VAS_ROLE_CACHED_STACK : VAS_ROLE_NONE;
  verdict->confidence = vas_stack_is_marked (c, i) ? VAS_CONFIDENCE_LIKELY : VAS_CONFIDENCE_GUESS;
  return TRUE;
}

gboolean
vas_judge_stack_guard (VasCase *c, gsize i, VasVerdict *verdict)
{
  if (i + 1 == c->n_regions || !vas_stack_has_fence (c, i + 1) || !vas_stack_has_signs (c, i + 1))
    return FALSE;
  verdict->kind = VAS_KIND_GUARD;
  verdict->role = VAS_ROLE_STACK_GUARD;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return TRUE;
}

gboolean
vas_judge_shadow_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_SHADOW_STACK;
  verdict->confidence = VAS_CONFIDENCE_CERTAIN;
  return vas_case_has_flags (c, i, VAS_VM_SS);
}

static gboolean
is_main_stack (const VasCase *c, gsize i)
{
  const VasNamePattern *pattern = vas_case_note (c, &c->regions[i])->pattern;
  return pattern != NULL && pattern->as == VAS_NAMED_STACK && pattern->kind == VAS_KIND_MAIN_STACK;
}

/* A piece of the main stack that protection parted from the piece with the name, or memory that the
 * program itself asked for with MAP_GROWSDOWN. */
gboolean
vas_judge_grows_down (VasCase *c, gsize i, VasVerdict *verdict)
{
  gboolean is_piece = (vas_case_touches (c, i) && is_main_stack (c, i - 1))
                      || (vas_case_touches (c, i + 1) && is_main_stack (c, i + 1));
  verdict->kind = is_piece ? VAS_KIND_MAIN_STACK : VAS_KIND_ANONYMOUS;
  verdict->role = is_piece ? VAS_ROLE_NONE : VAS_ROLE_GROWS_DOWN;
  verdict->confidence = is_piece ? VAS_CONFIDENCE_LIKELY : VAS_CONFIDENCE_CERTAIN;
  return vas_case_has_flags (c, i, VAS_VM_GD);
}
