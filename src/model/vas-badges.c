/* Badges: what is remarkable about a region beside its kind.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-badges.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*Finder) (const VasSnapshot *snapshot, gsize region);

static gboolean
has_perms (const VasSnapshot *snapshot, gsize region, guint perms)
{
  return (vas_snapshot_get_region (snapshot, region)->perms & perms) == perms;
}

static gboolean
has_flag (const VasSnapshot *snapshot, gsize region, guint16 flag)
{
  const VasUsage *usage = snapshot->reading->usage;
  return usage != NULL && vas_usage_has_flag (usage, region, flag);
}

static gboolean
has_bytes (const VasSnapshot *snapshot, gsize region, VasField field)
{
  guint64 bytes;
  return vas_snapshot_get_field (snapshot, region, field, &bytes) && bytes > 0;
}

static gboolean
is_writable_code (const VasSnapshot *snapshot, gsize region)
{
  return has_perms (snapshot, region, VAS_PERM_WRITE | VAS_PERM_EXEC);
}

static gboolean
is_executable_stack (const VasSnapshot *snapshot, gsize region)
{
  VasKind kind = vas_snapshot_get_verdict (snapshot, region)->kind;
  return vas_kind_get_family (kind) == VAS_FAMILY_STACK
         && has_perms (snapshot, region, VAS_PERM_EXEC);
}

/* Files of the kernel's own making never had a name that one could open: there the mark is no news. */
static gboolean
is_born_unlinked (const VasSnapshot *snapshot, gsize region)
{
  static const char *const beginnings[] = { "/memfd:", "/SYSV", "/dev/zero", "/anon_hugepage" };
  const char *name = vas_reading_get_name (snapshot->reading,
                                           vas_snapshot_get_region (snapshot, region), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (name, beginnings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_deleted_file (const VasSnapshot *snapshot, gsize region)
{
  VasFamily family = vas_kind_get_family (vas_snapshot_get_verdict (snapshot, region)->kind);
  return vas_snapshot_get_file (snapshot, region)->deleted
         && (family == VAS_FAMILY_PROGRAM || family == VAS_FAMILY_LIBRARY
             || family == VAS_FAMILY_FILE)
         && !is_born_unlinked (snapshot, region);
}

static gboolean
is_merged (const VasSnapshot *snapshot, gsize region)
{
  gsize n;
  const VasPart *parts = vas_snapshot_get_parts (snapshot, region, &n);
  VasFamily family = vas_kind_get_family (vas_snapshot_get_verdict (snapshot, region)->kind);
  for (gsize i = 0; i < n; i++)
    if (vas_kind_get_family (parts[i].verdict.kind) != family)
      return TRUE;
  return FALSE;
}

static gboolean
is_sealed (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('s', 'l'));
}

static gboolean
is_locked (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('l', 'o'));
}

static gboolean
is_swapped (const VasSnapshot *snapshot, gsize region)
{
  return has_bytes (snapshot, region, VAS_FIELD_SWAP);
}

static gboolean
has_huge_pages (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('h', 't'))
         || has_bytes (snapshot, region, VAS_FIELD_ANON_HUGE_PAGES)
         || has_bytes (snapshot, region, VAS_FIELD_SHMEM_PMD_MAPPED)
         || has_bytes (snapshot, region, VAS_FIELD_FILE_PMD_MAPPED);
}

static gboolean
is_mergeable (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('m', 'g'));
}

static gboolean
is_droppable (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('d', 'p'));
}

static gboolean
is_wiped_on_fork (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('w', 'f'));
}

static gboolean
is_not_inherited (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('d', 'c'));
}

/* The kernel sets it on its own pages, too, where it is no news. */
static gboolean
is_not_dumped (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('d', 'd'))
         && !has_flag (snapshot, region, VAS_FLAG ('p', 'f'))
         && !has_flag (snapshot, region, VAS_FLAG ('i', 'o'));
}

static gboolean
has_user_faults (const VasSnapshot *snapshot, gsize region)
{
  return has_flag (snapshot, region, VAS_FLAG ('u', 'm'))
         || has_flag (snapshot, region, VAS_FLAG ('u', 'w'))
         || has_flag (snapshot, region, VAS_FLAG ('u', 'i'));
}

/* The flags are those of show_smap_vma_flags() in fs/proc/task_mmu.c. */
static const struct
{
  const char *id;
  const char *label;
  const char *meaning;
  Finder find;
  gboolean is_warning;
} badges[VAS_N_BADGES] = {
  [VAS_BADGE_WRITABLE_CODE]
  = { "writable-code", N_ ("writable and executable"),
      N_ ("This memory may be written and then run: convenient for a just-in-time compiler, and "
          "just as convenient for an attacker."),
      is_writable_code, TRUE },
  [VAS_BADGE_EXECUTABLE_STACK]
  = { "executable-stack", N_ ("executable stack"),
      N_ ("This stack may be run as code, which hardly any program needs: a mistake that overwrites "
          "the stack can then bring in foreign instructions."),
      is_executable_stack, TRUE },
  [VAS_BADGE_DELETED_FILE]
  = { "deleted-file", N_ ("deleted file"),
      N_ ("The file has lost this name since it was mapped, as happens when a program is upgraded: "
          "this process keeps the old contents until it is started again."),
      is_deleted_file, FALSE },
  [VAS_BADGE_MERGED]
  = { "merged", N_ ("several in one"),
      N_ ("The kernel shows neighbours with equal rights as one region: this one holds more than "
          "one thing, see its parts."),
      is_merged, FALSE },
  [VAS_BADGE_SEALED]
  = { "sealed", N_ ("sealed"),
      N_ ("The program sealed this region: until the process ends, nobody may unmap it or change "
          "its permissions."),
      is_sealed, FALSE },
  [VAS_BADGE_LOCKED]
  = { "locked", N_ ("locked"),
      N_ ("This region stays in RAM: the program forbade the system to swap it out."), is_locked,
      FALSE },
  [VAS_BADGE_SWAPPED]
  = { "swapped", N_ ("partly swapped out"),
      N_ ("Some pages of this region were moved out of RAM and come back when they are touched."),
      is_swapped, FALSE },
  [VAS_BADGE_HUGE_PAGES]
  = { "huge-pages", N_ ("huge pages"),
      N_ ("Pages of 2 MiB or more are in use here, which saves the processor many look-ups of "
          "addresses."),
      has_huge_pages, FALSE },
  [VAS_BADGE_SAME_PAGE_MERGING]
  = { "same-page-merging", N_ ("equal pages merged"),
      N_ ("The kernel may keep pages of equal content once, as is done for virtual machines."),
      is_mergeable, FALSE },
  [VAS_BADGE_DROPPABLE]
  = { "droppable", N_ ("droppable"),
      N_ ("The kernel may throw these pages away when memory is short; the program expects that and "
          "finds zeros."),
      is_droppable, FALSE },
  [VAS_BADGE_WIPED_ON_FORK]
  = { "wiped-on-fork", N_ ("wiped on fork"),
      N_ ("A child process finds zeros here, so that parent and child never share a secret or a "
          "random number."),
      is_wiped_on_fork, FALSE },
  [VAS_BADGE_NOT_INHERITED]
  = { "not-inherited", N_ ("not inherited"),
      N_ ("A child process does not get this region when the program forks."), is_not_inherited,
      FALSE },
  [VAS_BADGE_NOT_DUMPED]
  = { "not-dumped", N_ ("left out of core dumps"),
      N_ ("The program asked that this region be left out of core dumps, because it is large and "
          "empty or because it is secret."),
      is_not_dumped, FALSE },
  [VAS_BADGE_USER_FAULTS]
  = { "user-faults", N_ ("page faults handled by the program"),
      N_ ("The program itself decides what a page holds when it is first touched (userfaultfd), as "
          "virtual machines and garbage collectors do."),
      has_user_faults, FALSE },
};

guint32
vas_badges_find (const VasSnapshot *snapshot, gsize region)
{
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (snapshot), 0);
  guint32 found = 0;
  guint n_told = snapshot->reading->usage != NULL ? VAS_N_BADGES : VAS_BADGE_SEALED;
  for (guint i = 0; i < n_told; i++)
    if (badges[i].find (snapshot, region))
      found |= 1u << i;
  return found;
}

const char *
vas_badge_get_id (VasBadge badge)
{
  g_return_val_if_fail (badge < VAS_N_BADGES, NULL);
  return badges[badge].id;
}

const char *
vas_badge_get_label (VasBadge badge)
{
  g_return_val_if_fail (badge < VAS_N_BADGES, NULL);
  return _ (badges[badge].label);
}

const char *
vas_badge_get_meaning (VasBadge badge)
{
  g_return_val_if_fail (badge < VAS_N_BADGES, NULL);
  return _ (badges[badge].meaning);
}

gboolean
vas_badge_is_warning (VasBadge badge)
{
  g_return_val_if_fail (badge < VAS_N_BADGES, FALSE);
  return badges[badge].is_warning;
}
