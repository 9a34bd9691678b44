/* The session: what it publishes, in which order, and what it drops.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-session.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vas-error.h"
#include "vas-test-wait.h"

static const char four_regions[] = "00400000-00402000 r-xp 00000000 08:01 7 /bin/tool\n"
                                   "00602000-00603000 rw-p 00002000 08:01 7 /bin/tool\n"
                                   "01000000-01021000 rw-p 00000000 00:00 0 [heap]\n"
                                   "7ffc0000000-7ffc0021000 rw-p 00000000 00:00 0 [stack]\n";
static const char one_region[] = "00400000-00401000 r-xp 00000000 08:01 9 /bin/other\n";

static VasSource *
make_source (const char *text, const char *title)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return vas_source_new_for_bytes (bytes, title);
}

/* A log of everything a session says, as text. */

static void
log_changed_cb (VasSession *session, GString *log)
{
  static const char *const states[] = { "empty", "loading", "ready", "failed", "ended" };
  VasSnapshot *snapshot = vas_session_get_snapshot (session);
  g_string_append_printf (log, "changed %s", states[vas_session_get_state (session)]);
  if (snapshot != NULL)
    g_string_append_printf (log, " %s %" G_GSIZE_FORMAT, snapshot->title,
                            vas_snapshot_get_n_regions (snapshot));
  g_string_append (log, "\n");
}

static void
log_filter_text_cb (VasSession *session, GString *log)
{
  g_string_append_printf (log, "text '%s'\n", vas_session_get_filter_text (session));
}

static void
log_filter_cb (VasSession *session, GString *log)
{
  const guint8 *matches = vas_session_get_matches (session);
  VasSnapshot *snapshot = vas_session_get_snapshot (session);
  g_string_append (log, "filter ");
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    g_string_append_c (log, matches == NULL || matches[i] ? '1' : '0');
  g_string_append (log, "\n");
}

static void
log_sort_cb (VasSession *session, GString *log)
{
  gboolean descending;
  VasSort sort = vas_session_get_sort (session, &descending);
  g_string_append_printf (log, "sort %d %s\n", sort, descending ? "down" : "up");
}

static VasSession *
make_session (GString *log)
{
  VasSession *session = vas_session_new ();
  vas_reader_set_live (vas_session_get_reader (session), FALSE);
  g_signal_connect (session, "changed", G_CALLBACK (log_changed_cb), log);
  g_signal_connect (session, "filter-text-changed", G_CALLBACK (log_filter_text_cb), log);
  g_signal_connect (session, "filter-changed", G_CALLBACK (log_filter_cb), log);
  g_signal_connect (session, "sort-changed", G_CALLBACK (log_sort_cb), log);
  return session;
}

static void
assert_log (GString *log, const char *expected)
{
  g_assert_cmpstr (log->str, ==, expected);
  g_string_truncate (log, 0);
}

static char *
print_rows (VasSession *session)
{
  VasRegionList *list = vas_session_get_region_list (session);
  GString *rows = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint row = 0; row < n; row++)
    g_string_append_printf (rows, " %" G_GSIZE_FORMAT, vas_region_list_get_region (list, row));
  return g_string_free (rows, FALSE);
}

static void
assert_rows (VasSession *session, const char *expected)
{
  g_autofree char *rows = print_rows (session);
  g_assert_cmpstr (rows, ==, expected);
}

static gboolean
is_settled (VasSession *session)
{
  VasSessionState state = vas_session_get_state (session);
  return state == VAS_SESSION_READY || state == VAS_SESSION_FAILED;
}

static void
open_and_wait (VasSession *session, VasSource *source)
{
  vas_session_open (session, source);
  vas_test_wait_until (is_settled (session));
}

static void
test_open (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) source = make_source (four_regions, "tool");

  g_assert_cmpint (vas_session_get_state (session), ==, VAS_SESSION_EMPTY);
  open_and_wait (session, source);
  assert_log (log, "changed loading\nchanged ready tool 4\n");
  assert_rows (session, " 0 1 2 3");
}

/* What was asked for last counts, however long the one before takes. */
static void
test_newest_wins (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) first = make_source (four_regions, "tool");
  g_autoptr (VasSource) second = make_source (one_region, "other");

  vas_session_open (session, first);
  open_and_wait (session, second);
  assert_log (log, "changed loading\nchanged loading\nchanged ready other 1\n");
  assert_rows (session, " 0");
}

static void
test_failure_without_picture (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) source = make_source ("no maps at all\n", "prose");

  open_and_wait (session, source);
  assert_log (log, "changed loading\nchanged failed\n");
  g_assert_error (vas_session_get_error (session), VAS_ERROR, VAS_ERROR_NOT_MAPS);

  vas_session_refresh (session);
  vas_test_wait_until (is_settled (session));
  assert_log (log, "changed loading\nchanged failed\n");
}

static void
test_filter (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) source = make_source (four_regions, "tool");
  VasRegionList *list = vas_session_get_region_list (session);

  open_and_wait (session, source);
  g_string_truncate (log, 0);

  g_assert_true (vas_session_set_filter_text (session, "tool", &error));
  g_assert_no_error (error);
  vas_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 2);
  assert_log (log, "text 'tool'\nfilter 1100\n");
  assert_rows (session, " 0 1");

  /* Half a term: the box shows it, and what was found stays. */
  g_assert_false (vas_session_set_filter_text (session, "size>", &error));
  g_assert_error (error, VAS_ERROR, VAS_ERROR_USAGE);
  assert_log (log, "text 'size>'\n");
  assert_rows (session, " 0 1");

  g_assert_true (vas_session_set_filter_text (session, "", NULL));
  vas_test_wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 4);
  assert_log (log, "text ''\nfilter 1111\n");
  g_assert_null (vas_session_get_matches (session));
}

static void
test_filter_outlives_source (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) first = make_source (one_region, "other");
  g_autoptr (VasSource) second = make_source (four_regions, "tool");

  vas_session_set_filter_text (session, "+w", NULL);
  open_and_wait (session, first);
  assert_rows (session, "");
  open_and_wait (session, second);
  assert_rows (session, " 1 2 3");
}

static void
test_sort (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) source = make_source (four_regions, "tool");
  VasRegionList *list = vas_session_get_region_list (session);

  open_and_wait (session, source);
  g_string_truncate (log, 0);
  vas_session_set_sort (session, VAS_SORT_SIZE, TRUE);
  vas_test_wait_until (vas_region_list_get_region (list, 0) == 2);
  /* Of equal sizes the lower address comes first, also downward. */
  assert_rows (session, " 2 3 0 1");
  g_autofree char *expected = g_strdup_printf ("sort %d down\n", VAS_SORT_SIZE);
  assert_log (log, expected);
}

static void
test_hover (void)
{
  g_autoptr (VasSession) session = vas_session_new ();
  guint n = 0;
  guint64 start, end;

  g_signal_connect_swapped (session, "hover-changed", G_CALLBACK (g_atomic_int_inc), &n);
  vas_session_set_hover (session, 0x1000, 0x3000);
  vas_session_set_hover (session, 0x1000, 0x3000);
  vas_session_get_hover (session, &start, &end);
  g_assert_cmphex (start, ==, 0x1000);
  g_assert_cmphex (end, ==, 0x3000);
  g_assert_cmpuint (n, ==, 1);
}

/* The first picture is of maps alone; sizes in memory follow by themselves, once. */
static void
test_resident_follows (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, getpid (), 0);

  open_and_wait (session, source);
  g_assert_false (vas_session_get_snapshot (session)->totals.resident_known);
  vas_test_wait_until (vas_session_get_snapshot (session)->totals.resident_known);
  g_assert_cmpuint (vas_session_get_snapshot (session)->totals.all.resident, >, 0);
}

static void
test_details (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (VasSession) session = make_session (log);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, getpid (), 0);

  open_and_wait (session, source);
  vas_reader_set_details (vas_session_get_reader (session), TRUE);
  vas_test_wait_until (vas_session_get_snapshot (session)->totals.all.pss > 0);
}

static gboolean
is_mapped (VasSession *session, gpointer address)
{
  VasSnapshot *snapshot = vas_session_get_snapshot (session);
  return vas_regions_find (snapshot->reading->regions, snapshot->reading->n_regions,
                           GPOINTER_TO_SIZE (address))
         >= 0;
}

/* This very process maps something new, and Live finds it without being asked. */
static void
test_live (void)
{
  g_autoptr (VasSession) session = vas_session_new ();
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, getpid (), 0);
  gsize size = 64 * 1024 * 1024;

  open_and_wait (session, source);
  gpointer fresh = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  g_assert_true (fresh != MAP_FAILED);
  vas_test_wait_until (is_mapped (session, fresh));
  munmap (fresh, size);
  vas_test_wait_until (!is_mapped (session, fresh));
}

/* A test that fails must not leave its child behind. */
static void
end_with_parent_cb (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static void
test_vanished (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VasSession) session = make_session (log);
  char *argv[] = { (char *) "sleep", (char *) "600", NULL };
  GPid pid;

  g_assert_true (g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                                end_with_parent_cb, NULL, &pid, &error));
  g_assert_no_error (error);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, pid, 0);
  open_and_wait (session, source);

  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  vas_reader_set_live (vas_session_get_reader (session), TRUE);
  vas_test_wait_until (vas_session_get_state (session) == VAS_SESSION_ENDED);
  g_assert_null (vas_session_get_error (session));
  /* The last picture stays, and its rows with it. */
  VasSnapshot *last = vas_session_get_snapshot (session);
  g_assert_nonnull (last);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vas_session_get_region_list (session))),
                    ==, vas_snapshot_get_n_regions (last));
}

/* Whoever asked for the result has gone: nothing is told, nothing leaks. */
static void
test_dropped_while_reading (void)
{
  VasSession *session = vas_session_new ();
  g_autoptr (VasSource) source = make_source (four_regions, "tool");
  gpointer watched = session;

  g_object_add_weak_pointer (G_OBJECT (session), &watched);
  vas_session_open (session, source);
  g_object_run_dispose (G_OBJECT (session));
  g_object_unref (session);
  vas_test_wait_until (watched == NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/open", test_open);
  g_test_add_func ("/session/newest-wins", test_newest_wins);
  g_test_add_func ("/session/failure-without-picture", test_failure_without_picture);
  g_test_add_func ("/session/filter", test_filter);
  g_test_add_func ("/session/filter-outlives-source", test_filter_outlives_source);
  g_test_add_func ("/session/sort", test_sort);
  g_test_add_func ("/session/hover", test_hover);
  g_test_add_func ("/session/resident-follows", test_resident_follows);
  g_test_add_func ("/session/details", test_details);
  g_test_add_func ("/session/live", test_live);
  g_test_add_func ("/session/vanished", test_vanished);
  g_test_add_func ("/session/dropped-while-reading", test_dropped_while_reading);
  return g_test_run ();
}
