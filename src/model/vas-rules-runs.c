/* Rules for programs and libraries whose ELF headers could not be read: by names, rights and order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules-topics.h"

#include <glib/gi18n-lib.h>

#include "vas-image.h"

/* Without headers: a run of regions of one file, in the order of its offsets and with no more
 * between them than the holes that segments leave, is a loaded image if it starts with the
 * file's head and code of it may be run. Small mappings of others may have settled in the holes. */
typedef struct
{
  gsize first, last; /* of the file */
  guint64 offset;    /* of the last region that may be touched */
  gboolean has_code;
} Run;

static const guint64 LARGEST_HOLE = 4 << 20; /* segments may be aligned to huge pages of 2 MiB */

enum
{
  MOST_GUESTS = 8, /* in a hole */
};

/* A file that starts over is another copy of it. (Some listings print no offsets at all.) */
static gboolean
continues_run (const VasCase *c, const Run *run, gsize i)
{
  const VasRegion *region = &c->regions[i], *last = &c->regions[run->last];
  if (region->start < last->end || (region->perms & VAS_PERM_SHARED) != 0)
    return FALSE;
  gboolean touches = region->start == last->end;
  if ((region->perms & VAS_PERM_ACCESS) == 0)
    return touches;
  return region->offset >= run->offset && (region->offset != 0 || (touches && run->offset == 0));
}

static Run
find_run (const VasCase *c, gsize first)
{
  Run run = { first, first, c->regions[first].offset,
              (c->regions[first].perms & VAS_PERM_EXEC) != 0 };
  for (gsize i = first + 1; i < c->n_regions && i - run.last <= MOST_GUESTS; i++)
    {
      const VasRegion *region = &c->regions[i];
      if (region->start - c->regions[run.last].end > LARGEST_HOLE)
        break;
      if (vas_case_get_name (c, i) != vas_case_get_name (c, first))
        continue;
      if (!continues_run (c, &run, i))
        break;
      run.has_code |= (region->perms & VAS_PERM_EXEC) != 0;
      run.last = i;
      if ((region->perms & VAS_PERM_ACCESS) != 0)
        run.offset = region->offset;
    }
  return run;
}

static gboolean
is_writable_neighbour (const VasCase *c, const Run *run, gsize i)
{
  return i >= run->first && i <= run->last
         && vas_case_get_name (c, i) == vas_case_get_name (c, run->first)
         && (c->regions[i].perms & VAS_PERM_WRITE) != 0;
}

/* What was locked after relocation lies beside the variables, in the same segment as a rule, which
 * mprotect(2) then split: so file offsets run on from the one to the other. Flag "ac" says that it
 * was writable once: 1,922 of 1,922 right. */
static gboolean
looks_like_relro (const VasCase *c, const Run *run, gsize i)
{
  const VasRegion *region = &c->regions[i];
  gboolean is_below = is_writable_neighbour (c, run, i + 1);
  if (c->flags != NULL)
    return vas_case_has_flags (c, i, VAS_VM_AC)
           && (is_below || (i > run->first && is_writable_neighbour (c, run, i - 1)));
  return is_below && i > run->first
         && region->offset + vas_region_get_size (region) == region[1].offset;
}

static VasImagePart
guess_part (const VasCase *c, const Run *run, gsize i)
{
  guint perms = c->regions[i].perms;
  if ((perms & VAS_PERM_EXEC) != 0)
    return VAS_IMAGE_CODE;
  if ((perms & VAS_PERM_WRITE) != 0)
    return VAS_IMAGE_DATA;
  return looks_like_relro (c, run, i) ? VAS_IMAGE_RELRO : VAS_IMAGE_RODATA;
}

/* What lies behind the last file page of an image is its .bss. How long that is only the headers
 * say: what is larger than all of the file is something else for the most part. */
static void
decide_bss (VasCase *c, const Run *run, VasImageSort sort, guint32 evidence)
{
  gsize i = run->last + 1;
  const VasRegion *region = &c->regions[i], *last = region - 1;
  if (!vas_case_touches (c, i) || !vas_case_is_unnamed (c, i)
      || region->perms != (VAS_PERM_READ | VAS_PERM_WRITE) || (last->perms & VAS_PERM_EXEC) != 0)
    return;
  gboolean is_program = sort == VAS_IMAGE_PROGRAM;
  guint64 file = last->end - c->regions[run->first].start;
  if (!is_program && ((last->perms & VAS_PERM_WRITE) == 0 || vas_region_get_size (region) > file))
    return;
  VasVerdict bss = {
    .kind = vas_image_kind (sort, VAS_IMAGE_BSS),
    .role = vas_image_role (sort, VAS_IMAGE_BSS),
    /* Right for 46 of 47 programs, but for 76 % of libraries only. */
    .confidence = is_program ? VAS_CONFIDENCE_LIKELY : VAS_CONFIDENCE_GUESS,
    .subject = vas_case_note (c, last)->subject,
    .evidence = vas_case_say (c, N_ ("Private, writable and without a file, right behind the "
                                    "variables of this file.")),
  };
  vas_case_decide (c, i, &bss);
}

static VasImageSort
sort_run (const VasNameNote *note)
{
  if (note->is_program)
    return VAS_IMAGE_PROGRAM;
  return note->is_loader ? VAS_IMAGE_LOADER : VAS_IMAGE_LIBRARY;
}

static void
decide_run (VasCase *c, const Run *run, guint32 evidence)
{
  const VasNameNote *note = vas_case_note (c, &c->regions[run->first]);
  VasImageSort sort = sort_run (note);
  for (gsize i = run->first; i <= run->last; i++)
    {
      if (vas_case_get_name (c, i) != vas_case_get_name (c, run->first))
        continue;
      VasImagePart part = guess_part (c, run, i);
      gboolean is_gap = (c->regions[i].perms & VAS_PERM_ACCESS) == 0;
      VasVerdict verdict = {
        .kind = is_gap ? VAS_KIND_RESERVED : vas_image_kind (sort, part),
        .role = is_gap ? VAS_ROLE_IMAGE_GAP : vas_image_role (sort, part),
        .confidence = VAS_CONFIDENCE_LIKELY,
        .subject = note->subject,
        .evidence = evidence,
      };
      vas_case_decide (c, i, &verdict);
    }
  decide_bss (c, run, sort, evidence);
}

/* A listing that somebody cut may begin in the middle of its program. */
static gboolean
may_start_run (const VasCase *c, gsize i)
{
  const VasRegion *region = &c->regions[i];
  const VasNameNote *note = vas_case_note (c, region);
  return (note->is_program || note->is_library) && note->elf == NULL
         && (note->perms & VAS_PERM_EXEC) != 0
         && (region->offset == 0 || (note->is_program && (region->perms & VAS_PERM_EXEC) != 0))
         && (region->perms & (VAS_PERM_READ | VAS_PERM_SHARED)) == VAS_PERM_READ;
}

void
vas_survey_runs (VasCase *c, guint32 evidence)
{
  gsize done = 0; /* regions below belong to runs */
  for (gsize n = 0; n < c->n_named; n++)
    {
      gsize i = c->named[n];
      if (i < done || !may_start_run (c, i))
        continue;
      Run run = find_run (c, i);
      if (run.has_code)
        decide_run (c, &run, evidence);
      done = run.last + 1;
    }
}

/* A piece of a loaded file's code mapped once more: V8 does so to have its built-in functions near
 * the code it makes. */
gboolean
vas_judge_code_copy (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  const VasNameNote *note = vas_case_note (c, region);
  if ((!note->is_program && !note->is_called_library && note->elf == NULL)
      || (region->perms & VAS_PERM_EXEC) == 0 || (region->perms & VAS_PERM_SHARED) != 0)
    return FALSE;
  verdict->kind = vas_image_kind (sort_run (note), VAS_IMAGE_CODE);
  verdict->role = note->elf != NULL ? VAS_ROLE_CODE_COPY : VAS_ROLE_NONE;
  verdict->confidence = note->elf != NULL ? VAS_CONFIDENCE_LIKELY : VAS_CONFIDENCE_GUESS;
  verdict->subject = note->subject;
  return TRUE;
}
