/* Starts `vascope`, which prints text by itself and leaves the rest to the other two programs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-command-line.h"

int
main (int argc, char **argv)
{
  return vas_command_line_run (argc, argv, &(VasAbilities) { 0 });
}
