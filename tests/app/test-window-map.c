/* Map, table and card together: what one shows, the others follow.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-view.h"

#include <string.h>
#include <unistd.h>

#include "vas-test-window.h"

/* Regions of the tutorial's listing. */
#define HEAP G_GUINT64_CONSTANT (0x559b8c5d1000)
#define LIBC_CODE G_GUINT64_CONSTANT (0x7faa724da000)
#define STACK G_GUINT64_CONSTANT (0x7ffeb2f53000)

typedef struct
{
  VasWindow *window;
  VasSession *session;
  VasMapView *map;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "tutorial-cat.maps", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);

  fixture->window = vas_test_window_open (source);
  fixture->session = vas_window_get_session (fixture->window);
  vas_test_window_wait_ready (fixture->window);
  vas_test_wait_until (vas_test_find (fixture->window, "VasMapView") != NULL);
  fixture->map = VAS_MAP_VIEW (vas_test_find (fixture->window, "VasMapView"));
  guint64 start, end;
  vas_test_wait_until (gtk_widget_get_height (GTK_WIDGET (fixture->map)) > 0
                       && vas_map_navigation_get_range (vas_map_view_get_navigation (fixture->map), &start, &end));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  vas_test_window_close (fixture->window);
}

static guint64
get_hovered (Fixture *fixture)
{
  guint64 start, end;
  vas_session_get_hover (fixture->session, &start, &end);
  return start < end ? start : 0;
}

/* Moves the pointer down the column of regions to the one that starts at @address: addresses grow
 * downward, so that halving finds it. */
static void
point_at_region (Fixture *fixture, guint64 address)
{
  double x = gtk_widget_get_width (GTK_WIDGET (fixture->map)) * 0.7;
  double top = 0, bottom = gtk_widget_get_height (GTK_WIDGET (fixture->map));

  while (bottom - top > 1)
    {
      double middle = (top + bottom) / 2;
      vas_test_point (fixture->map, x, middle);
      guint64 hovered = get_hovered (fixture);
      if (hovered == address)
        return;
      if (hovered < address)
        top = middle;
      else
        bottom = middle;
    }
  g_error ("no place of the map is that of %" G_GINT64_MODIFIER "x", address);
}

static gssize
get_first_selected (Fixture *fixture)
{
  gssize first;
  vas_region_list_get_selected (vas_session_get_region_list (fixture->session), NULL, NULL, &first);
  return first;
}

static guint64
get_selected (Fixture *fixture)
{
  gssize first = get_first_selected (fixture);
  VasSnapshot *snapshot = vas_session_get_snapshot (fixture->session);
  return first >= 0 ? vas_snapshot_get_region (snapshot, first)->start : 0;
}

static gboolean
is_in_sight (Fixture *fixture, guint64 address)
{
  guint64 start, end;
  return vas_map_navigation_get_range (vas_map_view_get_navigation (fixture->map), &start, &end) && start <= address && address < end;
}

static guint64
get_extent (Fixture *fixture)
{
  guint64 start, end;
  return vas_map_navigation_get_range (vas_map_view_get_navigation (fixture->map), &start, &end) ? end - start : 0;
}

/* The row of the table whose address this is, if it is lit. */
static gboolean
is_row_lit (Fixture *fixture, const char *address)
{
  GtkWidget *text = vas_test_find_text (vas_test_find (fixture->window, "VasRegionView"), address);
  for (; text != NULL; text = gtk_widget_get_parent (text))
    if (gtk_widget_has_css_class (text, "lit"))
      return TRUE;
  return FALSE;
}

/* The pointer on the heap: outlined, its row lit, and explained, all at once. */
static void
test_hover (Fixture *fixture, gconstpointer unused)
{
  point_at_region (fixture, HEAP);
  vas_test_wait_until (is_row_lit (fixture, "559b8c5d1000"));
  GtkWidget *card = vas_test_find (fixture->window, "VasRegionCard");
  vas_test_wait_until (vas_test_says (card, "559b8c5d1000"));
  g_assert_true (vas_test_says (card, "heap"));
  g_assert_true (vas_test_says (card, "132 KiB"));
  g_assert_true (vas_test_says (card, "rw-p"));
  GtkWidget *line = vas_test_find (fixture->window, "VasStatusLine");
  g_assert_true (vas_test_says (line, "559b8c5d1000"));

  point_at_region (fixture, LIBC_CODE);
  vas_test_wait_until (vas_test_says (card, "libc-2.31.so"));
  g_assert_true (vas_test_says (card, "r-xp"));
}

static void
test_click_selects (Fixture *fixture, gconstpointer unused)
{
  point_at_region (fixture, LIBC_CODE);
  vas_test_input ("click 1");
  vas_test_wait_until (get_selected (fixture) == LIBC_CODE);
  vas_test_wait_until (
      vas_test_says (vas_test_find (fixture->window, "VasStatusLine"), "1 selected"));
}

/* A row is selected while the map looks elsewhere: the map comes along. */
static void
test_table_leads_map (Fixture *fixture, gconstpointer unused)
{
  vas_map_navigation_jump (vas_map_view_get_navigation (fixture->map), STACK, STACK + 0x21000);
  vas_test_wait_until (!is_in_sight (fixture, HEAP));
  GtkWidget *table = vas_test_find (fixture->window, "VasRegionView");
  vas_test_click (vas_test_find_text (table, "559b8c5d1000"));
  vas_test_wait_until (get_selected (fixture) == HEAP);
  vas_test_wait_until (is_in_sight (fixture, HEAP));
}

static void
test_zoom_and_back (Fixture *fixture, gconstpointer unused)
{
  guint64 whole = get_extent (fixture);
  point_at_region (fixture, LIBC_CODE);
  vas_test_input ("keydown ctrl click --repeat 6 --delay 20 4 keyup ctrl");
  vas_test_wait_until (get_extent (fixture) < whole / 1000);
  /* Anchored at the pointer. */
  g_assert_true (is_in_sight (fixture, LIBC_CODE));
  g_assert_false (is_in_sight (fixture, HEAP));

  vas_test_input ("key BackSpace");
  vas_test_wait_until (get_extent (fixture) == whole);
}

static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  guint64 whole = get_extent (fixture);
  point_at_region (fixture, HEAP);
  vas_test_input ("click 1");
  vas_test_wait_until (get_selected (fixture) == HEAP);
  vas_test_input ("key Down");
  vas_test_wait_until (get_selected (fixture) > HEAP);
  vas_test_input ("key Up");
  vas_test_wait_until (get_selected (fixture) == HEAP);

  vas_test_input ("key ctrl+plus");
  vas_test_wait_until (get_extent (fixture) < whole);
  g_assert_true (is_in_sight (fixture, HEAP));
  vas_test_input ("key ctrl+0");
  vas_test_wait_until (get_extent (fixture) == whole);
}

/* The scale is chosen by key, and the stack turned to the top. */
static void
test_scale_and_direction (Fixture *fixture, gconstpointer unused)
{
  vas_test_input ("key alt+3");
  vas_test_wait_until (vas_map_view_get_scale (fixture->map) == VAS_SCALE_EVEN);
  vas_test_input ("key alt+1");
  vas_test_wait_until (vas_map_view_get_scale (fixture->map) == VAS_SCALE_LOG);
  vas_test_input ("key ctrl+t");
  vas_test_wait_until (vas_map_view_get_direction (fixture->map) == VAS_DIRECTION_UP);
  vas_test_input ("key ctrl+t");
  vas_test_wait_until (vas_map_view_get_direction (fixture->map) == VAS_DIRECTION_DOWN);
}

static gsize
count_regions (Fixture *fixture)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (fixture->session);
  return snapshot != NULL ? vas_snapshot_get_n_regions (snapshot) : 0;
}

/* F5 reads a file that was written anew: what was selected is selected still. */
static void
test_refresh_keeps_selection (Fixture *fixture, gconstpointer unused)
{
  static const char first[] = "559b8c418000-559b8c41a000 r--p 00000000 fe:00 7 /bin/cat\n";
  g_autofree char *path = NULL;
  g_autofree char *listing = NULL;
  close (g_file_open_tmp ("vascope-XXXXXX.maps", &path, NULL));
  g_assert_true (g_file_get_contents (vas_source_get_path (vas_session_get_source (fixture->session)),
                                      &listing, NULL, NULL));
  g_autofree char *without_first = g_strdup (strchr (listing, '\n') + 1);
  g_autofree char *with_first = g_strconcat (first, without_first, NULL);
  g_assert_true (g_file_set_contents (path, without_first, -1, NULL));
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  vas_window_open (fixture->window, source);
  vas_test_window_wait_ready (fixture->window);
  gsize n_regions = count_regions (fixture);

  point_at_region (fixture, LIBC_CODE);
  vas_test_input ("click 1");
  vas_test_wait_until (get_selected (fixture) == LIBC_CODE);
  g_assert_true (g_file_set_contents (path, with_first, -1, NULL));
  vas_test_input ("key F5");
  vas_test_wait_until (count_regions (fixture) == n_regions + 1);
  g_assert_cmphex (get_selected (fixture), ==, LIBC_CODE);
  unlink (path);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("/window-map/hover", test_hover);
  ADD ("/window-map/click-selects", test_click_selects);
  ADD ("/window-map/table-leads-map", test_table_leads_map);
  ADD ("/window-map/zoom-and-back", test_zoom_and_back);
  ADD ("/window-map/keys", test_keys);
  ADD ("/window-map/scale-and-direction", test_scale_and_direction);
  ADD ("/window-map/refresh-keeps-selection", test_refresh_keeps_selection);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
