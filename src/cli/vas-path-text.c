/* A path, which is bytes, as the text that a machine-readable format can hold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-path-text.h"

#include <string.h>

#include "vas-display.h"

#define DELETED_SUFFIX " (deleted)"

void
vas_path_text_set (VasPathText *self, const char *name, gsize length, gboolean deleted)
{
  vas_path_text_clear (self);
  if (deleted && length >= strlen (DELETED_SUFFIX))
    length -= strlen (DELETED_SUFFIX);

  /* A saved file can hold a NUL, which g_utf8_validate_len() refuses, as a reader in C would. */
  if (g_utf8_validate_len (name, length, NULL))
    {
      self->text = g_strndup (name, length);
      return;
    }
  self->text = vas_display_bytes (name, length);
  self->base64 = g_base64_encode ((const guchar *) name, length);
}

void
vas_path_text_clear (VasPathText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->base64, g_free);
}
