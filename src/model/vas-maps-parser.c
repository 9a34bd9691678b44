/* Lines out of slices, and regions and usage out of lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-parser.h"

#include <string.h>

#include "vas-field-memo.h"
#include "vas-line-memo.h"
#include "vas-maps-grammar.h"

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
  GString *rest;          /* a line whose end has not come yet, as far as it may be a region's */
  VasReadingBuilder *builder;
  VasReading *reading;    /* the builder's */
  FieldsOwner owner;
  gsize current;
  VasFieldMemos memos;
  VasLineMemo known;
};

static void
place_region (VasMapsParser *self, const VasRegion *region)
{
  self->current = vas_reading_builder_add (self->builder, region);
  self->owner = FIELDS_OF_REGION;
  vas_field_memos_begin (&self->memos);
}

/* @text: @length bytes: the line itself. */
static void
take_region (VasMapsParser *self, VasMapsRegionLine *line, const char *text, gsize length)
{
  static const char rollup[] = { '[', 'r', 'o', 'l', 'l', 'u', 'p', ']' };
  if (line->file.name_length == sizeof rollup
      && memcmp (line->file.name, rollup, sizeof rollup) == 0)
    {
      self->owner = FIELDS_OF_ROLLUP;
      return;
    }
  if (line->clamped)
    vas_reading_add_problem (self->reading, self->reading->n_lines, VAS_PROBLEM_CLAMPED);
  VasFileTable *files = vas_reading_builder_get_files (self->builder);
  line->region.file = vas_file_table_add_escaped (files, &line->file);
  if (!line->clamped && !self->has_carriage_returns)
    vas_line_memo_learn (&self->known, text, length, &line->region);
  place_region (self, &line->region);
}

static void
take_number (VasMapsParser *self, const VasMapsFieldLine *field, const char *line, gsize length)
{
  VasReading *reading = self->reading;
  guint64 number;
  gboolean clamped;
  guint id = VAS_USAGE_NO_FIELD;
  if (vas_maps_grammar_parse_value (field, &number, &clamped))
    id = vas_usage_add_field (reading->usage, field->name, field->name_length);
  if (id == VAS_USAGE_NO_FIELD)
    {
      vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_VALUE);
      return;
    }

  if (clamped)
    vas_reading_add_problem (reading, reading->n_lines, VAS_PROBLEM_CLAMPED);
  else
    vas_field_memos_learn (&self->memos, id, number, line, length);
  vas_usage_set (reading->usage, self->current, id, number);
}

static void
take_field (VasMapsParser *self, const VasMapsFieldLine *field, const char *line, gsize length)
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
    take_number (self, field, line, length);
}

/* Takes the fields that the region before had in the same words. Returns where the next line is. */
static const char *
take_known_fields (VasMapsParser *self, const char *at, const char *end)
{
  const VasFieldMemo *memo;
  guint field;
  while ((memo = vas_field_memos_match (&self->memos, at, (gsize) (end - at), &field)) != NULL)
    {
      self->reading->n_lines++;
      vas_usage_set (self->reading->usage, self->current, field, memo->number);
      at += memo->length;
    }
  return at;
}

/* Takes the line if all that it says was said before, and likewise. Returns where the next line is. */
static const char *
take_known_region (VasMapsParser *self, const char *at, const char *end)
{
  VasRegion region;
  gsize length = vas_line_memo_match (&self->known, at, (gsize) (end - at), &region);
  if (length > 0)
    {
      self->reading->n_lines++;
      place_region (self, &region);
    }
  return at + length;
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

  VasMapsFieldLine field;
  VasMapsRegionLine region;
  VasProblemReason reason;
  if (length >= VAS_MAPS_MAX_LINE)
    reject_line (self, line, length, VAS_PROBLEM_LONG);
  else if (vas_maps_grammar_parse_field (line, length, &field))
    take_field (self, &field, line, length);
  else if (vas_maps_grammar_parse_region (line, length, &region, &reason))
    take_region (self, &region, line, length);
  else
    reject_line (self, line, length, reason);
}

VasMapsParser *
vas_maps_parser_new (VasMapsOrigin origin)
{
  VasMapsParser *self = g_new0 (VasMapsParser, 1);
  self->origin = origin;
  vas_field_memos_begin (&self->memos);
  self->rest = g_string_new (NULL);
  self->builder = vas_reading_builder_new (origin);
  self->reading = vas_reading_builder_get_reading (self->builder);
  return self;
}

void
vas_maps_parser_free (VasMapsParser *self)
{
  if (self == NULL)
    return;
  g_string_free (self->rest, TRUE);
  vas_reading_builder_free (self->builder);
  g_free (self);
}

static void
keep_rest (VasMapsParser *self, const char *bytes, gsize length)
{
  gsize room = VAS_MAPS_MAX_LINE - self->rest->len;
  g_string_append_len (self->rest, bytes, (gssize) MIN (length, room));
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
  keep_rest (self, at, (gsize) (feed - at));
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
  while (self->rest->len == 0)
    {
      if (self->owner == FIELDS_OF_REGION)
        at = take_known_fields (self, at, end);
      const char *next = take_known_region (self, at, end);
      if (next != at)
        {
          at = next;
          continue;
        }
      if ((feed = memchr (at, '\n', (gsize) (end - at))) == NULL)
        break;
      take_line (self, at, (gsize) (feed - at));
      at = feed + 1;
    }
  keep_rest (self, at, (gsize) (end - at));
}

VasReadingBuilder *
vas_maps_parser_get_builder (const VasMapsParser *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->builder;
}

gboolean
vas_maps_parser_is_within_line (const VasMapsParser *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->rest->len > 0;
}

/* Whether the text is one line only because its lines end in carriage returns alone. A name may hold
 * one too; what follows it is then no line of maps or smaps. */
static gboolean
lacks_line_feeds (const VasMapsParser *self)
{
  const char *end = self->rest->str + self->rest->len;
  const char *first = memchr (self->rest->str, '\r', self->rest->len);
  if (self->origin != VAS_MAPS_SAVED || self->reading->n_lines > 0 || first == NULL
      || self->rest->len == VAS_MAPS_MAX_LINE)
    return FALSE;

  const char *line = first + 1, *next = memchr (line, '\r', (gsize) (end - line));
  gsize length = (gsize) ((next != NULL ? next : end) - line);
  VasMapsFieldLine field;
  VasMapsRegionLine region;
  VasProblemReason reason;
  return vas_maps_grammar_parse_field (line, length, &field)
         || vas_maps_grammar_parse_region (line, length, &region, &reason);
}

static void
feed_again_with_line_feeds (VasMapsParser *self)
{
  g_autoptr (GString) text = g_steal_pointer (&self->rest);
  self->rest = g_string_new (NULL);
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '\r')
      text->str[i] = '\n';
  vas_maps_parser_feed (self, text->str, text->len);
}

VasReading *
vas_maps_parser_finish (VasMapsParser *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (lacks_line_feeds (self))
    feed_again_with_line_feeds (self);
  if (self->rest->len > 0)
    take_line (self, self->rest->str, self->rest->len);
  VasReading *reading = vas_reading_builder_finish (g_steal_pointer (&self->builder));
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
