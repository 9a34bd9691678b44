/* The signs by which a region is known to be a stack.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-stack-signs.h"

static const guint64 USUAL_STACK = 8 << 20; /* RLIMIT_STACK of nearly every system */

guint64
vas_stack_get_usual_size (const VasCase *c)
{
  guint64 limit = c->facts != NULL ? c->facts->stack_limit : 0;
  return limit != 0 && limit != G_MAXUINT64 ? limit : USUAL_STACK;
}

gboolean
vas_stack_is_marked (const VasCase *c, gsize i)
{
  return vas_case_has_flags (c, i, VAS_VM_NH)
         && vas_case_lacks_flags (c, i, VAS_VM_HG | VAS_VM_DD)
         && (c->regions[i].perms & VAS_PERM_WRITE) != 0
         && (vas_stack_has_fence (c, i) || vas_case_has_flags (c, i, VAS_VM_GU));
}

/* Where the flags are not known. The guard lies inside the size, or below it. */
static gboolean
has_usual_size (const VasCase *c, gsize i)
{
  if (c->flags != NULL || !vas_stack_has_fence (c, i)
      || c->regions[i].perms != (VAS_PERM_READ | VAS_PERM_WRITE))
    return FALSE;
  guint64 size = vas_region_get_size (&c->regions[i]), usual = vas_stack_get_usual_size (c);
  return size == usual || size + vas_region_get_size (&c->regions[i - 1]) == usual
         || (c->repeated_sizes != NULL && g_hash_table_contains (c->repeated_sizes, &size));
}

/* musl keeps a guard of two pages, and stacks of 128 KiB and the thread's variables
 * (src/thread/pthread_create.c). */
static gboolean
is_musl_stack (const VasCase *c, gsize i)
{
  guint64 size = vas_region_get_size (&c->regions[i]);
  return vas_case_has (c, VAS_PRODUCT_MUSL) && vas_stack_has_fence (c, i)
         && vas_region_get_size (&c->regions[i - 1]) == 8192 && size > (128 << 10)
         && size < (160 << 10);
}

gboolean
vas_stack_has_signs (const VasCase *c, gsize i)
{
  return vas_case_is_unnamed (c, i)
         && (vas_stack_is_marked (c, i) || has_usual_size (c, i) || is_musl_stack (c, i));
}
