/* Starts `vascope-picture`, which draws pictures without a display.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-command-line.h"

int
main (int argc, char **argv)
{
  return vas_command_line_run (argc, argv, &(VasAbilities) { .draw = vas_picture_write });
}
