/* What the map has laid out of a process that maps, grows and unmaps: anew only where it must be.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-map-follower.h"

#include "vas-test-child.h"
#include "vas-test-wait.h"

#include <malloc.h>
#include <string.h>

enum
{
  HERE = 100, /* pages into the child's room */
  THERE = 300,
  SIZE = 64,
  MANY = 9000, /* too many to be laid out on the main loop */
};

typedef struct
{
  VasTestChild *child;
  VasSession *session;
  VasMapFollower *follower;
  guint n_changed;
  guint n_rebound;
  guint n_refreshed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static VasLayout *
get_layout (Fixture *fixture)
{
  VasMapSums *sums = vas_map_follower_get_sums (fixture->follower);
  return sums != NULL ? vas_map_sums_get_layout (sums) : NULL;
}

static VasSnapshot *
get_snapshot (Fixture *fixture)
{
  return vas_layout_get_snapshot (get_layout (fixture));
}

/* Reads the process anew, and waits until all that comes of it is there. */
static void
refresh (Fixture *fixture)
{
  fixture->n_refreshed = fixture->n_changed = fixture->n_rebound = 0;
  vas_session_refresh (fixture->session);
  vas_test_wait_until (fixture->n_refreshed > 0);
  g_assert_true (vas_map_follower_is_current (fixture->follower));
  g_assert_true (get_snapshot (fixture) == vas_session_get_snapshot (fixture->session));
}

/* The child has answered, but may still be on its way to the next line. */
static void
settle (Fixture *fixture)
{
  do
    refresh (fixture);
  while (fixture->n_changed + fixture->n_rebound > 0);
}

static void
set_up (Fixture *fixture, gconstpointer many)
{
  fixture->child = vas_test_child_new ();
  vas_test_child_tell (fixture->child, "map", HERE, SIZE);
  if (many != NULL)
    vas_test_child_tell (fixture->child, "many", 2 * THERE, GPOINTER_TO_UINT (many));
  fixture->session = vas_session_new ();
  fixture->follower = vas_map_follower_new ();
  vas_reader_set_live (vas_session_get_reader (fixture->session), FALSE);
  vas_map_follower_set_session (fixture->follower, fixture->session);
  g_signal_connect_swapped (fixture->follower, "changed", G_CALLBACK (count_cb),
                            &fixture->n_changed);
  g_signal_connect_swapped (fixture->follower, "rebound", G_CALLBACK (count_cb),
                            &fixture->n_rebound);
  g_signal_connect_swapped (fixture->session, "refreshed", G_CALLBACK (count_cb),
                            &fixture->n_refreshed);
  vas_session_open (fixture->session, vas_test_child_get_source (fixture->child));
  vas_test_wait_until (fixture->n_refreshed > 0 && get_layout (fixture) != NULL);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_unref (fixture->follower);
  g_object_add_weak_pointer (G_OBJECT (fixture->session), (gpointer *) &fixture->session);
  g_object_unref (fixture->session);
  vas_test_wait_until (fixture->session == NULL);
  vas_test_child_free (fixture->child);
}

/* Nothing happened, and nothing is done. */
static void
test_unchanged (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 3; i++)
    {
      VasMapSums *sums = vas_map_follower_get_sums (fixture->follower);
      refresh (fixture);
      g_assert_cmpuint (fixture->n_changed + fixture->n_rebound, ==, 0);
      g_assert_true (vas_map_follower_get_sums (fixture->follower) == sums);
    }
}

static guint64
sum_resident (Fixture *fixture)
{
  return get_snapshot (fixture)->totals.all.resident;
}

/* More is in RAM: another picture, of the same layout. */
static void
test_sizes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (VasLayout) former = vas_layout_ref (get_layout (fixture));
  guint64 resident = sum_resident (fixture);
  if (!get_snapshot (fixture)->totals.resident_known)
    {
      g_test_skip ("this kernel does not tell what is in RAM without a walk (PAGEMAP_SCAN, 6.7)");
      return;
    }
  vas_test_child_tell (fixture->child, "touch", HERE, SIZE);
  refresh (fixture);
  g_assert_cmpuint (sum_resident (fixture), >, resident);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (get_layout (fixture) != former);
  g_assert_true (vas_layout_has_same_heights (get_layout (fixture), former));
  g_assert_null (vas_map_follower_get_marks (fixture->follower));
}

/* Only the process's name is another: nothing of the map looks different. */
static void
test_rebound (Fixture *fixture, gconstpointer unused)
{
  vas_test_child_tell (fixture->child, "rename", 6, 0); /* and has all in memory that it takes */
  settle (fixture);
  g_autoptr (VasLayout) former = vas_layout_ref (get_layout (fixture));
  vas_test_child_tell (fixture->child, "rename", 7, 0);
  refresh (fixture);
  g_assert_cmpstr (get_snapshot (fixture)->title, ==, "child-7");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (fixture->n_rebound, ==, 1);
  g_assert_true (vas_layout_has_same_heights (get_layout (fixture), former));
}

static VasChange
find_change (Fixture *fixture, guint page)
{
  const VasMapMarks *marks = vas_map_follower_get_marks (fixture->follower);
  const VasReading *reading = get_snapshot (fixture)->reading;
  gssize region = vas_regions_find (reading->regions, reading->n_regions,
                                    vas_test_child_get_address (fixture->child, page));
  g_assert_nonnull (marks);
  g_assert_cmpint (region, >=, 0);
  return vas_map_marks_find_change (marks, (gsize) region, 1);
}

/* What is new, has grown and is gone is marked, for a moment. */
static void
test_marks (Fixture *fixture, gconstpointer unused)
{
  vas_test_child_tell (fixture->child, "map", THERE, SIZE);
  refresh (fixture);
  g_assert_cmpint (find_change (fixture, THERE), ==, VAS_CHANGE_NEW);
  g_assert_cmpint (find_change (fixture, HERE), ==, VAS_CHANGE_NONE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  vas_test_child_tell (fixture->child, "map", HERE + SIZE, SIZE);
  refresh (fixture);
  g_assert_cmpint (find_change (fixture, HERE), ==, VAS_CHANGE_RESIZED);
  g_assert_cmpint (find_change (fixture, THERE), ==, VAS_CHANGE_NONE);

  vas_test_child_tell (fixture->child, "unmap", THERE, SIZE);
  refresh (fixture);
  const VasMapMarks *marks = vas_map_follower_get_marks (fixture->follower);
  g_assert_cmpuint (marks->n_gone, ==, 1);
  g_assert_cmphex (marks->gone[0], ==, vas_test_child_get_address (fixture->child, THERE));

  fixture->n_changed = 0;
  vas_test_wait_until (vas_map_follower_get_marks (fixture->follower) == NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

/* Marks outlast a refresh that finds nothing new, or only other sizes. */
static void
test_marks_stay (Fixture *fixture, gconstpointer unused)
{
  vas_test_child_tell (fixture->child, "map", THERE, SIZE);
  refresh (fixture);
  refresh (fixture);
  g_assert_cmpint (find_change (fixture, THERE), ==, VAS_CHANGE_NEW);
  vas_test_child_tell (fixture->child, "touch", HERE, SIZE);
  refresh (fixture);
  g_assert_cmpint (find_change (fixture, THERE), ==, VAS_CHANGE_NEW);
}

/* Of many regions the layout comes from a worker; the former stays until then, and says that it is
 * the former. */
static void
test_many (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (VasLayout) former = vas_layout_ref (get_layout (fixture));
  g_assert_cmpuint (vas_snapshot_get_n_regions (get_snapshot (fixture)), >, MANY);
  vas_test_child_tell (fixture->child, "map", THERE, SIZE);
  fixture->n_changed = 0;
  vas_session_refresh (fixture->session);
  vas_test_wait_until (vas_session_get_snapshot (fixture->session)
                       != vas_layout_get_snapshot (former));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (get_layout (fixture) == former);
  g_assert_false (vas_map_follower_is_current (fixture->follower));
  vas_test_wait_until (vas_map_follower_is_current (fixture->follower));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (find_change (fixture, THERE), ==, VAS_CHANGE_NEW);
}

/* The latest wish wins: neither scale is laid out that nobody waits for any more. */
static void
test_latest_wish (Fixture *fixture, gconstpointer unused)
{
  fixture->n_changed = 0;
  vas_map_follower_set_scale (fixture->follower, VAS_SCALE_LINEAR);
  vas_map_follower_set_scale (fixture->follower, VAS_SCALE_EVEN);
  vas_map_follower_set_direction (fixture->follower, VAS_DIRECTION_UP);
  vas_test_wait_until (fixture->n_changed > 0);
  g_assert_cmpint (vas_layout_get_scale (get_layout (fixture)), ==, VAS_SCALE_EVEN);
  g_assert_cmpint (vas_layout_get_direction (get_layout (fixture)), ==, VAS_DIRECTION_UP);
  refresh (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* What a filter matches goes into the sums; the layout stays. */
static void
test_filter (Fixture *fixture, gconstpointer unused)
{
  VasLayout *layout = get_layout (fixture);
  g_assert_null (vas_map_sums_get_matches (vas_map_follower_get_sums (fixture->follower)));
  g_assert_true (vas_session_set_filter_text (fixture->session, "kind:heap", NULL));
  vas_test_wait_until (vas_map_sums_get_matches (vas_map_follower_get_sums (fixture->follower))
                       != NULL);
  g_assert_cmpmem (vas_map_sums_get_matches (vas_map_follower_get_sums (fixture->follower)),
                   vas_snapshot_get_n_regions (get_snapshot (fixture)),
                   vas_session_get_matches (fixture->session),
                   vas_snapshot_get_n_regions (get_snapshot (fixture)));
  g_assert_true (get_layout (fixture) == layout);
  g_assert_true (vas_session_set_filter_text (fixture->session, "", NULL));
  vas_test_wait_until (vas_map_sums_get_matches (vas_map_follower_get_sums (fixture->follower))
                       == NULL);
}

/* Bytes in use; 0 where the C library or a sanitizer does not tell. */
static gsize
count_bytes (void)
{
#ifdef __GLIBC__
  struct mallinfo2 info = mallinfo2 ();
  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}

/* However often the process changes, no more than the newest snapshot and the one before are held. */
static void
test_memory (Fixture *fixture, gconstpointer unused)
{
  gsize one_snapshot = 100 * vas_snapshot_get_n_regions (get_snapshot (fixture));
  gsize before = 0;
  for (guint i = 0; i < 60; i++)
    {
      vas_test_child_tell (fixture->child, i % 2 == 0 ? "map" : "unmap", THERE, SIZE);
      refresh (fixture);
      if (i == 10)
        before = count_bytes ();
    }
  g_assert_cmpuint (count_bytes (), <, before + 3 * one_snapshot);
}

/* Another source begins with nothing, and a former layout that comes late is not taken. */
static void
test_other_source (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = "00400000-00500000 r-xp 00000000 08:01 7 /bin/tool\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "tool");
  vas_map_follower_set_scale (fixture->follower, VAS_SCALE_EVEN); /* on the worker now */
  vas_session_open (fixture->session, source);
  g_assert_null (vas_map_follower_get_sums (fixture->follower));
  vas_test_wait_until (get_layout (fixture) != NULL);
  g_assert_cmpuint (vas_snapshot_get_n_regions (get_snapshot (fixture)), ==, 1);
  g_assert_null (vas_map_follower_get_marks (fixture->follower));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), guint many)
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (many), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/map-follower/unchanged", test_unchanged, 0);
  add ("/map-follower/sizes", test_sizes, 0);
  add ("/map-follower/rebound", test_rebound, 0);
  add ("/map-follower/marks", test_marks, 0);
  add ("/map-follower/marks-stay", test_marks_stay, 0);
  add ("/map-follower/many", test_many, MANY);
  add ("/map-follower/many/unchanged", test_unchanged, MANY);
  add ("/map-follower/many/rebound", test_rebound, MANY);
  add ("/map-follower/latest-wish", test_latest_wish, MANY);
  add ("/map-follower/filter", test_filter, 0);
  add ("/map-follower/many/filter", test_filter, MANY);
  add ("/map-follower/many/memory", test_memory, MANY);
  add ("/map-follower/other-source", test_other_source, MANY);
  return g_test_run ();
}
