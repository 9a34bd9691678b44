/* Snapshots for tests, from maps or smaps text or from regions by the thousand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "vas-source.h"

/** vas_test_snapshot_new: of @text as a saved file would be read. */
static inline VasSnapshot *
vas_test_snapshot_new (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "test");
  g_autoptr (GError) error = NULL;
  VasSnapshot *snapshot = vas_source_read (source, VAS_READ_USAGE, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}
