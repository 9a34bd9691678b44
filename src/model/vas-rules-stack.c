/* Rules for the stacks of threads and the fences below them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

static const guint64 LARGEST_GUARD = 1 << 20;
static const guint64 USUAL_STACK = 8 << 20; /* the soft RLIMIT_STACK of nearly every system */

static guint64
get_default_stack (const VasCase *c)
{
  guint64 limit = c->facts != NULL ? c->facts->stack_limit : 0;
  return limit != 0 && limit != G_MAXUINT64 ? limit : USUAL_STACK;
}

/* glibc gives a thread RLIMIT_STACK bytes, with the guard inside them or below them
 * (nptl/allocatestack.c). */
static gboolean
looks_like_stack (const VasCase *c, gsize i)
{
  const VasRegion *region = &c->regions[i];
  if (i == 0 || region->name != 0 || region->perms != (VAS_PERM_READ | VAS_PERM_WRITE))
    return FALSE;
  const VasRegion *fence = region - 1;
  if (fence->name != 0 || fence->perms != 0 || fence->end != region->start
      || vas_region_get_size (fence) > LARGEST_GUARD)
    return FALSE;
  guint64 size = vas_region_get_size (region), usual = get_default_stack (c);
  return size == usual || size + vas_region_get_size (fence) == usual;
}

gboolean
vas_judge_thread_stack (VasCase *c, gsize i, VasVerdict *verdict)
{
  if (!looks_like_stack (c, i))
    return FALSE;
  verdict->kind = VAS_KIND_THREAD_STACK;
  verdict->confidence = VAS_CONFIDENCE_GUESS;
  return TRUE;
}

gboolean
vas_judge_stack_guard (VasCase *c, gsize i, VasVerdict *verdict)
{
  if (i + 1 == c->n_regions || !looks_like_stack (c, i + 1))
    return FALSE;
  verdict->kind = VAS_KIND_GUARD;
  verdict->role = VAS_ROLE_STACK_GUARD;
  verdict->confidence = VAS_CONFIDENCE_GUESS;
  return TRUE;
}
