/* What to make of a region: its permissions taken together, its badges, and its emptiness.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-words.h"

#include "vas-badges.h"
#include "vas-display.h"

#include <glib/gi18n-lib.h>

/* Indexed by the access bits of VasPerms. Writable code is a badge with a meaning of its own. */
static const char *const access_remarks[] = {
  [0] = N_ ("Without any right this is a fence or room kept free: whoever touches it is stopped."),
  [VAS_PERM_READ] = N_ ("Read alone: nothing here can be changed through this mapping."),
  [VAS_PERM_WRITE]
  = N_ ("Write without read is rare, and most processors can only grant both together."),
  [VAS_PERM_READ | VAS_PERM_WRITE]
  = N_ ("Read and write without execute is what data should have: what is written cannot be run "
        "from here."),
  [VAS_PERM_EXEC]
  = N_ ("Execute without read: the instructions may be run, but not even looked at."),
  [VAS_PERM_READ | VAS_PERM_EXEC]
  = N_ ("Read and execute without write is what code should have: the program cannot change it "
        "while it runs."),
  [VAS_PERM_WRITE | VAS_PERM_EXEC] = NULL,
  [VAS_PERM_READ | VAS_PERM_WRITE | VAS_PERM_EXEC] = NULL,
};

enum
{
  /* A region of a GiB or more with less than a hundredth in RAM is worth the remark. */
  LARGE_BYTES = 1 << 30,
  EMPTY_SHARE = 100,
};

static char *
remark_emptiness (const VasSnapshot *snapshot, gsize region)
{
  guint64 size = vas_region_get_size (vas_snapshot_get_region (snapshot, region)), resident;
  if (size < LARGE_BYTES || !vas_snapshot_get_field (snapshot, region, VAS_FIELD_RSS, &resident)
      || resident > size / EMPTY_SHARE)
    return NULL;
  g_autofree char *mapped = vas_display_size (size);
  g_autofree char *in_ram = vas_display_size (resident);
  /* Translators: the first size is of addresses, the second of memory. */
  return g_strdup_printf (_ ("Of these %s of addresses, %s are in RAM: addresses alone cost next to "
                             "nothing."),
                          mapped, in_ram);
}

char *
vas_words_remarks (const VasSnapshot *snapshot, gsize region)
{
  g_return_val_if_fail (region < vas_snapshot_get_n_regions (snapshot), NULL);

  g_autoptr (GPtrArray) sentences = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  guint perms = vas_snapshot_get_region (snapshot, region)->perms;
  const char *access = access_remarks[perms & VAS_PERM_ACCESS];
  if (access != NULL)
    g_ptr_array_add (sentences, (gpointer) _ (access));
  guint32 badges = vas_badges_find (snapshot, region);
  for (guint badge = 0; badge < VAS_N_BADGES; badge++)
    if ((badges & 1u << badge) != 0)
      g_ptr_array_add (sentences, (gpointer) vas_badge_get_meaning (badge));
  g_autofree char *emptiness = remark_emptiness (snapshot, region);
  if (emptiness != NULL)
    g_ptr_array_add (sentences, emptiness);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
