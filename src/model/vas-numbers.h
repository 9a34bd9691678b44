/* A growing column of numbers that costs memory only as far as they differ.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasNumbers:
 *
 * Rows are set in any order, mostly upwards; a row never set is 0. Of the twenty-odd numbers that
 * smaps prints for each region most are the same in all of them (0, or the page size): such a
 * column holds one number. The others are multiples of 1024 and are held in units of it, 4 bytes a
 * row as long as they fit.
 */
typedef struct
{
  guint64 uniform;  /* the value of all rows while there is neither narrow nor wide */
  guint32 *narrow;  /* (nullable): values shifted right by @shift */
  guint64 *wide;    /* (nullable): values */
  gsize n;          /* rows up to the last one set */
  gsize capacity;
  guint shift;
} VasNumbers;

void vas_numbers_clear (VasNumbers *self);

void vas_numbers_set (VasNumbers *self, gsize row, guint64 value);

/** vas_numbers_permute: row `i` becomes what row `order[i]` was, for @n rows. */
void vas_numbers_permute (VasNumbers *self, const guint32 *order, gsize n);

/** vas_numbers_equals: whether the first @n rows of both are the same. */
gboolean vas_numbers_equals (const VasNumbers *a, const VasNumbers *b, gsize n);

static inline guint64
vas_numbers_get (const VasNumbers *self, gsize row)
{
  if (row >= self->n)
    return 0;
  if (self->narrow != NULL)
    return (guint64) self->narrow[row] << self->shift;
  return self->wide != NULL ? self->wide[row] : self->uniform;
}
