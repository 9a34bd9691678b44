/* Any text with any facts is named: every region a kind and evidence, every part in its place.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <elf.h>
#include <string.h>

#include "fuzz.h"
#include "vas-classify.h"
#include "vas-maps-parser.h"
#include "vas-roles.h"

/* Numbers made of the input's bytes, again and again. */
typedef struct
{
  const guint8 *bytes;
  gsize length, at;
} Source;

static guint8
take_byte (Source *source)
{
  if (source->length == 0)
    return 0;
  return source->bytes[source->at++ % source->length];
}

/* Often an address that means something to the regions, as random ones would meet none. */
static guint64
take_number (Source *source, const VasReading *reading)
{
  guint8 how = take_byte (source);
  if (reading->n_regions > 0 && how % 4 != 0)
    {
      const VasRegion *region = &reading->regions[take_byte (source) % reading->n_regions];
      return (how & 4) != 0 ? region->start + take_byte (source) : region->end - 8;
    }
  guint64 number = 0;
  for (guint i = 0; i < sizeof number; i++)
    number = number << 8 | take_byte (source);
  return (how & 8) != 0 ? number : number & 0xffff000;
}

static VasElf *
take_elf (Source *source, const VasReading *reading)
{
  static const guint32 types[] = { PT_LOAD, PT_LOAD, PT_GNU_RELRO, PT_INTERP };
  VasElf *elf = g_atomic_rc_box_new0 (VasElf);
  elf->type = ET_DYN;
  elf->bits = 64;
  elf->n_segments = take_byte (source) % 9;
  elf->segments = g_new0 (VasSegment, elf->n_segments);
  for (guint s = 0; s < elf->n_segments; s++)
    elf->segments[s] = (VasSegment){
      .type = types[take_byte (source) % G_N_ELEMENTS (types)],
      .flags = take_byte (source) & 7,
      .offset = take_number (source, reading),
      .address = take_number (source, reading),
      .file_size = take_number (source, reading),
      .memory_size = take_number (source, reading),
    };
  return elf;
}

static VasFacts *
take_facts (Source *source, const VasReading *reading)
{
  VasFacts *facts = vas_facts_new ();
  guint64 *numbers[] = { &facts->end_data, &facts->start_stack, &facts->arg_start, &facts->arg_end,
                         &facts->env_start, &facts->env_end, &facts->at_phdr, &facts->at_base,
                         &facts->stack_limit };
  facts->pid = take_byte (source);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    *numbers[i] = take_number (source, reading);
  facts->bits = take_byte (source) % 2 != 0 ? 64 : 32;
  facts->n_known_threads = facts->n_threads = take_byte (source) % 32;
  facts->threads = g_new0 (VasThread, facts->n_known_threads);
  for (guint t = 0; t < facts->n_known_threads; t++)
    facts->threads[t] = (VasThread){ take_byte (source), g_strdup ("t"),
                                     take_number (source, reading) };
  for (guint e = take_byte (source) % 8; e > 0; e--)
    {
      guint32 name = 1 + take_byte (source) % vas_strings_get_count (reading->strings);
      g_hash_table_insert (facts->elves, GUINT_TO_POINTER (name), take_elf (source, reading));
    }
  return facts;
}

static void
check_verdict (const VasVerdict *verdict, const VasStrings *strings)
{
  g_assert_cmpuint (verdict->kind, <, VAS_N_KINDS);
  g_assert_cmpuint (verdict->confidence, <, VAS_N_CONFIDENCES);
  g_assert_cmpuint (verdict->role, <, vas_roles_get_count ());
  g_assert_cmpuint (verdict->subject, <, vas_strings_get_count (strings));
  g_assert_cmpuint (verdict->evidence, >, 0);
  g_assert_cmpuint (verdict->evidence, <, vas_strings_get_count (strings));
}

static void
check_part (const VasReading *reading, const VasPart *part, const VasPart *before)
{
  g_assert_cmpuint (part->region, <, reading->n_regions);
  g_assert_cmpuint (part->start, <, part->end);
  g_assert_cmpuint (part->start, >=, reading->regions[part->region].start);
  g_assert_cmpuint (part->end, <=, reading->regions[part->region].end);
  if (before != NULL)
    g_assert_cmpuint (before->region, <=, part->region);
  if (before != NULL && before->region == part->region)
    g_assert_cmpuint (before->end, <=, part->start);
}

static void
check_naming (VasReading *reading, const VasFacts *facts)
{
  VasNaming *naming = vas_classify (reading, facts);
  g_assert_cmpuint (naming->n_regions, ==, reading->n_regions);
  for (gsize i = 0; i < naming->n_regions; i++)
    {
      g_assert_cmpuint (reading->regions[i].verdict, <, naming->n_verdicts);
      check_verdict (vas_naming_get_verdict (naming, &reading->regions[i]), reading->strings);
    }
  for (gsize p = 0; p < naming->n_parts; p++)
    {
      check_verdict (&naming->parts[p].verdict, reading->strings);
      check_part (reading, &naming->parts[p], p > 0 ? &naming->parts[p - 1] : NULL);
    }
  vas_naming_free (naming);
}

/* Text up to the first NUL, then bytes to make facts of; without a NUL the text serves for both. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t length)
{
  const uint8_t *nul = length > 0 ? memchr (bytes, '\0', length) : NULL;
  size_t text_length = nul != NULL ? (size_t) (nul - bytes) : length;
  Source source = { bytes, length, 0 };
  if (nul != NULL)
    source = (Source){ nul + 1, length - text_length - 1, 0 };

  const char *text = (const char *) bytes;
  g_autoptr (VasReading) alone = vas_maps_parse (text, text_length, VAS_MAPS_SAVED);
  check_naming (alone, NULL);
  g_autoptr (VasReading) reading = vas_maps_parse (text, text_length, VAS_MAPS_SAVED);
  g_autoptr (VasFacts) facts = take_facts (&source, reading);
  check_naming (reading, facts);
  return 0;
}
