/* Which rows somebody wants to see.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-wishes.h"

void
vas_wishes_init (VasWishes *self)
{
  *self = (VasWishes) { .text = g_strdup ("") };
}

void
vas_wishes_clear (VasWishes *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->filter, vas_filter_unref);
}

gboolean
vas_wishes_set_text (VasWishes *self, const char *text, gboolean *is_understood, GError **error)
{
  g_return_val_if_fail (self != NULL && text != NULL && is_understood != NULL, FALSE);

  g_autoptr (VasFilter) filter = vas_filter_parse (text, error);
  *is_understood = filter != NULL;
  gboolean is_same = g_str_equal (self->text, text);
  if (is_same)
    return FALSE;
  g_free (self->text);
  self->text = g_strdup (text);
  if (filter == NULL)
    return FALSE;

  gboolean passes_all = vas_filter_is_empty (filter);
  if (passes_all && self->filter == NULL)
    return FALSE;
  g_clear_pointer (&self->filter, vas_filter_unref);
  self->filter = passes_all ? NULL : g_steal_pointer (&filter);
  return TRUE;
}

gboolean
vas_wishes_set_sort (VasWishes *self, VasSort sort, gboolean descending)
{
  g_return_val_if_fail (self != NULL && sort < VAS_N_SORTS, FALSE);
  if (self->sort == sort && self->descending == descending)
    return FALSE;
  self->sort = sort;
  self->descending = descending;
  return TRUE;
}
