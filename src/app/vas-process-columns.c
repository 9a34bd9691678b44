/* One table of columns, and the cells made from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-columns.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-digit-width.h"
#include "vas-display.h"

typedef enum
{
  EXPANDS = 1 << 0,
  OPTIONAL = 1 << 1,
  SHOWS_COMMAND = 1 << 2, /* or the rest of a name that the kernel cut */
  SORTS_BY_COMMAND = 1 << 3,
} ColumnFlags;

typedef struct
{
  const char *title;
  int digits; /* that it is as wide as; 0 = as its cells want */
  float xalign;
  ColumnFlags flags;
  char *(*dup_text) (VasProcess *process);
  int (*compare) (VasProcess *a, VasProcess *b);
} Column;

/* A column of one view. */
typedef struct
{
  const Column *column;
  VasProcessWantFunc want_command;
  gpointer user_data;
} ViewColumn;

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

static char *
dup_name (VasProcess *process)
{
  return g_strdup (vas_process_get_name (process));
}

static char *
dup_pid (VasProcess *process)
{
  return g_strdup_printf ("%d", vas_process_get_pid (process));
}

/* Kernel threads have no memory of their own: "0 B" would be read as a measurement. */
static char *
dup_resident (VasProcess *process)
{
  guint64 resident = vas_process_get_resident (process);
  return resident > 0 ? vas_display_size (resident) : g_strdup ("–");
}

static char *
dup_mapped (VasProcess *process)
{
  guint64 mapped = vas_process_get_mapped (process);
  return mapped > 0 ? vas_display_size (mapped) : g_strdup ("–");
}

static char *
dup_user (VasProcess *process)
{
  return g_strdup (vas_process_get_user (process));
}

static char *
dup_command (VasProcess *process)
{
  VasAccess access = vas_process_get_access (process);
  return g_strdup (access == VAS_ACCESS_READABLE ? vas_process_get_command (process)
                                                 : vas_access_describe (access));
}

static int
compare_name (VasProcess *a, VasProcess *b)
{
  return g_utf8_collate (vas_process_get_name (a), vas_process_get_name (b));
}

static int
compare_pid (VasProcess *a, VasProcess *b)
{
  return COMPARE (vas_process_get_pid (a), vas_process_get_pid (b));
}

static int
compare_resident (VasProcess *a, VasProcess *b)
{
  return COMPARE (vas_process_get_resident (a), vas_process_get_resident (b));
}

static int
compare_mapped (VasProcess *a, VasProcess *b)
{
  return COMPARE (vas_process_get_mapped (a), vas_process_get_mapped (b));
}

static int
compare_user (VasProcess *a, VasProcess *b)
{
  return g_utf8_collate (vas_process_get_user (a), vas_process_get_user (b));
}

static int
compare_command (VasProcess *a, VasProcess *b)
{
  return g_utf8_collate (vas_process_get_command (a), vas_process_get_command (b));
}

static const Column table[VAS_N_PROCESS_COLUMNS] = {
  [VAS_PROCESS_COLUMN_NAME] = { N_ ("Name"), 16, 0, SHOWS_COMMAND, dup_name, compare_name },
  [VAS_PROCESS_COLUMN_PID] = { N_ ("PID"), 8, 1, 0, dup_pid, compare_pid },
  [VAS_PROCESS_COLUMN_RESIDENT] = { N_ ("In RAM"), 10, 1, 0, dup_resident, compare_resident },
  [VAS_PROCESS_COLUMN_MAPPED] = { N_ ("Mapped"), 11, 1, 0, dup_mapped, compare_mapped },
  [VAS_PROCESS_COLUMN_USER] = { N_ ("User"), 12, 0, 0, dup_user, compare_user },
  [VAS_PROCESS_COLUMN_COMMAND]
  = { N_ ("Command"), 0, 0, EXPANDS | OPTIONAL | SHOWS_COMMAND | SORTS_BY_COMMAND, dup_command,
      compare_command },
};

static const char view_column_key[] = "vas-view-column";

static const ViewColumn *
get_view_column (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (item), view_column_key);
}

/* Set when it is asked for: GTK asks the X server where the pointer is at every text set beforehand,
 * which for the cells of one listing is half a second. */
static gboolean
query_tooltip_cb (GtkWidget *text, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip,
                  gpointer user_data)
{
  GtkListItem *item = user_data;
  VasProcess *process = gtk_list_item_get_item (item);
  if (process == NULL)
    return FALSE;
  const Column *column = get_view_column (item)->column;
  VasAccess access = vas_process_get_access (process);
  if (access == VAS_ACCESS_READABLE && column->dup_text != dup_name)
    return FALSE;
  gtk_tooltip_set_text (tooltip, access == VAS_ACCESS_READABLE ? vas_process_get_command (process)
                                                               : vas_access_describe (access));
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const ViewColumn *view_column = user_data;
  const Column *column = view_column->column;
  GtkWidget *text = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), column->xalign);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  if (column->xalign > 0)
    gtk_widget_add_css_class (text, "numeric");
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect_object (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), item, 0);
  gtk_list_item_set_child (item, text);
  g_object_set_data (G_OBJECT (item), view_column_key, (gpointer) view_column);
}

static void
set_dimmed (GtkWidget *widget, gboolean dimmed)
{
  if (dimmed)
    gtk_widget_add_css_class (widget, "dim-label");
  else
    gtk_widget_remove_css_class (widget, "dim-label");
}

static void
show (GtkListItem *item)
{
  const ViewColumn *view_column = get_view_column (item);
  GtkWidget *text = gtk_list_item_get_child (item);
  VasProcess *process = gtk_list_item_get_item (item);
  g_autofree char *words = view_column->column->dup_text (process);

  gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
  set_dimmed (text, vas_process_get_access (process) != VAS_ACCESS_READABLE);
  if ((view_column->column->flags & SHOWS_COMMAND) != 0)
    view_column->want_command (process, view_column->user_data);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  show (item);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

static void
want_if_unknown (const ViewColumn *view_column, VasProcess *process)
{
  if (vas_process_get_command_state (process) == VAS_COMMAND_UNKNOWN)
    view_column->want_command (process, view_column->user_data);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ViewColumn *view_column = user_data;
  if ((view_column->column->flags & SORTS_BY_COMMAND) != 0)
    {
      want_if_unknown (view_column, (VasProcess *) a);
      want_if_unknown (view_column, (VasProcess *) b);
    }
  return view_column->column->compare ((VasProcess *) a, (VasProcess *) b);
}

static GtkListItemFactory *
make_factory (const ViewColumn *view_column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) view_column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) view_column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/* @view_column: (transfer full): goes with the sorter, which the column keeps. */
static GtkColumnViewColumn *
column_new (GtkColumnView *view, ViewColumn *view_column)
{
  const Column *spec = view_column->column;
  GtkColumnViewColumn *column
      = gtk_column_view_column_new (_ (spec->title), make_factory (view_column));
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (compare_cb, view_column, g_free);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
  gtk_column_view_column_set_resizable (column, TRUE);
  if (spec->digits > 0)
    gtk_column_view_column_set_fixed_width (column,
                                            vas_digit_width (GTK_WIDGET (view), spec->digits));
  gtk_column_view_column_set_expand (column, (spec->flags & EXPANDS) != 0);
  return column;
}

void
vas_process_columns_append (GtkColumnView *view,
                            GtkColumnViewColumn *columns[VAS_N_PROCESS_COLUMNS],
                            VasProcessWantFunc want_command,
                            gpointer user_data)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && want_command != NULL);

  for (guint i = 0; i < VAS_N_PROCESS_COLUMNS; i++)
    {
      ViewColumn *view_column = g_new (ViewColumn, 1);
      *view_column = (ViewColumn) { &table[i], want_command, user_data };
      columns[i] = column_new (view, view_column);
      gtk_column_view_append_column (view, columns[i]);
      g_object_unref (columns[i]);
    }
}

gboolean
vas_process_column_is_optional (VasProcessColumn column)
{
  g_return_val_if_fail (column < VAS_N_PROCESS_COLUMNS, FALSE);
  return (table[column].flags & OPTIONAL) != 0;
}
