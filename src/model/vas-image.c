/* Where the segments of ELF files lie in memory: files become images by their program headers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-image.h"

#include <elf.h>

enum
{
  USUAL_PAGE = 4096,
};

/* A power of two, whatever a cut or hostile auxv says. */
static guint64
get_page_size (const VasCase *c)
{
  guint64 page = c->facts->at_page_size;
  return page >= USUAL_PAGE && (page & (page - 1)) == 0 ? page : USUAL_PAGE;
}

static guint64
page_floor (guint64 page, guint64 value)
{
  return value & ~(page - 1);
}

static guint64
page_ceil (guint64 page, guint64 value)
{
  return page_floor (page, value + page - 1);
}

static gboolean
is_loaded (const VasSegment *segment)
{
  return segment->type == PT_LOAD && segment->memory_size > 0;
}

/* Whether @region may be the mapping of @segment: its file offsets overlap the segment's. */
static gboolean
maps_segment (guint64 page, const VasRegion *region, const VasSegment *segment)
{
  guint64 first = page_floor (page, segment->offset);
  guint64 end = page_ceil (page, segment->offset + segment->file_size);
  return segment->file_size > 0 && region->offset < end
         && region->offset + vas_region_get_size (region) > first;
}

/* Whether the file's byte at @offset is mapped at @address, and may be run if @executable. */
static gboolean
is_mapped_at (const VasCase *c, guint32 name, guint64 address, guint64 offset, gboolean executable)
{
  gssize i = vas_regions_find (c->regions, c->n_regions, address);
  if (i < 0 || vas_case_get_name (c, i) != name)
    return FALSE;
  const VasRegion *region = &c->regions[i];
  return address - region->start + region->offset == offset
         && (!executable || (region->perms & VAS_PERM_EXEC) != 0);
}

/* qemu-user maps its guest's code without the right to run it: it translates instead. */
static gboolean
is_placed (const VasCase *c, guint32 name, const VasElf *elf, guint64 bias)
{
  guint64 page = get_page_size (c);
  gboolean executable = !vas_case_has (c, VAS_PRODUCT_QEMU_USER);
  gboolean has_code = FALSE;
  for (guint s = 0; s < elf->n_segments; s++)
    {
      const VasSegment *segment = &elf->segments[s];
      if (!is_loaded (segment) || segment->file_size == 0)
        continue;
      gboolean is_code = (segment->flags & PF_X) != 0;
      has_code |= is_code;
      if (!is_mapped_at (c, name, page_floor (page, bias + segment->address),
                         page_floor (page, segment->offset), is_code && executable))
        return FALSE;
    }
  return has_code;
}

static gboolean
holds (const VasImage *image, guint64 address)
{
  return address >= image->start && address < image->end;
}

static VasImageSort
sort_image (const VasCase *c, const VasImage *image)
{
  const VasFacts *facts = c->facts;
  if (facts->at_phdr != 0 ? holds (image, facts->at_phdr) : image->name == c->program)
    return VAS_IMAGE_PROGRAM;
  if (facts->at_base != 0 ? image->start == page_floor (get_page_size (c), facts->at_base)
                          : c->notes[image->name].is_loader)
    return VAS_IMAGE_LOADER;
  return VAS_IMAGE_LIBRARY;
}

static void
measure_image (VasImage *image, guint64 page)
{
  image->start = G_MAXUINT64;
  for (guint s = 0; s < image->elf->n_segments; s++)
    {
      const VasSegment *segment = &image->elf->segments[s];
      if (!is_loaded (segment))
        continue;
      guint64 start = image->bias + segment->address;
      image->start = MIN (image->start, page_floor (page, start));
      image->end = MAX (image->end, page_ceil (page, start + segment->memory_size));
    }
}

static void
add_span (VasImages *self, guint64 start, guint64 end, guint segment, VasImagePart part)
{
  if (end <= start)
    return;
  VasImageSpan span = { start, end, self->images->len - 1, segment, part };
  g_array_append_val (self->spans, span);
}

/* The writable segment: what becomes read-only first, then variables with a value, then zeros. The
 * page where the file ends holds both of the latter and counts as data: it comes from the file. */
static void
add_writable_spans (VasImages *self, const VasImage *image, guint64 page, guint s,
                    guint64 locked_start, guint64 locked_end)
{
  const VasSegment *segment = &image->elf->segments[s];
  guint64 address = image->bias + segment->address;
  guint64 start = page_floor (page, address);
  guint64 in_file = page_ceil (page, address + segment->file_size);
  guint64 end = page_ceil (page, address + segment->memory_size);
  if (segment->file_size == 0)
    in_file = start;
  if (locked_start <= start && locked_end > start && locked_end <= end)
    {
      add_span (self, start, locked_end, s, VAS_IMAGE_RELRO);
      start = locked_end;
    }
  add_span (self, start, in_file, s, VAS_IMAGE_DATA);
  add_span (self, MAX (start, in_file), end, s, VAS_IMAGE_BSS);
}

static void
add_spans (VasImages *self, const VasImage *image, guint64 page)
{
  const VasElf *elf = image->elf;
  guint64 locked_start = 0, locked_end = 0;
  for (guint s = 0; s < elf->n_segments; s++)
    if (elf->segments[s].type == PT_GNU_RELRO)
      {
        /* mprotect(2) takes whole pages: the loader rounds both ends down (elf/dl-reloc.c). */
        guint64 address = image->bias + elf->segments[s].address;
        locked_start = page_floor (page, address);
        locked_end = page_floor (page, address + elf->segments[s].memory_size);
      }
  for (guint s = 0; s < elf->n_segments; s++)
    {
      const VasSegment *segment = &elf->segments[s];
      if (!is_loaded (segment))
        continue;
      guint64 start = image->bias + segment->address;
      if ((segment->flags & PF_W) != 0)
        add_writable_spans (self, image, page, s, locked_start, locked_end);
      else
        add_span (self, page_floor (page, start), page_ceil (page, start + segment->file_size), s,
                  (segment->flags & PF_X) != 0 ? VAS_IMAGE_CODE : VAS_IMAGE_RODATA);
    }
}

/* @newest: by name id, the bias of the file's image that was found last: a segment may be several
 * regions, and each would find its image again. */
static void
try_bias (VasImages *self, const VasCase *c, const VasRegion *region, const VasElf *elf,
          guint64 bias, GHashTable *newest)
{
  guint32 name = vas_reading_get_name_id (c->reading, region);
  VasImage image = { .name = name, .elf = elf, .bias = bias };
  guint64 *known = g_hash_table_lookup (newest, GUINT_TO_POINTER (name));
  if ((known != NULL && *known == bias) || !is_placed (c, name, elf, bias))
    return;
  g_hash_table_insert (newest, GUINT_TO_POINTER (name),
                       g_memdup2 (&image.bias, sizeof image.bias));
  measure_image (&image, get_page_size (c));
  if (image.end <= image.start)
    return;
  image.sort = sort_image (c, &image);
  g_array_append_val (self->images, image);
  add_spans (self, &image, get_page_size (c));
}

/* Each loaded copy is looked for where its first segment lies. */
static const VasSegment *
get_first_segment (const VasElf *elf)
{
  for (guint s = 0; s < elf->n_segments; s++)
    if (is_loaded (&elf->segments[s]) && elf->segments[s].file_size > 0)
      return &elf->segments[s];
  return NULL;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const VasImageSpan *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

/* Segments may share a page, and hostile headers more: each address keeps its first span. */
static void
part_spans (GArray *spans)
{
  g_array_sort (spans, compare_spans);
  guint64 end = 0;
  guint kept = 0;
  for (guint i = 0; i < spans->len; i++)
    {
      VasImageSpan span = g_array_index (spans, VasImageSpan, i);
      span.start = MAX (span.start, end);
      if (span.end <= span.start)
        continue;
      end = span.end;
      g_array_index (spans, VasImageSpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}

VasImages *
vas_images_find (const VasCase *c)
{
  VasImages *self = g_new0 (VasImages, 1);
  self->images = g_array_new (FALSE, FALSE, sizeof (VasImage));
  self->spans = g_array_new (FALSE, FALSE, sizeof (VasImageSpan));
  g_autoptr (GHashTable) newest = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (gsize n = 0; n < c->n_named && c->facts != NULL; n++)
    {
      const VasRegion *region = &c->regions[c->named[n]];
      const VasElf *elf = vas_case_note (c, region)->elf;
      const VasSegment *first = elf != NULL ? get_first_segment (elf) : NULL;
      if (first != NULL && maps_segment (get_page_size (c), region, first))
        try_bias (self, c, region, elf,
                  region->start - region->offset + first->offset - first->address, newest);
    }
  part_spans (self->spans);
  return self;
}

void
vas_images_free (VasImages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->images);
  g_array_unref (self->spans);
  g_free (self);
}

const VasImage *
vas_images_find_around (const VasImages *self, guint64 address)
{
  guint low = 0, high = self->spans->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (self->spans, VasImageSpan, middle).start <= address)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return NULL;
  const VasImageSpan *span = &g_array_index (self->spans, VasImageSpan, low - 1);
  const VasImage *image = &g_array_index (self->images, VasImage, span->image);
  return holds (image, address) ? image : NULL;
}

VasKind
vas_image_kind (VasImageSort sort, VasImagePart part)
{
  static const VasKind program[VAS_N_IMAGE_PARTS] = {
    VAS_KIND_PROGRAM_CODE, VAS_KIND_PROGRAM_RODATA, VAS_KIND_PROGRAM_RELRO,
    VAS_KIND_PROGRAM_DATA, VAS_KIND_PROGRAM_BSS,
  };
  static const VasKind library[VAS_N_IMAGE_PARTS] = {
    VAS_KIND_LIBRARY_CODE, VAS_KIND_LIBRARY_RODATA, VAS_KIND_LIBRARY_RELRO,
    VAS_KIND_LIBRARY_DATA, VAS_KIND_LIBRARY_BSS,
  };
  return (sort == VAS_IMAGE_PROGRAM ? program : library)[part];
}

guint
vas_image_role (VasImageSort sort, VasImagePart part)
{
  static const guint loader[VAS_N_IMAGE_PARTS] = {
    VAS_ROLE_LOADER_CODE, VAS_ROLE_LOADER_RODATA, VAS_ROLE_LOADER_RELRO,
    VAS_ROLE_LOADER_DATA, VAS_ROLE_LOADER_BSS,
  };
  return sort == VAS_IMAGE_LOADER ? loader[part] : VAS_ROLE_NONE;
}
