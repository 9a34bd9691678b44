/* The layers: an upward include does not compile, a downward one does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "../model/temporary-tree.h"

/* Lowest first. A layer may see itself and what is before it. */
static const struct
{
  const char *name;
  const char *header;
} LAYERS[] = {
  { "model", "vas-snapshot.h" },
  { "render", "vas-layout.h" },
  { "cli", "vas-export.h" },
  { "app", "vas-session.h" },
};

/* Libraries that only the layers from `lowest` on may use. */
static const struct
{
  const char *header;
  const char *lowest;
} LIBRARIES[] = {
  { "cairo.h", "render" },
  { "pango/pangocairo.h", "render" },
  { "gtk/gtk.h", "app" },
};

static const char *
get_build_directory (void)
{
  const char *directory = g_getenv ("VAS_BUILD");
  g_assert_nonnull (directory);
  return directory;
}

/* How the build compiles a file of this layer, as ninja is told. */
static char *
find_command (const char *layer)
{
  g_autofree char *path = g_build_filename (get_build_directory (), "compile_commands.json", NULL);
  g_autofree char *folder = g_strdup_printf ("/src/%s/", layer);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  JsonArray *commands = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (commands); i++)
    {
      JsonObject *command = json_array_get_object_element (commands, i);
      const char *file = json_object_get_string_member (command, "file");
      if (strstr (file, folder) != NULL && g_str_has_suffix (file, ".c"))
        return g_strdup (json_object_get_string_member (command, "command"));
    }
  g_error ("no file of src/%s is compiled", layer);
}

/* The same command for another file, checking it alone and writing nothing. */
static GStrv
make_probe_command (const char *command, const char *probe)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  g_shell_parse_argv (command, NULL, &words, &error);
  g_assert_no_error (error);

  GStrvBuilder *out = g_strv_builder_new ();
  for (gsize i = 0; words[i] != NULL; i++)
    {
      static const char *const with_file[] = { "-o", "-c", "-MF", "-MQ", NULL };
      if (g_strv_contains (with_file, words[i]))
        i++;
      else if (strcmp (words[i], "-MD") != 0)
        g_strv_builder_add (out, words[i]);
    }
  g_strv_builder_add_many (out, "-fsyntax-only", probe, NULL);
  GStrv result = g_strv_builder_end (out);
  g_strv_builder_unref (out);
  return result;
}

/* Whether a file of `layer` may include `header`; any other complaint fails the test. */
static gboolean
can_include (const char *layer, const char *header)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  g_autofree char *probe = temporary_tree_get (tree, "probe.c");
  g_autofree char *text = g_strdup_printf ("#include \"%s\"\n", header);
  g_autoptr (GError) error = NULL;
  temporary_tree_write (tree, "probe.c", text, -1);

  g_autofree char *command = find_command (layer);
  g_auto (GStrv) arguments = make_probe_command (command, probe);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, get_build_directory ());
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  g_autoptr (GSubprocess) compiler
      = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_autofree char *complaint = NULL;
  g_subprocess_communicate_utf8 (compiler, NULL, NULL, NULL, &complaint, &error);
  g_assert_no_error (error);

  if (g_subprocess_get_successful (compiler))
    return TRUE;
  if (strstr (complaint, header) == NULL
      || !(strstr (complaint, "No such file") != NULL
           || strstr (complaint, "file not found") != NULL))
    g_error ("%s including %s: %s", layer, header, complaint);
  return FALSE;
}

static void
test_layers (gconstpointer pointer)
{
  gsize layer = GPOINTER_TO_SIZE (pointer);
  for (gsize other = 0; other < G_N_ELEMENTS (LAYERS); other++)
    {
      g_test_message ("src/%s including %s of src/%s", LAYERS[layer].name, LAYERS[other].header,
                      LAYERS[other].name);
      g_assert_cmpint (can_include (LAYERS[layer].name, LAYERS[other].header), ==, other <= layer);
    }
}

static void
test_libraries (gconstpointer pointer)
{
  gsize layer = GPOINTER_TO_SIZE (pointer);
  for (gsize i = 0; i < G_N_ELEMENTS (LIBRARIES); i++)
    {
      gsize lowest = 0;
      while (strcmp (LAYERS[lowest].name, LIBRARIES[i].lowest) != 0)
        lowest++;
      g_test_message ("src/%s including %s", LAYERS[layer].name, LIBRARIES[i].header);
      g_assert_cmpint (can_include (LAYERS[layer].name, LIBRARIES[i].header), ==, lowest <= layer);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize layer = 0; layer < G_N_ELEMENTS (LAYERS); layer++)
    {
      g_autofree char *path = g_strdup_printf ("/layering/%s/layers", LAYERS[layer].name);
      g_autofree char *libraries = g_strdup_printf ("/layering/%s/libraries", LAYERS[layer].name);
      g_test_add_data_func (path, GSIZE_TO_POINTER (layer), test_layers);
      g_test_add_data_func (libraries, GSIZE_TO_POINTER (layer), test_libraries);
    }
  return g_test_run ();
}
