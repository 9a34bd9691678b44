/* The translations: every file with words for people is listed, and every language is whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

static char *
get_source_path (const char *name)
{
  const char *root = g_getenv ("VAS_SOURCE");
  g_assert_nonnull (root);
  return g_build_filename (root, name, NULL);
}

static char *
read_source (const char *name)
{
  g_autofree char *path = get_source_path (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Lines of a list, without blank lines and comments. */
static GPtrArray *
read_list (const char *name)
{
  g_autofree char *text = read_source (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && lines[i][0] != '#')
      g_ptr_array_add (list, g_strdup (lines[i]));
  return list;
}

/* How words for people are marked, by the ending of a file's name. */
static const struct
{
  const char *ending;
  const char *pattern;
} MARKS[] = {
  { ".c", "\\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\\(" },
  { ".h", "\\b(_|N_|C_|NC_|ngettext) ?\\(\"" },
  { ".ui", "translatable=\"(yes|true)\"" },
  { ".desktop.in", "^Comment=" },
  { ".metainfo.xml.in", "<summary>" },
  { ".gschema.xml", "<summary>" },
};

static gboolean
has_words (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (g_str_has_suffix (name, MARKS[i].ending))
      {
        g_autofree char *text = read_source (name);
        return g_regex_match_simple (MARKS[i].pattern, text, G_REGEX_MULTILINE, 0);
      }
  return FALSE;
}

static void
find_files_with_words (const char *folder, GPtrArray *found)
{
  g_autofree char *path = get_source_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  for (const char *entry; (entry = g_dir_read_name (directory)) != NULL;)
    {
      g_autofree char *name = g_build_filename (folder, entry, NULL);
      g_autofree char *full = get_source_path (name);
      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        find_files_with_words (name, found);
      else if (has_words (name))
        g_ptr_array_add (found, g_steal_pointer (&name));
    }
}

/* The names in `names` that are not in `others`, a line each. */
static char *
list_missing (GPtrArray *names, GPtrArray *others)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    if (!g_ptr_array_find_with_equal_func (others, names->pdata[i], g_str_equal, NULL))
      g_string_append_printf (text, "%s\n", (const char *) names->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
test_list_of_files (void)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  find_files_with_words ("src", found);
  find_files_with_words ("ui", found);
  find_files_with_words ("data", found);

  g_autoptr (GPtrArray) listed = read_list ("po/POTFILES.in");
  g_autofree char *not_listed = list_missing (found, listed);
  g_assert_cmpstr (not_listed, ==, "");
  g_autofree char *without_words = list_missing (listed, found);
  g_assert_cmpstr (without_words, ==, "");
  for (guint i = 1; i < listed->len; i++)
    g_assert_cmpstr (listed->pdata[i - 1], <, listed->pdata[i]); /* so that merging is easy */
}

/* xgettext understands every listed file, and finds nothing to complain of. */
static void
test_extraction (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rules = get_source_path ("data/gettext");
  g_autofree char *list = get_source_path ("po/POTFILES.in");
  g_autofree char *root = get_source_path ("");
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", rules, TRUE);
  g_autoptr (GSubprocess) extractor = g_subprocess_launcher_spawn (
      launcher, &error, "xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
      "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2",
      "--add-comments=Translators", "--directory", root, "--files-from", list, "--output=-", NULL);
  g_assert_no_error (error);
  g_autofree char *template = NULL;
  g_autofree char *complaints = NULL;
  g_subprocess_communicate_utf8 (extractor, NULL, NULL, &template, &complaints, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaints, ==, "");
  g_assert_true (g_subprocess_get_successful (extractor));
  g_assert_nonnull (strstr (template, "msgid \"Say which version this is\""));
  g_assert_nonnull (strstr (template, "metainfo.xml.in"));
}

static void
test_languages (void)
{
  g_autoptr (GPtrArray) languages = read_list ("po/LINGUAS");
  for (guint i = 0; i < languages->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("po/%s.po", (const char *) languages->pdata[i]);
      g_autofree char *path = get_source_path (name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) checker
          = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "msgfmt", "--check", "--output-file",
                              "/dev/null", path, NULL);
      g_assert_no_error (error);
      g_assert_true (g_subprocess_wait_check (checker, NULL, &error));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translations/list-of-files", test_list_of_files);
  g_test_add_func ("/translations/extraction", test_extraction);
  g_test_add_func ("/translations/languages", test_languages);
  return g_test_run ();
}
