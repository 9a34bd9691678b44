/* Rules for stacks that are known by their signs alone, and for their fences.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

#include "vas-stack-signs.h"

gboolean
vas_judge_signal_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_SIGNAL_STACK;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return vas_stack_is_marked (c, i)
         && vas_region_get_size (&c->regions[i]) < VAS_LEAST_THREAD_STACK;
}

gboolean
vas_judge_fiber_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_COROUTINE_STACK;
  verdict->role = VAS_ROLE_RUBY_FIBER;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return vas_stack_is_marked (c, i);
}

/* No thread is on it, and none that lives has a stack of this size, nor is it the usual one. */
gboolean
vas_judge_coroutine_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  guint64 size = vas_region_get_size (&c->regions[i]);
  verdict->kind = VAS_KIND_COROUTINE_STACK;
  verdict->confidence = VAS_CONFIDENCE_GUESS;
  return c->stack_sizes != NULL && vas_stack_is_marked (c, i)
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

gboolean
vas_judge_grows_down (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_ANONYMOUS;
  verdict->role = VAS_ROLE_GROWS_DOWN;
  verdict->confidence = VAS_CONFIDENCE_CERTAIN;
  return vas_case_has_flags (c, i, VAS_VM_GD);
}
