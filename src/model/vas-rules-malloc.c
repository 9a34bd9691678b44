/* Rules for the C library's allocator: arenas and their reserves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

/* HEAP_MAX_SIZE of glibc: twice DEFAULT_MMAP_THRESHOLD_MAX, which is 32 MiB on 64-bit and 512
 * KiB on 32-bit (malloc/arena.c). Arenas start on such a boundary, so that a block leads to its
 * arena. */
static guint64
get_arena_size (const VasCase *c)
{
  return c->bits == 32 ? 1 << 20 : 64 << 20;
}

static gboolean
is_on_boundary (const VasCase *c, guint64 address)
{
  return (address & (get_arena_size (c) - 1)) == 0; /* a power of two */
}

static guint64
get_next_boundary (const VasCase *c, guint64 address)
{
  return (address + get_arena_size (c) - 1) & ~(get_arena_size (c) - 1);
}

/* The reserve of the arena below: it reaches the boundary, where the next arena may begin. */
static gboolean
is_reserve_of (const VasCase *c, gsize reserve, const VasRegion *arena)
{
  return reserve < c->n_regions && vas_case_touches (c, reserve)
         && vas_case_is_closed (c, reserve)
         && vas_case_may_have_flags (c, reserve, VAS_VM_NR)
         && c->regions[reserve].end == get_next_boundary (c, arena->end);
}

/* Full arenas one after the other merge into one region. */
static gboolean
is_arena (const VasCase *c, gsize i)
{
  const VasRegion *region = &c->regions[i];
  if (!is_on_boundary (c, region->start)
      || region->perms != (VAS_PERM_READ | VAS_PERM_WRITE)
      || !vas_case_may_have_flags (c, i, VAS_VM_NR)
      || !(c->flags == NULL || vas_case_lacks_flags (c, i, VAS_VM_DC | VAS_VM_DD | VAS_VM_NH)))
    return FALSE;
  return is_on_boundary (c, region->end)
             ? vas_region_get_size (region) == get_arena_size (c)
             : is_reserve_of (c, i + 1, region);
}

gboolean
vas_judge_arena (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_MALLOC_ARENA;
  verdict->confidence
      = c->flags == NULL && c->bits == 32 ? VAS_CONFIDENCE_GUESS : VAS_CONFIDENCE_LIKELY;
  return is_arena (c, i);
}

gboolean
vas_judge_arena_reserve (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_RESERVED;
  verdict->role = VAS_ROLE_ARENA_RESERVE;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return i > 0 && vas_case_get_verdict (c, i - 1)->kind == VAS_KIND_MALLOC_ARENA
         && is_reserve_of (c, i, &c->regions[i - 1]);
}
