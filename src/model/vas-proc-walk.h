/* Reads the rest of maps without its text where that is faster.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vas-maps-parser.h"

/** VAS_PROC_WALK_AFTER: bytes of text, a tenth of a millisecond a page, that tell what the mappings
 *  are like: most processes end before. */
#define VAS_PROC_WALK_AFTER (256 << 10)

/**
 * vas_proc_walk_rest:
 * @fd: descriptor of /proc/PID/maps of the running kernel
 * @parser: (inout): was fed the text from its beginning on, and is given the rest
 *
 * Returns: %FALSE where the text is to be read on as before: it is faster, or the kernel cannot do
 *   otherwise. The parser is as it was then.
 */
gboolean vas_proc_walk_rest (int fd, VasMapsParser *parser, GCancellable *cancellable);
