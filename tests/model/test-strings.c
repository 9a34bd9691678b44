/* Interned strings: equal bytes, equal ids; bytes come back as they went in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-strings.h"

#include <string.h>

static void
test_ids (void)
{
  g_autoptr (VasStrings) strings = vas_strings_new ();
  g_assert_cmpuint (vas_strings_add (strings, "", 0), ==, 0);
  g_assert_cmpuint (vas_strings_add (strings, NULL, 0), ==, 0);
  guint32 a = vas_strings_add_text (strings, "/usr/bin/cat");
  guint32 b = vas_strings_add_text (strings, "[heap]");
  g_assert_cmpuint (a, !=, b);
  g_assert_cmpuint (vas_strings_add (strings, "/usr/bin/catalogue", 12), ==, a);
  g_assert_cmpuint (vas_strings_add_text (strings, "[heap]"), ==, b);
  g_assert_cmpuint (vas_strings_get_count (strings), ==, 3);
}

static void
test_bytes_with_nul (void)
{
  g_autoptr (VasStrings) strings = vas_strings_new ();
  static const char odd[] = "a\0b\xff";
  guint32 id = vas_strings_add (strings, odd, sizeof odd - 1);
  gsize length = 0;
  const char *back = vas_strings_get (strings, id, &length);
  g_assert_cmpmem (back, length + 1, odd, sizeof odd);
  g_assert_cmpuint (vas_strings_add (strings, "a", 1), !=, id);
}

static void
test_many (void)
{
  g_autoptr (VasStrings) strings = vas_strings_new ();
  enum { N = 20000 };
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *text = g_strdup_printf ("/lib/%u.so", i);
      g_assert_cmpuint (vas_strings_add_text (strings, text), ==, i + 1);
    }
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *text = g_strdup_printf ("/lib/%u.so", i);
      g_assert_cmpstr (vas_strings_get (strings, i + 1, NULL), ==, text);
      g_assert_cmpuint (vas_strings_add_text (strings, text), ==, i + 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strings/ids", test_ids);
  g_test_add_func ("/strings/bytes-with-nul", test_bytes_with_nul);
  g_test_add_func ("/strings/many", test_many);
  return g_test_run ();
}
