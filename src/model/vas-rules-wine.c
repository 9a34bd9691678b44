/* Rules for Windows files under Wine, whose parts may have no name.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-rules-topics.h"

/* Windows hands out addresses in such steps: what starts on one may be a mapping of its own. */
static const guint64 WINDOWS_STEP = 64 << 10;

static gboolean
is_windows_part (guint role)
{
  return role == VAS_ROLE_WINE_CODE || role == VAS_ROLE_WINE_RODATA || role == VAS_ROLE_WINE_DATA;
}

/* Where the parts of a Windows file do not lie on pages in the file, Wine reads them into memory
 * without a name, right behind the mapped head (dlls/ntdll/unix/virtual.c,
 * map_image_into_view()). */
gboolean
vas_judge_windows_part (VasCase *c, gsize i, VasVerdict *verdict)
{
  const VasRegion *region = &c->regions[i];
  if (!vas_case_touches (c, i) || !is_windows_part (vas_case_get_verdict (c, i - 1)->role))
    return FALSE;
  gboolean is_code = (region->perms & VAS_PERM_EXEC) != 0;
  gboolean is_data = (region->perms & VAS_PERM_WRITE) != 0;
  if (is_data && !is_code && region->start % WINDOWS_STEP == 0)
    return FALSE;
  verdict->kind = is_code   ? VAS_KIND_LIBRARY_CODE
                  : is_data ? VAS_KIND_LIBRARY_DATA
                            : VAS_KIND_LIBRARY_RODATA;
  verdict->role = is_code   ? VAS_ROLE_WINE_CODE
                  : is_data ? VAS_ROLE_WINE_DATA
                            : VAS_ROLE_WINE_RODATA;
  verdict->confidence = VAS_CONFIDENCE_LIKELY;
  verdict->subject = vas_case_get_verdict (c, i - 1)->subject;
  return TRUE;
}
