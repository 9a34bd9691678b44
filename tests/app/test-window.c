/* The window as a person uses it: with the pointer, the keys and the eyes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-test-window.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static VasSource *
open_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), name, NULL);
  return vas_source_new_for_path (path);
}

static GListModel *
get_rows (VasWindow *window)
{
  return G_LIST_MODEL (vas_session_get_region_list (vas_window_get_session (window)));
}

static VasRegionList *
get_list (VasWindow *window)
{
  return vas_session_get_region_list (vas_window_get_session (window));
}

/* A test that fails must not leave its children behind. */
static void
end_with_parent_cb (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* A child that does nothing, and can be told from all other processes by its pid. */
static GPid
start_child (void)
{
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) "sleep", (char *) "600", NULL };
  GPid pid;
  g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                 end_with_parent_cb, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

static void
end_child (GPid pid)
{
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
}

/* The list of processes has what was looked for, and no longer all others, such as this program. */
static GtkWidget *
find_among_few (VasWindow *window, const char *text)
{
  GtkWidget *rows = vas_test_find (window, "GtkColumnListView");
  gboolean is_narrowed = rows != NULL && vas_test_find_text (rows, g_get_prgname ()) == NULL;
  return is_narrowed ? vas_test_find_text (rows, text) : NULL;
}

/* Nothing is open: the list of processes has the window, typing filters it, Enter picks. */
static void
test_pick_by_keys (void)
{
  VasWindow *window = vas_test_window_open (NULL);
  GPid pid = start_child ();

  g_assert_true (vas_test_says (window, "Choose a process to see its memory"));
  vas_test_input ("type %d", pid);
  g_autofree char *shown = g_strdup_printf ("%d", pid);
  vas_test_wait_until (vas_test_find_text (vas_test_find (window, "GtkColumnListView"), shown));
  vas_test_input ("key Return");
  vas_test_window_wait_ready (window);

  VasSession *session = vas_window_get_session (window);
  g_assert_cmpint (vas_source_get_pid (vas_session_get_source (session)), ==, pid);
  vas_test_wait_until (vas_test_says (vas_test_find (window, "VasWindowTitle"), "sleep"));
  g_assert_false (vas_test_says (window, "Choose a process to see its memory"));

  vas_test_window_close (window);
  end_child (pid);
}

static void
test_pick_by_click (void)
{
  VasWindow *window = vas_test_window_open (NULL);
  VasSession *session = vas_window_get_session (window);
  GPid pid = start_child ();
  g_autofree char *shown = g_strdup_printf ("%d", pid);

  vas_test_input ("type %d", pid);
  vas_test_wait_until (find_among_few (window, shown));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window)); /* the rows move up */
  vas_test_wait_until (find_among_few (window, shown));
  vas_test_click (find_among_few (window, shown));
  vas_test_window_wait_ready (window);
  g_assert_cmpint (vas_source_get_pid (vas_session_get_source (session)), ==, pid);

  vas_test_window_close (window);
  end_child (pid);
}

/* As a person resizes it; a window keeps 10 or 20 pixels of that for its border. */
static void
resize (VasWindow *window, int width, int height)
{
  vas_test_input ("getactivewindow windowsize %d %d", width, height);
  vas_test_wait_until (ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) < 25
                       && ABS (gtk_widget_get_height (GTK_WIDGET (window)) - height) < 25);
}

/* Too narrow for both, the list covers the map until a process is picked; where there is room again
 * it is as wide as it was. */
static void
test_pick_in_narrow_window (void)
{
  g_autoptr (VasSource) source = open_fixture ("tutorial-cat.maps");
  VasWindow *window = vas_test_window_open (source);
  vas_test_window_wait_ready (window);
  GtkWidget *list = vas_test_find (window, "VasProcessPicker");
  vas_test_wait_until (gtk_widget_get_width (list) > 0 && gtk_widget_get_width (list) < 500);
  int before = gtk_widget_get_width (list);
  GPid pid = start_child ();

  resize (window, 640, 400);
  vas_test_wait_until (vas_test_find (window, "VasProcessPicker") == NULL);
  vas_test_input ("key F9");
  vas_test_wait_until (vas_test_find (window, "VasMapView") == NULL);
  vas_test_wait_until (gtk_widget_get_width (list) > 500);
  g_autofree char *shown = g_strdup_printf ("%d", pid);
  vas_test_input ("type %d", pid);
  vas_test_wait_until (vas_test_find_text (vas_test_find (window, "GtkColumnListView"), shown));
  vas_test_input ("key Return");
  vas_test_wait_until (vas_test_says (vas_test_find (window, "VasWindowTitle"), "sleep"));
  vas_test_wait_until (vas_test_find (window, "VasMapView") != NULL);
  g_assert_null (vas_test_find (window, "VasProcessPicker"));

  resize (window, 1200, 800);
  vas_test_wait_until (vas_test_find (window, "VasProcessPicker") == list
                       && gtk_widget_get_width (list) == before);
  vas_test_window_close (window);
  end_child (pid);
}

/* Vanished while Live looks on: the picture stays, and a line says what happened. */
static void
test_vanished_while_live (void)
{
  GPid pid = start_child ();
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, pid, 0);
  VasWindow *window = vas_test_window_open (source);

  vas_test_window_wait_ready (window);
  end_child (pid);
  g_autofree char *ended = g_strdup_printf ("sleep (%d) ended at ", pid);
  vas_test_wait_until (vas_test_says (window, ended));
  g_assert_nonnull (vas_test_find_text (window, "Choose Another Process"));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), >, 0);
  g_assert_nonnull (vas_test_find (window, "VasRegionView"));

  vas_test_window_close (window);
}

/* The button says what it does, and the line at the foot what is so. */
static void
test_pause (void)
{
  GPid pid = start_child ();
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, pid, 0);
  VasWindow *window = vas_test_window_open (source);

  vas_test_window_wait_ready (window);
  vas_test_wait_until (vas_test_says (vas_test_find (window, "VasStatusLine"), ", every "));
  g_assert_nonnull (vas_test_find_text (window, "Pause"));
  vas_test_input ("key ctrl+l");
  vas_test_wait_until (vas_test_find_text (window, "Paused") != NULL);
  vas_test_wait_until (vas_test_find_text (window, "Resume") != NULL);
  vas_test_input ("key ctrl+l");
  vas_test_wait_until (vas_test_says (vas_test_find (window, "VasStatusLine"), ", every "));

  vas_test_window_close (window);
  end_child (pid);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* A process that does nothing is read again and again, and not a frame is drawn for it. (What
 * following it costs may be told anew, and the list of processes is another matter: both hidden.) */
static void
test_unchanged_draws_nothing (void)
{
  GPid pid = start_child ();
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, pid, 0);
  VasWindow *window = vas_test_window_open (source);
  VasSession *session = vas_window_get_session (window);
  guint n_refreshes = 0, n_frames = 0;

  vas_reader_set_live (vas_session_get_reader (session), FALSE);
  vas_test_window_wait_ready (window);
  vas_test_input ("key F9");
  vas_test_wait_until (vas_test_find (window, "VasProcessPicker") == NULL);
  gtk_widget_set_visible (vas_test_find (window, "VasStatusLine"), FALSE);
  g_signal_connect_swapped (session, "refreshed", G_CALLBACK (count_cb), &n_refreshes);
  vas_test_wait_until (vas_session_get_snapshot (session)->totals.resident_known);
  vas_test_wait_until (vas_session_get_marks (session) == NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong handler = g_signal_connect_swapped (clock, "paint", G_CALLBACK (count_cb), &n_frames);
  for (guint i = 0; i < 10; i++)
    {
      guint before = n_refreshes;
      vas_session_refresh (session);
      vas_test_wait_until (n_refreshes > before);
    }
  g_assert_cmpuint (n_frames, ==, 0);
  g_signal_handler_disconnect (clock, handler);
  g_signal_handlers_disconnect_by_data (session, &n_refreshes);

  vas_test_window_close (window);
  end_child (pid);
}

/* A mere notice offers no other process, and goes when it is closed. */
static void
test_notice (void)
{
  g_autofree char *path = NULL;
  close (g_file_open_tmp ("vascope-XXXXXX.maps", &path, NULL));
  g_assert_true (g_file_set_contents (path, "1000-2000 rw-p 0 00:00 0\nnothing\n", -1, NULL));
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  VasWindow *window = vas_test_window_open (source);

  vas_test_window_wait_ready (window);
  GtkWidget *banner = vas_test_find (window, "VasBanner");
  vas_test_wait_until (vas_test_says (banner, "1 line was not understood"));
  g_assert_null (vas_test_find_text (banner, "Choose Another Process"));
  vas_test_wait_until (vas_test_find (banner, "GtkButton") != NULL);
  vas_test_click (vas_test_find (banner, "GtkButton"));
  vas_test_wait_until (!vas_test_says (banner, "1 line was not understood"));

  vas_test_window_close (window);
  unlink (path);
}

/* What cannot be shown is a page that says so, with a way on. */
static void
test_error_page (void)
{
  g_autoptr (VasSource) source = open_fixture ("no-such-file.maps");
  VasWindow *window = vas_test_window_open (source);

  vas_test_wait_until (
      vas_test_says (vas_test_find (window, "VasStatusPage"), "could not be read"));
  g_assert_true (vas_test_says (window, "Try Again"));
  vas_test_input ("key F9");
  vas_test_wait_until (vas_test_find (window, "VasProcessPicker") == NULL);
  vas_test_click (vas_test_find_text (window, "Choose Another Process"));
  vas_test_wait_until (vas_test_find (window, "VasProcessPicker") != NULL);
  vas_test_window_close (window);
}

static GtkDropTarget *
get_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

/* What a file manager lets go of over the window is opened, in place of what was there. */
static void
test_drop_file (void)
{
  g_autoptr (VasSource) source = open_fixture ("tutorial-cat.maps");
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), "malformed",
                                            "no-final-newline.txt", NULL);
  VasWindow *window = vas_test_window_open (source);
  vas_test_window_wait_ready (window);

  GtkDropTarget *target = get_drop_target (GTK_WIDGET (window));
  g_assert_nonnull (target);
  g_auto (GValue) dropped = G_VALUE_INIT;
  g_value_init (&dropped, G_TYPE_FILE);
  g_value_take_object (&dropped, g_file_new_for_path (path));
  gboolean taken = FALSE;
  g_signal_emit_by_name (target, "drop", &dropped, 10.0, 10.0, &taken);
  g_assert_true (taken);

  vas_test_window_wait_ready (window);
  g_assert_cmpstr (vas_source_get_path (vas_session_get_source (vas_window_get_session (window))),
                   ==, path);
  vas_test_wait_until (vas_test_says (window, "no-final-newline.txt"));
  vas_test_window_close (window);
}

/* Text of which only a part is understood is shown, and the window says what is missing. */
static void
test_rejected_line (void)
{
  static const char text[] = "00400000-00401000 r-xp 00000000 08:01 7 /bin/tool\n"
                             "no mapping at all\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "part");
  VasWindow *window = vas_test_window_open (source);

  vas_test_window_wait_ready (window);
  vas_test_wait_until (vas_test_says (window, "1 line was not understood"));
  g_assert_true (vas_test_says (window, "Line 2:"));
  vas_test_window_close (window);
}

static void
test_filter_by_typing (void)
{
  g_autoptr (VasSource) source = open_fixture ("tutorial-cat.maps");
  VasWindow *window = vas_test_window_open (source);

  vas_test_window_wait_ready (window);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, 37);
  vas_test_input ("key ctrl+f");
  vas_test_input ("type stack");
  vas_test_wait_until (g_list_model_get_n_items (get_rows (window)) == 1);
  vas_test_wait_until (vas_test_says (window, "7ffeb2f53000"));
  vas_test_window_close (window);
}

/* A family in the summary filters by it, as words in the box; pressed again, no more. */
static void
test_filter_by_family (void)
{
  g_autoptr (VasSource) source = open_fixture ("tutorial-cat.maps");
  VasWindow *window = vas_test_window_open (source);
  VasSession *session = vas_window_get_session (window);

  vas_test_window_wait_ready (window);
  vas_test_wait_until (vas_test_find_text (window, "Stacks") != NULL);
  vas_test_click (vas_test_find_text (window, "Stacks"));
  vas_test_wait_until (g_list_model_get_n_items (get_rows (window)) == 1);
  g_assert_cmpstr (vas_session_get_filter_text (session), ==, "family:stack");
  vas_test_click (vas_test_find_text (window, "Stacks"));
  vas_test_wait_until (g_list_model_get_n_items (get_rows (window)) == 37);
  g_assert_cmpstr (vas_session_get_filter_text (session), ==, "");
  vas_test_window_close (window);
}

static void
test_sort_by_header (void)
{
  g_autoptr (VasSource) source = open_fixture ("tutorial-cat.maps");
  VasWindow *window = vas_test_window_open (source);
  VasSession *session = vas_window_get_session (window);
  gboolean descending;

  vas_test_window_wait_ready (window);
  vas_test_wait_until (vas_test_find_text (window, "Size") != NULL);
  vas_test_click (vas_test_find_text (window, "Size"));
  vas_test_wait_until (vas_session_get_sort (session, NULL) == VAS_SORT_SIZE);
  /* Beside the first click: at the same place it would be a double click. */
  vas_test_point (vas_test_find_text (window, "Size"), 2, 8);
  vas_test_input ("click 1");
  vas_test_wait_until (vas_session_get_sort (session, &descending) == VAS_SORT_SIZE && descending);
  /* The largest of the listing is the locale archive or libc's code: what the model says. */
  VasSnapshot *snapshot = vas_session_get_snapshot (session);
  guint64 largest = 0;
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    largest = MAX (largest, vas_region_get_size (vas_snapshot_get_region (snapshot, i)));
  vas_test_wait_until (vas_region_get_size (vas_snapshot_get_region (
                           snapshot, vas_region_list_get_region (get_list (window), 0)))
                       == largest);
  vas_test_window_close (window);
}

/* A row under the pointer is told by the status line and the card. */
static gboolean
is_focus_in (VasWindow *window, const char *type_name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *place = vas_test_find (window, type_name);
  return focus != NULL && place != NULL && gtk_widget_is_ancestor (focus, place);
}

/* Tab goes through the window, and not through every row of its lists. */
static void
test_tab (void)
{
  g_autoptr (VasSource) source = open_fixture ("tutorial-cat.maps");
  VasWindow *window = vas_test_window_open (source);
  vas_test_window_wait_ready (window);
  vas_test_input ("key ctrl+f");
  vas_test_wait_until (is_focus_in (window, "VasFilterBox"));
  vas_test_input ("key Tab");
  vas_test_wait_until (is_focus_in (window, "VasRegionView")
                       && !is_focus_in (window, "VasFilterBox"));
  vas_test_input ("key Down Down shift+Tab");
  vas_test_wait_until (is_focus_in (window, "VasFilterBox"));
  vas_test_input ("key Tab Down Tab");
  vas_test_wait_until (!is_focus_in (window, "VasRegionView"));
  vas_test_window_close (window);
}

static void
test_select_row (void)
{
  g_autoptr (VasSource) source = open_fixture ("tutorial-cat.maps");
  VasWindow *window = vas_test_window_open (source);
  gssize first;

  vas_test_window_wait_ready (window);
  vas_test_wait_until (vas_test_find_text (window, "559b8c5d1000") != NULL);
  vas_test_click (vas_test_find_text (window, "559b8c5d1000"));
  vas_test_wait_until (
      (vas_region_list_get_selected (get_list (window), NULL, NULL, &first), first >= 0));
  vas_test_wait_until (vas_test_says (vas_test_find (window, "VasStatusLine"), "1 selected"));
  g_assert_true (vas_test_says (vas_test_find (window, "VasStatusLine"), "heap"));
  vas_test_wait_until (vas_test_says (vas_test_find (window, "VasRegionCard"), "heap"));
  vas_test_window_close (window);
}

static void
test_many_regions (void)
{
  enum
  {
    N = 200000
  };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint64 i = 0; i < N; i++)
    g_string_append_printf (text,
                            "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x rw-p 0 00:00 0\n",
                            0x7f0000000000 + i * 0x2000, 0x7f0000001000 + i * 0x2000);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "many");
  VasWindow *window = vas_test_window_open (source);

  vas_test_window_wait_ready (window);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (window)), ==, N);
  vas_test_wait_until (vas_test_says (window, "200,000 regions")
                       || vas_test_says (window, "200000 regions"));
  vas_test_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/pick-by-keys", test_pick_by_keys);
  g_test_add_func ("/window/pick-by-click", test_pick_by_click);
  g_test_add_func ("/window/pick-in-narrow-window", test_pick_in_narrow_window);
  g_test_add_func ("/window/vanished-while-live", test_vanished_while_live);
  g_test_add_func ("/window/pause", test_pause);
  g_test_add_func ("/window/unchanged-draws-nothing", test_unchanged_draws_nothing);
  g_test_add_func ("/window/notice", test_notice);
  g_test_add_func ("/window/error-page", test_error_page);
  g_test_add_func ("/window/rejected-line", test_rejected_line);
  g_test_add_func ("/window/drop-file", test_drop_file);
  g_test_add_func ("/window/filter-by-typing", test_filter_by_typing);
  g_test_add_func ("/window/filter-by-family", test_filter_by_family);
  g_test_add_func ("/window/sort-by-header", test_sort_by_header);
  g_test_add_func ("/window/tab", test_tab);
  g_test_add_func ("/window/select-row", test_select_row);
  g_test_add_func ("/window/many-regions", test_many_regions);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
