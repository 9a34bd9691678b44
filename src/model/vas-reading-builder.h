/* Makes a reading of regions as they come, from text or without.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-file-table.h"

/**
 * VasMapsOrigin:
 * @VAS_MAPS_SAVED: a file or pasted text: overlapping lines are kept and reported
 * @VAS_MAPS_LIVE: read from a running kernel. Since 6.17 a region may be printed twice when it is
 *   merged between two lines (proc_get_vma()): the later line replaces or cuts the earlier one
 */
typedef enum
{
  VAS_MAPS_SAVED,
  VAS_MAPS_LIVE,
} VasMapsOrigin;

typedef struct _VasReadingBuilder VasReadingBuilder;

VasReadingBuilder *vas_reading_builder_new (VasMapsOrigin origin);
void vas_reading_builder_free (VasReadingBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasReadingBuilder, vas_reading_builder_free)

/** vas_reading_builder_get_reading: (transfer none): what there is so far; its files are not set.
 *  Lines are counted in it, and problems and usage added to it, by who reads them. */
VasReading *vas_reading_builder_get_reading (const VasReadingBuilder *self);

/** vas_reading_builder_get_files: (transfer none): the files of the regions. */
VasFileTable *vas_reading_builder_get_files (const VasReadingBuilder *self);

/** vas_reading_builder_reserve: makes room for so many more regions. */
void vas_reading_builder_reserve (VasReadingBuilder *self, gsize n);

/**
 * vas_reading_builder_add:
 * @region: of the line counted last; its file is in the table
 *
 * Returns: its index: that of the last region where it took its place.
 */
gsize vas_reading_builder_add (VasReadingBuilder *self, const VasRegion *region);

/** vas_reading_builder_finish: (transfer full): @self: (transfer full). Sorts what must be sorted. */
VasReading *vas_reading_builder_finish (VasReadingBuilder *self);
