/* Rules for what is left: fences, reservations, code made at run time, and the honest rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

static const guint64 LARGEST_GUARD = 1 << 20;

static gboolean
has_no_access (const VasRegion *region)
{
  return (region->perms & VAS_PERM_ACCESS) == 0;
}

gboolean
vas_judge_guard (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  verdict->kind = VAS_KIND_GUARD;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return has_no_access (region) && vas_region_get_size (region) <= LARGEST_GUARD;
}

gboolean
vas_judge_reserved (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_RESERVED;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return has_no_access (&c->regions[i]);
}

gboolean
vas_judge_jit (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_JIT_CODE;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return (c->regions[i].perms & VAS_PERM_EXEC) != 0;
}

gboolean
vas_judge_anonymous (VasCase *c, gsize i, VasVerdict *verdict)
{
  verdict->kind = VAS_KIND_ANONYMOUS;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  return TRUE;
}
