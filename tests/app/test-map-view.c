/* The map in a window: its pixels, what it tells the session, and what it does when told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-view-private.h"

#include "vas-test-display.h"
#include "vas-test-pixels.h"
#include "vas-test-wait.h"

#include <string.h>

/* Regions of fixtures/tutorial-cat.maps. */
enum
{
  CODE = 1,
  HEAP = 5,
  STACK = 34,
  N_REGIONS = 37,
};
static const guint64 HEAP_START = 0x559b8c5d1000, HEAP_END = 0x559b8c5f2000;

typedef struct
{
  VasSession *session;
  GtkWidget *window;
  VasMapView *view;
  guint64 revealed_start, revealed_end;
} Fixture;

static void
reveal_cb (VasSession *session, guint64 start, guint64 end, gpointer user_data)
{
  Fixture *fixture = user_data;
  fixture->revealed_start = start;
  fixture->revealed_end = end;
}

static gboolean
is_laid_out (Fixture *fixture)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (fixture->session);
  VasLayout *layout
      = vas_map_navigation_get_layout (vas_map_view_get_navigation (fixture->view));
  return snapshot != NULL && layout != NULL && vas_layout_get_snapshot (layout) == snapshot;
}

static void
open_source (Fixture *fixture, VasSource *source)
{
  vas_session_open (fixture->session, source);
  vas_test_wait_until (is_laid_out (fixture));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "tutorial-cat.maps", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  fixture->session = vas_session_new ();
  fixture->view = VAS_MAP_VIEW (vas_map_view_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 850);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  vas_map_view_set_session (fixture->view, fixture->session);
  g_signal_connect (fixture->session, "reveal", G_CALLBACK (reveal_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  open_source (fixture, source);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_signal_handlers_disconnect_by_data (fixture->session, fixture);
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  vas_test_wait_until (fixture->session == NULL);
}

static VasRect
get_rect (Fixture *fixture, gsize region)
{
  VasRect rect = { 0 };
  const VasMapGeometry *geometry
      = vas_map_canvas_get_geometry (vas_map_view_get_canvas (fixture->view));
  g_assert_true (vas_map_geometry_locate (geometry, VAS_MAP_REGION, region, 1, &rect));
  return rect;
}

/* In the middle of the region's left border, clear of text. */
static guint32
get_region_pixel (Fixture *fixture, gsize region)
{
  gtk_test_widget_wait_for_draw (fixture->window);
  VasRect rect = get_rect (fixture, region);
  return vas_test_get_pixel (GTK_WIDGET (fixture->view), rect.x + 5, rect.y + rect.height / 2);
}

static VasMapNavigation *
get_navigation (Fixture *fixture)
{
  return vas_map_view_get_navigation (fixture->view);
}

static VasMapFocus *
get_focus (Fixture *fixture)
{
  return vas_map_view_get_focus (fixture->view);
}

static VasMapOutlines *
get_outlines (Fixture *fixture)
{
  return VAS_MAP_OUTLINES (gtk_widget_get_first_child (GTK_WIDGET (fixture->view)));
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
assert_described (Fixture *fixture, const char *description)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static gssize
get_selected (Fixture *fixture, gsize *n)
{
  gssize first;
  vas_region_list_get_selected (vas_session_get_region_list (fixture->session), n, NULL, &first);
  return first;
}

static void
test_pixels (Fixture *fixture, gconstpointer unused)
{
  vas_test_assert_color (get_region_pixel (fixture, HEAP),
                         vas_palette_get_fill (VAS_THEME_LIGHT, VAS_FAMILY_HEAP, VAS_SHADE_WRITABLE));
  vas_test_assert_color (get_region_pixel (fixture, CODE),
                         vas_palette_get_fill (VAS_THEME_LIGHT, VAS_FAMILY_PROGRAM, VAS_SHADE_CODE));
  vas_test_assert_color (get_region_pixel (fixture, STACK),
                         vas_palette_get_fill (VAS_THEME_LIGHT, VAS_FAMILY_STACK, VAS_SHADE_WRITABLE));
}

static void
test_dark (Fixture *fixture, gconstpointer unused)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);
  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  vas_test_assert_color (get_region_pixel (fixture, HEAP),
                         vas_palette_get_fill (VAS_THEME_DARK, VAS_FAMILY_HEAP, VAS_SHADE_WRITABLE));
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
}

static void
test_accessible (Fixture *fixture, gconstpointer unused)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Memory map of tutorial-cat.maps");
  assert_described (fixture, "The whole address space is in sight.");
  vas_map_focus_select (get_focus (fixture), HEAP, 1);
  assert_described (fixture, "The whole address space is in sight. Selected: heap, at "
                             "559b8c5d1000, 132 KiB.");
}

/* What the pointer is on is outlined, and the session knows. */
static void
test_hover (Fixture *fixture, gconstpointer unused)
{
  VasMapOutlines *outlines = get_outlines (fixture);
  VasRect rect = get_rect (fixture, HEAP);
  guint64 start, end;
  g_assert_null (vas_map_outlines_get_hovered (outlines));
  vas_map_focus_point_at (get_focus (fixture), rect.x + 20, rect.y + 3);
  vas_session_get_hover (fixture->session, &start, &end);
  g_assert_cmphex (start, ==, HEAP_START);
  g_assert_cmphex (end, ==, HEAP_END);
  g_assert_cmpfloat (vas_map_outlines_get_hovered (outlines)->y, ==, rect.y);
  g_assert_cmpfloat (vas_map_outlines_get_hovered (outlines)->height, ==, rect.height);

  vas_map_focus_point_away (get_focus (fixture));
  vas_session_get_hover (fixture->session, &start, &end);
  g_assert_cmphex (start, ==, end);
  g_assert_null (vas_map_outlines_get_hovered (outlines));
}

/* The table's hover is outlined here. */
static void
test_hover_elsewhere (Fixture *fixture, gconstpointer unused)
{
  VasMapOutlines *outlines = get_outlines (fixture);
  vas_session_set_hover (fixture->session, HEAP_START, HEAP_END);
  g_assert_cmpfloat (vas_map_outlines_get_hovered (outlines)->y, ==, get_rect (fixture, HEAP).y);
  vas_session_set_hover (fixture->session, 0, 0);
  g_assert_null (vas_map_outlines_get_hovered (outlines));
}

static void
test_select (Fixture *fixture, gconstpointer unused)
{
  gsize n;
  vas_map_focus_select (get_focus (fixture), HEAP, 1);
  g_assert_cmpint (get_selected (fixture, &n), ==, HEAP);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmphex (fixture->revealed_start, ==, HEAP_START);
  g_assert_cmphex (fixture->revealed_end, ==, HEAP_END);
  vas_map_focus_toggle (get_focus (fixture), CODE);
  g_assert_cmpint (get_selected (fixture, &n), ==, CODE);
  g_assert_cmpuint (n, ==, 2);
  vas_map_focus_toggle (get_focus (fixture), CODE);
  g_assert_cmpint (get_selected (fixture, &n), ==, HEAP);
  vas_map_focus_select (get_focus (fixture), 0, 0);
  g_assert_cmpint (get_selected (fixture, &n), ==, -1);
}

/* A selection made in the table is outlined in the map. */
static void
test_selected_elsewhere (Fixture *fixture, gconstpointer unused)
{
  VasRect rect = get_rect (fixture, HEAP);
  vas_region_list_select_only (vas_session_get_region_list (fixture->session), HEAP, 1);
  vas_test_assert_color (vas_test_get_pixel (GTK_WIDGET (fixture->view), rect.x + rect.width / 2,
                                             rect.y - 1),
                         vas_palette_get_tone (VAS_THEME_LIGHT, VAS_TONE_SELECTION));
}

/* By keyboard alone: to a region, near it, and back. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  guint64 start, end;
  gsize n;
  activate (fixture, "map.next-region");
  g_assert_cmpint (get_selected (fixture, &n), ==, 0);
  activate (fixture, "map.next-region");
  g_assert_cmpint (get_selected (fixture, &n), ==, 1);
  activate (fixture, "map.next-object");
  g_assert_cmpint (get_selected (fixture, &n), ==, HEAP);
  activate (fixture, "map.zoom-to-selection");
  g_assert_true (vas_map_navigation_get_range (get_navigation (fixture), &start, &end));
  g_assert_true (start <= HEAP_START && start > HEAP_START - 0x1a00000);
  g_assert_true (end >= HEAP_END && end < 0x7faa72001000);
  activate (fixture, "map.back");
  assert_described (fixture, "The whole address space is in sight. Selected: heap, at "
                             "559b8c5d1000, 132 KiB.");
  activate (fixture, "map.last-region");
  g_assert_cmpint (get_selected (fixture, &n), ==, N_REGIONS - 1);
  activate (fixture, "map.next-region");
  g_assert_cmpint (get_selected (fixture, &n), ==, N_REGIONS - 1);
  activate (fixture, "map.first-region");
  g_assert_cmpint (get_selected (fixture, &n), ==, 0);
}

/* With the stack on top "next" is still downward on the screen. */
static void
test_upward (Fixture *fixture, gconstpointer unused)
{
  gsize n;
  vas_map_view_set_direction (fixture->view, VAS_DIRECTION_UP);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (get_rect (fixture, STACK).y, <, get_rect (fixture, HEAP).y);
  activate (fixture, "map.first-region");
  g_assert_cmpint (get_selected (fixture, &n), ==, N_REGIONS - 1);
  activate (fixture, "map.next-region");
  g_assert_cmpint (get_selected (fixture, &n), ==, N_REGIONS - 2);
}

/* Zooming is about the selection, and panning never leaves the map. */
static void
test_zoom (Fixture *fixture, gconstpointer unused)
{
  guint64 start, end;
  vas_map_focus_select (get_focus (fixture), HEAP, 1);
  for (guint i = 0; i < 8; i++)
    activate (fixture, "map.zoom-in");
  g_assert_true (vas_map_navigation_get_range (get_navigation (fixture), &start, &end));
  g_assert_true (start < HEAP_END && end > HEAP_START);
  for (guint i = 0; i < 100; i++)
    activate (fixture, "map.page-down");
  g_assert_true (vas_map_navigation_get_range (get_navigation (fixture), &start, &end));
  g_assert_cmphex (end, ==, G_GUINT64_CONSTANT (1) << 47);
  for (guint i = 0; i < 100; i++)
    activate (fixture, "map.page-up");
  g_assert_true (vas_map_navigation_get_range (get_navigation (fixture), &start, &end));
  g_assert_cmphex (start, ==, 0);
  activate (fixture, "map.fit");
  assert_described (fixture, "The whole address space is in sight. Selected: heap, at "
                             "559b8c5d1000, 132 KiB.");
}

/* What another widget shows comes into sight here. */
static void
test_reveal (Fixture *fixture, gconstpointer unused)
{
  guint64 start, end;
  vas_map_navigation_jump (get_navigation (fixture), HEAP_START, HEAP_END);
  const VasRegion *stack
      = vas_snapshot_get_region (vas_session_get_snapshot (fixture->session), STACK);
  vas_session_reveal (fixture->session, stack->start, stack->end);
  g_assert_true (vas_map_navigation_get_range (get_navigation (fixture), &start, &end));
  g_assert_true (start <= stack->start && end >= stack->end);
}

/* A filter fades what it leaves out. */
static void
test_filter (Fixture *fixture, gconstpointer unused)
{
  guint32 stack = get_region_pixel (fixture, STACK), heap = get_region_pixel (fixture, HEAP);
  g_assert_true (vas_session_set_filter_text (fixture->session, "kind:heap", NULL));
  vas_test_wait_until (vas_session_get_matches (fixture->session) != NULL);
  g_assert_cmphex (get_region_pixel (fixture, HEAP), ==, heap);
  VasColor full = vas_palette_get_fill (VAS_THEME_LIGHT, VAS_FAMILY_STACK, VAS_SHADE_WRITABLE);
  vas_test_assert_color (get_region_pixel (fixture, STACK),
                         vas_palette_fade (VAS_THEME_LIGHT, full));
  g_assert_true (vas_session_set_filter_text (fixture->session, "", NULL));
  vas_test_wait_until (vas_session_get_matches (fixture->session) == NULL);
  g_assert_cmphex (get_region_pixel (fixture, STACK), ==, stack);
}

/* A large snapshot is laid out on a worker, and the window draws it all the same. */
static void
test_large (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint64 i = 0; i < 60000; i++)
    g_string_append_printf (text, "%012" G_GINT64_MODIFIER "x-%012" G_GINT64_MODIFIER
                                  "x rw-p 00000000 00:00 0\n",
                            0x7f0000000000 + i * 0x3000, 0x7f0000000000 + i * 0x3000 + 0x1000);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "large");
  open_source (fixture, source);
  VasRect body = vas_map_canvas_get_body (vas_map_view_get_canvas (fixture->view));
  vas_map_focus_point_at (get_focus (fixture), body.x + body.width - 5, body.y + body.height / 2);
  guint64 start, end;
  vas_session_get_hover (fixture->session, &start, &end);
  g_assert_cmphex (start, >=, 0x7f0000000000);
  g_assert_cmphex (end, >, start);
}

/* Another source begins anew, in sight of everything. */
static void
test_other_source (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = "00400000-00500000 r-xp 00000000 08:01 7 /bin/tool\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "tool");
  vas_map_navigation_jump (get_navigation (fixture), HEAP_START, HEAP_END);
  open_source (fixture, source);
  assert_described (fixture, "The whole address space is in sight.");
  g_assert_false (vas_map_navigation_back (get_navigation (fixture)));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/map-view/pixels", test_pixels);
  add ("/map-view/dark", test_dark);
  add ("/map-view/accessible", test_accessible);
  add ("/map-view/hover", test_hover);
  add ("/map-view/hover-elsewhere", test_hover_elsewhere);
  add ("/map-view/select", test_select);
  add ("/map-view/selected-elsewhere", test_selected_elsewhere);
  add ("/map-view/keys", test_keys);
  add ("/map-view/upward", test_upward);
  add ("/map-view/zoom", test_zoom);
  add ("/map-view/reveal", test_reveal);
  add ("/map-view/filter", test_filter);
  add ("/map-view/large", test_large);
  add ("/map-view/other-source", test_other_source);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
