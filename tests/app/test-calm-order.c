/* The order of rows whose values change: what is announced, and when rows move.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-calm-order.h"

#include "vas-test-display.h"

/* Rows are letters with a digit each. The copy is kept by what is announced alone. */
typedef struct
{
  GtkWidget *view;
  GListStore *rows;
  VasCalmOrder *order;
  GString *copy;
  GString *changes;
} Fixture;

static char
get_letter (gpointer row)
{
  return (char) GPOINTER_TO_INT (g_object_get_data (row, "letter"));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return GPOINTER_TO_INT (g_object_get_data ((gpointer) a, "digit"))
         - GPOINTER_TO_INT (g_object_get_data ((gpointer) b, "digit"));
}

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added, GListModel *model)
{
  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
  g_string_erase (fixture->copy, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, i);
      g_string_insert_c (fixture->copy, i, get_letter (row));
    }
  g_assert_cmpuint (fixture->copy->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < fixture->copy->len; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, i);
      g_assert_cmpint (fixture->copy->str[i], ==, get_letter (row));
    }
}

static void
assert_order (Fixture *fixture, const char *letters, const char *changes)
{
  g_assert_cmpstr (fixture->copy->str, ==, letters);
  g_assert_cmpstr (fixture->changes->str, ==, changes);
  g_string_truncate (fixture->changes, 0);
}

/* "a3c1" in place of @removed rows from @position on. */
static void
splice (Fixture *fixture, guint position, guint removed, const char *rows)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  for (const char *c = rows; *c != '\0'; c += 2)
    {
      GObject *row = g_object_new (G_TYPE_OBJECT, NULL);
      g_object_set_data (row, "letter", GINT_TO_POINTER (c[0]));
      g_object_set_data (row, "digit", GINT_TO_POINTER (c[1]));
      g_ptr_array_add (added, row);
    }
  g_list_store_splice (fixture->rows, position, removed, added->pdata, added->len);
}

static void
set_digit (Fixture *fixture, guint position, char digit)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (fixture->rows), position);
  g_object_set_data (row, "digit", GINT_TO_POINTER (digit));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->view = g_object_ref_sink (gtk_column_view_new (NULL));
  GtkColumnView *view = GTK_COLUMN_VIEW (fixture->view);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Digit", NULL);
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (compare_cb, NULL, NULL);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
  gtk_column_view_append_column (view, column);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);

  fixture->rows = g_list_store_new (G_TYPE_OBJECT);
  fixture->copy = g_string_new (NULL);
  fixture->changes = g_string_new (NULL);
  fixture->order = vas_calm_order_new (view);
  g_signal_connect_swapped (fixture->order, "items-changed", G_CALLBACK (items_changed_cb),
                            fixture);
  splice (fixture, 0, 0, "a5b3c7d1");
  vas_calm_order_set_rows (fixture->order, G_LIST_MODEL (fixture->rows));
  assert_order (fixture, "dbac", "0-0+4 ");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->order);
  g_object_unref (fixture->rows);
  g_object_unref (fixture->view);
  g_string_free (fixture->copy, TRUE);
  g_string_free (fixture->changes, TRUE);
}

static void
test_rows (Fixture *fixture, gconstpointer unused)
{
  splice (fixture, 1, 1, ""); /* b */
  assert_order (fixture, "dac", "1-1+0 ");
  splice (fixture, 0, 1, "e6f2g2"); /* a */
  assert_order (fixture, "dfgec", "1-1+0 1-0+3 ");
  splice (fixture, 0, 5, "");
  assert_order (fixture, "", "0-5+0 ");
}

/* The order holds while values change, and a row that comes finds a place in it. */
static void
test_rest (Fixture *fixture, gconstpointer unused)
{
  set_digit (fixture, 3, '9'); /* d */
  set_digit (fixture, 2, '2'); /* c */
  splice (fixture, 4, 0, "e4");
  assert_order (fixture, "edbac", "0-0+1 ");
  vas_calm_order_values_changed (fixture->order);
  assert_order (fixture, "cbead", "0-5+5 ");
  set_digit (fixture, 2, '8');
  vas_calm_order_values_changed (fixture->order); /* too soon */
  assert_order (fixture, "cbead", "");
}

static void
test_other_sorting (Fixture *fixture, gconstpointer unused)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (fixture->view);
  g_autoptr (GtkColumnViewColumn) column
      = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  set_digit (fixture, 0, '2');
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  g_assert_cmpstr (fixture->copy->str, ==, "cbad");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("/calm-order/rows", test_rows);
  ADD ("/calm-order/rest", test_rest);
  ADD ("/calm-order/other-sorting", test_other_sorting);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
