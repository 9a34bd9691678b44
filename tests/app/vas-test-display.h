/* Tests of widgets, where there is a display to show them on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * vas_test_main:
 *
 * Sets GTK up for g_test and runs the tests; says why in TAP and passes where there is no display.
 * To be called in place of g_test_run(), with tests added by @add_tests.
 */
int vas_test_main (int argc, char **argv, void (*add_tests) (void));
