/* Replacing files: whole or not at all, whatever goes wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "../model/temporary-tree.h"

typedef struct
{
  TemporaryTree *tree;
  char *path; /* of "file" in it */
} Place;

static void
set_up (Place *place, gconstpointer unused)
{
  place->tree = temporary_tree_new ();
  place->path = temporary_tree_get (place->tree, "file");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "file link": the names in the directory, so that nothing is left unseen. */
static char *
list_names (const Place *place)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (place->tree->path, 0, NULL);
  for (const char *name; (name = g_dir_read_name (directory)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
tear_down (Place *place, gconstpointer unused)
{
  temporary_tree_free (place->tree);
  g_free (place->path);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
assert_names (const Place *place, const char *expected)
{
  g_autofree char *names = list_names (place);
  g_assert_cmpstr (names, ==, expected);
}

static guint
get_mode (const char *path)
{
  struct stat status;
  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static gboolean
put (VasAtomicFile *file, const char *text, GError **error)
{
  return g_output_stream_write_all (vas_atomic_file_get_stream (file), text, strlen (text), NULL,
                                    NULL, error);
}

static void
replace (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VasAtomicFile) file = vas_atomic_file_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (put (file, text, &error));
  g_assert_true (vas_atomic_file_commit (file, &error));
}

static void
test_new_file (Place *place, gconstpointer unused)
{
  mode_t old = umask (027);
  replace (place->path, "new");
  umask (old);
  assert_content (place->path, "new");
  g_assert_cmpuint (get_mode (place->path), ==, 0640);
  assert_names (place, "file");
}

static void
test_replaced_file (Place *place, gconstpointer unused)
{
  g_assert_true (g_file_set_contents (place->path, "old and longer", -1, NULL));
  g_assert_cmpint (g_chmod (place->path, 0604), ==, 0);
  replace (place->path, "new");
  assert_content (place->path, "new");
  g_assert_cmpuint (get_mode (place->path), ==, 0604);
  assert_names (place, "file");
}

static void
test_abandoned (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  g_autoptr (VasAtomicFile) file = vas_atomic_file_open (place->path, &error);
  g_assert_true (put (file, "half", &error));
  assert_content (place->path, "old");
  g_clear_pointer (&file, vas_atomic_file_free);
  assert_content (place->path, "old");
  assert_names (place, "file");
}

static void
test_links (Place *place, gconstpointer unused)
{
  g_autofree char *link = temporary_tree_get (place->tree, "link");
  g_autofree char *second = temporary_tree_get (place->tree, "second");
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);

  replace (second, "through a link that leads nowhere yet");
  assert_content (place->path, "through a link that leads nowhere yet");
  replace (second, "again");
  assert_content (place->path, "again");
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_names (place, "file link second");
}

static void
assert_cannot_open (const char *path, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VasAtomicFile) file = vas_atomic_file_open (path, &error);
  g_assert_null (file);
  g_assert_error (error, G_IO_ERROR, (int) code);
}

static void
test_no_place (Place *place, gconstpointer unused)
{
  g_autofree char *loop = temporary_tree_get (place->tree, "loop");
  g_autofree char *below = g_build_filename (place->path, "below", NULL);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));

  assert_cannot_open (loop, G_IO_ERROR_TOO_MANY_LINKS);
  assert_cannot_open (below, G_IO_ERROR_NOT_DIRECTORY);
  assert_cannot_open ("/nonexistent/file", G_IO_ERROR_NOT_FOUND);
  assert_cannot_open (place->tree->path, G_IO_ERROR_IS_DIRECTORY);
  assert_names (place, "file loop");
}

/* A device is written to; replacing it would put a file in the place of /dev/full. */
static void
test_device (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VasAtomicFile) file = vas_atomic_file_open ("/dev/full", &error);
  g_assert_no_error (error);
  g_assert_false (put (file, "text", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  struct stat status;
  g_assert_cmpint (stat ("/dev/full", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
}

static void
test_pipe (Place *place, gconstpointer unused)
{
  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  int reader = open (place->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  replace (place->path, "text");
  char got[8] = "";
  g_assert_cmpint (read (reader, got, sizeof got - 1), ==, 4);
  g_assert_cmpstr (got, ==, "text");
  close (reader);
  assert_names (place, "file");
}

/* As on a full disk: the kernel takes the first bytes and refuses the rest. */
static void
test_full (Place *place, gconstpointer unused)
{
  enum
  {
    LIMIT = 4096
  };
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  g_autofree char *long_text = g_strnfill (3 * LIMIT, 'x');
  g_autoptr (GError) error = NULL;

  struct rlimit before;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  struct rlimit small = { .rlim_cur = LIMIT, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_autoptr (VasAtomicFile) file = vas_atomic_file_open (place->path, &error);
  gboolean written = file != NULL && put (file, long_text, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (written);
  g_assert_nonnull (error);
  g_clear_pointer (&file, vas_atomic_file_free);
  assert_content (place->path, "old");
  assert_names (place, "file");
}

/* From here on the kernel says of files without a name what many file systems say. */
static void
forbid_nameless_files (void)
{
  const guint flags = O_TMPFILE & ~O_DIRECTORY;
  struct sock_filter code[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 3),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, args[2])),
    BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, flags, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EOPNOTSUPP),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { G_N_ELEMENTS (code), code };
  g_assert_cmpint (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), ==, 0);
  g_assert_cmpint (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), ==, 0);
}

/* In a process of its own, as the filter stays until the end. */
static void
test_named (Place *place, gconstpointer unused)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  forbid_nameless_files ();
  test_new_file (place, NULL);
  test_replaced_file (place, NULL);
  test_full (place, NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (VasAtomicFile) file = vas_atomic_file_open (place->path, &error);
  g_assert_no_error (error);
  g_autofree char *names = list_names (place);
  g_assert_true (g_str_has_prefix (names, ".file.")); /* so it was named indeed */
}

/* Root may write anything, so for root there is nothing to refuse. */
static void
test_read_only (Place *place, gconstpointer unused)
{
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (place->path, 0444), ==, 0);
  if (geteuid () != 0)
    assert_cannot_open (place->path, G_IO_ERROR_PERMISSION_DENIED);
  else
    replace (place->path, "old");
  assert_content (place->path, "old");
  g_assert_cmpuint (get_mode (place->path), ==, 0444);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/atomic-file/new-file", Place, NULL, set_up, test_new_file, tear_down);
  g_test_add ("/atomic-file/replaced-file", Place, NULL, set_up, test_replaced_file, tear_down);
  g_test_add ("/atomic-file/abandoned", Place, NULL, set_up, test_abandoned, tear_down);
  g_test_add ("/atomic-file/links", Place, NULL, set_up, test_links, tear_down);
  g_test_add ("/atomic-file/no-place", Place, NULL, set_up, test_no_place, tear_down);
  g_test_add ("/atomic-file/device", Place, NULL, set_up, test_device, tear_down);
  g_test_add ("/atomic-file/pipe", Place, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/atomic-file/full", Place, NULL, set_up, test_full, tear_down);
  g_test_add ("/atomic-file/named", Place, NULL, set_up, test_named, tear_down);
  g_test_add ("/atomic-file/read-only", Place, NULL, set_up, test_read_only, tear_down);
  return g_test_run ();
}
