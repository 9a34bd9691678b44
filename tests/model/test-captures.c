/* Every open capture, laid out as a /proc tree, gives back what its files say.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc.h"

#include <string.h>

#include "temporary-tree.h"
#include "vas-error.h"

/* A capture and where it was laid out. */
typedef struct
{
  char *path;
  char *shared;
} Capture;

static char *
read_text (const Capture *capture, const char *name)
{
  g_autofree char *path = g_build_filename (capture->path, name, NULL);
  char *text = NULL;
  return g_file_get_contents (path, &text, NULL, NULL) ? text : g_strdup ("");
}

/* Returns the pid. */
static gint32
lay_out (const Capture *capture, TemporaryTree *tree)
{
  g_autofree char *tool = g_build_filename (capture->shared, "corpus/tools/replay.py", NULL);
  g_autofree char *heads = g_build_filename (capture->shared, "corpus/elf-headers", NULL);
  const char *argv[]
      = { "python3", tool, capture->path, tree->path, "--elf-root", heads, NULL };
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &printed, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_ascii_strtoll (printed, NULL, 10);
}

static guint
count_lines (const char *text)
{
  guint n = 0;
  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* threads.tsv: id, state, system call, stack pointer, instruction pointer, name. */
static void
compare_threads (const Capture *capture, const VasFacts *facts)
{
  g_autofree char *text = read_text (capture, "threads.tsv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      if (lines[i][0] == '#' || g_strv_length (fields) < 6)
        continue;
      g_autofree char *name = g_uri_unescape_string (fields[5], NULL);
      g_assert_cmpuint (n, <, facts->n_known_threads);
      g_assert_cmpint (facts->threads[n].tid, ==, g_ascii_strtoll (fields[0], NULL, 10));
      g_assert_cmpstr (facts->threads[n].name, ==, name);
      g_assert_cmphex (facts->threads[n].stack_pointer, ==, g_ascii_strtoull (fields[3], NULL, 16));
      n++;
    }
  g_assert_cmpuint (facts->n_known_threads, ==, n);
}

/* A program mapped executable has its headers, if the tree has the file. */
static void
compare_elves (const Capture *capture, const VasReading *reading, const VasFacts *facts)
{
  for (gsize i = 0; i < reading->n_regions; i++)
    {
      const VasRegion *region = &reading->regions[i];
      g_autofree char *head = g_build_filename (capture->shared, "corpus/elf-headers",
                                                vas_reading_get_name (reading, region, NULL), NULL);
      if ((region->perms & VAS_PERM_EXEC) != 0 && g_file_test (head, G_FILE_TEST_IS_REGULAR))
        g_assert_nonnull (vas_facts_get_elf (facts, vas_reading_get_name_id (reading, region)));
    }
}

static void
compare_facts (const Capture *capture, const VasFacts *facts)
{
  g_autofree char *exe = read_text (capture, "exe");
  g_autofree char *comm = read_text (capture, "comm");
  g_autofree char *about = read_text (capture, "capture.json");
  char *deleted = strstr (exe, " (deleted)");
  if (deleted != NULL)
    *deleted = '\0';
  g_assert_cmpstr (facts->exe, ==, exe);
  g_assert_cmpint (facts->exe_deleted, ==, deleted != NULL);
  g_assert_cmpstr (facts->comm, ==, g_strchomp (comm));
  g_assert_cmpuint (facts->bits, ==, strstr (about, "\"bits\": 32") != NULL ? 32 : 64);
  g_assert_false (facts->moving);
}

static void
test_capture (gconstpointer user_data)
{
  const Capture *capture = user_data;
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autoptr (VasMappedFiles) files = vas_mapped_files_new ();
  g_autoptr (GError) error = NULL;
  gint32 pid = lay_out (capture, tree);
  g_autoptr (VasProc) proc = vas_proc_open (tree->path, pid, 0, &error);
  g_assert_no_error (error);
  g_autofree char *maps = read_text (capture, "maps");
  g_autoptr (VasReading) reading = vas_proc_read_regions (proc, VAS_PROC_MAPS, NULL, &error);
  if (*maps == '\0')
    {
      g_assert_error (error, VAS_ERROR, VAS_ERROR_KERNEL_THREAD);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (reading->n_regions, ==, count_lines (maps));
  g_autoptr (VasFacts) facts = vas_proc_read_facts (proc, reading, files, NULL);
  compare_facts (capture, facts);
  compare_threads (capture, facts);
  compare_elves (capture, reading, facts);
}

static void
free_capture (gpointer pointer)
{
  Capture *capture = pointer;
  g_free (capture->path);
  g_free (capture->shared);
  g_free (capture);
}

static void
add_captures (const char *shared, const char *folder)
{
  g_autofree char *path = g_build_filename (shared, "corpus", folder, NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      Capture *capture = g_new (Capture, 1);
      g_autofree char *test = g_strdup_printf ("/captures/%s/%s", folder, name);
      *capture = (Capture) { g_build_filename (path, name, NULL), g_strdup (shared) };
      g_autofree char *stat = g_build_filename (capture->path, "stat", NULL);
      if (g_file_test (stat, G_FILE_TEST_EXISTS))
        g_test_add_data_func_full (test, capture, test_capture, free_capture);
      else
        free_capture (capture);
    }
}

static void
test_absent (void)
{
  g_test_skip ("the captures are not here: ../shared/corpus");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  const char *shared = g_getenv ("VAS_SHARED");
  g_autofree char *tool = g_build_filename (shared, "corpus/tools/replay.py", NULL);
  if (!g_file_test (tool, G_FILE_TEST_EXISTS))
    g_test_add_func ("/captures/absent", test_absent);
  add_captures (shared, "programs");
  add_captures (shared, "witness");
  return g_test_run ();
}
