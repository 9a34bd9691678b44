/* One table of columns, and the cells made from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-columns.h"

#include "vas-config.h"

#include <glib/gi18n-lib.h>

#include "vas-display.h"

typedef struct
{
  const char *title;
  int width;
  float xalign;
  gboolean expands;
  gboolean optional;
  char *(*dup_text) (VasProcess *process);
  int (*compare) (VasProcess *a, VasProcess *b);
} Column;

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
  [VAS_PROCESS_COLUMN_NAME] = { N_ ("Name"), 128, 0, FALSE, FALSE, dup_name, compare_name },
  [VAS_PROCESS_COLUMN_PID] = { N_ ("PID"), 64, 1, FALSE, FALSE, dup_pid, compare_pid },
  [VAS_PROCESS_COLUMN_RESIDENT]
  = { N_ ("In RAM"), 80, 1, FALSE, FALSE, dup_resident, compare_resident },
  [VAS_PROCESS_COLUMN_MAPPED] = { N_ ("Mapped"), 84, 1, FALSE, FALSE, dup_mapped, compare_mapped },
  [VAS_PROCESS_COLUMN_USER] = { N_ ("User"), 96, 0, FALSE, FALSE, dup_user, compare_user },
  [VAS_PROCESS_COLUMN_COMMAND]
  = { N_ ("Command"), -1, 0, TRUE, TRUE, dup_command, compare_command },
};

static const char column_key[] = "vas-column";

/* Set when it is asked for: GTK asks the X server where the pointer is at every text set beforehand,
 * which for the cells of one listing is half a second. */
static gboolean
query_tooltip_cb (GtkWidget *text, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip,
                  gpointer user_data)
{
  GtkListItem *item = user_data;
  VasProcess *process = gtk_list_item_get_item (item);
  const Column *column = g_object_get_data (G_OBJECT (item), column_key);
  if (process == NULL)
    return FALSE;
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
  const Column *column = user_data;
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
  g_object_set_data (G_OBJECT (item), column_key, (gpointer) column);
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
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  GtkWidget *text = gtk_list_item_get_child (item);
  VasProcess *process = gtk_list_item_get_item (item);
  g_autofree char *words = column->dup_text (process);

  gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
  set_dimmed (text, vas_process_get_access (process) != VAS_ACCESS_READABLE);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Column *column = user_data;
  return column->compare ((VasProcess *) a, (VasProcess *) b);
}

static GtkColumnViewColumn *
column_new (const Column *spec)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) spec);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) spec);

  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (spec->title), factory);
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (compare_cb, (gpointer) spec, NULL);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, spec->width);
  gtk_column_view_column_set_expand (column, spec->expands);
  return column;
}

void
vas_process_columns_append (GtkColumnView *view,
                            GtkColumnViewColumn *columns[VAS_N_PROCESS_COLUMNS])
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < VAS_N_PROCESS_COLUMNS; i++)
    {
      columns[i] = column_new (&table[i]);
      gtk_column_view_append_column (view, columns[i]);
      g_object_unref (columns[i]);
    }
}

gboolean
vas_process_column_is_optional (VasProcessColumn column)
{
  g_return_val_if_fail (column < VAS_N_PROCESS_COLUMNS, FALSE);
  return table[column].optional;
}
