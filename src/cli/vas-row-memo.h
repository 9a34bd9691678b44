/* What was written of a topic, by what it was about, so that it is written once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** VasRowKey: two are equal where both numbers are; of more than one, all must be. */
typedef struct
{
  guint64 high;
  guint64 low;
} VasRowKey;

/**
 * VasRowMemo:
 *
 * Bytes by key. A million regions have a few hundred different texts: copying them is ten times
 * faster than composing, escaping and joining them again. What is kept is bounded: where every
 * region has texts of its own, all is forgotten from time to time.
 */
typedef struct _VasRowMemo VasRowMemo;

/** vas_row_memo_new: @n_keys: that make one key of what is kept. */
VasRowMemo *vas_row_memo_new (guint n_keys);
void vas_row_memo_free (VasRowMemo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasRowMemo, vas_row_memo_free)

/** vas_row_memo_find: (nullable): @length bytes, valid until some are added. */
const char *vas_row_memo_find (const VasRowMemo *self, const VasRowKey *keys, gsize *length);
/** vas_row_memo_add: for keys that vas_row_memo_find() did not find; copies @bytes. */
void vas_row_memo_add (VasRowMemo *self, const VasRowKey *keys, const char *bytes, gsize length);
