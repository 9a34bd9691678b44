/* Sources: processes, saved files, pipes and bytes all become snapshots, or say why not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-source.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "temporary-tree.h"
#include "vas-error.h"

static const char one_region[] = "1000-2000 rw-p 00000000 00:00 0 \n";

static void
test_process (void)
{
  g_autofree char *root = g_build_filename (g_getenv ("VAS_FIXTURES"), "proc", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_process (root, 12234, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = vas_source_dup_title (source);
  g_autoptr (VasSnapshot) snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *after = vas_source_dup_title (source);
  g_assert_cmpstr (before, ==, "Process 12234");
  g_assert_cmpstr (after, ==, "sleep");
  g_assert_cmpstr (snapshot->title, ==, "sleep");
  g_assert_cmpint (vas_source_get_pid (source), ==, 12234);
  g_assert_null (vas_source_get_path (source));
  g_assert_cmpuint (vas_snapshot_get_n_regions (snapshot), ==, 37);
  g_assert_cmpint (snapshot->facts->pid, ==, 12234);
  g_assert_cmpuint (snapshot->page_size, ==, 4096);
  g_assert_cmpint (snapshot->captured, <=, g_get_real_time ());
}

/* The first reading decides who is meant. */
static void
test_process_identity (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autoptr (GError) error = NULL;
  temporary_tree_write (tree, "5/maps", one_region, -1);
  temporary_tree_write (tree, "5/stat", "5 (a) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 777 0 0", -1);
  g_autoptr (VasSource) source = vas_source_new_for_process (tree->path, 5, 0);
  g_autoptr (VasSnapshot) snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error);
  g_assert_no_error (error);
  temporary_tree_write (tree, "5/stat", "5 (b) S 1 1 1 0 -1 64 0 0 0 0 0 0 0 0 20 0 1 0 888 0 0", -1);
  g_assert_null (vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error));
  g_assert_error (error, VAS_ERROR, VAS_ERROR_REUSED);
}

static void
test_usage (void)
{
  g_autofree char *root = g_build_filename (g_getenv ("VAS_FIXTURES"), "proc", NULL);
  g_autoptr (VasSource) source = vas_source_new_for_process (root, 12234, 0);
  g_autoptr (VasSnapshot) maps = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, NULL);
  g_autoptr (VasSnapshot) smaps
      = vas_source_read (source, VAS_READ_USAGE | VAS_READ_RESIDENT, NULL, NULL, NULL);
  guint64 resident;
  g_assert_false (maps->totals.resident_known);
  g_assert_true (smaps->totals.resident_known);
  g_assert_true (vas_snapshot_get_field (smaps, 0, VAS_FIELD_RSS, &resident));
  g_assert_cmpuint (resident, ==, 8192);
}

static void
test_path (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autoptr (GError) error = NULL;
  temporary_tree_write (tree, "saved \x1b.maps", one_region, -1);
  g_autofree char *path = temporary_tree_get (tree, "saved \x1b.maps");
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  g_autoptr (VasSnapshot) snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (snapshot->title, ==, "saved \\x1b.maps");
  g_assert_cmpstr (vas_source_get_path (source), ==, path);
  g_assert_cmpint (vas_source_get_pid (source), ==, -1);
  g_assert_cmpuint (vas_snapshot_get_n_regions (snapshot), ==, 1);
  g_assert_null (snapshot->facts);
}

static void
test_bytes (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (one_region, strlen (one_region));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "Standard input");
  g_autoptr (GError) error = NULL;
  g_autoptr (VasSnapshot) snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (snapshot->title, ==, "Standard input");
  g_assert_cmpuint (vas_snapshot_get_n_regions (snapshot), ==, 1);
}

static void
assert_path_fails (const char *path, VasError code)
{
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_assert_null (vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error));
  g_assert_error (error, VAS_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_failures (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  temporary_tree_write (tree, "empty.maps", "", 0);
  temporary_tree_write (tree, "letter.txt", "Dear Sir,\n", -1);
  g_autofree char *empty = temporary_tree_get (tree, "empty.maps");
  g_autofree char *letter = temporary_tree_get (tree, "letter.txt");
  assert_path_fails (empty, VAS_ERROR_EMPTY);
  assert_path_fails (letter, VAS_ERROR_NOT_MAPS);
  assert_path_fails (tree->path, VAS_ERROR_READ);
  assert_path_fails ("/no/such/file.maps", VAS_ERROR_READ);
  assert_path_fails ("/dev/zero", VAS_ERROR_READ);
}

/* A pipe gives its bytes in pieces, as the shell's <(...) does. */
static gpointer
write_thread (gpointer path)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  for (gsize i = 0; i < strlen (one_region); i++)
    g_assert_cmpint (write (fd, one_region + i, 1), ==, 1);
  close (fd);
  return NULL;
}

static void
test_pipe (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *path = temporary_tree_get (tree, "pipe");
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  GThread *writer = g_thread_new ("writes", write_thread, path);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  g_autoptr (VasSnapshot) snapshot = vas_source_read (source, VAS_READ_MAPS, NULL, NULL, &error);
  g_thread_join (writer);
  g_assert_no_error (error);
  g_assert_cmpuint (vas_snapshot_get_n_regions (snapshot), ==, 1);
}

/* What an asynchronous reading came to. */
typedef struct
{
  GMainLoop *loop;
  VasSnapshot *snapshot;
  GError *error;
} Outcome;

static void
read_cb (GObject *object, GAsyncResult *result, gpointer pointer)
{
  Outcome *outcome = pointer;
  outcome->snapshot = vas_source_read_finish (result, &outcome->error);
  g_main_loop_quit (outcome->loop);
}

static void
test_async (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (VasSource) source = vas_source_new_for_process (NULL, getpid (), 0);
  Outcome outcome = { .loop = loop };
  vas_source_read_async (source, VAS_READ_MAPS, NULL, NULL, read_cb, &outcome);
  g_main_loop_run (loop);
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.snapshot->title, ==, "test-source");
  vas_snapshot_unref (outcome.snapshot);
}

/* Nobody ever writes to this pipe; who waits for it can change his mind. */
static void
test_cancel (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *path = temporary_tree_get (tree, "pipe");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  int writer = open (path, O_RDWR | O_CLOEXEC);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { .loop = loop };
  vas_source_read_async (source, VAS_READ_MAPS, NULL, cancellable, read_cb, &outcome);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (loop);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  close (writer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/process", test_process);
  g_test_add_func ("/source/process-identity", test_process_identity);
  g_test_add_func ("/source/usage", test_usage);
  g_test_add_func ("/source/path", test_path);
  g_test_add_func ("/source/bytes", test_bytes);
  g_test_add_func ("/source/failures", test_failures);
  g_test_add_func ("/source/pipe", test_pipe);
  g_test_add_func ("/source/async", test_async);
  g_test_add_func ("/source/cancel", test_cancel);
  return g_test_run ();
}
