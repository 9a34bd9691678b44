/* Which columns of the table are shown, in which order and how wide, as text for settings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-column-layout.h"

#include "vas-region-columns.h"

enum
{
  MIN_WIDTH = 24, /* a column can still be seen and widened again */
  MAX_WIDTH = 4000,
};

VasSort
vas_column_layout_get_sort (GtkColumnViewColumn *const *columns, GtkColumnViewColumn *column)
{
  for (guint sort = 0; sort < VAS_N_SORTS; sort++)
    if (columns[sort] == column)
      return sort;
  g_return_val_if_reached (VAS_SORT_ADDRESS);
}

char *
vas_column_layout_print (GtkColumnView *view, GtkColumnViewColumn *const *columns)
{
  GString *text = g_string_new (NULL);
  GListModel *shown = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      VasSort sort = vas_column_layout_get_sort (columns, column);
      g_string_append_printf (text, "%s%s:%d%s", i > 0 ? " " : "", vas_region_column_get (sort)->id,
                              gtk_column_view_column_get_fixed_width (column),
                              gtk_column_view_column_get_visible (column) ? "" : ":hidden");
    }
  return g_string_free (text, FALSE);
}

/* Moves the column to @position; inserting one that is there already moves it. */
static void
apply_column (GtkColumnView *view, GtkColumnViewColumn *column, const char *width, gboolean hidden,
              guint position)
{
  gint64 pixels;
  if (width != NULL && g_ascii_string_to_signed (width, 10, MIN_WIDTH, MAX_WIDTH, &pixels, NULL))
    gtk_column_view_column_set_fixed_width (column, (int) pixels);
  gtk_column_view_column_set_visible (column, !hidden);

  g_autoptr (GtkColumnViewColumn) present
      = g_list_model_get_item (gtk_column_view_get_columns (view), position);
  if (present != column)
    gtk_column_view_insert_column (view, position, column);
}

void
vas_column_layout_apply (GtkColumnView *view, GtkColumnViewColumn *const *columns, const char *text)
{
  gboolean placed[VAS_N_SORTS] = { FALSE };
  guint position = 0;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ":", 3);
      int sort = vas_region_column_from_id (parts[0]);
      if (sort < 0 || placed[sort])
        continue;
      placed[sort] = TRUE;
      gboolean hidden = parts[1] != NULL && g_strcmp0 (parts[2], "hidden") == 0;
      apply_column (view, columns[sort], parts[1],
                    hidden && vas_region_column_get ((VasSort) sort)->is_optional, position++);
    }
}
