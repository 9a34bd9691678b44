/* Writes down every items-changed of a list of regions and checks it against the list as it stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-journal.h"

#include "sample-snapshot.h"

/* A row of the copy. */
typedef struct
{
  guint64 start;
  VasRegionItem *item; /* (nullable): held, if the row is watched */
} Row;

struct _ListJournal
{
  GListModel *model;
  VasRegionTable *table;
  GArray *rows; /* of Row */
  GString *changes;
  guint n_changes;
  guint step;
  gboolean assigning;
};

static void
clear_row (gpointer row)
{
  g_clear_object (&((Row *) row)->item);
}

/* What a region is known by over its life: the letter of its slot, wherever it grew to. */
static guint64
get_slot (VasRegionItem *item)
{
  return (vas_region_item_get_start (item) + 0x1000) >> 20;
}

static Row
make_row (ListJournal *self, guint position)
{
  g_autoptr (VasRegionItem) item = g_list_model_get_item (self->model, position);
  g_assert_nonnull (item);
  Row row = { get_slot (item), NULL };
  if (self->step > 0 && position % self->step == 0)
    row.item = g_steal_pointer (&item);
  return row;
}

static void
check_all (ListJournal *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->rows->len);
  g_assert_null (g_list_model_get_item (self->model, self->rows->len));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      g_autoptr (VasRegionItem) item = g_list_model_get_item (self->model, i);
      if (!self->assigning)
        g_assert_cmpuint (get_slot (item), ==, row->start);
      if (row->item != NULL)
        g_assert_true (item == row->item);
      g_autoptr (VasRegionItem) again = g_list_model_get_item (self->model, i);
      g_assert_true (item == again);
    }
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  ListJournal *self = user_data;
  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, self->rows->len);
  g_string_append_printf (self->changes, "%s%u-%u+%u", self->n_changes++ > 0 ? " " : "", position,
                          removed, added);
  if (removed > 0)
    g_array_remove_range (self->rows, position, removed);
  for (guint i = 0; i < added; i++)
    {
      Row row = make_row (self, position + i);
      g_array_insert_val (self->rows, position + i, row);
    }
  check_all (self);
}

ListJournal *
list_journal_new (GListModel *model, VasRegionTable *table)
{
  ListJournal *self = g_new0 (ListJournal, 1);
  self->model = g_object_ref (model);
  self->table = g_object_ref (table);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->changes = g_string_new (NULL);
  self->step = 1;
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      Row row = make_row (self, i);
      g_array_append_val (self->rows, row);
    }
  return self;
}

void
list_journal_free (ListJournal *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  g_object_unref (self->table);
  g_array_unref (self->rows);
  g_string_free (self->changes, TRUE);
  g_free (self);
}

void
list_journal_watch (ListJournal *self, guint step)
{
  self->step = step;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      g_clear_object (&row->item);
      *row = make_row (self, i);
    }
}

void
list_journal_allow_assigning (ListJournal *self)
{
  self->assigning = TRUE;
}

/* The letters of the rows; a capital for one that has a file. */
static char *
print_rows (ListJournal *self)
{
  const VasSnapshot *snapshot = vas_region_table_get_snapshot (self->table);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (VasRegionItem) item = g_list_model_get_item (self->model, i);
      char letter = (char) ('a' + get_slot (item) - 1);
      gsize index = vas_region_item_get_index (item);
      g_assert_cmpuint (index, !=, VAS_REGION_GONE);
      gboolean has_file = vas_snapshot_get_file (snapshot, index)->inode != 0;
      g_string_append_c (text, has_file ? g_ascii_toupper (letter) : letter);
    }
  return g_string_free (text, FALSE);
}

void
list_journal_assert_rows (ListJournal *self, const char *rows)
{
  g_autofree char *text = print_rows (self);
  g_assert_cmpstr (text, ==, rows);
  g_string_truncate (self->changes, 0);
  self->n_changes = 0;
}

void
list_journal_assert (ListJournal *self, const char *rows, const char *changes)
{
  g_assert_cmpstr (self->changes->str, ==, changes);
  list_journal_assert_rows (self, rows);
}

guint
list_journal_count (ListJournal *self)
{
  guint n_changes = self->n_changes;
  g_string_truncate (self->changes, 0);
  self->n_changes = 0;
  return n_changes;
}
