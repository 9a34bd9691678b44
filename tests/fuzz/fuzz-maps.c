/* Any bytes give a reading, the same however they are cut into slices.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "vas-maps-parser.h"

static VasReading *
parse_in_slices (const char *bytes, gsize length, VasMapsOrigin origin, gsize slice)
{
  VasMapsParser *parser = vas_maps_parser_new (origin);
  for (gsize at = 0; at < length; at += slice)
    vas_maps_parser_feed (parser, bytes + at, MIN (slice, length - at));
  return vas_maps_parser_finish (parser);
}

static void
check_regions (const VasReading *reading)
{
  for (gsize i = 0; i < reading->n_regions; i++)
    {
      const VasRegion *region = &reading->regions[i];
      g_assert_cmpuint (region->start, <, region->end);
      g_assert_cmpuint (region->file, <, reading->n_files);
      g_assert_cmpuint (vas_reading_get_name_id (reading, region), <,
                        vas_strings_get_count (reading->strings));
      if (i > 0)
        g_assert_cmpuint (region[-1].start, <=, region->start);
    }
}

static void
check_problems (const VasReading *reading)
{
  g_assert_cmpuint (reading->n_problems, ==,
                    MIN (reading->n_rejected + reading->n_notes, VAS_READING_MAX_PROBLEMS));
  for (gsize i = 0; i < reading->n_problems; i++)
    {
      g_assert_cmpuint (reading->problems[i].line, >, 0);
      g_assert_cmpuint (reading->problems[i].line, <=, reading->n_lines);
      if (i > 0)
        g_assert_cmpuint (reading->problems[i - 1].line, <=, reading->problems[i].line);
    }
}

static void
check_same_usage (const VasUsage *left, const VasUsage *right, gsize n_regions)
{
  g_assert_cmpuint (vas_usage_get_n_fields (left), ==, vas_usage_get_n_fields (right));
  for (gsize i = 0; i < n_regions; i++)
    {
      g_assert_cmpstr (vas_usage_get_flags (left, i), ==, vas_usage_get_flags (right, i));
      for (guint field = 0; field < vas_usage_get_n_fields (left); field++)
        {
          guint64 one, other;
          g_assert_cmpint (vas_usage_get (left, i, field, &one), ==,
                           vas_usage_get (right, i, field, &other));
          g_assert_cmpuint (one, ==, other);
        }
    }
}

static void
check_same (const VasReading *left, const VasReading *right)
{
  g_assert_cmpuint (left->n_lines, ==, right->n_lines);
  g_assert_cmpuint (left->n_rejected, ==, right->n_rejected);
  g_assert_cmpuint (left->n_notes, ==, right->n_notes);
  g_assert_cmpmem (left->regions, left->n_regions * sizeof (VasRegion),
                   right->regions, right->n_regions * sizeof (VasRegion));
  g_assert_cmpmem (left->files, left->n_files * sizeof (VasFile),
                   right->files, right->n_files * sizeof (VasFile));
  g_assert_cmpint (left->usage != NULL, ==, right->usage != NULL);
  if (left->usage != NULL)
    check_same_usage (left->usage, right->usage, left->n_regions);
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  const char *text = (const char *) bytes;
  for (VasMapsOrigin origin = VAS_MAPS_SAVED; origin <= VAS_MAPS_LIVE; origin++)
    {
      g_autoptr (VasReading) whole = vas_maps_parse (text, length, origin);
      check_regions (whole);
      check_problems (whole);
      g_autoptr (VasReading) sliced = parse_in_slices (text, length, origin, 1 + length % 61);
      check_same (whole, sliced);
    }
  return 0;
}
