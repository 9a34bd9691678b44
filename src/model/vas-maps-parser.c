/* Lines out of slices, and regions and usage out of lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-parser.h"

#include <string.h>

#include "vas-maps-grammar.h"
#include "vas-reading-sort.h"

enum
{
  FIRST_REGIONS = 64,
  NO_DEVICE = 0,         /* index of 00:00, of all that has no file */
  LAST_DEVICE = G_MAXUINT16,
};

/* What the fields of smaps that come next belong to. */
typedef enum
{
  FIELDS_OF_NOTHING, /* no region yet, or the region's line was rejected */
  FIELDS_OF_REGION,  /* the region at @current */
  FIELDS_OF_ROLLUP,  /* the sums of all regions: dropped */
} FieldsOwner;

struct _VasMapsParser
{
  VasMapsOrigin origin;
  gboolean has_carriage_returns;
  GString *rest;          /* a line whose end has not come yet */
  GString *unescaped;
  VasReading *reading;
  gsize capacity;         /* of regions and lines */
  guint32 *lines;         /* number of the line of each region */
  gboolean disordered;    /* some region is unsorted or overlaps */
  FieldsOwner owner;
  gsize current;
  VasStrings *devices;    /* eight bytes each; id - 1 is the index */
  VasDevice last_device;
  guint16 last_device_index;
};

static guint16
add_device (VasMapsParser *self, VasDevice device)
{
  if (device.major == 0 && device.minor == 0)
    return NO_DEVICE;
  if (device.major == self->last_device.major && device.minor == self->last_device.minor)
    return self->last_device_index;

  guint32 index = vas_strings_add (self->devices, (const char *) &device, sizeof device) - 1;
  if (index >= LAST_DEVICE)
    {
      vas_reading_add_problem (self->reading, self->reading->n_lines, VAS_PROBLEM_CLAMPED);
      return LAST_DEVICE;
    }
  self->last_device = device;
  self->last_device_index = (guint16) index;
  return (guint16) index;
}

/* The kernel escapes the line feed alone, and not the backslash: a file really called `a\012b`
 * reads like one with a line feed. */
static guint32
add_unescaped_name (VasMapsParser *self, const char *name, gsize length)
{
  static const char escape[] = { '\\', '0', '1', '2' };
  const char *end = name + length, *found;
  g_string_truncate (self->unescaped, 0);
  while ((found = memmem (name, (gsize) (end - name), escape, sizeof escape)) != NULL)
    {
      g_string_append_len (self->unescaped, name, found - name);
      g_string_append_c (self->unescaped, '\n');
      name = found + sizeof escape;
    }
  g_string_append_len (self->unescaped, name, end - name);
  return vas_strings_add (self->reading->strings, self->unescaped->str, self->unescaped->len);
}

static guint32
add_name (VasMapsParser *self, const char *name, gsize length)
{
  if (length == 0)
    return 0;
  if (memchr (name, '\\', length) != NULL)
    return add_unescaped_name (self, name, length);
  return vas_strings_add (self->reading->strings, name, length);
}

static gboolean
ends_in_deleted (const char *name, gsize length)
{
  static const char mark[] = " (deleted)";
  gsize n = sizeof mark - 1;
  return length >= n && name[length - 1] == ')' && memcmp (name + length - n, mark, n) == 0;
}

static void
append_region (VasMapsParser *self, const VasRegion *region)
{
  VasReading *reading = self->reading;
  if (reading->n_regions == self->capacity)
    {
      self->capacity = MAX (FIRST_REGIONS, self->capacity + self->capacity / 2);
      reading->regions = g_renew (VasRegion, reading->regions, self->capacity);
      self->lines = g_renew (guint32, self->lines, self->capacity);
    }
  reading->regions[reading->n_regions] = *region;
  self->lines[reading->n_regions] = (guint32) MIN (reading->n_lines, G_MAXUINT32);
  self->current = reading->n_regions++;
}

/*
 * The region starts below the end of the last one. A running kernel prints in order, but prints a
 * region anew that grew between two lines, or one that came to lie where the last one ended: there
 * the newer line is right.
 *
 * Returns: whether @region has taken the place of the last one.
 */
static gboolean
settle_overlap (VasMapsParser *self, const VasRegion *region)
{
  VasReading *reading = self->reading;
  VasRegion *last = &reading->regions[reading->n_regions - 1];
  if (region->start < last->start)
    vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_UNSORTED);
  if (self->origin == VAS_MAPS_SAVED || region->start < last->start)
    {
      self->disordered = TRUE;
      return FALSE;
    }

  vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_CHANGED);
  if (region->start > last->start)
    {
      last->end = region->start;
      return FALSE;
    }
  *last = *region;
  self->current = reading->n_regions - 1;
  return TRUE;
}

static void
take_region (VasMapsParser *self, VasMapsLine *line)
{
  static const char rollup[] = { '[', 'r', 'o', 'l', 'l', 'u', 'p', ']' };
  if (line->name_length == sizeof rollup && memcmp (line->name, rollup, sizeof rollup) == 0)
    {
      self->owner = FIELDS_OF_ROLLUP;
      return;
    }

  VasReading *reading = self->reading;
  VasRegion *region = &line->region;
  region->name = add_name (self, line->name, line->name_length);
  region->deleted = ends_in_deleted (line->name, line->name_length);
  region->device = add_device (self, line->device);
  if (line->clamped)
    vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_CLAMPED);

  gboolean overlaps
      = reading->n_regions > 0 && region->start < reading->regions[reading->n_regions - 1].end;
  if (!overlaps || !settle_overlap (self, region))
    append_region (self, region);
  self->owner = FIELDS_OF_REGION;
}

static void
take_number (VasMapsParser *self, const VasMapsField *field)
{
  VasReading *reading = self->reading;
  guint64 number;
  gboolean clamped;
  guint id = VAS_USAGE_NO_FIELD;
  if (vas_maps_field_get_number (field, &number, &clamped))
    id = vas_usage_add_field (reading->usage, field->name, field->name_length);
  if (id == VAS_USAGE_NO_FIELD)
    {
      vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_VALUE);
      return;
    }

  if (clamped)
    vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_CLAMPED);
  vas_usage_set (reading->usage, self->current, id, number);
}

static void
take_field (VasMapsParser *self, const VasMapsField *field)
{
  static const char flags[] = { 'V', 'm', 'F', 'l', 'a', 'g', 's' };
  if (self->owner == FIELDS_OF_ROLLUP)
    return;
  if (self->owner == FIELDS_OF_NOTHING)
    {
      vas_reading_add_problem (self->reading, self->reading->n_lines, VAS_PROBLEM_FIELD);
      return;
    }

  if (self->reading->usage == NULL)
    self->reading->usage = vas_usage_new ();
  if (field->name_length == sizeof flags && memcmp (field->name, flags, sizeof flags) == 0)
    vas_usage_set_flags (self->reading->usage, self->current, field->value, field->value_length);
  else
    take_number (self, field);
}

/* Whether a line that was rejected was meant to be a region's: it begins with an address. */
static gboolean
begins_like_region (const char *line, gsize length)
{
  gsize digits = 0;
  while (digits < length && g_ascii_isxdigit (line[digits]))
    digits++;
  return digits > 0 && (digits == length || line[digits] == '-');
}

/* The fields below a region that was rejected are not those of the region above it. Any other line,
 * say a field that was cut, changes nothing for the lines after it. */
static void
reject_line (VasMapsParser *self, const char *line, gsize length, VasProblemReason reason)
{
  if (begins_like_region (line, length))
    self->owner = FIELDS_OF_NOTHING;
  else if (self->reading->usage != NULL)
    reason = VAS_PROBLEM_FIELD;
  vas_reading_add_problem (self->reading, self->reading->n_lines, reason);
}

/* The first line tells how the text was saved. Of a running kernel's names every byte counts. */
static void
look_at_first_line (VasMapsParser *self, const char **line, gsize *length)
{
  static const char byte_order_mark[] = { '\xef', '\xbb', '\xbf' };
  gsize n = sizeof byte_order_mark;
  if (*length >= n && memcmp (*line, byte_order_mark, n) == 0)
    {
      *line += n;
      *length -= n;
    }
  self->has_carriage_returns = *length > 0 && (*line)[*length - 1] == '\r';
}

/* @line: without its line feed; a byte that is no digit follows. */
static void
take_line (VasMapsParser *self, const char *line, gsize length)
{
  if (self->reading->n_lines++ == 0 && self->origin == VAS_MAPS_SAVED)
    look_at_first_line (self, &line, &length);
  if (self->has_carriage_returns && length > 0 && line[length - 1] == '\r')
    length--;
  if (length == 0)
    return;

  VasMapsField field;
  VasMapsLine region;
  VasProblemReason reason;
  if (vas_maps_field_parse (line, length, &field))
    take_field (self, &field);
  else if (vas_maps_line_parse (line, length, &region, &reason))
    take_region (self, &region);
  else
    reject_line (self, line, length, reason);
}

VasMapsParser *
vas_maps_parser_new (VasMapsOrigin origin)
{
  static const VasDevice none = { 0, 0 };
  VasMapsParser *self = g_new0 (VasMapsParser, 1);
  self->origin = origin;
  self->rest = g_string_new (NULL);
  self->unescaped = g_string_new (NULL);
  self->devices = vas_strings_new ();
  vas_strings_add (self->devices, (const char *) &none, sizeof none);
  self->reading = g_new0 (VasReading, 1);
  self->reading->strings = vas_strings_new ();
  return self;
}

void
vas_maps_parser_free (VasMapsParser *self)
{
  if (self == NULL)
    return;
  g_string_free (self->rest, TRUE);
  g_string_free (self->unescaped, TRUE);
  g_free (self->lines);
  vas_strings_free (self->devices);
  vas_reading_free (self->reading);
  g_free (self);
}

/* The line that the slice before cut is whole with the first line of this one. */
static const char *
complete_rest (VasMapsParser *self, const char *at, const char *end)
{
  if (self->rest->len == 0)
    return at;
  const char *feed = memchr (at, '\n', (gsize) (end - at));
  if (feed == NULL)
    return at;
  g_string_append_len (self->rest, at, feed - at);
  take_line (self, self->rest->str, self->rest->len);
  g_string_truncate (self->rest, 0);
  return feed + 1;
}

void
vas_maps_parser_feed (VasMapsParser *self, const char *bytes, gsize length)
{
  g_return_if_fail (self != NULL && (bytes != NULL || length == 0));
  if (length == 0)
    return;

  const char *end = bytes + length, *feed;
  const char *at = complete_rest (self, bytes, end);
  if (self->rest->len == 0)
    for (; (feed = memchr (at, '\n', (gsize) (end - at))) != NULL; at = feed + 1)
      take_line (self, at, (gsize) (feed - at));
  g_string_append_len (self->rest, at, end - at);
}

static void
finish_devices (VasMapsParser *self)
{
  VasReading *reading = self->reading;
  guint32 n = vas_strings_get_count (self->devices) - 1;
  reading->n_devices = MIN (n, LAST_DEVICE + 1);
  reading->devices = g_new (VasDevice, reading->n_devices);
  for (guint i = 0; i < reading->n_devices; i++)
    memcpy (&reading->devices[i], vas_strings_get (self->devices, i + 1, NULL), sizeof (VasDevice));
  if (n > LAST_DEVICE)
    reading->devices[LAST_DEVICE] = (VasDevice) { G_MAXUINT32, G_MAXUINT32 };
}

VasReading *
vas_maps_parser_finish (VasMapsParser *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (self->rest->len > 0)
    take_line (self, self->rest->str, self->rest->len);
  if (self->disordered)
    vas_reading_sort (self->reading, self->lines);
  finish_devices (self);
  self->reading->regions
      = g_renew (VasRegion, self->reading->regions, self->reading->n_regions);

  VasReading *reading = g_steal_pointer (&self->reading);
  vas_maps_parser_free (self);
  return reading;
}

VasReading *
vas_maps_parse (const char *bytes, gsize length, VasMapsOrigin origin)
{
  VasMapsParser *parser = vas_maps_parser_new (origin);
  vas_maps_parser_feed (parser, bytes, length);
  return vas_maps_parser_finish (parser);
}
