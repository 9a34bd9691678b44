/* Sorts the rows of a view whose values change all the time, and lets them rest in between.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-calm-order.h"

#define REST (10 * G_USEC_PER_SEC)

/**
 * VasCalmOrder:
 * @sorter: the view's
 * @order: the rows; sorted once, and by values that may have changed since
 */
struct _VasCalmOrder
{
  GObject parent_instance;

  GtkColumnView *view; /* (unowned) */
  GtkSorter *sorter;
  GListModel *rows;
  GPtrArray *order;
  gint64 rests_until;
};

static GType
vas_calm_order_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
vas_calm_order_get_n_items (GListModel *model)
{
  return VAS_CALM_ORDER (model)->order->len;
}

static gpointer
vas_calm_order_get_item (GListModel *model, guint position)
{
  VasCalmOrder *self = VAS_CALM_ORDER (model);
  return position < self->order->len ? g_object_ref (self->order->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = vas_calm_order_get_item_type;
  interface->get_n_items = vas_calm_order_get_n_items;
  interface->get_item = vas_calm_order_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VasCalmOrder, vas_calm_order, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
is_larger (VasCalmOrder *self, gpointer a, gpointer b)
{
  return gtk_sorter_compare (self->sorter, a, b) == GTK_ORDERING_LARGER;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer sorter)
{
  return gtk_sorter_compare (sorter, *(const gpointer *) a, *(const gpointer *) b);
}

static gpointer
copy_reference (gconstpointer row, gpointer user_data)
{
  return g_object_ref ((gpointer) row);
}

/* Announces what lies between the first and the last row that trade places. */
static void
sort (VasCalmOrder *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_copy (self->order, copy_reference, NULL);
  g_ptr_array_sort_with_data (self->order, compare_cb, self->sorter);
  guint first = 0, end = before->len;
  while (first < end && before->pdata[first] == self->order->pdata[first])
    first++;
  while (end > first && before->pdata[end - 1] == self->order->pdata[end - 1])
    end--;
  if (first < end)
    g_list_model_items_changed (G_LIST_MODEL (self), first, end - first, end - first);
}

/* Those that are still there are taken out of @present. */
static void
drop_gone (VasCalmOrder *self, GHashTable *present)
{
  for (guint end = self->order->len, i = end; end > 0; end = i)
    {
      while (i > 0 && !g_hash_table_contains (present, self->order->pdata[i - 1]))
        i--;
      if (i < end)
        {
          g_ptr_array_remove_range (self->order, i, end - i);
          g_list_model_items_changed (G_LIST_MODEL (self), i, end - i, 0);
        }
      if (i > 0)
        g_hash_table_remove (present, self->order->pdata[--i]);
    }
}

/* Each comes before the first row that is larger now; @new is sorted. */
static void
insert_new (VasCalmOrder *self, GPtrArray *new)
{
  for (guint k = 0, at = 0; k < new->len;)
    {
      while (at < self->order->len && !is_larger (self, self->order->pdata[at], new->pdata[k]))
        at++;
      guint n = 0;
      do
        g_ptr_array_insert (self->order, at + n++, g_object_ref (new->pdata[k++]));
      while (k < new->len
             && (at + n == self->order->len
                 || is_larger (self, self->order->pdata[at + n], new->pdata[k])));
      g_list_model_items_changed (G_LIST_MODEL (self), at, 0, n);
      at += n;
    }
}

static void
rows_changed_cb (VasCalmOrder *self)
{
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) new = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (self->rows);
  for (guint i = 0; i < n; i++)
    {
      gpointer row = g_list_model_get_item (self->rows, i);
      g_ptr_array_add (new, row);
      g_hash_table_add (present, row);
    }
  drop_gone (self, present);
  for (guint i = n; i > 0; i--)
    if (!g_hash_table_contains (present, new->pdata[i - 1]))
      g_ptr_array_remove_index (new, i - 1);
  g_ptr_array_sort_with_data (new, compare_cb, self->sorter);
  insert_new (self, new);
}

static void
vas_calm_order_finalize (GObject *object)
{
  VasCalmOrder *self = VAS_CALM_ORDER (object);
  g_clear_object (&self->rows);
  g_object_unref (self->sorter);
  g_ptr_array_unref (self->order);
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
  self->order = g_ptr_array_new_with_free_func (g_object_unref);
}

VasCalmOrder *
vas_calm_order_new (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  VasCalmOrder *self = g_object_new (VAS_TYPE_CALM_ORDER, NULL);
  self->view = view;
  self->sorter = g_object_ref (gtk_column_view_get_sorter (view));
  g_signal_connect_object (self->sorter, "changed", G_CALLBACK (sort), self, G_CONNECT_SWAPPED);
  return self;
}

void
vas_calm_order_set_rows (VasCalmOrder *self, GListModel *rows)
{
  g_return_if_fail (VAS_IS_CALM_ORDER (self) && G_IS_LIST_MODEL (rows));
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
  g_set_object (&self->rows, rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rows_changed_cb (self);
}

static gboolean
is_sorted (VasCalmOrder *self)
{
  for (guint i = 1; i < self->order->len; i++)
    if (is_larger (self, self->order->pdata[i - 1], self->order->pdata[i]))
      return FALSE;
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
  sort (self);
}
