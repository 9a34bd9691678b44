/* Starts the program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-application.h"

int
main (int argc, char **argv)
{
  return vas_application_main (argc, argv);
}
