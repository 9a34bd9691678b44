/* Sorts the rows of a view whose values change all the time, and lets them rest in between.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-calm-order.h"

#define REST (10 * G_USEC_PER_SEC)

struct _VasCalmOrder
{
  GObject parent_instance;

  GtkColumnView *view; /* (unowned) */
  GtkSortListModel *sorted;
  gint64 rests_until;
};

G_DEFINE_FINAL_TYPE (VasCalmOrder, vas_calm_order, G_TYPE_OBJECT)

static void
vas_calm_order_finalize (GObject *object)
{
  g_object_unref (VAS_CALM_ORDER (object)->sorted);
  G_OBJECT_CLASS (vas_calm_order_parent_class)->finalize (object);
}

static void
vas_calm_order_class_init (VasCalmOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_calm_order_finalize;
}

static void
vas_calm_order_init (VasCalmOrder *self)
{
}

VasCalmOrder *
vas_calm_order_new (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  VasCalmOrder *self = g_object_new (VAS_TYPE_CALM_ORDER, NULL);
  self->view = view;
  self->sorted
      = gtk_sort_list_model_new (NULL, g_object_ref (gtk_column_view_get_sorter (view)));
  return self;
}

void
vas_calm_order_set_rows (VasCalmOrder *self, GListModel *rows)
{
  g_return_if_fail (VAS_IS_CALM_ORDER (self) && G_IS_LIST_MODEL (rows));
  gtk_sort_list_model_set_model (self->sorted, rows);
}

GListModel *
vas_calm_order_get_model (VasCalmOrder *self)
{
  g_return_val_if_fail (VAS_IS_CALM_ORDER (self), NULL);
  return G_LIST_MODEL (self->sorted);
}

static gboolean
is_sorted (VasCalmOrder *self)
{
  GListModel *model = G_LIST_MODEL (self->sorted);
  GtkSorter *sorter = gtk_sort_list_model_get_sorter (self->sorted);
  guint n = g_list_model_get_n_items (model);
  g_autoptr (GObject) before = g_list_model_get_item (model, 0);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      if (gtk_sorter_compare (sorter, before, item) == GTK_ORDERING_LARGER)
        return FALSE;
      g_set_object (&before, item);
    }
  return TRUE;
}

void
vas_calm_order_values_changed (VasCalmOrder *self)
{
  g_return_if_fail (VAS_IS_CALM_ORDER (self));

  GtkStateFlags state = gtk_widget_get_state_flags (GTK_WIDGET (self->view));
  gint64 now = g_get_monotonic_time ();
  if ((state & GTK_STATE_FLAG_PRELIGHT) != 0 || now < self->rests_until || is_sorted (self))
    return;
  self->rests_until = now + REST;
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}
