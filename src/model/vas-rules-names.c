/* Rules for what the kernel, prctl(2) or the file system wrote on the line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

static VasKind
judge_shared (const VasRegion *region)
{
  if ((region->perms & VAS_PERM_EXEC) != 0)
    return VAS_KIND_JIT_CODE;
  return (region->perms & VAS_PERM_SHARED) != 0 ? VAS_KIND_SHARED_MEMORY : VAS_KIND_FILE_PRIVATE;
}

static VasKind
judge_memory (const VasRegion *region, VasKind kind)
{
  if ((region->perms & VAS_PERM_EXEC) != 0)
    return VAS_KIND_JIT_CODE;
  return (region->perms & VAS_PERM_ACCESS) == 0 ? VAS_KIND_RESERVED : kind;
}

gboolean
vas_judge_name (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  const VasNameNote *note = vas_case_note (c, region);
  const VasNamePattern *pattern = note->pattern;
  if (pattern == NULL || note->is_library || note->is_program)
    return FALSE;

  verdict->kind = pattern->kind;
  verdict->role = pattern->role;
  verdict->confidence = pattern->confidence;
  verdict->subject = note->subject;
  switch (pattern->as)
    {
    case VAS_NAMED_KERNEL:
    case VAS_NAMED_STACK:
    case VAS_NAMED_DEVICE:
      return TRUE;
    case VAS_NAMED_HEAP:
      if ((region->perms & VAS_PERM_ACCESS) == 0)
        *verdict = (VasVerdict){ .kind = VAS_KIND_GUARD, .role = VAS_ROLE_HEAP_FENCE, .confidence = VAS_CONFIDENCE_CERTAIN };
      return TRUE;
    case VAS_NAMED_MEMORY:
      verdict->kind = judge_memory (region, pattern->kind);
      return TRUE;
    case VAS_NAMED_SHARED:
      verdict->kind = judge_shared (region);
      if (verdict->kind == VAS_KIND_JIT_CODE)
        verdict->confidence = MIN (verdict->confidence, VAS_CONFIDENCE_LIKELY);
      return TRUE;
    case VAS_NAMED_NOTHING:
      verdict->kind = VAS_KIND_SHARED_MEMORY;
      return (region->perms & VAS_PERM_SHARED) != 0;
    default:
      return FALSE;
    }
}

gboolean
vas_judge_file (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  const VasNameNote *note = vas_case_note (c, region);
  if (note->pattern == NULL || note->pattern->as != VAS_NAMED_FILE)
    return FALSE;
  gboolean is_shared = (region->perms & VAS_PERM_SHARED) != 0;
  verdict->kind = is_shared ? VAS_KIND_FILE_SHARED : VAS_KIND_FILE_PRIVATE;
  verdict->role = note->pattern->role;
  verdict->confidence = note->pattern->confidence;
  verdict->subject = note->subject;
  return TRUE;
}
