/* Writes a region as the kernel prints it in /proc/PID/maps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading.h"

/**
 * vas_maps_line_append:
 * @line: bytes are added to its end, without a newline
 *
 * Byte for byte what a 64-bit kernel prints for the region (fs/proc/task_mmu.c,
 * show_vma_header_prefix() and show_map_vma()): the name starts in column 73 or two spaces behind
 * the inode, a line without a name ends in one space, and a newline in a name is `\012`.
 */
void vas_maps_line_append (GString *line, const VasReading *reading, const VasRegion *region);
