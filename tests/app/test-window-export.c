/* Exports from the window, read back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "vas-export.h"
#include "vas-map-view.h"
#include "vas-test-window.h"

typedef struct
{
  VasWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "tutorial-cat.maps", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);

  fixture->folder = g_dir_make_tmp ("vascope-export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->window = vas_test_window_open (source);
  vas_test_window_wait_ready (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  vas_test_window_close (fixture->window);
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
export_to (Fixture *fixture, const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-to", "s", path);
}

static gboolean
was_told (Fixture *fixture, const char *words)
{
  return vas_test_says (vas_test_find (fixture->window, "VasToast"), words);
}

/* The picture is one: of the size it should have, and of more than one colour. */
static void
assert_is_picture (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new_from_file (path, &error);
  g_assert_no_error (error);
  VasPictureOptions options;
  vas_picture_options_init (&options);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, options.width);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, options.height);

  g_autoptr (GHashTable) colors = g_hash_table_new (NULL, NULL);
  const guchar *pixels = gdk_pixbuf_read_pixels (picture);
  int stride = gdk_pixbuf_get_rowstride (picture), n = gdk_pixbuf_get_n_channels (picture);
  for (int y = 0; y < options.height; y++)
    {
      const guchar *pixel = pixels + (gsize) y * stride + (gsize) options.width / 2 * n;
      g_hash_table_add (colors, GUINT_TO_POINTER (pixel[0] << 16 | pixel[1] << 8 | pixel[2]));
    }
  g_assert_cmpuint (g_hash_table_size (colors), >, 5);
}

static void
test_png (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "map.png", NULL);
  export_to (fixture, path);
  vas_test_wait_until (was_told (fixture, "Saved as"));
  g_assert_true (was_told (fixture, path));
  assert_is_picture (path);
}

/* The kernel's text comes back as what it was, and can be opened again. */
static void
test_maps_again (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "again.maps", NULL);
  VasSession *session = vas_window_get_session (fixture->window);

  export_to (fixture, path);
  vas_test_wait_until (was_told (fixture, "Saved as"));
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  vas_window_open (fixture->window, source);
  g_assert_cmpint (vas_session_get_state (session), ==, VAS_SESSION_LOADING);
  vas_test_window_wait_ready (fixture->window);
  g_assert_cmpuint (vas_snapshot_get_n_regions (vas_session_get_snapshot (session)), ==, 37);
}

static void
test_every_format (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < VAS_N_FORMATS; i++)
    {
      g_autofree char *name = g_strdup_printf ("map.%s", vas_format_get_id (i));
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      export_to (fixture, path);
      vas_test_wait_until (was_told (fixture, path));
      g_autofree char *text = NULL;
      gsize length = 0;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_cmpuint (length, >, 500);
    }
}

static char *
export_drawing (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  export_to (fixture, path);
  vas_test_wait_until (was_told (fixture, path));
  char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Zoomed in, a picture is still of everything, unless it is to be of what is in sight. */
static void
test_in_sight (Fixture *fixture, gconstpointer unused)
{
  VasMapView *map = VAS_MAP_VIEW (vas_test_find (fixture->window, "VasMapView"));
  VasMapNavigation *navigation = vas_map_view_get_navigation (map);
  guint64 start = 0, end = 0;
  vas_test_wait_until (vas_map_navigation_get_range (navigation, &start, &end));
  guint64 whole = end - start;
  while (end - start > whole / 4)
    {
      gtk_widget_activate_action (GTK_WIDGET (map), "map.zoom-in", NULL);
      g_assert_true (vas_map_navigation_get_range (navigation, &start, &end));
    }

  g_autofree char *all = export_drawing (fixture, "all.svg");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-in-sight", NULL);
  g_autofree char *part = export_drawing (fixture, "part.svg");
  g_assert_nonnull (strstr (all, "559b8c41"));
  g_assert_nonnull (strstr (all, "7ffeb2f"));
  g_assert_true (strstr (part, "559b8c41") == NULL || strstr (part, "7ffeb2f") == NULL);
}

static void
test_failures (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *strange = g_build_filename (fixture->folder, "map.doc", NULL);
  export_to (fixture, strange);
  vas_test_wait_until (was_told (fixture, ".png, .svg, .pdf"));
  g_assert_false (g_file_test (strange, G_FILE_TEST_EXISTS));

  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "map.png", NULL);
  export_to (fixture, nowhere);
  vas_test_wait_until (was_told (fixture, "map.png"));
  g_assert_false (was_told (fixture, "Saved as"));
}

static const char *
get_tooltip (VasWindow *window, const char *button)
{
  return gtk_widget_get_tooltip_text (
      gtk_widget_get_ancestor (vas_test_find_text (window, button), GTK_TYPE_BUTTON));
}

/* Nothing is open: the buttons and the key do nothing, and the buttons say why. */
static void
test_nothing_open (void)
{
  VasWindow *window = vas_test_window_open (NULL);
  GtkWidget *button = vas_test_find_text (window, "Export");
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_false (gtk_widget_is_sensitive (vas_test_find_text (window, "Pause")));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "find"));
  vas_test_point (button, 5, 5);
  vas_test_wait_until (vas_test_says (window, "There is nothing to save yet"));

  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "tutorial-cat.maps", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  vas_window_open (window, source);
  vas_test_window_wait_ready (window);
  g_assert_true (gtk_widget_is_sensitive (vas_test_find_text (window, "Export")));
  g_assert_nonnull (strstr (get_tooltip (window, "Pause"), "A saved file does not change"));
  vas_test_window_close (window);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("/window-export/png", test_png);
  ADD ("/window-export/maps-again", test_maps_again);
  ADD ("/window-export/every-format", test_every_format);
  ADD ("/window-export/in-sight", test_in_sight);
  ADD ("/window-export/failures", test_failures);
  g_test_add_func ("/window-export/nothing-open", test_nothing_open);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
