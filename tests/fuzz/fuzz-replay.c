/* Runs a fuzz target over seed files as an ordinary test, with any compiler.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "fuzz.h"

/* From blocks of their exact size, so that AddressSanitizer sees one byte read too many. */
static void
run_on_copy (const char *bytes, gsize length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, length);
  g_assert_cmpint (LLVMFuzzerTestOneInput (copy, length), ==, 0);
}

/* The seed whole, cut short at several places, and with single bytes changed: as much of a fuzzer
 * as is the same on every run. */
static void
test_seed (gconstpointer path)
{
  enum { N_CUTS = 32, N_CHANGES = 64 };
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);

  run_on_copy (bytes, length);
  for (gsize i = 0; i < N_CUTS; i++)
    run_on_copy (bytes, length * i / N_CUTS);
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) length);
  for (gsize i = 0; length > 0 && i < N_CHANGES; i++)
    {
      gsize place = (gsize) (g_rand_double (random) * (double) length);
      char before = bytes[place];
      bytes[place] = (char) g_rand_int_range (random, 0, 256);
      run_on_copy (bytes, length);
      bytes[place] = before;
    }
}

static void
add_seeds (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  if (directory == NULL)
    {
      g_autofree char *name = g_strdup_printf ("/seed/%s", path);
      g_test_add_data_func_full (name, g_strdup (path), test_seed, g_free);
      return;
    }
  const char *entry;
  while ((entry = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, entry, NULL);
      add_seeds (inner);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    add_seeds (argv[i]);
  return g_test_run ();
}
