/* Where the segments of ELF files lie in memory: files become images by their program headers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-case.h"

/** VasImagePart: what a piece of an image is. */
typedef enum
{
  VAS_IMAGE_CODE,
  VAS_IMAGE_RODATA,
  VAS_IMAGE_RELRO, /* PT_GNU_RELRO: locked against changes after relocation */
  VAS_IMAGE_DATA,
  VAS_IMAGE_BSS,   /* in memory but not in the file */
  VAS_N_IMAGE_PARTS
} VasImagePart;

/** VasImageSort: how an image came to be loaded. */
typedef enum
{
  VAS_IMAGE_PROGRAM, /* AT_PHDR lies in it */
  VAS_IMAGE_LOADER,  /* AT_BASE is its start */
  VAS_IMAGE_LIBRARY,
  VAS_N_IMAGE_SORTS
} VasImageSort;

/**
 * VasImage: one ELF file as it was loaded once.
 * @name: name id of the file
 * @bias: what was added to the addresses in its headers
 * @start: @end: the range of its loadable segments in memory, whole pages
 */
typedef struct
{
  guint32 name;
  VasImageSort sort;
  const VasElf *elf;
  guint64 bias;
  guint64 start, end;
} VasImage;

/**
 * VasImageSpan: `[start, end)`, whole pages, of one part of one image.
 * @image: index of the image
 * @segment: index of its program header
 */
typedef struct
{
  guint64 start, end;
  guint32 image;
  guint16 segment;
  guint16 part;
} VasImageSpan;

/**
 * VasImages:
 * @images: of #VasImage, in the order of their first segment's address
 * @spans: of #VasImageSpan, sorted by start, not overlapping
 */
struct _VasImages
{
  GArray *images;
  GArray *spans;
};

/**
 * vas_images_find:
 *
 * A file counts as loaded where each of its loadable segments lies at its place relative to the
 * others, and code may be run: a file that is mapped as mere data, however often, is no image.
 *
 * Returns: (transfer full): empty where no ELF header could be read.
 */
VasImages *vas_images_find (const VasCase *c);
void vas_images_free (VasImages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasImages, vas_images_free)

/** vas_images_find_around: (nullable): the image whose range holds @address, if that is a piece or
 *  a hole of it. */
const VasImage *vas_images_find_around (const VasImages *self, guint64 address);

/** vas_image_kind: the kind of @part in an image of this sort. */
VasKind vas_image_kind (VasImageSort sort, VasImagePart part);
/** vas_image_role: the role that goes with it: the loader's parts have texts of their own. */
guint vas_image_role (VasImageSort sort, VasImagePart part);
