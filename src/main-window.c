/* Starts `vascope-window`, which does everything.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-application.h"
#include "vas-command-line.h"

int
main (int argc, char **argv)
{
  return vas_command_line_run (argc, argv, &(VasAbilities) {
    .draw = vas_picture_write,
    .open_window = vas_application_run,
  });
}
