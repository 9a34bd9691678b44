/* Writes JSON piece by piece, always well-formed and always UTF-8.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vas-writer.h"

/**
 * VasJson:
 *
 * A writer of our own, because json-glib builds the whole document as a tree of objects first (at
 * a million regions that is gigabytes) and holds whole numbers as signed 64-bit ones, which an
 * inode of a FUSE file system exceeds.
 *
 * The document and the arrays in it are broken into lines, one member each; everything further in
 * stays on one line. So a region is a line, and line-based tools can search and compare the files.
 *
 * @name is the key of a member of an object, letters, digits and underscores alone, and %NULL for
 * an element of an array.
 */
typedef struct _VasJson VasJson;

/** vas_json_new: @writer is borrowed. */
VasJson *vas_json_new (VasWriter *writer);
void vas_json_free (VasJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VasJson, vas_json_free)

/** vas_json_get_writer: (transfer none): for copying members that were written before. */
VasWriter *vas_json_get_writer (const VasJson *self);

void vas_json_open_object (VasJson *self, const char *name);
void vas_json_open_array (VasJson *self, const char *name);
/** vas_json_close: closes what was opened last; the document ends with a line feed. */
void vas_json_close (VasJson *self);

/** vas_json_add_text: @text (nullable): %NULL is written as null; what is no UTF-8 as U+FFFD. */
void vas_json_add_text (VasJson *self, const char *name, const char *text);
void vas_json_add_number (VasJson *self, const char *name, guint64 number);
/** vas_json_add_address: as a string, "0x7ffe...": a double does not hold 64 bits. */
void vas_json_add_address (VasJson *self, const char *name, guint64 address);
void vas_json_add_truth (VasJson *self, const char *name, gboolean truth);
void vas_json_add_null (VasJson *self, const char *name);
