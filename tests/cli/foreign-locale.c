/* A person's language and way to write numbers, made for a test: a machine may have none but C.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "foreign-locale.h"

#include <gio/gio.h>

gboolean
foreign_locale_make (TemporaryTree *tree)
{
  temporary_tree_write (tree, "source",
                        "LC_NUMERIC\n"
                        "decimal_point \",\"\n"
                        "thousands_sep \".\"\n"
                        "grouping 3;3\n"
                        "END LC_NUMERIC\n",
                        -1);
  g_autofree char *source = temporary_tree_get (tree, "source");
  g_autofree char *locale = temporary_tree_get (tree, "foreign");
  /* It warns of every category that is left out, and makes them all like C's. */
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) maker
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                          &error, "localedef", "--force", "-i", source, locale, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (maker, NULL, &error));
  g_assert_no_error (error);
  return g_file_test (locale, G_FILE_TEST_IS_DIR);
}

void
foreign_locale_translate (TemporaryTree *tree, ...)
{
  g_autoptr (GString) text
      = g_string_new ("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n");
  va_list pairs;
  va_start (pairs, tree);
  for (const char *words; (words = va_arg (pairs, const char *)) != NULL;)
    g_string_append_printf (text, "msgid \"%s\"\nmsgstr \"%s\"\n", words,
                            va_arg (pairs, const char *));
  va_end (pairs);
  temporary_tree_write (tree, "foreign.po", text->str, -1);
  g_autofree char *source = temporary_tree_get (tree, "foreign.po");
  g_autofree char *catalogue = temporary_tree_get (tree, "foreign/LC_MESSAGES/vascope.mo");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) maker
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "msgfmt", "-o", catalogue, source, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (maker, NULL, &error));
  g_assert_no_error (error);
}
