/* The installation: everything lands where desktops look for it, and the installed program runs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "../model/temporary-tree.h"

#define APP_ID "io.github.vascope.Vascope"

static const char *
get_setting (const char *name)
{
  const char *value = g_getenv (name);
  g_assert_nonnull (value);
  return value;
}

/* What a command prints; it must succeed. */
static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  static const char *const session[]
      = { "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "DESTDIR" };
  for (gsize i = 0; i < G_N_ELEMENTS (session); i++)
    g_subprocess_launcher_unsetenv (launcher, session[i]);
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  char *output = NULL;
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static void
install_to (const char *destination)
{
  const char *const arguments[]
      = { get_setting ("VAS_MESON"), "install",   "--no-rebuild", "--quiet", "-C",
          get_setting ("VAS_BUILD"), "--destdir", destination,    NULL };
  g_autofree char *output = run (arguments);
}

static void
test_files (const char *prefix)
{
  static const char *const files[] = {
    "bin/vascope",
    "libexec/vascope-picture",
    "libexec/vascope-window",
    "share/applications/" APP_ID ".desktop",
    "share/metainfo/" APP_ID ".metainfo.xml",
    "share/icons/hicolor/scalable/apps/" APP_ID ".svg",
    "share/icons/hicolor/symbolic/apps/" APP_ID "-symbolic.svg",
    "share/glib-2.0/schemas/" APP_ID ".gschema.xml",
    "share/man/man1/vascope.1",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (prefix, files[i], NULL);
      g_test_message ("%s", path);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

static void
test_program (const char *prefix)
{
  g_autofree char *program = g_build_filename (prefix, "bin", "vascope", NULL);
  const char *const version[] = { program, "--version", NULL };
  g_autofree char *printed = run (version);
  g_autofree char *expected = g_strdup_printf ("vascope %s\n", get_setting ("VAS_VERSION"));
  g_assert_cmpstr (printed, ==, expected);

  g_autofree char *fixture
      = g_build_filename (get_setting ("VAS_FIXTURES"), "readings/sleep.maps", NULL);
  const char *const export[] = { program, "--export", "-", "--format", "maps", fixture, NULL };
  g_autofree char *exported = run (export);
  g_autofree char *original = NULL;
  g_assert_true (g_file_get_contents (fixture, &original, NULL, NULL));
  g_assert_cmpstr (exported, ==, original);

  const char *const draw[] = { program, "--export", "-", "--format", "svg", fixture, NULL };
  g_autofree char *drawn = run (draw);
  g_assert_true (g_str_has_prefix (drawn, "<?xml "));
}

static void
test_install (void)
{
  g_autoptr (TemporaryTree) destination = temporary_tree_new ();
  g_autofree char *prefix = g_build_filename (destination->path, get_setting ("VAS_PREFIX"), NULL);
  install_to (destination->path);
  test_files (prefix);
  test_program (prefix);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/install", test_install);
  return g_test_run ();
}
