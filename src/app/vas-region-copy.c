/* Puts the selected regions on the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-copy.h"

typedef struct
{
  VasOrder *order;
  guint32 *regions;
  gsize n_regions;
  VasSort *columns;
  gsize n_columns;
  VasRegionText form;
} Copying;

static void
free_copying (gpointer data)
{
  Copying *copying = data;
  vas_order_unref (copying->order);
  g_free (copying->regions);
  g_free (copying->columns);
  g_free (copying);
}

static void
collect_regions (Copying *copying, VasRegionList *list)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (list));
  copying->regions = g_new (guint32, gtk_bitset_get_size (rows));
  GtkBitsetIter iter;
  guint row;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    copying->regions[copying->n_regions++] = vas_order_get_region (copying->order, row);
}

static void
write_text (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Copying *copying = data;
  g_task_return_pointer (task,
                         vas_region_text_new (copying->order->snapshot, copying->form,
                                              copying->regions, copying->n_regions,
                                              copying->columns, copying->n_columns),
                         g_free);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *text = g_task_propagate_pointer (G_TASK (result), NULL);
  gdk_clipboard_set_text (GDK_CLIPBOARD (source), text);
}

void
vas_region_copy (VasRegionList *list, GdkClipboard *clipboard, VasRegionText form,
                 const VasSort *columns, gsize n_columns)
{
  g_return_if_fail (VAS_IS_REGION_LIST (list) && GDK_IS_CLIPBOARD (clipboard));

  VasOrder *order = vas_region_list_get_order (list);
  if (order == NULL)
    return;
  Copying *copying = g_new0 (Copying, 1);
  copying->order = vas_order_ref (order);
  copying->form = form;
  copying->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  copying->n_columns = n_columns;
  collect_regions (copying, list);

  g_autoptr (GTask) task = g_task_new (clipboard, NULL, written_cb, NULL);
  g_task_set_task_data (task, copying, free_copying);
  g_task_run_in_thread (task, write_text);
}
