/* Reads maps and smaps text in one pass, in slices as they come from the kernel.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading-builder.h"

/**
 * VasMapsParser:
 *
 * A push parser: feed it slices of any length, cut anywhere, then finish. It is total: any bytes
 * give a reading. The grammar is that of fs/proc/task_mmu.c (show_vma_header_prefix(), show_smap())
 * and is told from maps to smaps by itself, line by line. Saved text may begin with a UTF-8
 * byte-order mark, and have a carriage return at the end of each line if the first line has one, or
 * in place of every line feed. A `[rollup]` header (smaps_rollup, since 4.14) is no region and its
 * fields are dropped. A line of %VAS_MAPS_MAX_LINE bytes or more is rejected, and no more of it than
 * that is kept.
 */
typedef struct _VasMapsParser VasMapsParser;

/* The kernel's lines end at about PATH_MAX; what never ends its line, such as /dev/zero, must not
 * fill the memory. */
#define VAS_MAPS_MAX_LINE (16 << 20)

VasMapsParser *vas_maps_parser_new (VasMapsOrigin origin);
void vas_maps_parser_free (VasMapsParser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasMapsParser, vas_maps_parser_free)

/** vas_maps_parser_feed: @bytes need not end at a line's end. */
void vas_maps_parser_feed (VasMapsParser *self, const char *bytes, gsize length);

/** vas_maps_parser_get_builder: (transfer none): what makes the reading: regions that the kernel told of
 *  without text may be added between lines. */
VasReadingBuilder *vas_maps_parser_get_builder (const VasMapsParser *self);

/** vas_maps_parser_is_within_line: whether the last bytes fed lack the end of their line. */
gboolean vas_maps_parser_is_within_line (const VasMapsParser *self);

/**
 * vas_maps_parser_finish:
 * @self: (transfer full)
 *
 * Returns: (transfer full): the reading, perhaps with no region at all.
 */
VasReading *vas_maps_parser_finish (VasMapsParser *self);

/** vas_maps_parse: (transfer full): the same over one buffer. */
VasReading *vas_maps_parse (const char *bytes, gsize length, VasMapsOrigin origin);
