/* Turns bytes and numbers into text that is safe and pleasant to show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * vas_display_bytes:
 *
 * Makes any bytes fit to show: valid UTF-8 stays; control characters, bidirectional overrides and
 * bytes that are no UTF-8 become visible escapes (`\x1b`, `\u202e`, `\xff`). Never shortens.
 *
 * Returns: (transfer full): UTF-8 on one line.
 */
char *vas_display_bytes (const char *bytes, gsize length);

/** vas_display_size: (transfer full): IEC, three digits: "828 KiB", "1.0 TiB", "12 B". */
char *vas_display_size (guint64 bytes);

/** vas_display_address: (transfer full): hex as maps prints it, at least 12 digits where 64-bit. */
char *vas_display_address (guint64 address);

/** vas_display_duration: (transfer full): two digits or three: "63 ms", "1.3 s", "25 s", "4 min". */
char *vas_display_duration (gint64 microseconds);

/** vas_display_count: (transfer full): with the locale's thousands: "1,204". */
char *vas_display_count (guint64 number);
