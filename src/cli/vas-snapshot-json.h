/* A snapshot as JSON: the process, every region, the families, the totals, the problems.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-json.h"
#include "vas-record.h"
#include "vas-snapshot.h"

/** VAS_JSON_SCHEMA: grows when a member changes its meaning or goes, not when one is added. */
#define VAS_JSON_SCHEMA 1

/**
 * vas_snapshot_write_json:
 *
 * One document. Addresses and offsets are hex strings, sizes are numbers of bytes; members of
 * `process` that are not known are null; numbers that need smaps are null where it was not read.
 */
void vas_snapshot_write_json (const VasSnapshot *snapshot, VasWriter *writer);

/**
 * vas_snapshot_add_region_json:
 * @record: of @snapshot; moves to region @i
 * @name: key in the open object; %NULL in an open array
 *
 * Adds region @i with its parts as an object.
 */
void vas_snapshot_add_region_json (
    const VasSnapshot *snapshot, gsize i, VasRecord *record, VasJson *json, const char *name);
