/* Aligned columns for a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-text-table.h"

static const VasTextColumn COLUMNS[] = {
  { "NAME", VAS_TEXT_LEFT },
  { "SIZE", VAS_TEXT_RIGHT },
  { "COMMAND", VAS_TEXT_LEFT },
};

static char *
format (const char *const *cells, guint max_width)
{
  g_autoptr (VasTextTable) table = vas_text_table_new (COLUMNS, G_N_ELEMENTS (COLUMNS));
  for (gsize i = 0; cells[i] != NULL; i++)
    vas_text_table_add (table, g_strdup (cells[i]));
  return vas_text_table_format (table, max_width);
}

static void
test_alignment (void)
{
  static const char *const cells[]
      = { "cat", "1 MiB", "cat file", "systemd", "12.3 GiB", "", NULL };
  g_autofree char *text = format (cells, 0);
  g_assert_cmpstr (text, ==,
                   "NAME         SIZE  COMMAND\n"
                   "cat         1 MiB  cat file\n"
                   "systemd  12.3 GiB\n");
}

static void
test_cut (void)
{
  static const char *const cells[] = { "cat", "1 MiB", "cat a-long-name", NULL };
  g_autofree char *text = format (cells, 19);
  g_assert_cmpstr (text, ==,
                   "NAME   SIZE  COMMAN\n"
                   "cat   1 MiB  cat a-\n");
  g_autofree char *narrow = format (cells, 5);
  g_assert_cmpstr (narrow, ==,
                   "NAME   SIZE\n"
                   "cat   1 MiB\n");
}

/* A wide character takes two columns, a combining one none. */
static void
test_widths (void)
{
  static const char *const cells[]
      = { "猫", "1 B", "猫猫猫", "e\xcc\x81te\xcc\x81", "2 B", "x", NULL };
  g_autofree char *text = format (cells, 17);
  g_assert_cmpstr (text, ==,
                   "NAME  SIZE  COMMA\n"
                   "猫     1 B  猫猫\n"
                   "e\xcc\x81te\xcc\x81    2 B  x\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-table/alignment", test_alignment);
  g_test_add_func ("/text-table/cut", test_cut);
  g_test_add_func ("/text-table/widths", test_widths);
  return g_test_run ();
}
