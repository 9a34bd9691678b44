/* Tells what is at an address.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-snapshot.h"

/* Both fail with %VAS_ERROR_NOT_MAPPED, and say in which gap the address lies, if nothing is mapped
 * there; with %VAS_ERROR_WRITE if standard output takes no more. */

/** vas_at_print_text: for a person: what the region is, why it is here and how we know, where in it
 *  and in its file the address is, and what each column of its line in maps means. */
gboolean vas_at_print_text (const VasSnapshot *snapshot, guint64 address, GError **error);

/** vas_at_print_json: `{ "schema": 1, "address": ..., "offset_in_region": ..., "file_offset": ...,
 *  "region": { ... } }`, the region as in an export. */
gboolean vas_at_print_json (const VasSnapshot *snapshot, guint64 address, GError **error);
