/* A reading as text, for tests to compare.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-reading.h"

/**
 * reading_to_text:
 *
 * One line a region, as tests/model/print-reference.py prints them: range, permissions, offset,
 * device, inode, "deleted" or "there", name, then the smaps fields by name and the flags.
 */
char *reading_to_text (const VasReading *reading);

/** reading_problems_to_text: a line a problem, "7 range" for an end below its start on line 7. */
char *reading_problems_to_text (const VasReading *reading);
