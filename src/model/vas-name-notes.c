/* What each distinct name of a reading says, worked out once however many regions bear it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-name-notes.h"

#include <string.h>

#include "vas-roles.h"

static const char DELETED[] = " (deleted)";

/* The bytes of a region's name without the kernel's remark. */
static const char *
get_bare_name (const VasReading *reading, const VasRegion *region, gsize *length)
{
  const VasFile *file = vas_reading_get_file (reading, region);
  const char *name = vas_reading_get_name (reading, region, length);
  gsize suffix = sizeof DELETED - 1;
  if (file->deleted && *length > suffix)
    *length -= suffix;
  return name;
}

/* "[anon:scudo:primary]" is about "primary", "[anon:my cache]" about "my cache". What a person
 * cut or made up, such as "[stack:123", is about nothing else than what it says. */
static guint32
add_bracketed_name (VasReading *reading, const VasNamePattern *pattern, const char *name,
                    gsize length)
{
  if (name[length - 1] != ']')
    return vas_strings_add (reading->strings, name, length);
  gboolean is_own = pattern->role == VAS_ROLE_NAMED || pattern->role == VAS_ROLE_SHARED_NAMED;
  const char *end = name + length - 1;
  const char *colon = is_own ? memchr (name, ':', length) : memrchr (name, ':', length);
  const char *start = colon != NULL ? colon + 1 : name + 1;
  while (start < end && *start == ' ')
    start++;
  return vas_strings_add (reading->strings, start, MAX (end - start, 0));
}

static guint32
add_short_name (VasReading *reading, const VasNamePattern *pattern, const char *name, gsize length)
{
  static const char memfd[] = "/memfd:";
  if (name[0] == '[')
    return add_bracketed_name (reading, pattern, name, length);
  if (length > sizeof memfd - 1 && memcmp (name, memfd, sizeof memfd - 1) == 0)
    return vas_strings_add (reading->strings, name + sizeof memfd - 1, length - sizeof memfd + 1);
  const char *slash = memrchr (name, '/', length);
  if (slash == NULL || slash + 1 == name + length)
    return vas_strings_add (reading->strings, name, length);
  return vas_strings_add (reading->strings, slash + 1, name + length - slash - 1);
}

/* "libc.so.6", "libfoo-2.31.so", "plug.so.1.0": how shared libraries are called everywhere. */
static gboolean
is_called_library (const char *name, gsize length)
{
  return vas_name_matches ("*.so", name, length) || vas_name_matches ("*.so.*", name, length);
}

/* glibc, musl, bionic. */
static gboolean
is_called_loader (const char *name, gsize length)
{
  static const char *const globs[]
      = { "*/ld-linux*.so*", "*/ld-musl-*.so*", "*/ld-2.*.so", "*/ld.so*", "*/ld64.so*", "*/linker",
          "*/linker64", "*musl*/libc.so" };
  const char *slash = memrchr (name, '/', length);
  if (slash == NULL || slash[1] != 'l')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (globs); i++)
    if (vas_name_matches (globs[i], name, length))
      return TRUE;
  return FALSE;
}

static void
take_note (VasReading *reading, const VasFacts *facts, const VasRegion *region, VasNameNote *note)
{
  gsize length = 0;
  const char *name = get_bare_name (reading, region, &length);
  note->pattern = vas_name_pattern_find (name, length);
  note->subject = add_short_name (reading, note->pattern, name, length);
  note->says_nothing = note->pattern->as == VAS_NAMED_NOTHING;
  if (note->pattern->as != VAS_NAMED_FILE)
    return;
  note->is_called_library = note->is_library = is_called_library (name, length);
  note->is_loader = is_called_loader (name, length);
  note->products = vas_products_find_by_name (name, length);
  /* Headers of a newer file at the same path say nothing about the one that is mapped. */
  if (facts != NULL && vas_facts_get_file_state (facts, vas_reading_get_name_id (reading, region)) != VAS_FILE_REPLACED)
    note->elf = vas_facts_get_elf (facts, vas_reading_get_name_id (reading, region));
}

VasNameNote *
vas_name_notes_take (VasReading *reading, const VasFacts *facts, const guint32 *named, gsize n_named)
{
  guint32 n_names = vas_strings_get_count (reading->strings);
  VasNameNote *notes = g_new0 (VasNameNote, n_names);
  for (gsize n = 0; n < n_named; n++)
    {
      const VasRegion *region = &reading->regions[named[n]];
      VasNameNote *note = &notes[vas_reading_get_name_id (reading, region)];
      if (note->n_regions++ == 0)
        take_note (reading, facts, region, note);
      note->perms |= region->perms;
      if ((region->perms & VAS_PERM_EXEC) != 0 && note->pattern->as == VAS_NAMED_FILE)
        note->is_library = TRUE;
    }
  return notes;
}

static gboolean
is_exe (const VasReading *reading, const VasRegion *region, const char *exe)
{
  gsize length = 0;
  const char *name = get_bare_name (reading, region, &length);
  return length == strlen (exe) && memcmp (name, exe, length) == 0;
}

static guint32
find_exe (const VasReading *reading, const char *exe, const guint32 *named, gsize n_named)
{
  for (gsize n = 0; n < n_named; n++)
    if (is_exe (reading, &reading->regions[named[n]], exe))
      return vas_reading_get_name_id (reading, &reading->regions[named[n]]);
  return 0;
}

static guint32
find_phdr (const VasReading *reading, guint64 at_phdr)
{
  gssize i = at_phdr != 0 ? vas_regions_find (reading->regions, reading->n_regions, at_phdr) : -1;
  return i >= 0 ? vas_reading_get_name_id (reading, &reading->regions[i]) : 0;
}

static gboolean
may_be_program (const VasNameNote *note, const VasRegion *region)
{
  return note->pattern->as == VAS_NAMED_FILE && (note->perms & VAS_PERM_EXEC) != 0
         && (region->perms & VAS_PERM_SHARED) == 0 && !note->is_called_library;
}

/* The break starts after the program (fs/binfmt_elf.c), so the file with code nearest below [heap]
 * is it; without such, the lowest file with code whose head is mapped and that is not called like a
 * library. */
static guint32
guess_program (const VasNameNote *notes, const VasReading *reading, const guint32 *named,
               gsize n_named)
{
  guint32 lowest = 0, below = 0;
  for (gsize n = 0; n < n_named; n++)
    {
      const VasRegion *region = &reading->regions[named[n]];
      const VasNameNote *note = &notes[vas_reading_get_name_id (reading, region)];
      if (note->pattern->as == VAS_NAMED_HEAP && below != 0)
        return below;
      if (!may_be_program (note, region))
        continue;
      below = vas_reading_get_name_id (reading, region);
      if (lowest == 0 && region->offset == 0)
        lowest = below;
    }
  return lowest;
}

guint32
vas_name_notes_find_program (VasNameNote *notes, const VasReading *reading, const VasFacts *facts,
                             const guint32 *named, gsize n_named)
{
  guint32 program = 0;
  if (facts != NULL)
    program = find_phdr (reading, facts->at_phdr);
  if (program == 0 && facts != NULL && facts->exe != NULL)
    program = find_exe (reading, facts->exe, named, n_named);
  if (program == 0)
    program = guess_program (notes, reading, named, n_named);
  if (program != 0)
    notes[program].is_program = TRUE;
  return program;
}

VasProducts
vas_name_notes_find_products (const VasNameNote *notes, const VasReading *reading,
                              const guint32 *named, gsize n_named)
{
  VasProducts products = 0;
  gboolean knows_program = FALSE;
  for (gsize n = 0; n < n_named; n++)
    {
      const VasRegion *region = &reading->regions[named[n]];
      const VasNameNote *note = &notes[vas_reading_get_name_id (reading, region)];
      products |= note->products;
      if (!note->is_program || knows_program)
        continue;
      knows_program = TRUE;
      gsize length = 0;
      const char *name = get_bare_name (reading, region, &length);
      products |= vas_products_find_by_program (name, length);
    }
  if ((products & VAS_PRODUCT_BIT (BIONIC)) != 0)
    products &= ~VAS_PRODUCT_BIT (MUSL); /* both call their C library libc.so */
  return products;
}
