/* Rules for programs and libraries: code, constants, variables and .bss of loaded files.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules-topics.h"

#include <elf.h>
#include <glib/gi18n-lib.h>

#include "vas-image.h"

/* What the headers say of one region: pieces in address order. */
typedef struct
{
  gsize region;
  GArray *pieces; /* of VasPart */
} Pieces;

/* As readelf prints them, "R", "RW" or "R E". */
static void
print_flags (char out[4], guint32 flags)
{
  out[0] = (flags & PF_R) != 0 ? 'R' : ' ';
  out[1] = (flags & PF_W) != 0 ? 'W' : ' ';
  out[2] = (flags & PF_X) != 0 ? 'E' : ' ';
  out[3] = '\0';
  g_strchomp (out);
}

static guint32
explain_span (VasCase *c, const VasImageSpan *span, const VasSegment *segment)
{
  char flags[4];
  g_autofree char *offset = g_strdup_printf ("0x%" G_GINT64_MODIFIER "x", segment->offset);
  print_flags (flags, segment->flags);
  if (span->part == VAS_IMAGE_BSS)
    /* Translators: program headers are the table in an ELF file that says what goes where. */
    return vas_case_sayf (c, _ ("Program header %u of the file asks for more memory here than the "
                                "file holds; the rest is zeros."), span->segment);
  if (span->part == VAS_IMAGE_RELRO)
    return vas_case_sayf (c, _ ("Program header %u of the file (%s, offset %s) lies here, and its "
                                "PT_GNU_RELRO entry says that this part is locked after start-up."),
                          span->segment, flags, offset);
  return vas_case_sayf (c, _ ("Program header %u of the file (%s, offset %s) lies exactly here."),
                        span->segment, flags, offset);
}

/* Under valgrind the kernel loaded only valgrind; what that loads has no record of the kernel's. */
static VasConfidence
trust_image (const VasCase *c, const VasImage *image)
{
  gboolean is_hosted = vas_case_has (c, VAS_PRODUCT_VALGRIND) && image->sort != VAS_IMAGE_PROGRAM;
  return is_hosted ? VAS_CONFIDENCE_LIKELY : VAS_CONFIDENCE_CERTAIN;
}

static VasVerdict
get_verdict (const VasCase *c, const VasImageSpan *span, const VasRegion *region, guint32 evidence)
{
  const VasImage *image = &g_array_index (c->images->images, VasImage, span->image);
  gboolean is_open = span->part == VAS_IMAGE_RELRO && (region->perms & VAS_PERM_WRITE) != 0;
  return (VasVerdict){
    .kind = vas_image_kind (image->sort, span->part),
    .role = is_open ? VAS_ROLE_RELRO_OPEN : vas_image_role (image->sort, span->part),
    .confidence = is_open ? VAS_CONFIDENCE_LIKELY : trust_image (c, image),
    .subject = c->notes[image->name].subject,
    .evidence = evidence,
  };
}

/* Zeros come without a name, but for prctl(2)'s and where an old kernel took them for the heap. */
static gboolean
may_hold (const VasCase *c, gsize i, const VasImageSpan *span)
{
  const VasRegion *region = &c->regions[i];
  const VasImage *image = &g_array_index (c->images->images, VasImage, span->image);
  if (span->part != VAS_IMAGE_BSS)
    return region->name == image->name && (region->perms & VAS_PERM_SHARED) == 0;
  const VasNamePattern *pattern = vas_case_note (c, region)->pattern;
  return (region->perms & VAS_PERM_ACCESS) != 0
         && (vas_case_is_unnamed (c, i) || pattern->as == VAS_NAMED_HEAP
             || pattern->as == VAS_NAMED_MEMORY);
}

static gboolean
agree (const GArray *pieces)
{
  guint8 kind = g_array_index (pieces, VasPart, 0).verdict.kind;
  for (guint p = 1; p < pieces->len; p++)
    if (g_array_index (pieces, VasPart, p).verdict.kind != kind
        || g_array_index (pieces, VasPart, p).start != g_array_index (pieces, VasPart, p - 1).end)
      return FALSE;
  return TRUE;
}

static const VasPart *
find_largest (const GArray *pieces)
{
  const VasPart *largest = &g_array_index (pieces, VasPart, 0);
  for (guint p = 1; p < pieces->len; p++)
    {
      const VasPart *piece = &g_array_index (pieces, VasPart, p);
      if (piece->end - piece->start > largest->end - largest->start)
        largest = piece;
    }
  return largest;
}

/* The kernel merges neighbours of equal rights: behind a .bss may lie what was mapped later. */
static void
add_rest (VasCase *c, gsize i, guint64 start, guint64 end)
{
  VasVerdict rest = {
    .kind = VAS_KIND_ANONYMOUS,
    .role = VAS_ROLE_MERGED,
    .confidence = VAS_CONFIDENCE_LIKELY,
    .evidence = vas_case_say (c, _ ("The zeros that the file's headers ask for end before the "
                                    "region does; the kernel merges neighbours of equal rights.")),
  };
  vas_case_add_part (c, i, start, end, &rest);
}

/* The kernel's name for the heap stands, whatever an old kernel counted to it. */
static gboolean
has_stronger_name (const VasCase *c, gsize i)
{
  const VasNamePattern *pattern = vas_case_note (c, &c->regions[i])->pattern;
  return pattern != NULL
         && (pattern->as == VAS_NAMED_HEAP || pattern->as == VAS_NAMED_MEMORY);
}

/* Several pieces in one region: the largest names it, the others are its parts. */
static void
decide_mixed (VasCase *c, gsize i, const GArray *pieces)
{
  const VasRegion *region = &c->regions[i];
  const VasPart *largest = find_largest (pieces);
  guint64 covered = 0;
  for (guint p = 0; p < pieces->len; p++)
    {
      const VasPart *piece = &g_array_index (pieces, VasPart, p);
      vas_case_add_part (c, i, piece->start, piece->end, &piece->verdict);
      covered += piece->end - piece->start;
    }
  guint64 rest = vas_region_get_size (region) - covered;
  if (rest > largest->end - largest->start || has_stronger_name (c, i))
    return;
  VasVerdict verdict = largest->verdict;
  verdict.confidence = VAS_CONFIDENCE_LIKELY;
  vas_case_decide (c, i, &verdict);
  guint64 end = g_array_index (pieces, VasPart, pieces->len - 1).end;
  if (end < region->end)
    add_rest (c, i, end, region->end);
}

static void
finish_region (VasCase *c, Pieces *pieces)
{
  if (pieces->pieces->len == 0)
    return;
  const VasRegion *region = &c->regions[pieces->region];
  const VasPart *first = &g_array_index (pieces->pieces, VasPart, 0);
  const VasPart *last = &g_array_index (pieces->pieces, VasPart, pieces->pieces->len - 1);
  if (first->start <= region->start && last->end >= region->end && agree (pieces->pieces))
    vas_case_decide (c, pieces->region, &first->verdict);
  else
    decide_mixed (c, pieces->region, pieces->pieces);
  g_array_set_size (pieces->pieces, 0);
}

static void
add_piece (VasCase *c, Pieces *pieces, gsize i, const VasImageSpan *span, guint32 evidence)
{
  const VasRegion *region = &c->regions[i];
  if (pieces->region != i)
    finish_region (c, pieces);
  pieces->region = i;
  VasPart piece = {
    .start = MAX (span->start, region->start),
    .end = MIN (span->end, region->end),
    .region = i,
    .verdict = get_verdict (c, span, region, evidence),
  };
  g_array_append_val (pieces->pieces, piece);
}

void
vas_survey_images (VasCase *c, guint32 evidence)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (VasPart));
  Pieces pieces = { .pieces = array };
  for (guint s = 0; s < c->images->spans->len; s++)
    {
      const VasImageSpan *span = &g_array_index (c->images->spans, VasImageSpan, s);
      const VasImage *image = &g_array_index (c->images->images, VasImage, span->image);
      guint32 sentence = explain_span (c, span, &image->elf->segments[span->segment]);
      for (gsize i = vas_regions_find_from (c->regions, c->n_regions, span->start);
           i < c->n_regions && c->regions[i].start < span->end; i++)
        if (may_hold (c, i, span))
          add_piece (c, &pieces, i, span, sentence);
    }
  finish_region (c, &pieces);
}

/* Without headers: a run of regions of one file, in the order of its offsets and with no more between
 * them than the holes that segments leave, is a loaded image if it starts with the file's head and
 * code of it may be run. Small mappings of others may have settled in the holes. */
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
      if (region->name != c->regions[first].name)
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
  return i >= run->first && i <= run->last && c->regions[i].name == c->regions[run->first].name
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

/* What lies behind the last file page of an image is its .bss. How long that is only the headers say:
 * what is larger than all of the file is something else for the most part. */
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
    .evidence = vas_case_say (c, _ ("Private, writable and without a file, right behind the "
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
      if (c->regions[i].name != c->regions[run->first].name)
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

/* Between the segments of an image that the headers placed. */
gboolean
vas_judge_image_gap (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  const VasImage *image = vas_images_find_around (c->images, region->start);
  verdict->kind = VAS_KIND_RESERVED;
  verdict->role = VAS_ROLE_IMAGE_GAP;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  verdict->subject = vas_case_note (c, region)->subject;
  return (region->perms & VAS_PERM_ACCESS) == 0 && image != NULL && image->name == region->name;
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

/* Whether the kernel's own record of the program says that its variables end right below @region:
 * exact, as it is taken from the program headers when the program starts (fs/binfmt_elf.c). */
static gboolean
follows_end_data (const VasCase *c, const VasRegion *region)
{
  guint64 end = c->facts != NULL ? c->facts->end_data : 0;
  return end != 0 && end <= region->start && region->start - end < 4096;
}

gboolean
vas_judge_bss (VasCase *c, gsize i, VasVerdict *verdict)
{
  if (c->program == 0 || !follows_end_data (c, &c->regions[i])
      || (c->regions[i].perms & VAS_PERM_WRITE) == 0)
    return FALSE;
  verdict->kind = VAS_KIND_PROGRAM_BSS;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  verdict->subject = c->notes[c->program].subject;
  return TRUE;
}
