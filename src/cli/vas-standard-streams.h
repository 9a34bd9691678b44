/* Standard input, output and error as a command line needs them: every failure is noticed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-writer.h"

/**
 * vas_standard_streams_guard:
 *
 * To be called first. A reader that goes away and a file that grows beyond its limit give an error
 * instead of a signal that ends the program without a word. Streams that are closed are taken, so
 * that no file opened later gets their number and with it what was meant for the terminal; using
 * them still fails.
 */
void vas_standard_streams_guard (void);

/** vas_standard_output_new: (transfer full): unbuffered. */
GOutputStream *vas_standard_output_new (void);

/** vas_standard_output_put: writes text for a person, in the locale's character set.
 *  Returns: %FALSE with %VAS_ERROR_WRITE. */
gboolean vas_standard_output_put (const char *text, GError **error);

/** vas_standard_output_is_terminal: whether somebody looks at it, and bytes may command it. */
gboolean vas_standard_output_is_terminal (void);

/** vas_standard_output_get_width: columns of the terminal; 0 if it goes elsewhere. */
guint vas_standard_output_get_width (void);

/** vas_standard_output_set_failure: turns what a stream of standard output gave into
 *  %VAS_ERROR_WRITE with a whole sentence; leaves errors of %VAS_ERROR as they are. */
void vas_standard_output_set_failure (GError **error, GError *cause);

/** vas_standard_output_finish: vas_writer_finish() with the same errors. */
gboolean vas_standard_output_finish (VasWriter *writer, GError **error);

/** vas_standard_error_put: one line: the program's name and @text, whatever the bytes in it. */
void vas_standard_error_put (const char *text);

/** vas_standard_input_read: (transfer full): all of it; %NULL with %VAS_ERROR_READ. Blocks. */
GBytes *vas_standard_input_read (GError **error);
