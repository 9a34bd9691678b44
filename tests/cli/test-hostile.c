/* Malformed input through every format: an answer or one sentence, never a crash or a hang.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "vas-export.h"
#include "vas-test-run.h"

static void
check_json (const VasTestRun *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  json_parser_load_from_data (parser, run->output, (gssize) run->output_length, &error);
  g_assert_no_error (error);
}

/* What was exported as maps says the same when it is read and exported again. */
static void
check_maps (const VasTestRun *run)
{
  g_autoptr (VasTestRun) again
      = vas_test_run (run->output, "--export", "-", "--format", "maps", "-", NULL);
  vas_test_run_assert_done (again);
  g_assert_cmpstr (again->output, ==, run->output);
}

static void
check_file (const char *path, VasFormat format)
{
  const char *id = vas_format_get_id (format);
  g_test_message ("%s as %s", path, id);
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--export", "-", "--format", id, path, NULL);
  if (run->status != 0)
    {
      vas_test_run_assert_failed (run, 1, ".");
      return;
    }
  vas_test_run_assert_done (run);
  if (format == VAS_FORMAT_JSON || format == VAS_FORMAT_CSV || format == VAS_FORMAT_SVG)
    g_assert_true (g_utf8_validate (run->output, (gssize) run->output_length, NULL));
  if (format == VAS_FORMAT_JSON)
    check_json (run);
  if (format == VAS_FORMAT_MAPS && strlen (run->output) == run->output_length)
    check_maps (run);
}

static void
test_format (gconstpointer pointer)
{
  g_autofree char *folder = vas_test_fixture ("malformed");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  guint n = 0;
  for (const char *name; (name = g_dir_read_name (directory)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      check_file (path, GPOINTER_TO_UINT (pointer));
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint format = 0; format < VAS_N_FORMATS; format++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/%s", vas_format_get_id (format));
      g_test_add_data_func (path, GUINT_TO_POINTER (format), test_format);
    }
  return g_test_run ();
}
