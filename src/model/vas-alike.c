/* Whether two readings of one process are alike in what Vascope shows.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-alike.h"

#include <string.h>

/* Two pools of strings, of which the first @n_common ids mean the same. */
typedef struct
{
  const VasStrings *a;
  const VasStrings *b;
  guint32 n_common;
} Pools;

/* A process that stays the same is read in the same order, so that mostly all ids agree. */
static Pools
compare_pools (const VasReading *a, const VasReading *b)
{
  return (Pools) { a->strings, b->strings, vas_strings_count_common (a->strings, b->strings) };
}

static gboolean
is_same_string (const Pools *pools, guint32 a, guint32 b)
{
  if (a == b && a < pools->n_common)
    return TRUE;
  gsize length_a, length_b;
  const char *bytes_a = vas_strings_get (pools->a, a, &length_a);
  const char *bytes_b = vas_strings_get (pools->b, b, &length_b);
  return length_a == length_b && memcmp (bytes_a, bytes_b, length_a) == 0;
}

static gboolean
is_same_file (const Pools *pools, const VasFile *a, const VasFile *b)
{
  return a->inode == b->inode && a->device.major == b->device.major
         && a->device.minor == b->device.minor && a->deleted == b->deleted
         && is_same_string (pools, a->name, b->name);
}

static gboolean
has_same_files (const VasReading *a, const VasReading *b)
{
  if (a->n_files != b->n_files)
    return FALSE;
  Pools pools = compare_pools (a, b);
  for (guint32 i = 0; i < a->n_files; i++)
    if (!is_same_file (&pools, &a->files[i], &b->files[i]))
      return FALSE;
  return TRUE;
}

/* As the kernel states them: with the same table of files, the same number means the same file. */
static gboolean
is_same_region (const VasRegion *a, const VasRegion *b)
{
  return a->start == b->start && a->end == b->end && a->offset == b->offset && a->file == b->file
         && a->perms == b->perms;
}

gboolean
vas_alike_regions (const VasReading *a, const VasReading *b)
{
  if (a->n_regions != b->n_regions || a->n_rejected != b->n_rejected || a->n_notes != b->n_notes
      || !has_same_files (a, b))
    return FALSE;
  for (gsize i = 0; i < a->n_regions; i++)
    if (!is_same_region (&a->regions[i], &b->regions[i]))
      return FALSE;
  return TRUE;
}

gboolean
vas_alike_usage (const VasReading *a, const VasReading *b)
{
  if (a->usage == NULL || b->usage == NULL)
    return a->usage == b->usage;
  return a->n_regions == b->n_regions && vas_usage_equals (a->usage, b->usage, a->n_regions);
}

static gboolean
has_same_threads (const VasFacts *a, const VasFacts *b)
{
  if (a->n_known_threads != b->n_known_threads)
    return FALSE;
  for (guint i = 0; i < a->n_known_threads; i++)
    if (a->threads[i].tid != b->threads[i].tid
        || a->threads[i].stack_pointer != b->threads[i].stack_pointer
        || g_strcmp0 (a->threads[i].name, b->threads[i].name) != 0)
      return FALSE;
  return TRUE;
}

/* Headers of a file that did not change are the same object (vas-elf-cache.h). */
static gboolean
has_same_entries (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value, other;
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_lookup_extended (b, key, NULL, &other) || other != value)
      return FALSE;
  return TRUE;
}

gboolean
vas_alike_evidence (const VasFacts *a, const VasFacts *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->at_phdr == b->at_phdr && a->at_base == b->at_base && a->at_entry == b->at_entry
         && a->start_stack == b->start_stack && a->start_code == b->start_code
         && a->end_code == b->end_code && a->start_data == b->start_data
         && a->end_data == b->end_data && a->start_brk == b->start_brk
         && a->arg_start == b->arg_start && a->arg_end == b->arg_end
         && a->env_start == b->env_start && a->env_end == b->env_end
         && a->at_sysinfo_ehdr == b->at_sysinfo_ehdr && a->at_page_size == b->at_page_size
         && a->stack_limit == b->stack_limit && has_same_threads (a, b)
         && has_same_entries (a->elves, b->elves)
         && has_same_entries (a->file_states, b->file_states);
}

static gboolean
is_same_command (char *const *a, char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
vas_alike_facts (const VasFacts *a, const VasFacts *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->pid == b->pid && a->start_time == b->start_time && a->uid == b->uid
         && a->bits == b->bits && a->n_threads == b->n_threads && a->moving == b->moving
         && a->exe_deleted == b->exe_deleted && g_strcmp0 (a->exe, b->exe) == 0
         && g_strcmp0 (a->comm, b->comm) == 0 && is_same_command (a->cmdline, b->cmdline);
}

static gboolean
is_same_name (const Pools *pools, const VasVerdict *a, const VasVerdict *b)
{
  return a->kind == b->kind && a->confidence == b->confidence && a->role == b->role
         && is_same_string (pools, a->subject, b->subject);
}

static gboolean
is_same_object (const Pools *pools, const VasObject *a, const VasObject *b)
{
  return a->first == b->first && a->n_regions == b->n_regions && a->family == b->family
         && a->kind == b->kind && a->role == b->role && is_same_string (pools, a->name, b->name);
}

static gboolean
is_same_area (const Pools *pools, const VasArea *a, const VasArea *b)
{
  return a->first == b->first && a->n_regions == b->n_regions && a->n_islands == b->n_islands
         && a->family == b->family && is_same_string (pools, a->label, b->label);
}

static gboolean
has_same_groups (const Pools *pools, const VasGrouping *a, const VasGrouping *b)
{
  if (a->n_objects != b->n_objects || a->n_areas != b->n_areas)
    return FALSE;
  VasObject object;
  for (gsize i = 0; i < a->reading->n_regions; i += object.n_regions)
    {
      object = vas_grouping_get_object (a, i);
      VasObject other = vas_grouping_get_object (b, i);
      if (!is_same_object (pools, &object, &other))
        return FALSE;
    }
  for (gsize i = 0; i < a->n_areas; i++)
    if (!is_same_area (pools, &a->areas[i], &b->areas[i]))
      return FALSE;
  return TRUE;
}

typedef gboolean (*Compare) (const Pools *pools, const VasVerdict *a, const VasVerdict *b);

/* Whether the verdicts of all regions compare as the same. Many regions share one: each pair is
 * compared once, as long as a verdict of the one side has one counterpart on the other. */
static gboolean
compare_verdicts (const Pools *pools, const VasNamed *a, const VasNamed *b, Compare compare)
{
  g_autofree guint32 *counterparts = g_new0 (guint32, a->naming->n_verdicts);
  for (gsize i = 0; i < a->reading->n_regions; i++)
    {
      guint32 number = a->reading->regions[i].verdict, other = b->reading->regions[i].verdict;
      if (counterparts[number] == other)
        continue;
      if (!compare (pools, &a->naming->verdicts[number], &b->naming->verdicts[other]))
        return FALSE;
      counterparts[number] = other;
    }
  return TRUE;
}

gboolean
vas_alike_names (const VasNamed *a, const VasNamed *b)
{
  if (a->reading->n_regions != b->reading->n_regions)
    return FALSE;
  Pools pools = compare_pools (a->reading, b->reading);
  return compare_verdicts (&pools, a, b, is_same_name)
         && has_same_groups (&pools, a->grouping, b->grouping);
}

static gboolean
is_same_reason (const Pools *pools, const VasVerdict *a, const VasVerdict *b)
{
  return is_same_string (pools, a->evidence, b->evidence);
}

static gboolean
is_same_part (const Pools *pools, const VasPart *a, const VasPart *b)
{
  return a->start == b->start && a->end == b->end && a->region == b->region
         && is_same_name (pools, &a->verdict, &b->verdict)
         && is_same_reason (pools, &a->verdict, &b->verdict);
}

static gboolean
has_same_parts (const Pools *pools, const VasNaming *a, const VasNaming *b)
{
  if (a->n_parts != b->n_parts)
    return FALSE;
  for (gsize i = 0; i < a->n_parts; i++)
    if (!is_same_part (pools, &a->parts[i], &b->parts[i]))
      return FALSE;
  return TRUE;
}

gboolean
vas_alike_reasons (const VasNamed *a, const VasNamed *b)
{
  if (a->reading->n_regions != b->reading->n_regions)
    return FALSE;
  Pools pools = compare_pools (a->reading, b->reading);
  return compare_verdicts (&pools, a, b, is_same_reason)
         && has_same_parts (&pools, a->naming, b->naming);
}
