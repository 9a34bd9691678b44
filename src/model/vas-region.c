/* Permission letters and address look-up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region.h"

const char *
vas_perms_print (guint perms, char out[VAS_PERMS_BYTES])
{
  out[0] = (perms & VAS_PERM_READ) != 0 ? 'r' : '-';
  out[1] = (perms & VAS_PERM_WRITE) != 0 ? 'w' : '-';
  out[2] = (perms & VAS_PERM_EXEC) != 0 ? 'x' : '-';
  out[3] = (perms & VAS_PERM_SHARED) != 0 ? 's' : 'p';
  out[4] = '\0';
  return out;
}

gsize
vas_regions_find_from (const VasRegion *regions, gsize n_regions, guint64 address)
{
  gsize low = 0, high = n_regions;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      if (regions[middle].end > address)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

gssize
vas_regions_find (const VasRegion *regions, gsize n_regions, guint64 address)
{
  gsize i = vas_regions_find_from (regions, n_regions, address);
  return i < n_regions && regions[i].start <= address ? (gssize) i : -1;
}
