/* Pictures that were written, read back by cairo.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <string.h>

typedef struct
{
  const guint8 *at;
  gsize left;
} ReopenedBytes;

static inline cairo_status_t
reopened_bytes_cb (void *closure, unsigned char *out, unsigned int length)
{
  ReopenedBytes *bytes = closure;
  if (bytes->left < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, bytes->at, length);
  bytes->at += length;
  bytes->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/** reopened_png: (transfer full): the picture that all of @bytes are. */
static inline cairo_surface_t *
reopened_png (GBytes *bytes)
{
  ReopenedBytes left = { 0 };
  left.at = g_bytes_get_data (bytes, &left.left);
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream (reopened_bytes_cb, &left);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (left.left, ==, 0);
  return image;
}
