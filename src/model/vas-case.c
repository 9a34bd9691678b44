/* The case: what the rules look at, and what they have decided so far.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-case.h"

#include <string.h>

static const char DELETED[] = " (deleted)";

/* Bytes of a name that belong to the name itself. */
static gsize
name_length (const VasRegion *region, gsize length)
{
  gsize suffix = sizeof DELETED - 1;
  return region->deleted && length > suffix ? length - suffix : length;
}

static guint32
add_short_name (VasCase *self, const char *name, gsize length)
{
  const char *slash = memrchr (name, '/', length);
  if (slash == NULL || slash + 1 == name + length)
    return vas_strings_add (self->reading->strings, name, length);
  return vas_strings_add (self->reading->strings, slash + 1, name + length - slash - 1);
}

/* "libc.so.6", "libfoo-2.31.so", "plug.so.1.0": how shared libraries are called everywhere. */
static gboolean
is_called_library (const char *name, gsize length)
{
  return vas_name_matches ("*.so", name, length) || vas_name_matches ("*.so.*", name, length);
}

static void
note_name (VasCase *self, const VasRegion *region, VasNameNote *note)
{
  gsize length = 0;
  const char *name = vas_reading_get_name (self->reading, region, &length);
  length = name_length (region, length);
  note->pattern = vas_name_pattern_find (name, length);
  note->subject = add_short_name (self, name, length);
  note->is_library = note->pattern != NULL && note->pattern->as == VAS_NAMED_FILE
                     && is_called_library (name, length);
}

static void
note_names (VasCase *self)
{
  self->n_notes = vas_strings_get_count (self->reading->strings);
  self->notes = g_new0 (VasNameNote, self->n_notes);
  for (gsize i = 0; i < self->n_regions; i++)
    {
      const VasRegion *region = &self->regions[i];
      if (region->name == 0)
        continue;
      VasNameNote *note = &self->notes[region->name];
      if (note->n_regions++ == 0)
        note_name (self, region, note);
      note->perms |= region->perms;
    }
}

/* Code that was mapped from a file, wherever it lies, makes the file a library. */
static void
note_libraries (VasCase *self)
{
  for (guint32 id = 1; id < self->n_notes; id++)
    {
      VasNameNote *note = &self->notes[id];
      if (note->pattern != NULL && note->pattern->as == VAS_NAMED_FILE
          && (note->perms & VAS_PERM_EXEC) != 0)
        note->is_library = TRUE;
    }
}

static gboolean
names_exe (const VasCase *self, const VasRegion *region)
{
  gsize length = 0;
  const char *name = vas_reading_get_name (self->reading, region, &length);
  length = name_length (region, length);
  return length == strlen (self->facts->exe) && memcmp (name, self->facts->exe, length) == 0;
}

static guint32
find_exe (const VasCase *self)
{
  guint32 last = 0;
  for (gsize i = 0; i < self->n_regions; i++)
    if (self->regions[i].name != last && (last = self->regions[i].name) != 0
        && names_exe (self, &self->regions[i]))
      return last;
  return 0;
}

static gboolean
may_be_program (const VasCase *self, const VasRegion *region)
{
  gsize length = 0;
  const char *name = vas_reading_get_name (self->reading, region, &length);
  const VasNameNote *note = vas_case_note (self, region);
  return note->is_library && (note->perms & VAS_PERM_EXEC) != 0
         && !is_called_library (name, name_length (region, length));
}

/* The break starts after the program (fs/binfmt_elf.c), so the file with code nearest below [heap]
 * is it; without a [heap], the lowest file with code that is not called like a library. */
static guint32
guess_program (const VasCase *self)
{
  guint32 lowest = 0, below = 0;
  for (gsize i = 0; i < self->n_regions; i++)
    {
      const VasRegion *region = &self->regions[i];
      const VasNamePattern *pattern = vas_case_note (self, region)->pattern;
      if (pattern == NULL)
        continue;
      if (pattern->as == VAS_NAMED_HEAP)
        return below != 0 ? below : lowest;
      if (!may_be_program (self, region))
        continue;
      below = region->name;
      if (lowest == 0)
        lowest = region->name;
    }
  return lowest;
}

static void
note_program (VasCase *self)
{
  if (self->facts != NULL && self->facts->exe != NULL)
    self->program = find_exe (self);
  self->program_confidence = VAS_CONFIDENCE_CERTAIN;
  if (self->program == 0)
    {
      self->program = guess_program (self);
      self->program_confidence = VAS_CONFIDENCE_LIKELY;
    }
  if (self->program != 0)
    self->notes[self->program].is_program = TRUE;
}

VasCase *
vas_case_open (VasReading *reading, const VasFacts *facts)
{
  VasCase *self = g_new0 (VasCase, 1);
  self->reading = reading;
  self->facts = facts;
  self->regions = reading->regions;
  self->n_regions = reading->n_regions;
  self->verdicts = g_new0 (VasVerdict, reading->n_regions);
  self->parts = g_array_new (FALSE, FALSE, sizeof (VasPart));
  note_names (self);
  note_libraries (self);
  note_program (self);
  return self;
}

VasNaming *
vas_case_close (VasCase *self)
{
  VasNaming *naming = g_new0 (VasNaming, 1);
  naming->verdicts = self->verdicts;
  naming->n_regions = self->n_regions;
  naming->n_parts = self->parts->len;
  naming->parts = (VasPart *) (gpointer) g_array_free (self->parts, FALSE);
  g_free (self->notes);
  g_free (self);
  return naming;
}

guint32
vas_case_say (VasCase *self, const char *sentence)
{
  return vas_strings_add_text (self->reading->strings, sentence);
}

guint32
vas_case_sayf (VasCase *self, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return vas_case_say (self, sentence);
}

void
vas_case_decide (VasCase *self,
                 gsize i,
                 VasKind kind,
                 guint role,
                 VasConfidence confidence,
                 guint32 subject,
                 guint32 evidence)
{
  if (vas_case_is_decided (self, i))
    return;
  self->verdicts[i] = (VasVerdict){
    .kind = kind,
    .confidence = confidence,
    .role = role,
    .subject = subject,
    .evidence = evidence,
  };
}
