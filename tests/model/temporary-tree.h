/* A directory that a test fills, gone with everything in it when the test is over.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** TemporaryTree: @path is absolute. Every function below fails the test if it cannot. */
typedef struct
{
  char *path;
} TemporaryTree;

TemporaryTree *temporary_tree_new (void);
void temporary_tree_free (TemporaryTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TemporaryTree, temporary_tree_free)

/** temporary_tree_get: (transfer full): absolute path of @path, whose directories are made. */
char *temporary_tree_get (TemporaryTree *self, const char *path);
/** temporary_tree_write: @length -1 for text. */
void temporary_tree_write (TemporaryTree *self, const char *path, const char *bytes, gssize length);
/** temporary_tree_link: a symbolic link at @path. */
void temporary_tree_link (TemporaryTree *self, const char *path, const char *target);
