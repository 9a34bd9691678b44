/* Exporting to files: the format that was meant, whole files only, nothing left behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "../model/temporary-tree.h"
#include "foreign-locale.h"
#include "vas-config.h"
#include "vas-export.h"
#include "vas-source.h"
#include "vas-test-run.h"
#include "vas-words.h"

/* The one file that a directory holds, taken away: there must be nothing else in it. */
static void
remove_only_file (const TemporaryTree *tree, const char *path)
{
  g_assert_cmpint (g_remove (path), ==, 0);
  g_autoptr (GDir) directory = g_dir_open (tree->path, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (directory), ==, NULL);
}

static void
test_format_names (void)
{
  static const struct
  {
    const char *path;
    int format;
  } cases[] = {
    { "a.png", VAS_FORMAT_PNG },
    { "/x.y/a.SVG", VAS_FORMAT_SVG },
    { "a.b.pdf", VAS_FORMAT_PDF },
    { "a.Json", VAS_FORMAT_JSON },
    { "a.csv", VAS_FORMAT_CSV },
    { "a.maps", VAS_FORMAT_MAPS },
    { "a.txt", -1 },
    { "png", -1 },
    { "a.png/b", -1 },
    { "a.", -1 },
    { "a.png ", -1 },
    { ".png", -1 },
    { ".a.png", VAS_FORMAT_PNG },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vas_format_from_path (cases[i].path), ==, cases[i].format);
  for (int format = 0; format < VAS_N_FORMATS; format++)
    {
      g_assert_cmpint (vas_format_from_id (vas_format_get_id (format)), ==, format);
      g_assert_cmpstr (vas_format_get_label (format), !=, "");
    }
}

static void
test_formats (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  static const struct
  {
    const char *name;
    const char *options;
    const char *beginning;
  } cases[] = {
    { "a.png", "", "\x89PNG\r\n\x1a\n" },
    { "a.svg", "", "<?xml " },
    { "a.pdf", "", "%PDF-" },
    { "a.json", "", "{\n  \"schema\": 1," },
    { "a.csv", "", "start,end," },
    { "a.maps", "", "559b8c418000-559b8c41a000 r--p" },
    { "a.JSON", "", "{\n" },
    { "a.txt", "--format maps", "559b8c418000-" },
    { "b.png", "--format csv", "start,end," },
    { "c.png",
      "--size 480x600 --pixel-ratio 2 --scale even --theme dark "
      "--range 0x559b8c418000-559b8c5f2000",
      "\x89PNG" },
    { "d.csv", "--size 800x600 --theme dark", "start," }, /* of no use, and no harm */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = temporary_tree_get (tree, cases[i].name);
      g_autofree char *words
          = g_strdup_printf ("--export %s %s %s", path, cases[i].options, fixture);
      g_test_message ("vascope %s", words);
      g_autoptr (VasTestRun) run = vas_test_run_words (NULL, words);
      vas_test_run_assert_done (run);
      g_assert_cmpstr (run->output, ==, "");
      g_autofree char *content = vas_test_read (path, NULL);
      g_assert_true (g_str_has_prefix (content, cases[i].beginning));
      remove_only_file (tree, path);
    }
}

/* The size in a PNG's header (IHDR) is the size that was asked for. */
static void
test_png_size (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  g_autofree char *path = temporary_tree_get (tree, "a.png");
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--export", path, "--size", "500X700",
                                             "--pixel-ratio", "1.5", fixture, NULL);
  vas_test_run_assert_done (run);
  gsize length;
  g_autofree char *content = vas_test_read (path, &length);
  guint32 size[2];
  g_assert_cmpuint (length, >, 24);
  memcpy (size, content + 16, sizeof size);
  g_assert_cmpuint (GUINT32_FROM_BE (size[0]), ==, 750);
  g_assert_cmpuint (GUINT32_FROM_BE (size[1]), ==, 1050);
  remove_only_file (tree, path);
}

static void
test_bad_places (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  g_autofree char *directory = temporary_tree_get (tree, "sub.png");
  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  g_autofree char *below = g_build_filename (tree->path, "none", "a.json", NULL);
  const char *const places[] = { directory, below, "/proc/a.maps" };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (VasTestRun) run = vas_test_run (NULL, "--export", places[i], fixture, NULL);
      vas_test_run_assert_failed (run, 1, "could not be written");
      vas_test_run_assert_failed (run, 1, places[i]);
    }
  remove_only_file (tree, directory);
}

/* The shell's limit on the size of files stands for a full disk. */
static void
test_full (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *fixture = vas_test_fixture ("tutorial-cat.maps");
  for (int format = 0; format < VAS_N_FORMATS; format++)
    {
      const char *id = vas_format_get_id (format);
      g_autofree char *name = g_strconcat ("a.", id, NULL);
      g_autofree char *path = temporary_tree_get (tree, name);
      temporary_tree_write (tree, name, "old", -1);

      g_autofree char *program = g_strdup (g_getenv ("VAS_PROGRAM"));
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) shell = g_subprocess_new (
          G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, "sh", "-c",
          "ulimit -f 2; exec \"$0\" --export \"$1\" \"$2\"", program, path, fixture, NULL);
      g_assert_no_error (error);
      g_autofree char *complaint = NULL;
      g_assert_true (g_subprocess_communicate_utf8 (shell, NULL, NULL, NULL, &complaint, &error));
      g_test_message ("%s", complaint);
      g_assert_true (g_subprocess_get_if_exited (shell));
      g_assert_cmpint (g_subprocess_get_exit_status (shell), ==, 1);
      g_assert_nonnull (strstr (complaint, "could not be written"));

      g_autofree char *content = vas_test_read (path, NULL);
      g_assert_cmpstr (content, ==, "old");
      remove_only_file (tree, path);
    }
}

static char *
export_to_text (VasSnapshot *snapshot, VasFormat format)
{
  const VasExport export = { .format = format };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_assert_true (vas_export_to_stream (snapshot, &export, stream, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Of a JSON document, which says when it was read: what follows. */
static const char *
without_time (const char *json)
{
  const char *rest = strstr (json, "\"page_size\"");
  g_assert_nonnull (rest);
  return rest;
}

static VasSnapshot *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "pasted");
  g_autoptr (GError) error = NULL;
  VasSnapshot *snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/* What a window speaks to a person is not what it writes for programs: not the words, nor the way
 * numbers are written, nor what it found out before it was asked to write. */
static void
test_plain_words (void)
{
  static const char smaps[]
      = "7f0000000000-7f0040000000 rw-p 00000000 00:00 0 \n"
        "Rss:                   4 kB\n"
        "7f0040000000-7f0040001000 r--p 00000000 fe:00 7                  /lib/libc.so.6\n"
        "7f0040001000-7f0040002000 r-xp 00001000 fe:00 7                  /lib/libc.so.6\n";
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  if (!foreign_locale_make (tree))
    {
      g_test_skip ("localedef could not make a locale: its character sets are not installed");
      return;
    }
  foreign_locale_translate (tree, "private memory", "eigener Speicher",
                            "Libraries and mappings", "Bibliotheken und anderes",
                            "No name, no file, and no sign of its owner; it lies right in front of "
                            "{1}.", "Namenlos vor {1}.", NULL);
  g_autoptr (VasSnapshot) plain = read_text (smaps);
  g_autofree char *plain_json = export_to_text (plain, VAS_FORMAT_JSON);
  g_autofree char *plain_csv = export_to_text (plain, VAS_FORMAT_CSV);

  g_setenv ("LOCPATH", tree->path, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "foreign"));
  bindtextdomain (GETTEXT_PACKAGE, tree->path);
  g_autoptr (VasSnapshot) snapshot = read_text (smaps);
  g_autofree char *json = export_to_text (snapshot, VAS_FORMAT_JSON);
  g_autofree char *csv = export_to_text (snapshot, VAS_FORMAT_CSV);
  g_autofree char *object = vas_words_object (snapshot, 0);
  g_autofree char *area = vas_words_area (snapshot, 0);
  g_autofree char *evidence
      = vas_words_evidence (snapshot, vas_snapshot_get_verdict (snapshot, 0));
  g_autofree char *number = g_strdup_printf ("%.1f", 1.5);
  g_unsetenv ("LOCPATH");
  g_assert_nonnull (setlocale (LC_ALL, "C"));

  g_assert_cmpstr (without_time (json), ==, without_time (plain_json));
  g_assert_cmpstr (csv, ==, plain_csv);
  g_assert_nonnull (strstr (csv, "1.0 GiB"));
  g_assert_cmpstr (object, ==, "eigener Speicher");
  g_assert_cmpstr (area, ==, "Bibliotheken und anderes");
  g_assert_cmpstr (evidence, ==, "Namenlos vor libc.so.6.");
  g_assert_cmpstr (number, ==, "1,5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/format-names", test_format_names);
  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/png-size", test_png_size);
  g_test_add_func ("/export/bad-places", test_bad_places);
  g_test_add_func ("/export/full", test_full);
  g_test_add_func ("/export/plain-words", test_plain_words);
  return g_test_run ();
}
