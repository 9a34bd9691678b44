/* The detail card follows pointer and selection, says what it should, and does not flicker.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region-card.h"

#include "vas-test-display.h"

#include <unistd.h>

typedef struct
{
  VasSession *session;
  GtkWidget *window;
  GtkWidget *card;
} Fixture;

static void
wait_until_read (VasSession *session)
{
  while (vas_session_get_state (session) == VAS_SESSION_LOADING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (vas_session_get_state (session), ==, VAS_SESSION_READY);
}

/* The tutorial's listing, with @line before it. */
static void
write_listing (const char *path, const char *line)
{
  g_autofree char *original
      = g_build_filename (g_getenv ("VAS_FIXTURES"), "tutorial-cat.maps", NULL);
  g_autofree char *listing = NULL;
  g_assert_true (g_file_get_contents (original, &listing, NULL, NULL));
  g_autofree char *text = g_strconcat (line, listing, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  close (g_file_open_tmp ("vascope-XXXXXX.maps", &path, NULL));
  write_listing (path, "");
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  fixture->session = vas_session_new ();
  fixture->card = g_object_new (VAS_TYPE_REGION_CARD, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 420);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->card);
  vas_region_card_set_session (VAS_REGION_CARD (fixture->card), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  vas_session_open (fixture->session, source);
  wait_until_read (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  unlink (vas_source_get_path (vas_session_get_source (fixture->session)));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
}

/* The label on show whose text begins with @text; %NULL if there is none. */
static GtkLabel *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_shows (const Fixture *fixture, const char *text)
{
  if (find_label (fixture->card, text) == NULL)
    g_error ("The card does not show “%s”", text);
}

static void
test_hint (Fixture *fixture, gconstpointer unused)
{
  assert_shows (fixture, "Point at the map or the table");
  g_assert_null (find_label (fixture->card, "How we know"));
}

static void
test_hover (Fixture *fixture, gconstpointer unused)
{
  vas_session_set_hover (fixture->session, 0x7faa724da000, 0x7faa72652000);
  assert_shows (fixture, "libc-2.31.so: code");
  assert_shows (fixture, "7faa724da000-7faa72652000");
  assert_shows (fixture, "1.5 MiB, 376 pages");
  assert_shows (fixture, "r-xp: may be read and run as code");
  assert_shows (fixture, "How we know");
  assert_shows (fixture, "libc-2.31.so (7 regions, 2.0 MiB) in Libraries and mappings");
  assert_shows (fixture, "7faa724da000-7faa72652000 r-xp 00025000 08:30 11971");
  g_assert_null (find_label (fixture->card, "in RAM"));

  vas_session_set_hover (fixture->session, 0x559b8c418000, 0x559b8c424000);
  assert_shows (fixture, "cat");
  assert_shows (fixture, "5 regions, 48 KiB");
  assert_shows (fixture, "r--p, 8.0 KiB: cat: read-only data\nr-xp, 20 KiB: cat: code\n"
                         "r--p, 12 KiB: cat: read-only data\nr--p, 4.0 KiB: cat: RELRO\n"
                         "rw-p, 4.0 KiB: cat: data");
  g_assert_null (find_label (fixture->card, "How we know"));

  vas_session_set_hover (fixture->session, 0x600000000000, 0x600000000001);
  assert_shows (fixture, "42.1 TiB unmapped");

  vas_session_set_hover (fixture->session, 0, 0);
  assert_shows (fixture, "Point at the map or the table");
}

/* What was pointed at or selected last is shown; when the pointer leaves, the selection is back. */
static void
test_selection (Fixture *fixture, gconstpointer unused)
{
  VasRegionList *list = vas_session_get_region_list (fixture->session);
  while (vas_region_list_get_order (list) == NULL)
    g_main_context_iteration (NULL, TRUE);
  vas_region_list_select_only (list, 5, 1);
  assert_shows (fixture, "heap");
  assert_shows (fixture, "559b8c5d1000-559b8c5f2000");
  vas_session_set_hover (fixture->session, 0x7ffeb2f53000, 0x7ffeb2f74000);
  assert_shows (fixture, "main stack");
  vas_region_list_select_only (list, 6, 1);
  assert_shows (fixture, "private memory");
  vas_session_set_hover (fixture->session, 0x559b8c5d1000, 0x559b8c5f2000);
  assert_shows (fixture, "heap");
  vas_session_set_hover (fixture->session, 0, 0);
  assert_shows (fixture, "private memory");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Within a region, and over a refresh that brings the same region, no label is set anew. */
static void
test_calm (Fixture *fixture, gconstpointer unused)
{
  guint n_changes = 0;
  vas_session_set_hover (fixture->session, 0x7ffeb2f53000, 0x7ffeb2f74000);
  GtkLabel *title = find_label (fixture->card, "main stack");
  g_assert_nonnull (title);
  g_signal_connect_swapped (title, "notify::label", G_CALLBACK (count_cb), &n_changes);
  for (guint64 page = 0x7ffeb2f53000; page < 0x7ffeb2f74000; page += 0x1000)
    vas_session_set_hover (fixture->session, page, page + 0x1000);
  VasSnapshot *before = vas_session_get_snapshot (fixture->session);
  g_autoptr (VasSnapshot) held = vas_snapshot_ref (before);
  write_listing (vas_source_get_path (vas_session_get_source (fixture->session)),
                 "400000-401000 r--p 00000000 00:00 0\n");
  vas_session_refresh (fixture->session);
  while (vas_session_get_snapshot (fixture->session) == held)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changes, ==, 0);
  vas_session_set_hover (fixture->session, 0x559b8c5d1000, 0x559b8c5f2000);
  g_assert_cmpuint (n_changes, ==, 1);
}

static char *
read_clipboard (GtkWidget *widget)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (widget)),
                                  &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static void
test_copy (Fixture *fixture, gconstpointer unused)
{
  vas_session_set_hover (fixture->session, 0x7ffeb2f53000, 0x7ffeb2f74000);
  g_assert_true (gtk_widget_activate_action (fixture->card, "card.copy-line", NULL));
  g_autofree char *line = read_clipboard (fixture->card);
  g_assert_cmpstr (line, ==,
                   "7ffeb2f53000-7ffeb2f74000 rw-p 00000000 00:00 0                          [stack]");
}

/* The columns are explained when asked for, and follow the pointer. */
static void
test_columns (Fixture *fixture, gconstpointer unused)
{
  vas_session_set_hover (fixture->session, 0x559b8c418000, 0x559b8c41a000);
  GtkWidget *expander = GTK_WIDGET (find_label (fixture->card, "What the columns"));
  expander = gtk_widget_get_ancestor (expander, GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  assert_shows (fixture, "The number of the mapped file in its file system");
  vas_session_set_hover (fixture->session, 0x559b8c5d1000, 0x559b8c5f2000);
  assert_shows (fixture, "The number of the mapped file in its file system. No file is mapped here");
}

static void
test_accessible (Fixture *fixture, gconstpointer unused)
{
  GtkAccessible *card = GTK_ACCESSIBLE (fixture->card);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Details");
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("/region-card/hint", test_hint);
  ADD ("/region-card/hover", test_hover);
  ADD ("/region-card/selection", test_selection);
  ADD ("/region-card/calm", test_calm);
  ADD ("/region-card/copy", test_copy);
  ADD ("/region-card/columns", test_columns);
  ADD ("/region-card/accessible", test_accessible);
}

int
main (int argc, char **argv)
{
  return vas_test_main (argc, argv, add_tests);
}
