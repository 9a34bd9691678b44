/* The regions of a snapshot as comma-separated values.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"
#include "vas-writer.h"

/**
 * vas_csv_write:
 *
 * RFC 4180: a header line, CRLF after each line, quotes where a cell needs them. The columns are
 * those of the JSON (vas-record.h), then `parts`: "0xSTART-0xEND kind", joined by "; ". An absent
 * value is an empty cell.
 */
void vas_csv_write (const VasSnapshot *snapshot, VasWriter *writer);
