/* Exporting to files: the format that was meant, whole files only, nothing left behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "vas-export.h"
#include "vas-test-run.h"

typedef struct
{
  char *directory;
  char *fixture;
} Place;

static void
set_up (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  place->directory = g_dir_make_tmp ("vascope-export-XXXXXX", &error);
  g_assert_no_error (error);
  place->fixture = vas_test_fixture ("tutorial-cat.maps");
}

static void
tear_down (Place *place, gconstpointer unused)
{
  g_assert_cmpint (g_rmdir (place->directory), ==, 0); /* so nothing was left behind */
  g_free (place->directory);
  g_free (place->fixture);
}

static char *
get_path (const Place *place, const char *name)
{
  return g_build_filename (place->directory, name, NULL);
}

static void
test_format_names (void)
{
  static const struct
  {
    const char *path;
    int format;
  } cases[] = {
    { "a.png", VAS_FORMAT_PNG },   { "/x.y/a.SVG", VAS_FORMAT_SVG }, { "a.b.pdf", VAS_FORMAT_PDF },
    { "a.Json", VAS_FORMAT_JSON }, { "a.csv", VAS_FORMAT_CSV },      { "a.maps", VAS_FORMAT_MAPS },
    { "a.txt", -1 },               { "png", -1 },                    { "a.png/b", -1 },
    { "a.", -1 },                  { "a.png ", -1 },
    { ".png", -1 },                { ".a.png", VAS_FORMAT_PNG },
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
test_formats (Place *place, gconstpointer unused)
{
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
    { "c.png", "--size 480x600 --pixel-ratio 2 --scale even --theme dark "
               "--range 0x559b8c418000-559b8c5f2000", "\x89PNG" },
    { "d.csv", "--size 800x600 --theme dark", "start," }, /* of no use, and no harm */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = get_path (place, cases[i].name);
      g_autofree char *words
          = g_strdup_printf ("--export %s %s %s", path, cases[i].options, place->fixture);
      g_test_message ("vascope %s", words);
      g_autoptr (VasTestRun) run = vas_test_run_words (NULL, words);
      vas_test_run_assert_done (run);
      g_assert_cmpstr (run->output, ==, "");
      g_autofree char *content = vas_test_read (path, NULL);
      g_assert_true (g_str_has_prefix (content, cases[i].beginning));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* The size in a PNG's header (IHDR) is the size that was asked for. */
static void
test_png_size (Place *place, gconstpointer unused)
{
  g_autofree char *path = get_path (place, "a.png");
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--export", path, "--size", "500X700",
                                             "--pixel-ratio", "1.5", place->fixture, NULL);
  vas_test_run_assert_done (run);
  gsize length;
  g_autofree char *content = vas_test_read (path, &length);
  guint32 size[2];
  g_assert_cmpuint (length, >, 24);
  memcpy (size, content + 16, sizeof size);
  g_assert_cmpuint (GUINT32_FROM_BE (size[0]), ==, 750);
  g_assert_cmpuint (GUINT32_FROM_BE (size[1]), ==, 1050);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_bad_places (Place *place, gconstpointer unused)
{
  g_autofree char *directory = get_path (place, "sub.png");
  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  g_autofree char *below = get_path (place, "none/a.json");
  const char *const places[] = { directory, below, "/proc/a.maps" };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (VasTestRun) run = vas_test_run (NULL, "--export", places[i], place->fixture, NULL);
      vas_test_run_assert_failed (run, 1, "could not be written");
      vas_test_run_assert_failed (run, 1, places[i]);
    }
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

/* The shell's limit on the size of files stands for a full disk. */
static void
test_full (Place *place, gconstpointer unused)
{
  for (int format = 0; format < VAS_N_FORMATS; format++)
    {
      const char *id = vas_format_get_id (format);
      g_autofree char *name = g_strconcat ("a.", id, NULL);
      g_autofree char *path = get_path (place, name);
      g_assert_true (g_file_set_contents (path, "old", -1, NULL));

      g_autofree char *program = g_strdup (g_getenv ("VAS_PROGRAM"));
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) shell
          = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, "sh", "-c",
                              "ulimit -f 2; exec \"$0\" --export \"$1\" \"$2\"", program, path,
                              place->fixture, NULL);
      g_assert_no_error (error);
      g_autofree char *complaint = NULL;
      g_assert_true (g_subprocess_communicate_utf8 (shell, NULL, NULL, NULL, &complaint, &error));
      g_test_message ("%s", complaint);
      g_assert_true (g_subprocess_get_if_exited (shell));
      g_assert_cmpint (g_subprocess_get_exit_status (shell), ==, 1);
      g_assert_nonnull (strstr (complaint, "could not be written"));

      g_autofree char *content = vas_test_read (path, NULL);
      g_assert_cmpstr (content, ==, "old");
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/format-names", test_format_names);
  g_test_add ("/export/formats", Place, NULL, set_up, test_formats, tear_down);
  g_test_add ("/export/png-size", Place, NULL, set_up, test_png_size, tear_down);
  g_test_add ("/export/bad-places", Place, NULL, set_up, test_bad_places, tear_down);
  g_test_add ("/export/full", Place, NULL, set_up, test_full, tear_down);
  return g_test_run ();
}
