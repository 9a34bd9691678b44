/* The program: the command line first, then, if one is wanted, the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/** vas_application_main: returns the exit status. */
int vas_application_main (int argc, char **argv);
