/* The program: the command line first, then, if one is wanted, the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-application.h"

int
vas_application_main (int argc, char **argv)
{
  return 0;
}
