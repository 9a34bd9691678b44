/* What widgets tell each other through the session: rows wanted, the pointer, what to look at.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-session-private.h"

gboolean
vas_session_set_filter_text (VasSession *self, const char *text, GError **error)
{
  g_return_val_if_fail (VAS_IS_SESSION (self) && text != NULL, FALSE);
  g_autofree char *before = g_strdup (vas_session_get_filter_text (self));
  gboolean is_understood = vas_publisher_set_filter_text (self->publisher, text, error);
  if (!g_str_equal (before, text))
    g_signal_emit_by_name (self, "filter-text-changed");
  return is_understood;
}

const char *
vas_session_get_filter_text (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), "");
  return vas_publisher_get_wishes (self->publisher)->text;
}

VasFilter *
vas_session_get_filter (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return vas_publisher_get_wishes (self->publisher)->filter;
}

const guint8 *
vas_session_get_matches (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return vas_publisher_get_matches (self->publisher);
}

VasMapMarks *
vas_session_get_marks (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return vas_publisher_get_marks (self->publisher);
}

void
vas_session_set_sort (VasSession *self, VasSort sort, gboolean descending)
{
  g_return_if_fail (VAS_IS_SESSION (self) && sort < VAS_N_SORTS);
  if (vas_publisher_set_sort (self->publisher, sort, descending))
    g_signal_emit_by_name (self, "sort-changed");
}

VasSort
vas_session_get_sort (VasSession *self, gboolean *descending)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), VAS_SORT_ADDRESS);
  const VasWishes *wishes = vas_publisher_get_wishes (self->publisher);
  if (descending != NULL)
    *descending = wishes->descending;
  return wishes->sort;
}

VasRegionList *
vas_session_get_region_list (VasSession *self)
{
  g_return_val_if_fail (VAS_IS_SESSION (self), NULL);
  return vas_publisher_get_list (self->publisher);
}

void
vas_session_set_hover (VasSession *self, guint64 start, guint64 end)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  if (self->hover_start == start && self->hover_end == end)
    return;
  self->hover_start = start;
  self->hover_end = end;
  g_signal_emit_by_name (self, "hover-changed");
}

void
vas_session_get_hover (VasSession *self, guint64 *start, guint64 *end)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  if (start != NULL)
    *start = self->hover_start;
  if (end != NULL)
    *end = self->hover_end;
}

void
vas_session_reveal (VasSession *self, guint64 start, guint64 end)
{
  g_return_if_fail (VAS_IS_SESSION (self));
  g_signal_emit_by_name (self, "reveal", start, end);
}
