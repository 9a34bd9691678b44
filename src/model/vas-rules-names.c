/* Rules for what the kernel, prctl(2) or the file system wrote on the line.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-rules-topics.h"

#include <glib/gi18n-lib.h>

static VasKind
judge_shared (const VasRegion *region)
{
  if ((region->perms & VAS_PERM_EXEC) != 0)
    return VAS_KIND_JIT_CODE;
  return (region->perms & VAS_PERM_SHARED) != 0 ? VAS_KIND_SHARED_MEMORY : VAS_KIND_FILE_PRIVATE;
}

/* Of named memory, a small piece without access is a fence. */
static const guint64 LARGEST_NAMED_FENCE = 64 << 10;

static VasKind
judge_memory (const VasRegion *region, VasKind kind)
{
  if ((region->perms & VAS_PERM_EXEC) != 0)
    return VAS_KIND_JIT_CODE;
  if ((region->perms & VAS_PERM_ACCESS) != 0)
    return kind;
  return vas_region_get_size (region) <= LARGEST_NAMED_FENCE ? VAS_KIND_GUARD : VAS_KIND_RESERVED;
}

/* A file that is laid out in memory like a program, but is none that Linux loads. Without Wine a
 * Windows file is read as data: .NET keeps its bytecode in such files. */
static void
judge_foreign_image (const VasCase *c, const VasRegion *region, VasVerdict *verdict)
{
  gboolean is_windows = verdict->role == VAS_ROLE_WINE_RODATA;
  gboolean is_code = (region->perms & VAS_PERM_EXEC) != 0;
  gboolean is_data = (region->perms & VAS_PERM_WRITE) != 0;
  gboolean is_shared = (region->perms & VAS_PERM_SHARED) != 0;
  if (is_shared || (is_windows && !vas_case_has (c, VAS_PRODUCT_WINE)))
    {
      verdict->kind = is_shared ? VAS_KIND_FILE_SHARED : VAS_KIND_FILE_PRIVATE;
      verdict->role = is_shared ? VAS_ROLE_NONE : VAS_ROLE_DOTNET_ASSEMBLY;
      return;
    }
  verdict->kind = is_code   ? VAS_KIND_LIBRARY_CODE
                  : is_data ? VAS_KIND_LIBRARY_DATA
                            : VAS_KIND_LIBRARY_RODATA;
  if (is_windows)
    verdict->role = is_code ? VAS_ROLE_WINE_CODE : is_data ? VAS_ROLE_WINE_DATA : verdict->role;
}

/* musl keeps a page without access below its small heap (mallocng). */
static void
judge_heap (VasCase *c, const VasRegion *region, VasVerdict *verdict)
{
  if ((region->perms & VAS_PERM_ACCESS) != 0)
    return;
  verdict->kind = VAS_KIND_GUARD;
  verdict->role = VAS_ROLE_HEAP_FENCE;
  verdict->evidence = vas_case_say (c, N_ ("The kernel calls it [heap], and nobody may touch it."));
}

static gboolean
may_be_twin (const VasCase *c, gsize i)
{
  const VasNamePattern *pattern = vas_case_note (c, &c->regions[i])->pattern;
  return pattern->as == VAS_NAMED_SHARED && vas_case_get_file (c, i)->inode != 0
         && (vas_case_note (c, &c->regions[i])->perms & VAS_PERM_EXEC) != 0;
}

/* A file in memory that is mapped once to be run and once to be written: so that no address may be
 * both. Names say nothing here, as many files may bear one; inodes do. */
void
vas_survey_twins (VasCase *c, guint32 evidence)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (gsize n = 0; n < c->n_named; n++)
    {
      gsize i = c->named[n];
      if ((c->regions[i].perms & VAS_PERM_EXEC) != 0 && may_be_twin (c, i))
        g_hash_table_add (codes, (gpointer) &vas_case_get_file (c, i)->inode);
    }
  for (gsize n = 0; n < c->n_named && g_hash_table_size (codes) > 0; n++)
    {
      gsize i = c->named[n];
      const VasNameNote *note = vas_case_note (c, &c->regions[i]);
      if (!may_be_twin (c, i) || (c->regions[i].perms & VAS_PERM_EXEC) != 0
          || !g_hash_table_contains (codes, &vas_case_get_file (c, i)->inode))
        continue;
      gboolean has_role = note->pattern->role != VAS_ROLE_MEMFD;
      VasVerdict twin = {
        .kind = VAS_KIND_JIT_CODE,
        .role = has_role ? note->pattern->role : VAS_ROLE_CODE_TWIN,
        .confidence = VAS_CONFIDENCE_LIKELY,
        .subject = note->subject,
        .evidence = evidence,
      };
      vas_case_decide (c, i, &twin);
    }
}

/* The kind that follows from the sort of the name and the permissions. */
static VasKind
judge_kind (const VasRegion *region, const VasNamePattern *pattern)
{
  switch (pattern->as)
    {
    case VAS_NAMED_MEMORY:
      return judge_memory (region, pattern->kind);
    case VAS_NAMED_SHARED:
      return judge_shared (region);
    case VAS_NAMED_NOTHING: /* shared, or no rule would be asked about its name */
      return VAS_KIND_SHARED_MEMORY;
    default:
      return pattern->kind;
    }
}

/* The kernel's own words say all, but for those that have a role: their texts name them. */
static gboolean
is_about_its_name (const VasNamePattern *pattern)
{
  if (pattern->as == VAS_NAMED_KERNEL)
    return pattern->role != VAS_ROLE_NONE;
  if (pattern->as == VAS_NAMED_STACK)
    return pattern->kind == VAS_KIND_THREAD_STACK;
  return pattern->as != VAS_NAMED_HEAP;
}

gboolean
vas_judge_name (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  const VasNameNote *note = vas_case_note (c, region);
  const VasNamePattern *pattern = note->pattern;
  if (pattern->as == VAS_NAMED_FILE)
    return FALSE;
  verdict->kind = judge_kind (region, pattern);
  verdict->role = pattern->role;
  verdict->confidence = pattern->confidence;
  verdict->subject = is_about_its_name (pattern) ? note->subject : 0;
  if (pattern->as == VAS_NAMED_HEAP)
    judge_heap (c, region, verdict);
  else if (pattern->as == VAS_NAMED_IMAGE)
    judge_foreign_image (c, region, verdict);
  /* The name is stated, and the permissions; what follows from both together is a rule. */
  else if (verdict->kind != pattern->kind && pattern->as != VAS_NAMED_NOTHING)
    verdict->confidence = MIN (verdict->confidence, VAS_CONFIDENCE_LIKELY);
  return TRUE;
}

gboolean
vas_judge_file (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  const VasNameNote *note = vas_case_note (c, region);
  gboolean is_shared = (region->perms & VAS_PERM_SHARED) != 0;
  verdict->kind = is_shared ? VAS_KIND_FILE_SHARED : VAS_KIND_FILE_PRIVATE;
  verdict->role = note->pattern->role;
  verdict->confidence = note->pattern->confidence;
  verdict->subject = note->subject;
  return TRUE;
}
