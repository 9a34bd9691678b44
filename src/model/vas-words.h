/* Composes what a person reads about a region: label, explanation, permissions, evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/* All of these are translated UTF-8 fit to show, (transfer full). */

/** vas_words_label: "libcairo.so.2: code", "heap", "stack of thread worker (4243)". */
char *vas_words_label (const VasSnapshot *snapshot, const VasVerdict *verdict);
/** vas_words_explain: what it is and why it is here, one or two sentences; "probably" if not certain. */
char *vas_words_explain (const VasSnapshot *snapshot, const VasVerdict *verdict);
/** vas_words_evidence: how we know, one sentence that can be checked. */
char *vas_words_evidence (const VasSnapshot *snapshot, const VasVerdict *verdict);
/** vas_words_remarks: what to make of it: the permissions taken together, what each badge means
 *  (vas-badges.h), how little of it is in RAM. Whole sentences; never empty. */
char *vas_words_remarks (const VasSnapshot *snapshot, gsize region);
/** vas_words_perms: "may be read and run as code, not changed; private to this process". */
char *vas_words_perms (guint perms);
/** vas_words_flags: the VmFlags codes as printed, then what each says beyond the permissions:
 *  "rd wr mr mw me ac nh; ac: counted as promised memory, nh: no huge pages". %NULL without smaps. */
char *vas_words_flags (const VasSnapshot *snapshot, gsize region);
/** vas_words_kernel_line: the line as maps prints it, raw bytes shown safely, to be copied. */
char *vas_words_kernel_line (const VasSnapshot *snapshot, gsize region);

/** VasColumn: the six columns of a maps line, explained as the tutorial does. */
typedef enum
{
  VAS_COLUMN_ADDRESS,
  VAS_COLUMN_MODE,
  VAS_COLUMN_OFFSET,
  VAS_COLUMN_DEVICE,
  VAS_COLUMN_INODE,
  VAS_COLUMN_PATH,
  VAS_N_COLUMNS
} VasColumn;
const char *vas_column_get_title (VasColumn column);
/** vas_words_column: what the column means, and what its value in this region says. */
char *vas_words_column (const VasSnapshot *snapshot, gsize region, VasColumn column);

/** vas_words_object: name of the object that holds @region, safe to show; vas_words_area: of an area. */
char *vas_words_object (const VasSnapshot *snapshot, gsize region);
char *vas_words_area (const VasSnapshot *snapshot, gsize area);
/** vas_words_path: the region's path without ` (deleted)`, safe to show; "" without one. */
char *vas_words_path (const VasSnapshot *snapshot, gsize region);
