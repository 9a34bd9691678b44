/* Runs the real program as a shell would, without a display and without D-Bus.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasTestRun:
 * @status: exit status; a program that a signal ended fails the test
 * @output: (array length=output_length): standard output, and a NUL
 * @error: standard error
 */
typedef struct
{
  int status;
  char *output;
  gsize output_length;
  char *error;
} VasTestRun;

/** vas_test_run: @input (nullable): standard input, empty if %NULL; then arguments, %NULL at the
 * end. */
VasTestRun *vas_test_run (const char *input, ...) G_GNUC_NULL_TERMINATED;
/** vas_test_run_words: the same with the arguments in one text, parted by blanks. */
VasTestRun *vas_test_run_words (const char *input, const char *words);
/** vas_test_run_in_locale: with LC_ALL set to @locale. */
VasTestRun *vas_test_run_in_locale (const char *locale, const char *words);
/** vas_test_run_to: with @fd (transfer full) as standard output. */
VasTestRun *vas_test_run_to (int fd, const char *words);
void vas_test_run_free (VasTestRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasTestRun, vas_test_run_free)

/** vas_test_run_assert_done: it succeeded, and complained of nothing. */
void vas_test_run_assert_done (const VasTestRun *self);
/** vas_test_run_assert_failed: with @status, nothing on standard output and one line on standard
 *  error, which holds @words. */
void vas_test_run_assert_failed (const VasTestRun *self, int status, const char *words);

/** vas_test_fixture: (transfer full): path of a file in fixtures/. */
char *vas_test_fixture (const char *name);
/** vas_test_read: (transfer full): content of a file, which must be there. */
char *vas_test_read (const char *path, gsize *length);
