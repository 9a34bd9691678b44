/* The program: the command line first, then, if one is wanted, the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-application.h"

#include "vas-command-line.h"

int
vas_application_main (int argc, char **argv)
{
  g_autoptr (VasSource) source = NULL;
  g_autofree char *proc_root = NULL;
  int status = vas_command_line_run (argc, argv, &source, &proc_root);
  return status >= 0 ? status : VAS_EXIT_FAILED;
}
