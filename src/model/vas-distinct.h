/* An array under construction that holds each distinct record once, and numbers them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasDistinct:
 *
 * A million regions share a few hundred files and verdicts: each is kept once, and a region holds its
 * number. Number 0 is the record of zeros. Records have one size and no padding, as they compare as
 * bytes.
 */
typedef struct _VasDistinct VasDistinct;

/** vas_distinct_new: @size: of a record, in bytes: a multiple of four, at most 32. Records are aligned
 *  like #guint32 at least. */
VasDistinct *vas_distinct_new (gsize size);
void vas_distinct_free (VasDistinct *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasDistinct, vas_distinct_free)

/** vas_distinct_add: the number of the record, the same for equal ones; @record is copied. */
guint32 vas_distinct_add (VasDistinct *self, gconstpointer record);

/** vas_distinct_get: (transfer none): record @number, valid until the next one is added. */
gconstpointer vas_distinct_get (const VasDistinct *self, guint32 number);

/** vas_distinct_get_count: numbers are in `[0, count)`. */
guint32 vas_distinct_get_count (const VasDistinct *self);

/** vas_distinct_to_array: (transfer full) (array length=n): a copy of the records, by number. */
gpointer vas_distinct_to_array (const VasDistinct *self, guint32 *n);
