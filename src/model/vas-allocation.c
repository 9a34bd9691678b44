/* How the C library's allocator is to treat what one reading frees and the next needs again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-allocation.h"

#include <malloc.h>

enum
{
  KEPT_BYTES = 8 << 20, /* in each array, and in all that is free */
};

/* Only glibc has such settings; other C libraries keep their own ways. */
void
vas_allocation_keep_for_readings (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, KEPT_BYTES);
  mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
#endif
}
