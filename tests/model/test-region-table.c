/* The table as a list model: every change is announced, exactly, and items keep their identity.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-table.h"

#include "list-journal.h"
#include "sample-snapshot.h"

static void
set_letters (VasRegionTable *table, const char *letters)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters (letters);
  vas_region_table_set_snapshot (table, snapshot, NULL);
}

static void
test_announcements (void)
{
  g_autoptr (VasRegionTable) table = vas_region_table_new ();
  ListJournal *journal = list_journal_new (G_LIST_MODEL (table), table);
  list_journal_assert (journal, "", "");
  set_letters (table, "bdf");
  list_journal_assert (journal, "bdf", "0-0+3");
  set_letters (table, "bcdf");
  list_journal_assert (journal, "bcdf", "1-0+1");
  set_letters (table, "acfg");
  list_journal_assert (journal, "acfg", "0-1+1 2-1+0 3-0+1");
  set_letters (table, "ac5f<g");
  list_journal_assert (journal, "acfg", "");
  set_letters (table, "aCfg");
  list_journal_assert (journal, "aCfg", "1-1+1");
  vas_region_table_set_snapshot (table, NULL, NULL);
  list_journal_assert (journal, "", "0-4+0");
  list_journal_free (journal);
}

/* More than twenty places at once are told as at most twenty. */
static void
test_many_places (void)
{
  enum { N = 500 };
  VasRegion regions[N];
  for (guint i = 0; i < N; i++)
    regions[i] = (VasRegion) { .start = (i + 1) << 20, .end = ((i + 1) << 20) + 0x1000 };
  g_autoptr (VasSnapshot) before = sample_snapshot_of_regions (regions, N);
  for (guint i = 0; i < N; i += 10)
    regions[i].file = SAMPLE_FILE;
  g_autoptr (VasSnapshot) after = sample_snapshot_of_regions (regions, N);

  g_autoptr (VasRegionTable) table = vas_region_table_new ();
  vas_region_table_set_snapshot (table, before, NULL);
  ListJournal *journal = list_journal_new (G_LIST_MODEL (table), table);
  vas_region_table_set_snapshot (table, after, NULL);
  guint n_changes = list_journal_count (journal);
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_cmpuint (n_changes, <=, 20);
  list_journal_free (journal);
}

static void
test_identity (void)
{
  g_autoptr (VasRegionTable) table = vas_region_table_new ();
  set_letters (table, "bcd");
  g_autoptr (VasRegionItem) c = vas_region_table_dup_item (table, 1);
  g_autoptr (VasRegionItem) d = g_list_model_get_item (G_LIST_MODEL (table), 2);
  g_autoptr (VasRegionItem) again = vas_region_table_dup_item (table, 1);
  g_assert_true (c == again);

  set_letters (table, "abc9d");
  g_autoptr (VasRegionItem) moved = vas_region_table_dup_item (table, 2);
  g_assert_true (moved == c);
  g_assert_cmpuint (vas_region_item_get_index (c), ==, 2);

  set_letters (table, "a<d");
  g_assert_cmpuint (vas_region_item_get_index (c), ==, VAS_REGION_GONE);
  g_assert_cmpuint (vas_region_item_get_start (c), ==, SAMPLE_SLOT ('c'));
  g_assert_cmpuint (vas_region_item_get_index (d), ==, 1);
  g_assert_cmpuint (vas_region_item_get_start (d), ==, SAMPLE_SLOT ('d') - 0x1000);

  set_letters (table, "acd"); /* the place is taken again, by another region */
  g_autoptr (VasRegionItem) successor = vas_region_table_dup_item (table, 1);
  g_assert_true (successor != c);
  g_assert_cmpuint (vas_region_item_get_index (c), ==, VAS_REGION_GONE);
}

static void
test_lifetime (void)
{
  VasRegionTable *table = vas_region_table_new ();
  set_letters (table, "abc");
  VasRegionItem *item = vas_region_table_dup_item (table, 1);
  VasRegionItem *brief = vas_region_table_dup_item (table, 2);
  gsize n_live;
  g_autofree guint32 *live = vas_region_table_dup_live (table, &n_live);
  g_assert_cmpuint (n_live, ==, 2);
  g_assert_cmpuint (live[0], ==, 1);
  g_assert_cmpuint (live[1], ==, 2);

  g_object_add_weak_pointer (G_OBJECT (brief), (gpointer *) &brief);
  g_object_unref (brief);
  g_assert_null (brief); /* the table holds no item */
  g_autofree guint32 *rest = vas_region_table_dup_live (table, &n_live);
  g_assert_cmpuint (n_live, ==, 1);

  g_object_add_weak_pointer (G_OBJECT (table), (gpointer *) &table);
  g_object_unref (table);
  g_assert_null (table); /* nor an item the table */
  g_assert_cmpuint (vas_region_item_get_index (item), ==, VAS_REGION_GONE);
  g_object_unref (item);
}

static char *
make_random_letters (void)
{
  GString *letters = g_string_new (NULL);
  for (char letter = 'a'; letter <= 'z'; letter++)
    if (g_test_rand_int_range (0, 3) > 0)
      g_string_append_c (letters, g_test_rand_int_range (0, 9) > 0 ? letter
                                                                    : g_ascii_toupper (letter));
  return g_string_free (letters, FALSE);
}

static void
test_random (void)
{
  g_autoptr (VasRegionTable) table = vas_region_table_new ();
  ListJournal *journal = list_journal_new (G_LIST_MODEL (table), table);
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *letters = make_random_letters ();
      list_journal_watch (journal, g_test_rand_int_range (0, 4));
      set_letters (table, letters);
      list_journal_assert_rows (journal, letters);
    }
  list_journal_free (journal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region-table/announcements", test_announcements);
  g_test_add_func ("/region-table/many-places", test_many_places);
  g_test_add_func ("/region-table/identity", test_identity);
  g_test_add_func ("/region-table/lifetime", test_lifetime);
  g_test_add_func ("/region-table/random", test_random);
  return g_test_run ();
}
