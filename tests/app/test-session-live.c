/* The session follows real processes: one that does nothing, that changes, that becomes another, that
 * ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-session.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../model/temporary-tree.h"
#include "vas-error.h"
#include "vas-test-child.h"
#include "vas-test-wait.h"

/* What the session and its rows say, as text; and how many refreshes were over. */
typedef struct
{
  VasTestChild *child;
  VasSession *session;
  GString *log;
  guint n_refreshes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  static const char *const states[] = { "empty", "loading", "ready", "failed", "ended" };
  g_string_append_printf (fixture->log, "%s ", states[vas_session_get_state (fixture->session)]);
}

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  g_string_append_printf (fixture->log, "%u-%u+%u ", position, removed, added);
}

static void
order_changed_cb (Fixture *fixture)
{
  g_string_append (fixture->log, "order ");
}

static void
marks_changed_cb (Fixture *fixture)
{
  const VasMapMarks *marks = vas_session_get_marks (fixture->session);
  if (marks != NULL)
    g_string_append_printf (fixture->log, "marks:%" G_GSIZE_FORMAT "new,%" G_GSIZE_FORMAT
                            "changed,%" G_GSIZE_FORMAT "gone ",
                            marks->n_new, marks->n_resized, marks->n_gone);
}

static void
refreshed_cb (Fixture *fixture)
{
  fixture->n_refreshes++;
}

static VasRegionList *
get_list (Fixture *fixture)
{
  return vas_session_get_region_list (fixture->session);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->child = vas_test_child_new ();
  fixture->session = vas_session_new ();
  fixture->log = g_string_new (NULL);
  vas_reader_set_live (vas_session_get_reader (fixture->session), FALSE);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->session, "refreshed", G_CALLBACK (refreshed_cb), fixture);
  g_signal_connect_swapped (fixture->session, "marks-changed", G_CALLBACK (marks_changed_cb),
                            fixture);
  g_signal_connect_swapped (get_list (fixture), "items-changed", G_CALLBACK (items_changed_cb),
                            fixture);
  g_signal_connect_swapped (get_list (fixture), "order-changed", G_CALLBACK (order_changed_cb),
                            fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_signal_handlers_disconnect_by_data (get_list (fixture), fixture);
  g_assert_finalize_object (fixture->session);
  vas_test_child_free (fixture->child);
  g_string_free (fixture->log, TRUE);
}

/* Opened, and measured, which follows by itself. */
static void
open_child (Fixture *fixture)
{
  vas_test_child_wait_until_asleep (fixture->child);
  vas_session_open (fixture->session, vas_test_child_get_source (fixture->child));
  vas_test_wait_until (fixture->n_refreshes == 2);
  g_assert_true (vas_session_get_snapshot (fixture->session)->totals.resident_known);
  g_string_truncate (fixture->log, 0);
}

/* A failure is an end of a refresh too. */
static void
refresh (Fixture *fixture)
{
  guint before = fixture->n_refreshes;
  vas_session_refresh (fixture->session);
  vas_test_wait_until (fixture->n_refreshes > before);
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

/* Each refresh is over, and nobody was told anything. */
static void
test_unchanged (Fixture *fixture, gconstpointer unused)
{
  open_child (fixture);
  g_autoptr (VasSnapshot) before = vas_snapshot_ref (vas_session_get_snapshot (fixture->session));
  gint64 confirmed = vas_session_get_confirmed (fixture->session);
  for (guint i = 0; i < 10; i++)
    refresh (fixture);
  g_assert_true (vas_session_get_snapshot (fixture->session) == before);
  g_assert_cmpint (vas_session_get_confirmed (fixture->session), >, confirmed);
  assert_log (fixture, "");
  g_assert_cmpint (vas_reader_get_cost (vas_session_get_reader (fixture->session)), >, 0);
}

static void
tell (Fixture *fixture, const char *word, guint offset, guint size)
{
  vas_test_child_tell (fixture->child, word, offset, size);
  vas_test_child_wait_until_asleep (fixture->child);
  refresh (fixture);
}

/* A block comes, grows and goes. The row that somebody holds, second to the last, stays the same
 * object and out of all changes, so that a view looks for it nowhere; what is selected stays so. */
static void
test_changing (Fixture *fixture, gconstpointer unused)
{
  open_child (fixture);
  VasRegionList *list = get_list (fixture);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (VasRegionItem) held = g_list_model_get_item (G_LIST_MODEL (list), n - 2);
  vas_region_list_select_only (list, n - 2, 1);

  tell (fixture, "map", 0, 4);
  g_autofree char *come = g_strdup_printf ("0-%u+%u %u-1+1 order marks:1new,0changed,0gone ready ",
                                           n - 2, n - 1, n);
  assert_log (fixture, come);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n + 1);
  g_autoptr (VasRegionItem) same = g_list_model_get_item (G_LIST_MODEL (list), n - 1);
  g_assert_true (same == held);
  g_assert_true (vas_region_list_is_region_selected (list, n - 1));

  tell (fixture, "map", 4, 4);
  assert_log (fixture, "order marks:0new,1changed,0gone ready ");

  tell (fixture, "unmap", 0, 8);
  g_autofree char *gone = g_strdup_printf ("0-%u+%u %u-1+1 order marks:0new,0changed,1gone ready ",
                                           n - 1, n - 2, n - 1);
  assert_log (fixture, gone);
  g_assert_cmpuint (vas_region_item_get_index (held), ==, n - 2);
  g_assert_true (vas_region_list_is_region_selected (list, n - 2));
}

/* Sizes alone: no row is another, and nothing is marked. */
static void
test_growing_in_memory (Fixture *fixture, gconstpointer unused)
{
  vas_test_child_tell (fixture->child, "map", 0, 64);
  open_child (fixture);
  g_autoptr (VasSnapshot) before = vas_snapshot_ref (vas_session_get_snapshot (fixture->session));
  tell (fixture, "touch", 0, 64);
  assert_log (fixture, "order ready ");
  VasSnapshot *present = vas_session_get_snapshot (fixture->session);
  g_assert_cmpuint (present->totals.all.resident, >, before->totals.all.resident);
  g_assert_true (vas_snapshot_has_same_regions (before, present));
  g_assert_false (vas_snapshot_has_same_sizes (before, present));
}

/* Another program in the same process: everything begins anew. A reading may come in the middle of
 * the exec, when the old name is still there and the new program not loaded yet. */
static void
test_exec (Fixture *fixture, gconstpointer unused)
{
  open_child (fixture);
  g_autoptr (VasSource) source = vas_source_ref (vas_session_get_source (fixture->session));
  vas_region_list_select_only (get_list (fixture), 0, 2);
  vas_session_set_hover (fixture->session, 0x1000, 0x2000);
  g_assert_null (vas_session_get_replaced (fixture->session, NULL));

  gint64 before = g_get_real_time (), when;
  vas_test_child_tell (fixture->child, "exec", 0, 0);
  while (vas_session_get_source (fixture->session) == source)
    refresh (fixture);
  g_assert_null (strstr (fixture->log->str, "marks"));
  gsize n_selected;
  guint64 start, end;
  vas_region_list_get_selected (get_list (fixture), &n_selected, NULL, NULL);
  vas_session_get_hover (fixture->session, &start, &end);
  g_assert_cmpuint (n_selected, ==, 0);
  g_assert_cmpuint (start, ==, end);

  while (!g_str_equal (vas_session_get_snapshot (fixture->session)->title, "sleep"))
    refresh (fixture);
  g_assert_cmpstr (vas_session_get_replaced (fixture->session, &when), ==, "mapping-child");
  g_assert_cmpint (when, >=, before);
  g_assert_cmpint (vas_source_get_pid (vas_session_get_source (fixture->session)), ==,
                   vas_source_get_pid (source));
  g_assert_cmpint (vas_session_get_state (fixture->session), ==, VAS_SESSION_READY);
  vas_test_child_kill (fixture->child);
}

/* Noted at once, without any reading, and nothing is read any more. */
static void
test_end (Fixture *fixture, gconstpointer unused)
{
  open_child (fixture);
  guint n_refreshes = fixture->n_refreshes;
  gint64 before = g_get_real_time ();
  vas_test_child_kill (fixture->child);
  vas_test_wait_until (vas_session_get_state (fixture->session) == VAS_SESSION_ENDED);
  assert_log (fixture, "ended ");
  g_assert_cmpuint (fixture->n_refreshes, ==, n_refreshes);
  g_assert_cmpint (vas_session_get_ended (fixture->session), >=, before);
  g_assert_null (vas_session_get_error (fixture->session));
  g_assert_nonnull (vas_session_get_snapshot (fixture->session));

  vas_reader_set_live (vas_session_get_reader (fixture->session), TRUE);
  vas_session_refresh (fixture->session);
  g_assert_cmpuint (vas_reader_get_period (vas_session_get_reader (fixture->session)), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  assert_log (fixture, "");
}

static void
test_pause (Fixture *fixture, gconstpointer unused)
{
  VasReader *reader = vas_session_get_reader (fixture->session);
  open_child (fixture);
  g_assert_cmpuint (vas_reader_get_period (reader), ==, 0);
  vas_reader_set_live (reader, TRUE);
  g_assert_cmpuint (vas_reader_get_period (reader), >=, 1000);
  guint before = fixture->n_refreshes;
  vas_test_wait_until (fixture->n_refreshes > before + 1); /* by itself */
  vas_reader_set_live (reader, FALSE);
  assert_log (fixture, "");
}

/* Where nothing tells of the end, the next reading does; what is not an end keeps its own words. */
static void
test_ends_in_tree (Fixture *fixture, gconstpointer unused)
{
  static const char maps[] = "1000-2000 rw-p 00000000 00:00 0 \n";
  static const struct
  {
    const char *directory;
    const char *maps;
    const char *stat; /* "%c %d": state and start time */
    VasSessionState state;
    VasError code;
  } cases[] = {
    { "5", maps, "5 (a) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 777 0 0", VAS_SESSION_READY, 0 },
    { "5", "", "5 (a) Z 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 777 0 0", VAS_SESSION_FAILED,
      VAS_ERROR_ZOMBIE },
    { "5", maps, "5 (b) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 888 0 0", VAS_SESSION_FAILED,
      VAS_ERROR_REUSED },
    { "6", maps, "6 (a) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 777 0 0", VAS_SESSION_ENDED, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TemporaryTree) tree = temporary_tree_new ();
      temporary_tree_write (tree, "5/maps", maps, -1);
      temporary_tree_write (tree, "5/stat", cases[0].stat, -1);
      g_autoptr (VasSource) source = vas_source_new_for_process (tree->path, 5, 0);
      guint before = fixture->n_refreshes;
      vas_session_open (fixture->session, source);
      /* Of maps alone, with a scan that such a tree has not, with the smaps that it has not. */
      vas_test_wait_until (fixture->n_refreshes == before + 3);

      g_autofree char *old = temporary_tree_get (tree, "5"), *gone = temporary_tree_get (tree, "gone");
      g_assert_cmpint (rename (old, gone), ==, 0);
      g_autofree char *maps_path = g_build_filename (cases[i].directory, "maps", NULL);
      g_autofree char *stat_path = g_build_filename (cases[i].directory, "stat", NULL);
      temporary_tree_write (tree, maps_path, cases[i].maps, -1);
      temporary_tree_write (tree, stat_path, cases[i].stat, -1);
      before = fixture->n_refreshes;
      vas_session_refresh (fixture->session);
      vas_test_wait_until (fixture->n_refreshes > before
                           || vas_session_get_state (fixture->session) != VAS_SESSION_READY);
      g_test_message ("case %u", i);
      g_assert_cmpint (vas_session_get_state (fixture->session), ==, cases[i].state);
      if (cases[i].state == VAS_SESSION_FAILED)
        g_assert_error (vas_session_get_error (fixture->session), VAS_ERROR, (int) cases[i].code);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/session-live/unchanged", test_unchanged);
  ADD ("/session-live/changing", test_changing);
  ADD ("/session-live/growing-in-memory", test_growing_in_memory);
  ADD ("/session-live/exec", test_exec);
  ADD ("/session-live/end", test_end);
  ADD ("/session-live/pause", test_pause);
  ADD ("/session-live/ends-in-tree", test_ends_in_tree);
  return g_test_run ();
}
