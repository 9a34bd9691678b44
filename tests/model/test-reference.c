/* Readings of real and of malformed files, field by field against an independent reader.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "reading-text.h"
#include "vas-maps-parser.h"

static char *
load (const char *path, gsize *length)
{
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  if (!g_str_has_suffix (path, ".xz"))
    {
      g_file_get_contents (path, &bytes, length, &error);
      g_assert_no_error (error);
      return bytes;
    }

  g_autoptr (GSubprocess) xz
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xz", "-dc", path, NULL);
  g_assert_no_error (error);
  g_autoptr (GBytes) text = NULL;
  g_subprocess_communicate (xz, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (xz));
  return g_bytes_unref_to_data (g_steal_pointer (&text), length);
}

static VasReading *
read_path (const char *path)
{
  gsize length;
  g_autofree char *bytes = load (path, &length);
  return vas_maps_parse (bytes, length, VAS_MAPS_SAVED);
}

/* Line by line: of two long texts the first line that differs says more than both. */
static void
assert_same_text (const char *path, const char *got, const char *expected)
{
  g_auto (GStrv) got_lines = g_strsplit (got, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  for (gsize i = 0; got_lines[i] != NULL && expected_lines[i] != NULL; i++)
    if (strcmp (got_lines[i], expected_lines[i]) != 0)
      {
        g_test_message ("%s: line %" G_GSIZE_FORMAT " of the reading differs", path, i + 1);
        g_assert_cmpstr (got_lines[i], ==, expected_lines[i]);
      }
  g_assert_cmpuint (g_strv_length (got_lines), ==, g_strv_length (expected_lines));
}

static void
check_against_stored (const char *path, const char *expected_path)
{
  g_autoptr (VasReading) reading = read_path (path);
  gsize length;
  g_autofree char *expected = load (expected_path, &length);
  g_autofree char *got = reading_to_text (reading);
  assert_same_text (path, got, expected);
}

static void
test_stored (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("VAS_FIXTURES"), "readings", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (directory);
  const char *entry;
  guint n = 0;
  while ((entry = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (entry, "maps"))
      {
        g_autofree char *path = g_build_filename (folder, entry, NULL);
        g_autofree char *expected = g_strconcat (path, ".expected", NULL);
        check_against_stored (path, expected);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

/* A path in ../shared, or %NULL and the test is skipped. */
static char *
find_shared (const char *path)
{
  char *found = g_build_filename (g_getenv ("VAS_SHARED"), path, NULL);
  if (g_file_test (found, G_FILE_TEST_EXISTS))
    return found;
  g_autofree char *message = g_strdup_printf ("%s is not there", found);
  g_test_skip (message);
  g_free (found);
  return NULL;
}

/* maps and smaps of each capture in a folder. */
static GPtrArray *
list_captures (const char *captures)
{
  static const char *const files[] = { "maps", "smaps" };
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (captures, 0, NULL);
  g_assert_nonnull (directory);
  const char *entry;
  while ((entry = g_dir_read_name (directory)) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
      {
        g_autofree char *path = g_build_filename (captures, entry, files[i], NULL);
        if (g_file_test (path, G_FILE_TEST_EXISTS))
          g_ptr_array_add (paths, g_steal_pointer (&path));
      }
  return paths;
}

/* One process for all files: starting Python costs more than reading one. */
static char *
run_reference (const char *reference, const GPtrArray *paths)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *script
      = g_test_build_filename (G_TEST_DIST, "model", "print-reference.py", NULL);
  g_ptr_array_add (words, (char *) "python3");
  g_ptr_array_add (words, script);
  g_ptr_array_add (words, (char *) reference);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (words, paths->pdata[i]);
  g_ptr_array_add (words, NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) python = g_subprocess_newv ((const char *const *) words->pdata,
                                                      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  char *text = NULL;
  g_subprocess_communicate_utf8 (python, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (python));
  return text;
}

static void
check_captures (const char *captures, const char *reference)
{
  g_autoptr (GPtrArray) paths = list_captures (captures);
  g_assert_cmpuint (paths->len, >, 0);
  g_autofree char *expected = run_reference (reference, paths);
  g_autoptr (GString) got = g_string_new (NULL);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (VasReading) reading = read_path (paths->pdata[i]);
      g_autofree char *text = reading_to_text (reading);
      g_string_append (got, text);
    }
  assert_same_text (captures, got->str, expected);
}

static void
test_corpus (gconstpointer folder)
{
  g_autofree char *reference = find_shared ("corpus/tools/reference.py");
  g_autofree char *captures = find_shared (folder);
  if (captures != NULL && reference != NULL)
    check_captures (captures, reference);
}

typedef struct
{
  const char *file;
  const char *counts; /* regions, bytes mapped, lines rejected */
} Tolerated;

/* Where we understand more than a strict reading does. */
static const Tolerated tolerated[] = {
  { "cr-only.txt", "117 279977984 0" },
  { "utf8-bom.txt", "117 279977984 0" },
};

static const char *
find_tolerated (const char *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tolerated); i++)
    if (strcmp (file, tolerated[i].file) == 0)
      return tolerated[i].counts;
  return NULL;
}

/* Regions that overlap map more than 2^64 bytes together. */
static char *
print_total (const VasReading *reading)
{
  unsigned __int128 total = 0;
  for (gsize i = 0; i < reading->n_regions; i++)
    total += vas_region_get_size (&reading->regions[i]);

  GString *digits = g_string_new (NULL);
  do
    g_string_prepend_c (digits, (char) ('0' + (int) (total % 10)));
  while ((total /= 10) > 0);
  return g_string_free (digits, FALSE);
}

/* @row: file, bytes in it, regions, bytes mapped, lines rejected, what it is */
static void
check_counts (const char *folder, char **row)
{
  g_autofree char *path = g_build_filename (folder, row[0], NULL);
  g_autoptr (VasReading) reading = read_path (path);
  g_autofree char *total = print_total (reading);
  g_autofree char *got = g_strdup_printf ("%" G_GSIZE_FORMAT " %s %" G_GUINT64_FORMAT,
                                          reading->n_regions, total, reading->n_rejected);
  g_autofree char *strict = g_strdup_printf ("%s %s %s", row[2], row[3], row[4]);
  const char *more = find_tolerated (row[0]);
  g_test_message ("%s: %s", row[0], row[5]);
  g_assert_cmpstr (got, ==, more != NULL ? more : strict);
}

static void
check_folder_of_malformed (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expected.tsv", NULL);
  gsize length;
  g_autofree char *text = load (path, &length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;
  for (char **line = lines; *line != NULL; line++)
    {
      if (**line == '#' || **line == '\0')
        continue;
      g_auto (GStrv) row = g_strsplit (*line, "\t", 6);
      g_assert_cmpuint (g_strv_length (row), ==, 6);
      check_counts (folder, row);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_malformed (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("VAS_FIXTURES"), "malformed", NULL);
  check_folder_of_malformed (folder);
}

static void
test_hostile_corpus (void)
{
  g_autofree char *folder = find_shared ("corpus/hostile");
  if (folder != NULL)
    check_folder_of_malformed (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/stored", test_stored);
  g_test_add_func ("/reference/malformed", test_malformed);
  g_test_add_data_func ("/reference/corpus/programs", "corpus/programs", test_corpus);
  g_test_add_data_func ("/reference/corpus/witness", "corpus/witness", test_corpus);
  g_test_add_func ("/reference/corpus/hostile", test_hostile_corpus);
  return g_test_run ();
}
