/* The map as a value: columns beside one another, hits that say what is drawn, a legible ruler.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-geometry.h"

#include "random-regions.h"

static VasMapGeometry *
make_geometry (VasSnapshot *snapshot, VasDirection direction, VasViewport viewport, double width,
               double height, double ratio)
{
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, direction);
  g_autoptr (VasType) type = vas_type_new (NULL, 1);
  VasMapRequest request = {
    .layout = layout,
    .viewport = viewport,
    .type = type,
    .frame = { 8, 4, width, height },
    .pixel_ratio = ratio,
    .with_overview = TRUE,
  };
  return vas_map_geometry_new (&request);
}

/* From left to right, none over another, none outside, each with its heading above. */
static void
test_columns (void)
{
  static const double WIDTHS[] = { 180, 260, 330, 480, 700, 1400, 7000 };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  for (guint i = 0; i < G_N_ELEMENTS (WIDTHS); i++)
    {
      g_autoptr (VasMapGeometry) geometry = make_geometry (
          snapshot, VAS_DIRECTION_DOWN, vas_viewport_whole (), WIDTHS[i], 600, 2);
      const VasMapColumns *columns = vas_map_geometry_get_columns (geometry);
      double end = 8;
      for (guint c = 0; c < VAS_N_MAP_COLUMNS; c++)
        {
          VasRect rect = columns->columns[c], heading = columns->headings[c];
          if (rect.width <= 0)
            continue;
          g_assert_cmpfloat (rect.x, >=, end - 1e-9);
          g_assert_cmpfloat (heading.y + heading.height, <=, rect.y + 1e-9);
          g_assert_cmpfloat (rect.y + rect.height, <=, 604 + 1e-9);
          end = rect.x + rect.width;
        }
      g_assert_cmpfloat (columns->columns[VAS_MAP_REGION].width, >, 0);
      if (WIDTHS[i] >= 260)
        g_assert_cmpfloat (end, <=, 8 + WIDTHS[i] + 1);
    }
}

/* The middle of what is drawn for a region hits that region. */
static void
check_hits (const VasMapGeometry *geometry)
{
  VasSnapshot *snapshot = vas_map_geometry_get_snapshot (geometry);
  gsize n;
  const VasCell *cells = vas_map_cells_get_cells (vas_map_geometry_get_cells (geometry), &n);
  for (gsize i = 0; i < n; i++)
    {
      VasRect rect = vas_map_geometry_get_rows (geometry, VAS_MAP_REGION, cells[i].row,
                                                cells[i].end_row);
      VasMapHit hit = vas_map_geometry_hit (geometry, rect.x + rect.width / 2,
                                            rect.y + rect.height / 2);
      g_assert_cmpint (hit.column, ==, VAS_MAP_REGION);
      g_assert_cmpuint (hit.n, ==, cells[i].n);
      if (cells[i].n == 0)
        {
          g_assert_cmpint (hit.kind, ==, VAS_MAP_HIT_GAP);
          continue;
        }
      g_assert_cmpuint (hit.first, ==, cells[i].first);
      g_assert_cmpuint (hit.mapped, ==, cells[i].mapped);
      g_assert_cmpuint (hit.start, <=, vas_snapshot_get_region (snapshot, hit.first)->end);
      if (hit.end > hit.start)
        g_assert_true (hit.address >= hit.start && hit.address < hit.end);

      VasRect outline;
      g_assert_true (vas_map_geometry_locate (geometry, VAS_MAP_REGION, hit.first, hit.n, &outline));
      g_assert_cmpfloat (outline.y, ==, rect.y);
      g_assert_cmpfloat (outline.height, ==, rect.height);
    }
}

static void
test_hits (void)
{
  for (guint make = 0; make < RANDOM_N_MAKES; make++)
    for (guint32 seed = 1; seed < 6; seed++)
      for (guint direction = VAS_DIRECTION_DOWN; direction <= VAS_DIRECTION_UP; direction++)
        {
          g_autoptr (VasSnapshot) snapshot = random_snapshot_new (seed, make, 500);
          g_autoptr (VasMapGeometry) whole
              = make_geometry (snapshot, direction, vas_viewport_whole (), 500, 700, 1);
          g_autoptr (VasMapGeometry) near
              = make_geometry (snapshot, direction, (VasViewport){ 0.4, 0.03 }, 500, 700, 2);
          check_hits (whole);
          check_hits (near);
        }
}

static VasMapHit
hit_region (const VasMapGeometry *geometry, VasMapColumn column, gsize region)
{
  const VasCell *cell
      = vas_map_cells_find_region (vas_map_geometry_get_cells (geometry), region);
  VasRect rect = vas_map_geometry_get_rows (geometry, column, cell->row, cell->end_row);
  return vas_map_geometry_hit (geometry, rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/* The columns of objects and areas hit what stands in them. */
static void
test_objects (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasMapGeometry) geometry
      = make_geometry (snapshot, VAS_DIRECTION_DOWN, vas_viewport_whole (), 800, 900, 1);

  VasMapHit object = hit_region (geometry, VAS_MAP_OBJECT, 2);
  g_assert_cmpint (object.kind, ==, VAS_MAP_HIT_OBJECT);
  g_assert_cmpuint (object.first, ==, 0);
  g_assert_cmpuint (object.n, ==, 5);
  g_assert_cmphex (object.start, ==, 0x559b8c418000);
  g_assert_cmphex (object.end, ==, 0x559b8c424000);
  g_assert_cmpuint (object.mapped, ==, 0xc000);

  VasMapHit area = hit_region (geometry, VAS_MAP_AREA, 2);
  g_assert_cmpint (area.kind, ==, VAS_MAP_HIT_AREA);
  g_assert_cmpuint (area.n, ==, 6);
  g_assert_cmphex (area.end, ==, 0x559b8c5f2000);

  VasMapHit ruler = hit_region (geometry, VAS_MAP_RULER, 5);
  g_assert_cmpint (ruler.kind, ==, VAS_MAP_HIT_REGION);
  g_assert_cmpuint (ruler.first, ==, 5);
}

static void
test_overview (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  VasViewport viewport = { 0.5, 0.25 };
  g_autoptr (VasMapGeometry) geometry
      = make_geometry (snapshot, VAS_DIRECTION_DOWN, viewport, 600, 900, 1);
  VasRect strip = vas_map_geometry_get_columns (geometry)->columns[VAS_MAP_OVERVIEW];
  VasMapHit hit = vas_map_geometry_hit (geometry, strip.x + 2, strip.y + strip.height * 0.75);
  g_assert_cmpint (hit.kind, ==, VAS_MAP_HIT_OVERVIEW);
  g_assert_cmpfloat_with_epsilon (hit.position, 0.75, 1e-9);
  VasRect window = vas_map_geometry_get_window (geometry);
  g_assert_cmpfloat_with_epsilon (window.y, strip.y + strip.height * 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (window.height, strip.height * 0.25, 1e-9);
}

static void
test_outside (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("ab");
  g_autoptr (VasMapGeometry) geometry
      = make_geometry (snapshot, VAS_DIRECTION_DOWN, vas_viewport_whole (), 500, 400, 1);
  static const double POINTS[][2] = { { 0, 0 }, { -5, 200 }, { 600, 200 }, { 250, 10 }, { 250, 405 } };
  for (guint i = 0; i < G_N_ELEMENTS (POINTS); i++)
    {
      VasMapHit hit = vas_map_geometry_hit (geometry, POINTS[i][0], POINTS[i][1]);
      g_assert_cmpint (hit.kind, ==, VAS_MAP_HIT_NOTHING);
      g_assert_cmpint (hit.column, ==, VAS_N_MAP_COLUMNS);
    }
}

/* Labels of the ruler stand clear of one another, and where the address is. */
static void
check_ruler (const VasMapGeometry *geometry)
{
  gsize n;
  const VasTick *ticks = vas_map_geometry_get_ticks (geometry, &n);
  const VasLayout *layout = vas_map_geometry_get_layout (geometry);
  gboolean up = vas_layout_get_direction (layout) == VAS_DIRECTION_UP;
  double room = vas_type_get_line_height (vas_map_geometry_get_type_set (geometry), VAS_FONT_MONO)
                * vas_map_geometry_get_pixel_ratio (geometry);
  guint rows = vas_map_cells_get_n_rows (vas_map_geometry_get_cells (geometry));
  double before = -room;
  g_assert_cmpuint (n, >, 0);
  for (gsize i = 0; i < n; i++)
    {
      double middle = CLAMP (ticks[i].row, room / 2, rows - room / 2);
      g_assert_cmpfloat (middle - before, >=, room);
      before = middle;
      if (i > 0)
        g_assert_true (up ? ticks[i].address < ticks[i - 1].address
                          : ticks[i].address > ticks[i - 1].address);
      g_assert_cmpuint (ticks[i].n_shared, <=, strlen (ticks[i].text));
      g_assert_cmpuint (g_ascii_strtoull (ticks[i].text, NULL, 16), ==, ticks[i].address);
    }
}

static void
test_ruler (void)
{
  static const double EXTENTS[] = { 1, 0.3, 0.02, 0.0004 };
  for (guint32 seed = 1; seed < 8; seed++)
    for (guint e = 0; e < G_N_ELEMENTS (EXTENTS); e++)
      for (guint direction = VAS_DIRECTION_DOWN; direction <= VAS_DIRECTION_UP; direction++)
        {
          g_autoptr (VasSnapshot) snapshot = random_snapshot_new (seed, RANDOM_TAME, 400);
          VasViewport viewport = { 0.37 * (1 - EXTENTS[e]), EXTENTS[e] };
          g_autoptr (VasMapGeometry) geometry
              = make_geometry (snapshot, direction, viewport, 500, 800, 1.5);
          check_ruler (geometry);
        }
}

/* Where one page fills many rows the ruler still says where one is, by round addresses. */
static void
test_ruler_inside (void)
{
  const VasRegion region = { .start = 0x100000000, .end = 0x140000000, .perms = VAS_PERM_READ };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_regions (&region, 1);
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  VasViewport viewport = vas_viewport_fit_exactly (layout, 0x120000000, 0x120040000, 800);
  g_autoptr (VasMapGeometry) geometry
      = make_geometry (snapshot, VAS_DIRECTION_DOWN, viewport, 500, 800, 1);
  gsize n;
  const VasTick *ticks = vas_map_geometry_get_ticks (geometry, &n);
  g_assert_cmpuint (n, >=, 4);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (ticks[i].address % 4096, ==, 0);
      g_assert_cmpuint (ticks[i].address, >=, 0x120000000);
      g_assert_cmpuint (ticks[i].address, <, 0x120040000);
    }
}

/* What was made for the strip is used again as long as layout and height are the same. */
static void
test_overview_kept (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_letters ("abcd");
  g_autoptr (VasLayout) layout = vas_layout_new (snapshot, VAS_SCALE_LOG, VAS_DIRECTION_DOWN);
  g_autoptr (VasType) type = vas_type_new (NULL, 1);
  VasMapRequest request = { .layout = layout, .viewport = vas_viewport_whole (), .type = type,
                            .frame = { 0, 0, 500, 500 }, .pixel_ratio = 1, .with_overview = TRUE };
  g_autoptr (VasMapGeometry) first = vas_map_geometry_new (&request);
  request.before = first;
  request.viewport = (VasViewport){ 0.2, 0.1 };
  g_autoptr (VasMapGeometry) second = vas_map_geometry_new (&request);
  g_assert_true (vas_map_geometry_get_overview (first) == vas_map_geometry_get_overview (second));
  request.frame.height = 600;
  g_autoptr (VasMapGeometry) third = vas_map_geometry_new (&request);
  g_assert_true (vas_map_geometry_get_overview (third) != vas_map_geometry_get_overview (second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/columns", test_columns);
  g_test_add_func ("/geometry/hits", test_hits);
  g_test_add_func ("/geometry/objects", test_objects);
  g_test_add_func ("/geometry/overview", test_overview);
  g_test_add_func ("/geometry/overview-kept", test_overview_kept);
  g_test_add_func ("/geometry/outside", test_outside);
  g_test_add_func ("/geometry/ruler", test_ruler);
  g_test_add_func ("/geometry/ruler-inside", test_ruler_inside);
  return g_test_run ();
}
