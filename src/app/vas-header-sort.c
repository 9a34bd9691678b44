/* Finds out by which column a column view is sorted, which GTK 4.8 does not say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-header-sort.h"

struct _VasHeaderSort
{
  GObject *probes[2];
  gboolean was_asked;
  VasSort first_asked;
};

typedef struct
{
  VasHeaderSort *owner;
  VasSort sort;
} Answerer;

static void
clear_header_sort (gpointer box)
{
  VasHeaderSort *self = box;
  g_clear_object (&self->probes[0]);
  g_clear_object (&self->probes[1]);
}

VasHeaderSort *
vas_header_sort_new (void)
{
  VasHeaderSort *self = g_rc_box_new0 (VasHeaderSort);
  self->probes[0] = g_object_new (G_TYPE_OBJECT, NULL);
  self->probes[1] = g_object_new (G_TYPE_OBJECT, NULL);
  return self;
}

void
vas_header_sort_unref (VasHeaderSort *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_header_sort);
}

static int
answer_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Answerer *answerer = user_data;
  if (!answerer->owner->was_asked)
    {
      answerer->owner->was_asked = TRUE;
      answerer->owner->first_asked = answerer->sort;
    }
  return GTK_ORDERING_SMALLER;
}

static void
free_answerer (gpointer user_data)
{
  Answerer *answerer = user_data;
  vas_header_sort_unref (answerer->owner);
  g_free (answerer);
}

GtkSorter *
vas_header_sort_create_sorter (VasHeaderSort *self, VasSort sort)
{
  Answerer *answerer = g_new (Answerer, 1);
  answerer->owner = g_rc_box_acquire (self);
  answerer->sort = sort;
  return GTK_SORTER (gtk_custom_sorter_new (answer_cb, answerer, free_answerer));
}

gboolean
vas_header_sort_ask (VasHeaderSort *self, GtkSorter *sorter, VasSort *sort, gboolean *descending)
{
  self->was_asked = FALSE;
  GtkOrdering answer = gtk_sorter_compare (sorter, self->probes[0], self->probes[1]);
  *sort = self->first_asked;
  *descending = answer == GTK_ORDERING_LARGER;
  return self->was_asked;
}
