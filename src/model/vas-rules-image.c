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
  g_autofree char *header = g_strdup_printf ("%u", span->segment);
  print_flags (flags, segment->flags);
  if (span->part == VAS_IMAGE_BSS)
    /* Translators: program headers are the table in an ELF file that says what goes where; {1} is
     * the number of one. */
    return vas_case_say_of (c, N_ ("Program header {1} of the file asks for more memory here than "
                                   "the file holds; the rest is zeros."), header, NULL);
  if (span->part == VAS_IMAGE_RELRO)
    /* Translators: the number of a program header, its rights such as "RW", a number in hex. */
    return vas_case_say_of (c, N_ ("Program header {1} of the file ({2}, offset {3}) lies here, and "
                                   "its PT_GNU_RELRO entry says that this part is locked after "
                                   "start-up."), header, flags, offset, NULL);
  return vas_case_say_of (c, N_ ("Program header {1} of the file ({2}, offset {3}) lies exactly "
                                 "here."), header, flags, offset, NULL);
}

/* Of valgrind and qemu-user the kernel loaded only the tool itself; what that loads for its client
 * has no record of the kernel's. */
static VasConfidence
trust_image (const VasCase *c, const VasImage *image)
{
  gboolean is_host
      = vas_case_has (c, VAS_PRODUCT_VALGRIND) || vas_case_has (c, VAS_PRODUCT_QEMU_USER);
  gboolean is_hosted = is_host && image->sort != VAS_IMAGE_PROGRAM;
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
    return vas_case_get_name (c, i) == image->name && (region->perms & VAS_PERM_SHARED) == 0;
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
    .evidence = vas_case_say (c, N_ ("The zeros that the file's headers ask for end before the "
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
  return (region->perms & VAS_PERM_ACCESS) == 0 && image != NULL
         && image->name == vas_case_get_name (c, i);
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
