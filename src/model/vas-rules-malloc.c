/* Rules for the C library's allocator: arenas and their reserves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

/* HEAP_MAX_SIZE of 64-bit glibc: twice DEFAULT_MMAP_THRESHOLD_MAX (malloc/arena.c). */
static const guint64 ARENA_BYTES = 64 << 20;

static gboolean
is_unnamed (const VasRegion *region, guint perms)
{
  return region->name == 0 && region->perms == perms;
}

gboolean
vas_judge_arena (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  guint64 boundary = region->start + ARENA_BYTES;
  if (region->start % ARENA_BYTES != 0 || region->end > boundary
      || !is_unnamed (region, VAS_PERM_READ | VAS_PERM_WRITE))
    return FALSE;
  gboolean has_reserve = i + 1 < c->n_regions && is_unnamed (region + 1, 0)
                         && region[1].start == region->end && region[1].end >= boundary;
  if (region->end != boundary && !has_reserve)
    return FALSE;
  verdict->kind = VAS_KIND_MALLOC_ARENA;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return TRUE;
}

gboolean
vas_judge_arena_reserve (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  if (!is_unnamed (region, 0) || i == 0 || region[-1].end != region->start
      || c->verdicts[i - 1].kind != VAS_KIND_MALLOC_ARENA)
    return FALSE;
  verdict->kind = VAS_KIND_RESERVED;
  verdict->role = VAS_ROLE_ARENA_RESERVE;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return TRUE;
}
