/* A pool that keeps each distinct byte string once and names it by a small number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasStrings:
 *
 * An append-only pool of byte strings. A process of a million mappings has a few hundred distinct
 * names, so a region holds four bytes instead of a path. Strings are bytes, not UTF-8: a path may
 * hold anything but NUL. Not thread-safe while it is being added to; any number of threads may read
 * a pool that nobody adds to any more.
 */
typedef struct _VasStrings VasStrings;

VasStrings *vas_strings_new (void);
void vas_strings_free (VasStrings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasStrings, vas_strings_free)

/**
 * vas_strings_add:
 * @bytes: (nullable): @length bytes; they are copied
 * @length: in bytes
 *
 * Returns: the id of the string, the same for equal bytes; 0 for the empty string.
 */
guint32 vas_strings_add (VasStrings *self, const char *bytes, gsize length);

/** vas_strings_add_text: the same for a NUL-terminated string; %NULL is the empty string. */
guint32 vas_strings_add_text (VasStrings *self, const char *text);

/**
 * vas_strings_get:
 * @length: (out) (optional): length in bytes
 *
 * Returns: (transfer none): the bytes of @id, followed by a NUL that does not count, valid as long
 *   as the pool; "" for id 0.
 */
const char *vas_strings_get (const VasStrings *self, guint32 id, gsize *length);

/** vas_strings_count_common: the ids below it name the same string in both pools. */
guint32 vas_strings_count_common (const VasStrings *a, const VasStrings *b);

/** vas_strings_get_count: ids are in `[0, count)`; id 0 is the empty string. */
guint32 vas_strings_get_count (const VasStrings *self);
