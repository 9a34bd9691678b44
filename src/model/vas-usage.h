/* What smaps adds to each region: sizes in memory and the kernel's flags.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasField: the smaps fields that Vascope itself uses. Further fields of a file (old and new
 * kernels have others) are kept too, with ids from %VAS_N_FIELDS on, so that nothing is lost.
 * All values are bytes, but for THPeligible and ProtectionKey, which are plain numbers. The order
 * is that of show_smap() and __show_smap(), fs/proc/task_mmu.c.
 */
typedef enum
{
  VAS_FIELD_SIZE,
  VAS_FIELD_KERNEL_PAGE_SIZE,
  VAS_FIELD_MMU_PAGE_SIZE,
  VAS_FIELD_RSS,
  VAS_FIELD_PSS,
  VAS_FIELD_PSS_DIRTY,
  VAS_FIELD_SHARED_CLEAN,
  VAS_FIELD_SHARED_DIRTY,
  VAS_FIELD_PRIVATE_CLEAN,
  VAS_FIELD_PRIVATE_DIRTY,
  VAS_FIELD_REFERENCED,
  VAS_FIELD_ANONYMOUS,
  VAS_FIELD_KSM,
  VAS_FIELD_LAZY_FREE,
  VAS_FIELD_ANON_HUGE_PAGES,
  VAS_FIELD_SHMEM_PMD_MAPPED,
  VAS_FIELD_FILE_PMD_MAPPED,
  VAS_FIELD_SHARED_HUGETLB,
  VAS_FIELD_PRIVATE_HUGETLB,
  VAS_FIELD_SWAP,
  VAS_FIELD_SWAP_PSS,
  VAS_FIELD_LOCKED,
  VAS_FIELD_THP_ELIGIBLE,
  VAS_FIELD_PROTECTION_KEY,
  VAS_N_FIELDS
} VasField;

/** VAS_USAGE_MAX_FIELDS: the kernel has two dozen; a hostile file shall not make us keep more. */
#define VAS_USAGE_MAX_FIELDS 64

/** VAS_USAGE_NO_FIELD: no room for another field. */
#define VAS_USAGE_NO_FIELD G_MAXUINT

/** VAS_FLAG: a VmFlags code as one number, e.g. `VAS_FLAG ('n', 'r')`. */
#define VAS_FLAG(a, b) ((guint16) ((guint8) (a) << 8 | (guint8) (b)))

/**
 * VasUsage:
 *
 * The smaps fields of the regions of one reading, by region index. Stored by column, and a column
 * takes room only where its values differ: most fields of most processes are all zero.
 */
typedef struct _VasUsage VasUsage;

VasUsage *vas_usage_new (void);
void vas_usage_free (VasUsage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasUsage, vas_usage_free)

/**
 * vas_usage_add_field:
 * @name: as smaps prints it
 *
 * Returns: the id of the field, made if it is new; %VAS_USAGE_NO_FIELD when there are
 *   %VAS_USAGE_MAX_FIELDS others already.
 */
guint vas_usage_add_field (VasUsage *self, const char *name, gsize length);

/** vas_usage_get_n_fields: field ids of this reading are in `[0, n)`. */
guint vas_usage_get_n_fields (const VasUsage *self);

/** vas_usage_get_field_name: (transfer none): as smaps prints it, e.g. "Private_Dirty". */
const char *vas_usage_get_field_name (const VasUsage *self, guint field);

void vas_usage_set (VasUsage *self, gsize region, guint field, guint64 value);

/** vas_usage_set_flags: @text is the rest of the VmFlags line, e.g. "rd ex mr mw me". */
void vas_usage_set_flags (VasUsage *self, gsize region, const char *text, gsize length);

/**
 * vas_usage_get:
 * @value: (out): set to 0 where the field was not there
 *
 * Returns: whether smaps printed this field for this region.
 */
gboolean vas_usage_get (const VasUsage *self, gsize region, guint field, guint64 *value);

/** vas_usage_get_flags: (nullable): the VmFlags codes as printed, parted by one space. */
const char *vas_usage_get_flags (const VasUsage *self, gsize region);

/** vas_usage_has_flag: @flag from %VAS_FLAG. False where smaps printed no flags (before 3.8). */
gboolean vas_usage_has_flag (const VasUsage *self, gsize region, guint16 flag);

/** vas_usage_equals: whether both say the same of the first @n_regions regions. */
gboolean vas_usage_equals (const VasUsage *a, const VasUsage *b, gsize n_regions);

/**
 * vas_usage_permute:
 * @order: (array length=n): `order[i]` is the old index of the region that comes to be `i`
 *
 * Follows the regions when unsorted input is sorted.
 */
void vas_usage_permute (VasUsage *self, const guint32 *order, gsize n);
