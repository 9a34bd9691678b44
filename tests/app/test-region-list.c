/* The rows of the table: sorted, filtered and refreshed without losing items or selection.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-list.h"

#include "../model/list-journal.h"
#include "../model/sample-snapshot.h"

typedef struct
{
  VasRegionTable *table;
  VasRegionList *list;
  ListJournal *journal;
  GString *selections; /* "first+n" of each selection-changed */
  guint n_orders;
} Fixture;

static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n_items, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_string_append_printf (fixture->selections, "%s%u+%u",
                          fixture->selections->len > 0 ? " " : "", position, n_items);
}

static void
order_changed_cb (VasRegionList *list, gpointer user_data)
{
  Fixture *fixture = user_data;
  fixture->n_orders++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->table = vas_region_table_new ();
  fixture->list = vas_region_list_new (fixture->table);
  fixture->journal = list_journal_new (G_LIST_MODEL (fixture->list), fixture->table);
  fixture->selections = g_string_new (NULL);
  g_signal_connect (fixture->list, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
  g_signal_connect (fixture->list, "order-changed", G_CALLBACK (order_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  list_journal_free (fixture->journal);
  g_string_free (fixture->selections, TRUE);
  g_object_add_weak_pointer (G_OBJECT (fixture->list), (gpointer *) &fixture->list);
  g_object_unref (fixture->list);
  g_assert_null (fixture->list);
  g_object_add_weak_pointer (G_OBJECT (fixture->table), (gpointer *) &fixture->table);
  g_object_unref (fixture->table);
  g_assert_null (fixture->table);
}

static void
show (Fixture *fixture, const char *letters, VasSort sort, gboolean descending, const char *filter)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters (letters);
  g_autoptr (VasFilter) parsed = vas_filter_parse (filter, NULL);
  g_autoptr (VasOrder) order = vas_order_new (snapshot, sort, descending, parsed);
  vas_region_list_set_order (fixture->list, order);
}

/* The rows that are selected, by letter. */
static void
assert_selected (Fixture *fixture, const char *letters, const char *changes)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->list);
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (model);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint row = 0; row < g_list_model_get_n_items (G_LIST_MODEL (model)); row++)
    {
      g_assert_cmpint (gtk_selection_model_is_selected (model, row), ==,
                       gtk_bitset_contains (rows, row));
      if (!gtk_bitset_contains (rows, row))
        continue;
      g_autoptr (VasRegionItem) item = g_list_model_get_item (G_LIST_MODEL (model), row);
      guint64 start = vas_region_item_get_start (item);
      g_string_append_c (text, (char) ('a' + ((start + 0x1000) >> 20) - 1));
    }
  g_assert_cmpstr (text->str, ==, letters);
  g_assert_cmpstr (fixture->selections->str, ==, changes);
  g_string_truncate (fixture->selections, 0);
}

static void
test_sort_and_filter (Fixture *fixture, gconstpointer unused)
{
  show (fixture, "ab3c1d", VAS_SORT_ADDRESS, FALSE, "");
  list_journal_assert (fixture->journal, "abcd", "0-0+4");
  show (fixture, "ab3c1d", VAS_SORT_SIZE, TRUE, "");
  list_journal_assert (fixture->journal, "bcad", "0-3+3");
  show (fixture, "ab3c1d", VAS_SORT_SIZE, TRUE, "size>16k");
  list_journal_assert (fixture->journal, "bc", "2-2+0");
  show (fixture, "ab3c1d", VAS_SORT_ADDRESS, FALSE, "size>1M");
  list_journal_assert (fixture->journal, "", "0-2+0");
  show (fixture, "ab3c1d", VAS_SORT_ADDRESS, FALSE, "");
  list_journal_assert (fixture->journal, "abcd", "0-0+4");
  vas_region_list_set_order (fixture->list, NULL);
  list_journal_assert (fixture->journal, "", "0-4+0");
}

/* The same reading in another order: the rows that are held stay in place and say something else,
 * so that a view makes no new rows. */
static void
test_sort_in_place (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("a1b3c2de9");
  g_autoptr (VasFilter) filter = vas_filter_parse ("size>20k", NULL);
  g_autoptr (VasOrder) by_address = vas_order_new (snapshot, VAS_SORT_ADDRESS, FALSE, NULL);
  g_autoptr (VasOrder) by_size = vas_order_new (snapshot, VAS_SORT_SIZE, TRUE, NULL);
  g_autoptr (VasOrder) largest = vas_order_new (snapshot, VAS_SORT_SIZE, TRUE, filter);
  vas_region_list_set_order (fixture->list, by_address);
  list_journal_assert (fixture->journal, "abcde", "0-0+5");
  list_journal_allow_assigning (fixture->journal);
  vas_region_list_select_only (fixture->list, 1, 1);
  assert_selected (fixture, "b", "1+1");

  vas_region_list_set_order (fixture->list, by_size);
  list_journal_assert (fixture->journal, "ebcad", "");
  assert_selected (fixture, "b", "0+5");
  vas_region_list_set_order (fixture->list, largest);
  list_journal_assert (fixture->journal, "ebc", "3-2+0");
  vas_region_list_set_order (fixture->list, by_address);
  list_journal_assert (fixture->journal, "abcde", "3-0+2");
}

/* Only the rows that are held stay in place; nobody knows what was in the others. */
static void
test_sort_around_held (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("abcdefgh");
  g_autoptr (VasOrder) up = vas_order_new (snapshot, VAS_SORT_ADDRESS, FALSE, NULL);
  g_autoptr (VasOrder) down = vas_order_new (snapshot, VAS_SORT_ADDRESS, TRUE, NULL);
  vas_region_list_set_order (fixture->list, up);
  list_journal_assert (fixture->journal, "abcdefgh", "0-0+8");
  list_journal_allow_assigning (fixture->journal);
  list_journal_watch (fixture->journal, 3); /* a, d, g */
  vas_region_list_set_order (fixture->list, down);
  list_journal_assert (fixture->journal, "hgfedcba", "7-1+1");
}

/* A reading that changes no row announces none, though sizes may differ. */
static void
test_unchanged (Fixture *fixture, gconstpointer unused)
{
  show (fixture, "abc", VAS_SORT_ADDRESS, FALSE, "");
  list_journal_assert (fixture->journal, "abc", "0-0+3");
  show (fixture, "ab5c", VAS_SORT_ADDRESS, FALSE, "");
  list_journal_assert (fixture->journal, "abc", "");
  show (fixture, "abCd", VAS_SORT_ADDRESS, FALSE, "inode:0");
  list_journal_assert (fixture->journal, "abd", "2-1+0 2-0+1");
  show (fixture, "ab2C8d", VAS_SORT_ADDRESS, FALSE, "inode:0");
  list_journal_assert (fixture->journal, "abd", "");
  g_assert_cmpuint (fixture->n_orders, ==, 4);
}

/* Only what is out of the filter changes: the rows stay, and lead to the shifted regions. */
static void
test_hidden_change (Fixture *fixture, gconstpointer unused)
{
  show (fixture, "bcd", VAS_SORT_ADDRESS, FALSE, "inode:0");
  list_journal_assert (fixture->journal, "bcd", "0-0+3");
  show (fixture, "Abcd", VAS_SORT_ADDRESS, FALSE, "inode:0");
  list_journal_assert (fixture->journal, "bcd", "");
  g_assert_cmpuint (vas_region_list_get_region (fixture->list, 0), ==, 1);
  g_assert_cmpint (vas_region_list_find_row (fixture->list, 3), ==, 2);
  g_assert_cmpint (vas_region_list_find_row (fixture->list, 0), ==, -1);
}

/* What a click, Ctrl+click, Shift+click and Ctrl+A ask for. */
static void
test_select (Fixture *fixture, gconstpointer unused)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->list);
  const gboolean others_too = FALSE, only = TRUE;
  show (fixture, "abcdef", VAS_SORT_ADDRESS, FALSE, "");
  gtk_selection_model_select_item (model, 2, only);
  assert_selected (fixture, "c", "2+1");
  gtk_selection_model_select_item (model, 4, others_too);
  assert_selected (fixture, "ce", "4+1");
  gtk_selection_model_unselect_item (model, 2);
  assert_selected (fixture, "e", "2+1");
  gtk_selection_model_select_range (model, 1, 3, only);
  assert_selected (fixture, "bcd", "1+4");
  gtk_selection_model_unselect_range (model, 2, 4);
  assert_selected (fixture, "b", "2+2");
  gtk_selection_model_select_all (model);
  assert_selected (fixture, "abcdef", "0+6");
  gtk_selection_model_select_all (model);
  assert_selected (fixture, "abcdef", "");
  gtk_selection_model_unselect_all (model);
  assert_selected (fixture, "", "0+6");
}

static void
test_selection_follows (Fixture *fixture, gconstpointer unused)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (fixture->list);
  show (fixture, "abcdef", VAS_SORT_ADDRESS, FALSE, "");
  gtk_selection_model_select_range (model, 1, 2, TRUE);
  assert_selected (fixture, "bc", "1+2");

  show (fixture, "abcdef", VAS_SORT_ADDRESS, TRUE, "");
  assert_selected (fixture, "cb", "");
  show (fixture, "ab5cdef", VAS_SORT_ADDRESS, TRUE, "size>20k");
  assert_selected (fixture, "b", ""); /* c is out of sight, but not forgotten */
  gsize n_selected;
  guint64 mapped;
  gssize first;
  vas_region_list_get_selected (fixture->list, &n_selected, &mapped, &first);
  g_assert_cmpuint (n_selected, ==, 2);
  g_assert_cmpuint (mapped, ==, 0x9000 + 0x4000);
  g_assert_cmpint (first, ==, 1);
  show (fixture, "abcdef", VAS_SORT_ADDRESS, FALSE, "");
  assert_selected (fixture, "bc", "");

  show (fixture, "acdefgh", VAS_SORT_ADDRESS, FALSE, ""); /* b is gone */
  assert_selected (fixture, "c", "");
  guint64 start, end;
  g_assert_true (vas_region_list_get_selected_range (fixture->list, &start, &end));
  g_assert_cmpuint (start, ==, SAMPLE_SLOT ('c'));
  g_assert_cmpuint (end, ==, SAMPLE_SLOT ('c') + 0x4000);
  vas_region_list_set_order (fixture->list, NULL);
  vas_region_list_get_selected (fixture->list, &n_selected, NULL, &first);
  g_assert_cmpuint (n_selected, ==, 0);
  g_assert_cmpint (first, ==, -1);
}

/* A click chooses one region, also where the filter hides others that were selected. */
static void
test_click_forgets_hidden (Fixture *fixture, gconstpointer unused)
{
  show (fixture, "ab5c", VAS_SORT_ADDRESS, FALSE, "");
  vas_region_list_select_only (fixture->list, 0, 2);
  assert_selected (fixture, "ab", "0+2");
  show (fixture, "ab5c", VAS_SORT_ADDRESS, FALSE, "size<=16k");
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->list), 1, TRUE);
  assert_selected (fixture, "c", "0+2");
  g_assert_false (vas_region_list_is_region_selected (fixture->list, 1));
}

static char *
make_random_letters (void)
{
  GString *letters = g_string_new (NULL);
  for (char letter = 'a'; letter <= 'z'; letter++)
    {
      if (g_test_rand_int_range (0, 5) == 0)
        continue;
      g_string_append_c (letters, g_test_rand_int_range (0, 9) > 0 ? letter
                                                                    : g_ascii_toupper (letter));
      if (g_test_rand_bit ())
        g_string_append_c (letters, (char) ('0' + g_test_rand_int_range (0, 10)));
    }
  return g_string_free (letters, FALSE);
}

/* The letters of the regions that were selected and are still there. */
static char *
print_selected_regions (Fixture *fixture)
{
  GString *text = g_string_new (NULL);
  const VasSnapshot *snapshot = vas_region_list_get_order (fixture->list)->snapshot;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    if (vas_region_list_is_region_selected (fixture->list, i))
      {
        const VasRegion *region = vas_snapshot_get_region (snapshot, i);
        char letter = (char) ('a' + (region->start >> 20) - 1);
        g_string_append_c (text, region->file != 0 ? g_ascii_toupper (letter) : letter);
      }
  return g_string_free (text, FALSE);
}

static char *
keep_letters (const char *letters, const char *present)
{
  GString *kept = g_string_new (NULL);
  for (const char *c = letters; *c != '\0'; c++)
    if (strchr (present, *c) != NULL)
      g_string_append_c (kept, *c);
  return g_string_free (kept, FALSE);
}

static void
select_some (Fixture *fixture)
{
  gsize n = vas_snapshot_get_n_regions (vas_region_list_get_order (fixture->list)->snapshot);
  gsize first = (gsize) g_test_rand_int_range (0, (gint32) n);
  vas_region_list_select_only (fixture->list, first, MIN (n - first, 5));
}

/* Refreshes in one order: the journal compares the whole list in the middle of each announcement,
 * whether all items are held or none, and every item keeps its region. */
static void
test_random_refreshes (Fixture *fixture, gconstpointer unused)
{
  show (fixture, "m", VAS_SORT_ADDRESS, FALSE, "");
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *letters = make_random_letters ();
      if (strchr (letters, 'm') == NULL)
        continue; /* with nothing left, held rows would rather stay in place */
      select_some (fixture);
      g_autofree char *selected = print_selected_regions (fixture);
      list_journal_watch (fixture->journal, g_test_rand_bit () ? 1 : 0);
      show (fixture, letters, VAS_SORT_ADDRESS, FALSE, "");
      g_autofree char *expected = keep_letters (selected, letters);
      g_autofree char *still = print_selected_regions (fixture);
      g_assert_cmpstr (still, ==, expected);
    }
}

/* The letters in the order of the rows, found without the list. */
static void
assert_rows (Fixture *fixture, const VasOrder *order)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  for (gsize row = 0; row < order->n; row++)
    {
      const VasRegion *region = vas_snapshot_get_region (order->snapshot, vas_order_get_region (order, row));
      char letter = (char) ('a' + (region->start >> 20) - 1);
      g_string_append_c (letters, region->file != 0 ? g_ascii_toupper (letter) : letter);
    }
  list_journal_assert_rows (fixture->journal, letters->str);
}

/* Anything may happen next. */
static void
test_random (Fixture *fixture, gconstpointer unused)
{
  static const VasSort sorts[] = { VAS_SORT_ADDRESS, VAS_SORT_SIZE, VAS_SORT_INODE };
  static const char *const filters[] = { "", "", "size>24k", "inode:0", "inode:7", "size>1T" };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("abc");
  g_autoptr (VasOrder) first = vas_order_new (snapshot, VAS_SORT_ADDRESS, FALSE, NULL);
  vas_region_list_set_order (fixture->list, first);
  list_journal_allow_assigning (fixture->journal);
  for (guint round = 0; round < 4000; round++)
    {
      select_some (fixture);
      g_autofree char *selected = print_selected_regions (fixture);
      list_journal_watch (fixture->journal, (guint) g_test_rand_int_range (0, 5));
      if (g_test_rand_bit ())
        {
          g_autofree char *letters = make_random_letters ();
          g_autofree char *expected = keep_letters (selected, letters);
          g_free (selected);
          selected = g_steal_pointer (&expected);
          vas_snapshot_unref (snapshot);
          snapshot = sample_snapshot_of_letters (letters);
        }
      const char *text = filters[g_test_rand_int_range (0, G_N_ELEMENTS (filters))];
      VasSort sort = sorts[g_test_rand_int_range (0, G_N_ELEMENTS (sorts))];
      g_autoptr (VasFilter) filter = vas_filter_parse (text, NULL);
      g_autoptr (VasOrder) order = vas_order_new (snapshot, sort, g_test_rand_bit (), filter);
      vas_region_list_set_order (fixture->list, order);
      assert_rows (fixture, order);
      g_autofree char *still = print_selected_regions (fixture);
      g_assert_cmpstr (still, ==, selected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/region-list/sort-and-filter", test_sort_and_filter);
  ADD ("/region-list/sort-in-place", test_sort_in_place);
  ADD ("/region-list/sort-around-held", test_sort_around_held);
  ADD ("/region-list/unchanged", test_unchanged);
  ADD ("/region-list/hidden-change", test_hidden_change);
  ADD ("/region-list/select", test_select);
  ADD ("/region-list/selection-follows", test_selection_follows);
  ADD ("/region-list/click-forgets-hidden", test_click_forgets_hidden);
  ADD ("/region-list/random-refreshes", test_random_refreshes);
  ADD ("/region-list/random", test_random);
  return g_test_run ();
}
