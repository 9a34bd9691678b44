/* A growing column of numbers: one number, 4 bytes or 8 bytes a row, as the values need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-numbers.h"

enum
{
  FIRST_ROWS = 64,
  KIB_SHIFT = 10,
};

static gboolean
fits_narrow (guint64 value, guint shift)
{
  return value >> shift << shift == value && value >> shift <= G_MAXUINT32;
}

/* Room for @rows rows; those new are left as they are. */
static void
reserve (VasNumbers *self, gsize rows)
{
  if (rows <= self->capacity)
    return;
  gsize capacity = MAX (MAX (rows, FIRST_ROWS), self->capacity + self->capacity / 2);
  if (self->wide != NULL)
    self->wide = g_renew (guint64, self->wide, capacity);
  else
    self->narrow = g_renew (guint32, self->narrow, capacity);
  self->capacity = capacity;
}

static void
widen (VasNumbers *self)
{
  guint64 *wide = g_new (guint64, self->capacity);
  for (gsize i = 0; i < self->n; i++)
    wide[i] = (guint64) self->narrow[i] << self->shift;
  g_clear_pointer (&self->narrow, g_free);
  self->wide = wide;
}

/* The first value that differs: from now on each row has its own. */
static void
spread (VasNumbers *self, gsize rows, guint64 value)
{
  guint64 uniform = self->uniform;
  self->shift = fits_narrow (uniform, KIB_SHIFT) && fits_narrow (value, KIB_SHIFT) ? KIB_SHIFT : 0;
  self->capacity = MAX (rows, FIRST_ROWS);
  if (fits_narrow (uniform, self->shift) && fits_narrow (value, self->shift))
    {
      self->narrow = g_new (guint32, self->capacity);
      for (gsize i = 0; i < self->n; i++)
        self->narrow[i] = (guint32) (uniform >> self->shift);
    }
  else
    {
      self->wide = g_new (guint64, self->capacity);
      for (gsize i = 0; i < self->n; i++)
        self->wide[i] = uniform;
    }
}

static void
extend (VasNumbers *self, gsize rows)
{
  reserve (self, rows);
  for (gsize i = self->n; i < rows; i++)
    if (self->wide != NULL)
      self->wide[i] = 0;
    else
      self->narrow[i] = 0;
  self->n = rows;
}

static gboolean
is_uniform (const VasNumbers *self)
{
  return self->narrow == NULL && self->wide == NULL;
}

static gboolean
stays_uniform (const VasNumbers *self, gsize row, guint64 value)
{
  if (row == 0 && self->n <= 1)
    return TRUE;
  /* Rows left out in between are 0, so only zeros may follow them. */
  return value == self->uniform && (row <= self->n || value == 0);
}

void
vas_numbers_set (VasNumbers *self, gsize row, guint64 value)
{
  if (is_uniform (self))
    {
      if (stays_uniform (self, row, value))
        {
          self->uniform = value;
          self->n = MAX (self->n, row + 1);
          return;
        }
      spread (self, MAX (row + 1, self->n), value);
    }
  if (row >= self->n)
    extend (self, row + 1);
  if (self->narrow != NULL && !fits_narrow (value, self->shift))
    widen (self);

  if (self->wide != NULL)
    self->wide[row] = value;
  else
    self->narrow[row] = (guint32) (value >> self->shift);
}

gboolean
vas_numbers_equals (const VasNumbers *a, const VasNumbers *b, gsize n)
{
  if (is_uniform (a) && is_uniform (b) && a->uniform == b->uniform && a->n == b->n)
    return TRUE;
  for (gsize i = 0; i < n; i++)
    if (vas_numbers_get (a, i) != vas_numbers_get (b, i))
      return FALSE;
  return TRUE;
}

void
vas_numbers_permute (VasNumbers *self, const guint32 *order, gsize n)
{
  if (is_uniform (self))
    {
      if (self->uniform == 0 || self->n >= n)
        {
          self->n = MAX (self->n, n);
          return;
        }
      spread (self, n, self->uniform);
    }
  if (self->n < n)
    extend (self, n);

  if (self->wide != NULL)
    {
      guint64 *wide = g_new (guint64, self->capacity);
      for (gsize i = 0; i < n; i++)
        wide[i] = self->wide[order[i]];
      g_free (self->wide);
      self->wide = wide;
    }
  else
    {
      guint32 *narrow = g_new (guint32, self->capacity);
      for (gsize i = 0; i < n; i++)
        narrow[i] = self->narrow[order[i]];
      g_free (self->narrow);
      self->narrow = narrow;
    }
}

void
vas_numbers_clear (VasNumbers *self)
{
  g_clear_pointer (&self->narrow, g_free);
  g_clear_pointer (&self->wide, g_free);
  *self = (VasNumbers) { 0 };
}
