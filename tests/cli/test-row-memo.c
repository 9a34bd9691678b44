/* What was written once is found again, and what is kept is bounded.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-row-memo.h"

#include <string.h>

static void
assert_finds (const VasRowMemo *memo, guint64 high, guint64 low, const char *text)
{
  gsize length;
  const char *bytes = vas_row_memo_find (memo, &(VasRowKey) { high, low }, &length);
  if (text == NULL)
    {
      g_assert_null (bytes);
      return;
    }
  g_assert_nonnull (bytes);
  g_assert_cmpmem (bytes, length, text, strlen (text));
}

static void
add (VasRowMemo *memo, guint64 high, guint64 low, const char *text)
{
  vas_row_memo_add (memo, &(VasRowKey) { high, low }, text, strlen (text));
}

static void
test_both_numbers_count (void)
{
  g_autoptr (VasRowMemo) memo = vas_row_memo_new (1);
  add (memo, 0, 0, "nothing");
  add (memo, 1, 2, "one and two");
  add (memo, 2, 1, "two and one");
  add (memo, 3, 1, "");
  assert_finds (memo, 0, 0, "nothing");
  assert_finds (memo, 1, 2, "one and two");
  assert_finds (memo, 2, 1, "two and one");
  assert_finds (memo, 3, 1, "");
  assert_finds (memo, 1, 1, NULL);
}

/* Of several keys each counts, at its place. */
static void
test_all_keys_count (void)
{
  g_autoptr (VasRowMemo) memo = vas_row_memo_new (3);
  static const VasRowKey rows[][3] = {
    { { 0, 0 }, { 0, 0 }, { 0, 0 } }, { { 0, 1 }, { 0, 0 }, { 0, 0 } },
    { { 0, 0 }, { 0, 1 }, { 0, 0 } }, { { 0, 0 }, { 0, 0 }, { 0, 1 } },
    { { 0, 0 }, { 0, 0 }, { 1, 0 } }, { { 7, 0 }, { 0, 8 }, { 9, 9 } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("row %zu", i);
      gsize length;
      g_assert_null (vas_row_memo_find (memo, rows[i], &length));
      vas_row_memo_add (memo, rows[i], text, strlen (text));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("row %zu", i);
      gsize length;
      const char *bytes = vas_row_memo_find (memo, rows[i], &length);
      g_assert_cmpmem (bytes, length, text, strlen (text));
    }
}

/* Many more keys than are kept: each is there at first, and never another's bytes. */
static void
test_many_keys (void)
{
  g_autoptr (VasRowMemo) memo = vas_row_memo_new (1);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);
      g_autofree char *last = g_strdup_printf ("text %u", i - 1);
      gsize length;
      add (memo, i % 7, i, text);
      assert_finds (memo, i % 7, i, text);
      if (i > 0 && vas_row_memo_find (memo, &(VasRowKey) { (i - 1) % 7, i - 1 }, &length) != NULL)
        assert_finds (memo, (i - 1) % 7, i - 1, last);
    }
  assert_finds (memo, 0, 0, NULL);
}

/* Long texts are not kept without end, and one longer than all room is not kept at all. */
static void
test_long_texts (void)
{
  g_autoptr (VasRowMemo) memo = vas_row_memo_new (1);
  g_autofree char *text = g_strnfill (300000, 'x');
  g_autofree char *endless = g_strnfill (5000000, 'y');
  for (guint i = 0; i < 10; i++)
    {
      add (memo, 0, i, text);
      assert_finds (memo, 0, i, text);
    }
  assert_finds (memo, 0, 0, NULL);
  add (memo, 1, 0, endless);
  assert_finds (memo, 1, 0, NULL);
  assert_finds (memo, 0, 9, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-memo/both-numbers-count", test_both_numbers_count);
  g_test_add_func ("/row-memo/all-keys-count", test_all_keys_count);
  g_test_add_func ("/row-memo/many-keys", test_many_keys);
  g_test_add_func ("/row-memo/long-texts", test_long_texts);
  return g_test_run ();
}
