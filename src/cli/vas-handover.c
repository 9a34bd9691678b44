/* Hands the command line over to the program that can do what it asks for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-handover.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "vas-display.h"
#include "vas-error.h"

static const char *const programs[] = {
  [VAS_HANDOVER_PICTURE] = "vascope-picture",
  [VAS_HANDOVER_WINDOW] = "vascope-window",
};

/* Of a whole installation that was put somewhere else, such as below DESTDIR, the other programs
 * are at the same place within it. */
static char *
find_installed (const char *directory, const char *program)
{
  g_autofree char *moved = g_str_has_suffix (directory, VAS_BINDIR)
                               ? g_strndup (directory, strlen (directory) - strlen (VAS_BINDIR))
                               : g_strdup ("");
  return g_strconcat (moved, VAS_LIBEXECDIR, "/", program, NULL);
}

static char *
find_program (const char *program)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *directory = g_path_get_dirname (self != NULL ? self : VAS_BINDIR "/vascope");
  g_autofree char *beside = g_build_filename (directory, program, NULL);
  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return find_installed (directory, program);
}

gboolean
vas_handover_run (VasHandover to, char **argv, GError **error)
{
  g_return_val_if_fail (to < G_N_ELEMENTS (programs) && argv != NULL, FALSE);

  g_autofree char *path = find_program (programs[to]);
  execv (path, argv);
  int failure = errno;
  g_autofree char *shown = vas_display_bytes (path, strlen (path));
  g_set_error (error, VAS_ERROR, VAS_ERROR_READ,
               _ ("Pictures and windows take another program of Vascope, “%s”, which cannot be "
                  "started (%s). Installing Vascope again puts it there."),
               shown, g_strerror (failure));
  return FALSE;
}
