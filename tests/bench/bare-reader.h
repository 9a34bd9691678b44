/* Reads maps and does nothing with it, in a process of its own, and says what that costs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** BareReader: so that its work neither counts as the measured program's nor stops its main loop. */
typedef struct _BareReader BareReader;

/** bare_reader_new: forks: to be called before there are threads. */
BareReader *bare_reader_new (void);
void bare_reader_free (BareReader *self);

/** bare_reader_begin: one reading of all of /proc/@pid/maps begins. */
void bare_reader_begin (BareReader *self, int pid);
/** bare_reader_end: waits until it is over; returns its CPU time in milliseconds. */
double bare_reader_end (BareReader *self);
