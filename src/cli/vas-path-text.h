/* A path, which is bytes, as the text that a machine-readable format can hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * VasPathText:
 * @text: (owned): the path itself where it is UTF-8, else with its other bytes escaped (`\xff`)
 * @base64: (owned) (nullable): the exact bytes, where @text had to be escaped
 */
typedef struct
{
  char *text;
  char *base64;
} VasPathText;

/** vas_path_text_set: @name as a maps line has it; @deleted: whether ` (deleted)` comes off its
 * end. */
void vas_path_text_set (VasPathText *self, const char *name, gsize length, gboolean deleted);
void vas_path_text_clear (VasPathText *self);
