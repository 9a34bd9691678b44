/* Rules for programs and libraries: code, constants, variables and .bss of loaded files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

/* The five parts of an image, in the two sets of kinds. */
typedef enum
{
  PART_CODE,
  PART_RODATA,
  PART_RELRO,
  PART_DATA,
  PART_BSS,
  N_PARTS
} ImagePart;

static const VasKind PROGRAM_KINDS[N_PARTS] = {
  VAS_KIND_PROGRAM_CODE, VAS_KIND_PROGRAM_RODATA, VAS_KIND_PROGRAM_RELRO,
  VAS_KIND_PROGRAM_DATA, VAS_KIND_PROGRAM_BSS,
};
static const VasKind LIBRARY_KINDS[N_PARTS] = {
  VAS_KIND_LIBRARY_CODE, VAS_KIND_LIBRARY_RODATA, VAS_KIND_LIBRARY_RELRO,
  VAS_KIND_LIBRARY_DATA, VAS_KIND_LIBRARY_BSS,
};

static gboolean
is_same_file (const VasRegion *a, const VasRegion *b)
{
  return a->name == b->name && a->end == b->start;
}

/* Linkers put what becomes read-only after relocation in front of the variables, in one segment:
 * mprotect(2) then splits it, so file offsets run on from the read-only part to the writable one. */
static gboolean
looks_like_relro (const VasCase *c, gsize i)
{
  const VasRegion *region = &c->regions[i];
  if (i + 1 == c->n_regions || i == 0 || !is_same_file (region, region + 1))
    return FALSE;
  return (region[1].perms & VAS_PERM_WRITE) != 0
         && region->offset + vas_region_get_size (region) == region[1].offset
         && region[-1].name == region->name;
}

static ImagePart
judge_part (const VasCase *c, gsize i)
{
  guint perms = c->regions[i].perms;
  if ((perms & VAS_PERM_EXEC) != 0)
    return PART_CODE;
  if ((perms & VAS_PERM_WRITE) != 0)
    return PART_DATA;
  return looks_like_relro (c, i) ? PART_RELRO : PART_RODATA;
}

gboolean
vas_judge_image (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  const VasNameNote *note = vas_case_note (c, region);
  if ((!note->is_program && !note->is_library) || (note->perms & VAS_PERM_EXEC) == 0
      || (region->perms & VAS_PERM_SHARED) != 0)
    return FALSE;
  verdict->subject = note->subject;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  if ((region->perms & VAS_PERM_ACCESS) == 0)
    {
      verdict->kind = VAS_KIND_RESERVED;
      verdict->role = VAS_ROLE_IMAGE_GAP;
      return TRUE;
    }
  verdict->kind = (note->is_program ? PROGRAM_KINDS : LIBRARY_KINDS)[judge_part (c, i)];
  return TRUE;
}

gboolean
vas_judge_bss (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  if (i == 0 || region->perms != (VAS_PERM_READ | VAS_PERM_WRITE)
      || c->regions[i - 1].end != region->start)
    return FALSE;
  const VasNameNote *note = vas_case_note (c, region - 1);
  guint8 before = c->verdicts[i - 1].kind;
  if (note->is_program && before <= VAS_KIND_PROGRAM_DATA && before != VAS_KIND_PROGRAM_CODE)
    *verdict = (VasVerdict){ .kind = VAS_KIND_PROGRAM_BSS, .confidence = VAS_CONFIDENCE_LIKELY };
  else if (before == VAS_KIND_LIBRARY_DATA || before == VAS_KIND_LIBRARY_RELRO)
    *verdict = (VasVerdict){ .kind = VAS_KIND_LIBRARY_BSS, .confidence = VAS_CONFIDENCE_GUESS };
  else
    return FALSE;
  verdict->subject = note->subject;
  return TRUE;
}
