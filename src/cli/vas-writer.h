/* Puts text and numbers into a stream through a buffer, and keeps the first failure for the end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * VasWriter:
 *
 * For writing a million lines piece by piece: nothing is allocated for a piece, numbers do not
 * depend on the locale, and failures need no check after every piece: after the first one all
 * further pieces are dropped, and vas_writer_finish() reports it.
 */
typedef struct _VasWriter VasWriter;

/** vas_writer_new: @stream is kept referenced, and is neither flushed nor closed when freed. */
VasWriter *vas_writer_new (GOutputStream *stream);
void vas_writer_free (VasWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasWriter, vas_writer_free)

void vas_writer_put_bytes (VasWriter *self, const char *bytes, gsize length);
void vas_writer_put_text (VasWriter *self, const char *text);
void vas_writer_put_char (VasWriter *self, char c);
/** vas_writer_put_decimal: digits alone: no sign, no grouping. */
void vas_writer_put_decimal (VasWriter *self, guint64 number);
/** vas_writer_put_address: "0x" and lower-case hex digits, as many as it takes. */
void vas_writer_put_address (VasWriter *self, guint64 address);

/** vas_writer_get_count: bytes put so far. */
guint64 vas_writer_get_count (const VasWriter *self);
/** vas_writer_get_since: (nullable): the bytes put since there were @count, valid until more are
 *  put; %NULL where the stream has some of them already. */
const char *vas_writer_get_since (const VasWriter *self, guint64 count, gsize *length);

/**
 * vas_writer_finish:
 *
 * Hands what is buffered to the stream.
 *
 * Returns: %FALSE with the first error that the stream gave (%G_IO_ERROR).
 */
gboolean vas_writer_finish (VasWriter *self, GError **error);
