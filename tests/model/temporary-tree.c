/* A directory that a test fills, gone with everything in it when the test is over.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "temporary-tree.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

TemporaryTree *
temporary_tree_new (void)
{
  TemporaryTree *self = g_new0 (TemporaryTree, 1);
  self->path = g_dir_make_tmp ("vascope-test-XXXXXX", NULL);
  g_assert_nonnull (self->path);
  return self;
}

static int
remove_cb (const char *path, const struct stat *about, int type, struct FTW *walk)
{
  return remove (path);
}

void
temporary_tree_free (TemporaryTree *self)
{
  if (self == NULL)
    return;
  g_assert_cmpint (nftw (self->path, remove_cb, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_free (self->path);
  g_free (self);
}

char *
temporary_tree_get (TemporaryTree *self, const char *path)
{
  char *whole = g_build_filename (self->path, path, NULL);
  g_autofree char *directory = g_path_get_dirname (whole);
  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  return whole;
}

void
temporary_tree_write (TemporaryTree *self, const char *path, const char *bytes, gssize length)
{
  g_autofree char *whole = temporary_tree_get (self, path);
  g_autoptr (GError) error = NULL;
  g_file_set_contents (whole, bytes, length, &error);
  g_assert_no_error (error);
}

void
temporary_tree_link (TemporaryTree *self, const char *path, const char *target)
{
  g_autofree char *whole = temporary_tree_get (self, path);
  g_assert_cmpint (symlink (target, whole), ==, 0);
}
