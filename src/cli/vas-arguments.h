/* The options of the command line as they were written, before any is understood.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** VasArguments: %NULL and %FALSE where an option was not given. Paths and targets are bytes. */
typedef struct
{
  gboolean help, version, list, json, smaps;
  char *export, *at, *format, *size, *pixel_ratio, *scale, *theme, *range, *proc_root;
  char **targets; /* (nullable) */
} VasArguments;

/**
 * vas_arguments_parse:
 * @argv: (array zero-terminated=1): as main() got it
 *
 * Returns: (transfer full): %NULL and %VAS_ERROR_USAGE for options that are not there or lack their
 *   value.
 */
VasArguments *vas_arguments_parse (char **argv, GError **error);
void vas_arguments_free (VasArguments *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasArguments, vas_arguments_free)

/** vas_arguments_make_help: (transfer full): what --help prints. */
char *vas_arguments_make_help (void);
