/* The map of a real process that maps, grows and unmaps while one looks on: what stays where it is,
 * what is marked, and what is not drawn again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-view-private.h"

#include "vas-test-child.h"
#include "vas-test-display.h"
#include "vas-test-pixels.h"
#include "vas-test-wait.h"

enum
{
  HERE = 100, /* pages into the child's room */
  THERE = 300,
  SIZE = 64,
};

typedef struct
{
  VasTestChild *child;
  VasSession *session;
  GtkWidget *window;
  VasMapView *view;
  guint n_refreshed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static VasMapCanvas *
get_canvas (Fixture *fixture)
{
  return vas_map_view_get_canvas (fixture->view);
}

static VasMapNavigation *
get_navigation (Fixture *fixture)
{
  return vas_map_view_get_navigation (fixture->view);
}

static void
refresh (Fixture *fixture)
{
  fixture->n_refreshed = 0;
  vas_session_refresh (fixture->session);
  vas_test_wait_until (fixture->n_refreshed > 0);
  gtk_test_widget_wait_for_draw (fixture->window);
}

/* The child has answered, but may still be on its way to the next line. */
static void
settle (Fixture *fixture)
{
  VasSnapshot *before;
  do
    {
      before = vas_session_get_snapshot (fixture->session);
      refresh (fixture);
    }
  while (vas_session_get_snapshot (fixture->session) != before);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->child = vas_test_child_new ();
  vas_test_child_tell (fixture->child, "map", HERE, SIZE);
  fixture->session = vas_session_new ();
  fixture->view = VAS_MAP_VIEW (vas_map_view_new ());
  gtk_widget_set_can_target (GTK_WIDGET (fixture->view), FALSE); /* wherever the pointer is */
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 850);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  vas_reader_set_live (vas_session_get_reader (fixture->session), FALSE);
  vas_map_view_set_session (fixture->view, fixture->session);
  g_signal_connect_swapped (fixture->session, "refreshed", G_CALLBACK (count_cb),
                            &fixture->n_refreshed);
  gtk_window_present (GTK_WINDOW (fixture->window));
  vas_session_open (fixture->session, vas_test_child_get_source (fixture->child));
  vas_test_wait_until (fixture->n_refreshed > 0
                       && vas_map_navigation_get_layout (get_navigation (fixture)) != NULL);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  vas_test_wait_until (fixture->session == NULL);
  vas_test_child_free (fixture->child);
}

/* Where a page of the child's room is drawn. */
static VasRect
locate (Fixture *fixture, guint page)
{
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (get_canvas (fixture));
  const VasReading *reading = vas_map_geometry_get_snapshot (geometry)->reading;
  gssize region = vas_regions_find (reading->regions, reading->n_regions,
                                    vas_test_child_get_address (fixture->child, page));
  VasRect rect = { 0 };
  g_assert_cmpint (region, >=, 0);
  g_assert_true (
      vas_map_geometry_locate (geometry, VAS_MAP_REGION, (gsize) region, 1, &rect));
  return rect;
}

/* In the band at the left border of a page's region, where marks stand. */
static guint32
get_band_pixel (Fixture *fixture, guint page)
{
  VasRect rect = locate (fixture, page);
  return vas_test_get_pixel (GTK_WIDGET (fixture->view), rect.x + 1, rect.y + rect.height / 2);
}

static VasColor
get_tone (VasTone tone)
{
  return vas_palette_get_tone (VAS_THEME_LIGHT, tone);
}

static VasMapMarks *
get_marks (Fixture *fixture)
{
  return vas_map_geometry_get_marks (vas_map_canvas_get_geometry (get_canvas (fixture)));
}

/* Nothing happened, and nothing is drawn. */
static void
test_unchanged (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GskRenderNode) node
      = gsk_render_node_ref (vas_map_canvas_get_node (get_canvas (fixture)));
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (get_canvas (fixture));
  refresh (fixture);
  g_assert_true (vas_map_canvas_get_node (get_canvas (fixture)) == node);
  g_assert_true (vas_map_canvas_get_geometry (get_canvas (fixture)) == geometry);
}

/* Another name of the process: another snapshot, of which the picture is the same. */
static void
test_rebound (Fixture *fixture, gconstpointer unused)
{
  vas_test_child_tell (fixture->child, "rename", 2, 0); /* and has all in memory that it takes */
  settle (fixture);
  g_autoptr (GskRenderNode) node
      = gsk_render_node_ref (vas_map_canvas_get_node (get_canvas (fixture)));
  vas_test_child_tell (fixture->child, "rename", 3, 0);
  refresh (fixture);
  g_assert_true (vas_map_canvas_get_node (get_canvas (fixture)) == node);
  g_assert_true (
      vas_map_geometry_get_snapshot (vas_map_canvas_get_geometry (get_canvas (fixture)))
      == vas_session_get_snapshot (fixture->session));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Memory map of child-3");
}

/* New, grown and gone: each in its colour, until a moment is over. */
static void
test_marks (Fixture *fixture, gconstpointer unused)
{
  vas_test_child_tell (fixture->child, "map", THERE, SIZE);
  refresh (fixture);
  vas_test_assert_color (get_band_pixel (fixture, THERE), get_tone (VAS_TONE_NEW));
  vas_test_child_tell (fixture->child, "map", THERE + SIZE, SIZE);
  refresh (fixture);
  vas_test_assert_color (get_band_pixel (fixture, THERE), get_tone (VAS_TONE_GROWN));

  VasRect rect = locate (fixture, THERE);
  vas_test_wait_until (get_marks (fixture) == NULL);
  g_assert_false (
      vas_test_is_color (get_band_pixel (fixture, THERE), get_tone (VAS_TONE_GROWN)));
  g_assert_cmpfloat (locate (fixture, THERE).y, ==, rect.y);
}

/* A line where a region was. */
static void
test_gone (Fixture *fixture, gconstpointer unused)
{
  vas_test_child_tell (fixture->child, "map", THERE, SIZE);
  refresh (fixture);
  vas_test_child_tell (fixture->child, "unmap", THERE, SIZE);
  refresh (fixture);
  const VasMapGeometry *geometry = vas_map_canvas_get_geometry (get_canvas (fixture));
  const VasRect *column = &vas_map_geometry_get_columns (geometry)->columns[VAS_MAP_REGION];
  double position = vas_layout_address_to_position (
      vas_map_geometry_get_layout (geometry), vas_test_child_get_address (fixture->child, THERE));
  vas_test_assert_color (vas_test_get_pixel (GTK_WIDGET (fixture->view),
                                             column->x + column->width - 3,
                                             column->y + position * column->height),
                         get_tone (VAS_TONE_GONE));
}

static guint64
get_address_at (Fixture *fixture, double x, double y)
{
  return vas_map_geometry_hit (vas_map_canvas_get_geometry (get_canvas (fixture)), x, y).address;
}

static void
assert_near (guint64 a, guint64 b)
{
  g_assert_cmphex (MAX (a, b) - MIN (a, b), <, 0x1000);
}

/* While regions come and go around it, the address under the pointer stays under it. */
static void
test_pointer_stays (Fixture *fixture, gconstpointer unused)
{
  guint64 here = vas_test_child_get_address (fixture->child, HERE);
  vas_map_navigation_jump (get_navigation (fixture), here - 0x10000, here + 0x80000);
  gtk_test_widget_wait_for_draw (fixture->window);
  VasRect rect = locate (fixture, HERE);
  double x = rect.x + 20, y = rect.y + rect.height / 3;
  vas_map_focus_point_at (vas_map_view_get_focus (fixture->view), x, y);
  guint64 address = get_address_at (fixture, x, y);
  for (guint i = 0; i < 12; i++)
    {
      vas_test_child_tell (fixture->child, i % 3 == 2 ? "unmap" : "map",
                           i % 2 == 0 ? THERE + 10 * i : 10 + 5 * i, 4);
      refresh (fixture);
      assert_near (get_address_at (fixture, x, y), address);
    }
}

/* Without a pointer it is the one at the top. */
static void
test_top_stays (Fixture *fixture, gconstpointer unused)
{
  guint64 here = vas_test_child_get_address (fixture->child, HERE), top, end;
  vas_map_navigation_jump (get_navigation (fixture), here + 0x8000, here + 0x20000);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (vas_map_navigation_get_range (get_navigation (fixture), &top, &end));
  for (guint i = 0; i < 6; i++)
    {
      guint64 start;
      vas_test_child_tell (fixture->child, "map", i % 2 == 0 ? THERE + 10 * i : 10 + 5 * i, 4);
      refresh (fixture);
      g_assert_true (vas_map_navigation_get_range (get_navigation (fixture), &start, &end));
      assert_near (start, top);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("/map-live/unchanged", test_unchanged);
  ADD ("/map-live/rebound", test_rebound);
  ADD ("/map-live/marks", test_marks);
  ADD ("/map-live/gone", test_gone);
  ADD ("/map-live/pointer-stays", test_pointer_stays);
  ADD ("/map-live/top-stays", test_top_stays);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
