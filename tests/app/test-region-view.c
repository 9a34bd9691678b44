/* The table in a window: what its cells, headers, filter box, menu and clipboard do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-cell.h"
#include "vas-region-view.h"

#include "vas-test-display.h"

#include <glib/gstdio.h>

/* Regions of fixtures/tutorial-cat.maps. */
enum
{
  N_REGIONS = 37,
};
static const guint64 heap_start = 0x559b8c5d1000, heap_end = 0x559b8c5f2000;

typedef struct
{
  VasSession *session;
  VasRegionList *list;
  GtkWidget *window;
  GtkWidget *view;
  guint n_orders;
} Fixture;

static void
order_changed_cb (VasRegionList *list, gpointer user_data)
{
  Fixture *fixture = user_data;
  fixture->n_orders++;
}

/* The next order is made on a worker. */
static void
wait_for_order (Fixture *fixture)
{
  guint before = fixture->n_orders;
  while (fixture->n_orders == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "tutorial-cat.maps", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  fixture->session = vas_session_new ();
  fixture->list = vas_session_get_region_list (fixture->session);
  fixture->view = g_object_new (VAS_TYPE_REGION_VIEW, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 300);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  vas_region_view_set_session (VAS_REGION_VIEW (fixture->view), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  vas_session_open (fixture->session, source);
  g_signal_connect (fixture->list, "order-changed", G_CALLBACK (order_changed_cb), fixture);
  wait_for_order (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_signal_handlers_disconnect_by_data (fixture->list, fixture);
  /* What the worker still does for a wish that was replaced holds the session until it is told. */
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  while (fixture->session != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row widget whose first cell says @text; %NULL if the view has none. */
static GtkWidget *
find_row (Fixture *fixture, const char *text)
{
  GtkWidget *rows = find_widget (fixture->view, GTK_TYPE_LIST_VIEW);
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = find_widget (row, VAS_TYPE_REGION_CELL);
      if (cell != NULL && g_str_equal (vas_region_cell_get_text (VAS_REGION_CELL (cell)), text))
        return row;
    }
  return NULL;
}

/* The texts of a row's cells, parted by bars. */
static char *
print_row (GtkWidget *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *content = find_widget (cell, VAS_TYPE_REGION_CELL);
      if (content != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "",
                                vas_region_cell_get_text (VAS_REGION_CELL (content)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
activate (Fixture *fixture, const char *name, const char *target)
{
  g_assert_true (gtk_widget_activate_action_variant (
      fixture->view, name, target != NULL ? g_variant_new_string (target) : NULL));
}

static guint64
get_start (Fixture *fixture, guint row)
{
  g_autoptr (VasRegionItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), row);
  return vas_region_item_get_start (item);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;
  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GtkWidget *widget)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  char *text = NULL;
  gdk_clipboard_read_text_async (clipboard, NULL, clipboard_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

/* Copying writes the text on a worker: waits until the clipboard is another. */
static void
assert_copies (Fixture *fixture, const char *action, const char *expected)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->view);
  gdk_clipboard_set_text (clipboard, "before");
  GdkContentProvider *before = gdk_clipboard_get_content (clipboard);
  activate (fixture, action, NULL);
  while (gdk_clipboard_get_content (clipboard) == before)
    g_main_context_iteration (NULL, TRUE);
  g_autofree char *text = read_clipboard (fixture->view);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_cells (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *code = print_row (find_row (fixture, "559b8c41a000"));
  g_assert_cmpstr (code, ==,
                   "559b8c41a000|20 KiB||r-xp|cat: code|cat|0x2000|08:30|1708|/usr/bin/cat");
  g_autofree char *heap = print_row (find_row (fixture, "559b8c5d1000"));
  g_assert_cmpstr (heap, ==, "559b8c5d1000|132 KiB||rw-p|heap|[heap]||||[heap]");
}

/* How many headers have an arrow. */
static guint
count_arrows (GtkWidget *widget)
{
  guint n = gtk_widget_has_css_class (widget, "ascending")
            || gtk_widget_has_css_class (widget, "descending");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_arrows (child);
  return n;
}

static void
test_sort (Fixture *fixture, gconstpointer unused)
{
  activate (fixture, "table.sort", "size");
  wait_for_order (fixture);
  g_assert_cmphex (get_start (fixture, N_REGIONS - 1), ==, 0x7faa721cf000); /* locale-archive */
  activate (fixture, "table.sort-descending", NULL);
  wait_for_order (fixture);
  g_assert_cmphex (get_start (fixture, 0), ==, 0x7faa721cf000);
  g_autofree char *sort = NULL;
  g_object_get (fixture->view, "sort", &sort, NULL);
  g_assert_cmpstr (sort, ==, "-size");
  g_assert_cmpuint (count_arrows (fixture->view), ==, 1);

  GActionGroup *actions = vas_region_view_get_actions (VAS_REGION_VIEW (fixture->view));
  g_object_set (fixture->view, "sort", "perms", NULL);
  wait_for_order (fixture);
  g_autoptr (GVariant) column = g_action_group_get_action_state (actions, "sort");
  g_autoptr (GVariant) descending = g_action_group_get_action_state (actions, "sort-descending");
  g_assert_cmpstr (g_variant_get_string (column, NULL), ==, "perms");
  g_assert_false (g_variant_get_boolean (descending));
}

/* A header turns the arrow of the view; what it says is what the session is told. */
static void
test_headers (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    guint column;
    GtkSortType direction;
    VasSort sort;
  } cases[] = {
    { 4, GTK_SORT_ASCENDING, VAS_SORT_PERMS },
    { 4, GTK_SORT_DESCENDING, VAS_SORT_PERMS },
    { 10, GTK_SORT_DESCENDING, VAS_SORT_PATH },
    { 0, GTK_SORT_ASCENDING, VAS_SORT_ADDRESS },
  };
  GtkColumnView *columns = GTK_COLUMN_VIEW (find_widget (fixture->view, GTK_TYPE_COLUMN_VIEW));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkColumnViewColumn) column
          = g_list_model_get_item (gtk_column_view_get_columns (columns), cases[i].column);
      gtk_column_view_sort_by_column (columns, column, cases[i].direction);
      gboolean descending;
      g_assert_cmpint (vas_session_get_sort (fixture->session, &descending), ==, cases[i].sort);
      g_assert_cmpint (descending, ==, cases[i].direction == GTK_SORT_DESCENDING);
    }
}

/* The label on show whose text begins with @text; %NULL if there is none. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
wait_for_label (Fixture *fixture, const char *text)
{
  while (find_label (fixture->view, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Behind what the filter box holds. */
static void
type (Fixture *fixture, const char *text)
{
  GtkWidget *entry = find_widget (fixture->view, GTK_TYPE_SEARCH_ENTRY);
  int position = -1;
  gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &position);
}

static void
test_filter (Fixture *fixture, gconstpointer unused)
{
  wait_for_label (fixture, "37 regions");
  type (fixture, "libc-2.31 +x");
  wait_for_label (fixture, "1 of 37 regions");
  g_assert_cmphex (get_start (fixture, 0), ==, 0x7faa724da000);
  g_assert_null (find_label (fixture->view, "No region fits the filter."));

  type (fixture, " nosuchword");
  wait_for_label (fixture, "No region fits the filter.");
  g_assert_nonnull (find_label (fixture->view, "0 of 37 regions"));
  activate (fixture, "table.clear-filter", NULL);
  wait_for_label (fixture, "37 regions");
  g_assert_null (find_label (fixture->view, "No region fits the filter."));
}

/* What was not read is not the same as what is not there. */
static void
test_filter_unknown (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "swap>0");
  wait_for_label (fixture, "The filter asks for sizes in memory that were not read.");
}

/* A fault is told below the box; the filter before it stays in force. */
static void
test_filter_fault (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *entry = find_widget (fixture->view, GTK_TYPE_SEARCH_ENTRY);
  type (fixture, "+x");
  wait_for_label (fixture, "4 of 37 regions");

  type (fixture, " size>1Q");
  while (!gtk_widget_has_css_class (entry, "error"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_label (fixture->view, "“1Q” is no size"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_nonnull (find_label (fixture->view, "4 of 37 regions"));

  activate (fixture, "table.clear-filter", NULL);
  wait_for_label (fixture, "37 regions");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (find_label (fixture->view, "“1Q”"));
}

/* The summary by kind sets the filter too. */
static void
test_filter_from_elsewhere (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *entry = find_widget (fixture->view, GTK_TYPE_SEARCH_ENTRY);
  type (fixture, "nosuchword");
  wait_for_label (fixture, "0 of 37 regions");
  vas_session_set_filter_text (fixture->session, "family:stack", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "family:stack");
  g_assert_cmpstr (vas_session_get_filter_text (fixture->session), ==, "family:stack");
  wait_for_order (fixture);
  g_assert_nonnull (find_label (fixture->view, "1 of 37 regions"));
}

static void
test_copy (Fixture *fixture, gconstpointer unused)
{
  GActionGroup *actions = vas_region_view_get_actions (VAS_REGION_VIEW (fixture->view));
  g_assert_false (g_action_group_get_action_enabled (actions, "copy"));
  vas_region_list_select_only (fixture->list, 4, 2);
  assert_copies (fixture, "table.copy",
                 "Address\tSize\tIn RAM\tPermissions\tKind\tObject\tOffset\tDevice\tInode\tPath\n"
                 "559b8c423000\t4.0 KiB\t\trw-p\tcat: data\tcat\t0xa000\t08:30\t1708\t/usr/bin/cat\n"
                 "559b8c5d1000\t132 KiB\t\trw-p\theap\t[heap]\t\t\t\t[heap]\n");
  assert_copies (fixture, "table.copy-addresses", "559b8c423000\n559b8c5d1000\n");
  vas_region_list_select_only (fixture->list, 5, 1);
  assert_copies (fixture, "table.copy-addresses", "559b8c5d1000");
  assert_copies (fixture, "table.copy-lines",
                 "559b8c5d1000-559b8c5f2000 rw-p 00000000 00:00 0                          "
                 "[heap]\n");
}

/* Hidden columns are not copied. */
static void
test_columns (Fixture *fixture, gconstpointer unused)
{
  g_object_set (fixture->view, "columns",
                "object:150 address:120 size:90:hidden resident:90:hidden nonsense:5 perms:hidden:1 "
                "offset:90:hidden device:90:hidden inode:90:hidden path:90:hidden kind:1:hidden",
                NULL);
  g_autofree char *columns = NULL;
  g_object_get (fixture->view, "columns", &columns, NULL);
  g_assert_true (g_str_has_prefix (columns, "object:150 address:120 size:90:hidden "));
  vas_region_list_select_only (fixture->list, 5, 1);
  assert_copies (fixture, "table.copy",
                 "Object\tAddress\tPermissions\n[heap]\t559b8c5d1000\trw-p\n");

  activate (fixture, "table.show-size", NULL);
  assert_copies (fixture, "table.copy",
                 "Object\tAddress\tSize\tPermissions\n[heap]\t559b8c5d1000\t132 KiB\trw-p\n");
  g_object_set (fixture->view, "columns", "address:120:hidden", NULL);
  g_autofree char *shown = NULL;
  g_object_get (fixture->view, "columns", &shown, NULL);
  g_assert_true (g_str_has_prefix (shown, "address:120 ")); /* rows go by it */
}

static void
test_hover (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *heap = find_row (fixture, "559b8c5d1000");
  GtkWidget *code = find_row (fixture, "559b8c41a000");
  g_assert_false (gtk_widget_has_css_class (heap, "lit"));
  vas_session_set_hover (fixture->session, heap_start, heap_end);
  g_assert_true (gtk_widget_has_css_class (heap, "lit"));
  g_assert_false (gtk_widget_has_css_class (code, "lit"));
  vas_session_set_hover (fixture->session, 0x559b8c418000, heap_start);
  g_assert_false (gtk_widget_has_css_class (heap, "lit"));
  g_assert_true (gtk_widget_has_css_class (code, "lit"));
  vas_session_set_hover (fixture->session, 0, 0);
  g_assert_false (gtk_widget_has_css_class (code, "lit"));
}

/* A row that is used for another region is lit by that one. */
static void
test_hover_moves_with_rows (Fixture *fixture, gconstpointer unused)
{
  vas_session_set_hover (fixture->session, heap_start, heap_end);
  activate (fixture, "table.sort", "size");
  wait_for_order (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "559b8c5d1000"), "lit"));
  g_assert_false (gtk_widget_has_css_class (find_row (fixture, "559b8c41a000"), "lit"));
}

/* The view throws rows away when there are fewer; the cells left are filled again. */
static void
test_fewer_rows (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "kind:heap");
  wait_for_label (fixture, "1 of 37 regions");
  gtk_test_widget_wait_for_draw (fixture->window);
  vas_region_view_set_theme (VAS_REGION_VIEW (fixture->view), VAS_THEME_DARK);
  g_assert_nonnull (find_row (fixture, "559b8c5d1000"));
  g_assert_null (find_row (fixture, "559b8c41a000"));
}

static gboolean
is_in_sight (Fixture *fixture, const char *address)
{
  GtkWidget *row = find_row (fixture, address);
  graphene_rect_t bounds;
  return row != NULL && gtk_widget_get_mapped (row) /* rows out of sight exist as well */
         && gtk_widget_compute_bounds (row, fixture->view, &bounds)
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (fixture->view);
}

static void
test_reveal (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (is_in_sight (fixture, "7ffeb2f53000"));
  vas_session_reveal (fixture->session, 0x7ffeb2f53000, 0x7ffeb2f74000); /* the stack */
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (is_in_sight (fixture, "7ffeb2f53000"));
  activate (fixture, "table.sort", "perms"); /* a new order is read from its top */
  wait_for_order (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (is_in_sight (fixture, "7faa7269c000")); /* ---p */
  vas_session_reveal (fixture->session, 0x10000, 0x20000); /* where nothing is */
}

/* A filter shows what it found; without it, the chosen region is shown among the others. */
static void
test_filter_place (Fixture *fixture, gconstpointer unused)
{
  type (fixture, "kind:main-stack");
  wait_for_label (fixture, "1 of 37 regions");
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (is_in_sight (fixture, "7ffeb2f53000"));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->list), 0, TRUE);
  activate (fixture, "table.clear-filter", NULL);
  wait_for_label (fixture, "37 regions");
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (is_in_sight (fixture, "7ffeb2f53000"));
  g_assert_false (is_in_sight (fixture, "559b8c418000"));
  type (fixture, "rw"); /* the stack fits it */
  wait_for_order (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (is_in_sight (fixture, "7ffeb2f53000"));
  vas_region_list_select_only (fixture->list, 0, 0);
  type (fixture, " -nosuchword"); /* the same rows, from their top */
  wait_for_order (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (is_in_sight (fixture, "559b8c423000"));
}

/* Every @step-th of 400 regions is missing. */
static void
write_maps (const char *path, guint step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 1; i <= 400; i++)
    if (i % step != 0)
      g_string_append_printf (text, "%x000-%x000 rw-p 00000000 00:00 0 \n", i * 16, i * 16 + 1);
  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
}

/* GTK warns, which ends a test, if it is to scroll rows that changed and are not laid out yet. */
static void
test_scroll_while_live (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *directory = g_dir_make_tmp ("vascope-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "maps", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  write_maps (path, 7);
  vas_session_open (fixture->session, source);
  wait_for_order (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);

  GtkWidget *scrolled = find_widget (fixture->view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (guint round = 0; round < 20; round++)
    {
      guint before = fixture->n_orders;
      write_maps (path, 3 + round % 5);
      vas_session_refresh (fixture->session);
      while (fixture->n_orders == before)
        {
          g_main_context_iteration (NULL, TRUE);
          gtk_adjustment_set_value (place, g_test_rand_double_range (
                                               0, gtk_adjustment_get_upper (place)));
        }
    }
  g_remove (path);
  g_rmdir (directory);
}

static void
test_accessible (Fixture *fixture, gconstpointer unused)
{
  gtk_test_accessible_assert_property (find_widget (fixture->view, GTK_TYPE_COLUMN_VIEW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Regions");
  gtk_test_accessible_assert_property (find_widget (fixture->view, GTK_TYPE_SEARCH_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Filter regions");
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("/region-view/cells", test_cells);
  ADD ("/region-view/sort", test_sort);
  ADD ("/region-view/headers", test_headers);
  ADD ("/region-view/filter", test_filter);
  ADD ("/region-view/filter-unknown", test_filter_unknown);
  ADD ("/region-view/filter-fault", test_filter_fault);
  ADD ("/region-view/filter-from-elsewhere", test_filter_from_elsewhere);
  ADD ("/region-view/copy", test_copy);
  ADD ("/region-view/columns", test_columns);
  ADD ("/region-view/hover", test_hover);
  ADD ("/region-view/hover-moves-with-rows", test_hover_moves_with_rows);
  ADD ("/region-view/fewer-rows", test_fewer_rows);
  ADD ("/region-view/reveal", test_reveal);
  ADD ("/region-view/filter-place", test_filter_place);
  ADD ("/region-view/scroll-while-live", test_scroll_while_live);
  ADD ("/region-view/accessible", test_accessible);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
