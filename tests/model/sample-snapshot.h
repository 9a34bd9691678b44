/* Snapshots for tests: of maps or smaps text, or of letters that stand for regions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "vas-source.h"

/** sample_snapshot_new: of @text as a saved file would be read. */
static inline VasSnapshot *
sample_snapshot_new (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (VasSource) source = vas_source_new_for_bytes (bytes, "test");
  g_autoptr (GError) error = NULL;
  VasSnapshot *snapshot = vas_source_read (source, VAS_READ_USAGE, NULL, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/** sample_snapshot_of_path: of a saved file. */
static inline VasSnapshot *
sample_snapshot_of_path (const char *path)
{
  g_autoptr (VasSource) source = vas_source_new_for_path (path);
  g_autoptr (GError) error = NULL;
  VasSnapshot *snapshot = vas_source_read (source, VAS_READ_USAGE, NULL, NULL, &error);
  g_assert_no_error (error);
  return snapshot;
}

/** sample_snapshot_of_fixture: of a saved file in fixtures/. */
static inline VasSnapshot *
sample_snapshot_of_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("VAS_FIXTURES"), name, NULL);
  return sample_snapshot_of_path (path);
}

/** SAMPLE_FILE: the one file that a made-up region may map. */
#define SAMPLE_FILE 1

/* Of @regions, whose file is 0 or %SAMPLE_FILE. */
static inline VasSnapshot *
sample_snapshot_of_regions (const VasRegion *regions, gsize n_regions)
{
  VasReading *reading = g_new0 (VasReading, 1);
  reading->strings = vas_strings_new ();
  reading->regions = g_memdup2 (regions, n_regions * sizeof *regions);
  reading->n_regions = n_regions;
  reading->n_files = SAMPLE_FILE + 1;
  reading->files = g_new0 (VasFile, reading->n_files);
  reading->files[SAMPLE_FILE].inode = 7;
  return vas_snapshot_new ("test", 0, reading, NULL);
}

/** SAMPLE_SLOT: where the letter's region begins unless it grew: 'b' at 2 MiB. */
#define SAMPLE_SLOT(letter) ((guint64) (g_ascii_tolower (letter) - 'a' + 1) << 20)

/**
 * sample_snapshot_of_letters:
 *
 * A region a letter, in alphabetic order: "acd". A digit behind it is pages it grew at its end
 * ("ac3d"), a `<` before it a page it grew at its start, and a capital another file at its place.
 */
static inline VasSnapshot *
sample_snapshot_of_letters (const char *letters)
{
  g_autofree VasRegion *regions = g_new0 (VasRegion, strlen (letters) + 1);
  gsize n = 0;
  for (const char *c = letters; *c != '\0'; c++)
    {
      VasRegion *region = &regions[n++];
      if (*c == '<')
        {
          region->start = -0x1000;
          c++;
        }
      region->start += SAMPLE_SLOT (*c);
      region->end = SAMPLE_SLOT (*c) + 0x4000;
      region->file = g_ascii_isupper (*c) ? SAMPLE_FILE : 0;
      region->perms = VAS_PERM_READ | VAS_PERM_WRITE;
      if (g_ascii_isdigit (c[1]))
        region->end += (guint64) (*++c - '0') << 12;
    }
  return sample_snapshot_of_regions (regions, n);
}
