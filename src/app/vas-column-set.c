/* The columns of the table of regions: shown, hidden, moved, resized and sorted by their headers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-column-set.h"

#include "vas-digit-width.h"
#include "vas-header-sort.h"
#include "vas-region-columns.h"

/* Logical pixels. */
enum
{
  MIN_WIDTH = 24, /* a column can still be seen and widened again */
  MAX_WIDTH = 4000,
};

struct _VasColumnSet
{
  GtkColumnView *view;
  GtkColumnViewColumn *columns[VAS_N_SORTS]; /* the view owns them */
  VasHeaderSort *header_sort;
};

static void
append_column (VasColumnSet *self, VasRegionCells *cells, VasSort sort)
{
  const VasRegionColumn *description = vas_region_column_get (sort);
  g_autoptr (GtkSorter) sorter = vas_header_sort_create_sorter (self->header_sort, sort);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (
      vas_region_column_get_title (sort), vas_region_cells_create_factory (cells, sort));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  /* Fixed widths keep a jump in a long list within a frame, as GTK then measures no cells. */
  gtk_column_view_column_set_fixed_width (
      column, vas_digit_width (GTK_WIDGET (self->view), description->chars));
  gtk_column_view_column_set_expand (column, description->is_path);
  gtk_column_view_column_set_visible (column, !description->is_hidden);
  gtk_column_view_append_column (self->view, column);
  self->columns[sort] = column;
}

VasColumnSet *
vas_column_set_new (GtkColumnView *view, VasRegionCells *cells)
{
  VasColumnSet *self = g_new0 (VasColumnSet, 1);
  self->view = view;
  self->header_sort = vas_header_sort_new ();
  const VasSort *order = vas_region_columns_get_order ();
  for (guint i = 0; i < VAS_N_SORTS; i++)
    append_column (self, cells, order[i]);
  return self;
}

void
vas_column_set_free (VasColumnSet *self)
{
  if (self == NULL)
    return;
  vas_header_sort_unref (self->header_sort);
  g_free (self);
}

void
vas_column_set_add_actions (VasColumnSet *self, GActionMap *actions)
{
  for (VasSort sort = 0; sort < VAS_N_SORTS; sort++)
    {
      const VasRegionColumn *description = vas_region_column_get (sort);
      if (!description->is_optional)
        continue;
      g_autofree char *name = g_strconcat ("show-", description->id, NULL);
      g_autoptr (GPropertyAction) action
          = g_property_action_new (name, self->columns[sort], "visible");
      g_action_map_add_action (actions, G_ACTION (action));
    }
}

void
vas_column_set_fill_sort_menu (VasColumnSet *self, GMenu *menu)
{
  const VasSort *order = vas_region_columns_get_order ();
  for (guint i = 0; i < VAS_N_SORTS; i++)
    {
      g_autofree char *action
          = g_strconcat ("table.sort::", vas_region_column_get (order[i])->id, NULL);
      g_menu_append (menu, vas_region_column_get_title (order[i]), action);
    }
}

void
vas_column_set_fill_column_menu (VasColumnSet *self, GMenu *menu)
{
  const VasSort *order = vas_region_columns_get_order ();
  for (guint i = 0; i < VAS_N_SORTS; i++)
    {
      const VasRegionColumn *description = vas_region_column_get (order[i]);
      g_autofree char *action = g_strconcat ("table.show-", description->id, NULL);
      if (description->is_optional)
        g_menu_append (menu, vas_region_column_get_title (order[i]), action);
      gtk_column_view_column_set_header_menu (self->columns[order[i]], G_MENU_MODEL (menu));
    }
}

gboolean
vas_column_set_ask_sort (VasColumnSet *self, VasSort *sort, gboolean *descending)
{
  return vas_header_sort_ask (self->header_sort, gtk_column_view_get_sorter (self->view), sort,
                              descending);
}

void
vas_column_set_show_sort (VasColumnSet *self, VasSort sort, gboolean descending)
{
  VasSort shown;
  gboolean shown_descending;
  if (vas_column_set_ask_sort (self, &shown, &shown_descending) && shown == sort
      && !shown_descending == !descending)
    return;
  /* GTK 4.8 leaves the arrow in the header of the column before, unless that is cleared first. */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, self->columns[sort],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static VasSort
find_sort (VasColumnSet *self, GtkColumnViewColumn *column)
{
  VasSort sort = 0;
  while (sort < VAS_N_SORTS && self->columns[sort] != column)
    sort++;
  g_return_val_if_fail (sort < VAS_N_SORTS, VAS_SORT_ADDRESS);
  return sort;
}

/* All columns, the hidden ones too. */
static void
get_order (VasColumnSet *self, VasSort order[VAS_N_SORTS])
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < VAS_N_SORTS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      order[i] = find_sort (self, column);
    }
}

gsize
vas_column_set_get_shown (VasColumnSet *self, VasSort shown[VAS_N_SORTS])
{
  VasSort order[VAS_N_SORTS];
  gsize n = 0;
  get_order (self, order);
  for (guint i = 0; i < VAS_N_SORTS; i++)
    if (gtk_column_view_column_get_visible (self->columns[order[i]]))
      shown[n++] = order[i];
  return n;
}

char *
vas_column_set_print (VasColumnSet *self)
{
  GString *text = g_string_new (NULL);
  VasSort order[VAS_N_SORTS];
  get_order (self, order);
  for (guint i = 0; i < VAS_N_SORTS; i++)
    {
      GtkColumnViewColumn *column = self->columns[order[i]];
      g_string_append_printf (text, "%s%s:%d%s", i > 0 ? " " : "",
                              vas_region_column_get (order[i])->id,
                              gtk_column_view_column_get_fixed_width (column),
                              gtk_column_view_column_get_visible (column) ? "" : ":hidden");
    }
  return g_string_free (text, FALSE);
}

/* @parts: id, width, "hidden". */
static void
apply_column (VasColumnSet *self, VasSort sort, const char *const *parts, guint position)
{
  GtkColumnViewColumn *column = self->columns[sort];
  gboolean hidden = parts[1] != NULL && g_strcmp0 (parts[2], "hidden") == 0;
  gint64 width;
  if (parts[1] != NULL
      && g_ascii_string_to_signed (parts[1], 10, MIN_WIDTH, MAX_WIDTH, &width, NULL))
    gtk_column_view_column_set_fixed_width (column, (int) width);
  gtk_column_view_column_set_visible (column, !hidden || !vas_region_column_get (sort)->is_optional);

  g_autoptr (GtkColumnViewColumn) present
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), position);
  if (present != column)
    gtk_column_view_insert_column (self->view, position, column); /* moves it */
}

void
vas_column_set_apply (VasColumnSet *self, const char *text)
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
      apply_column (self, (VasSort) sort, (const char *const *) parts, position++);
    }
}

void
vas_column_set_connect (VasColumnSet *self, GCallback callback, gpointer object)
{
  for (guint sort = 0; sort < VAS_N_SORTS; sort++)
    {
      g_signal_connect_object (self->columns[sort], "notify::fixed-width", callback, object,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->columns[sort], "notify::visible", callback, object,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed", callback,
                           object, G_CONNECT_SWAPPED);
}
