/* The regions of a snapshot as the kernel's own text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"
#include "vas-writer.h"

/** vas_maps_text_write: /proc/PID/maps byte for byte, for every tool that reads it. */
void vas_maps_text_write (const VasSnapshot *snapshot, VasWriter *writer);
