/* The kernel's PROCMAP_QUERY call: what is mapped at an address, without text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-procmap-query.h"

#include <errno.h>
#include <sys/ioctl.h>

/* include/uapi/linux/fs.h of Linux 6.18; the headers that we are built with may be older. */
typedef struct
{
  guint64 size;
  guint64 query_flags;
  guint64 query_addr;
  guint64 vma_start;
  guint64 vma_end;
  guint64 vma_flags;
  guint64 vma_page_size;
  guint64 vma_offset;
  guint64 inode;
  guint32 dev_major;
  guint32 dev_minor;
  guint32 vma_name_size;
  guint32 build_id_size;
  guint64 vma_name_addr;
  guint64 build_id_addr;
} Query;

G_STATIC_ASSERT (sizeof (Query) == 104);

#define VAS_PROCMAP_QUERY _IOWR ('f', 17, Query)

enum
{
  COVERING_OR_NEXT_VMA = 1 << 4,
  /* The rights have the values of VasPerms. */
  ALL_RIGHTS = VAS_PERM_ACCESS | VAS_PERM_SHARED,
};

VasProcmapAnswer
vas_procmap_query (int fd,
                   guint64 address,
                   char name[VAS_PROCMAP_NAME_BYTES],
                   VasMapsRegionLine *out)
{
  Query query = {
    .size = sizeof query,
    .query_flags = COVERING_OR_NEXT_VMA,
    .query_addr = address,
    .vma_name_size = VAS_PROCMAP_NAME_BYTES,
    .vma_name_addr = (guintptr) name,
  };
  if (ioctl (fd, VAS_PROCMAP_QUERY, &query) != 0)
    return errno == ENOENT ? VAS_PROCMAP_END : VAS_PROCMAP_FAILED;
  *out = (VasMapsRegionLine) {
    .region = {
      .start = query.vma_start,
      .end = query.vma_end,
      .offset = query.vma_offset,
      .perms = query.vma_flags & ALL_RIGHTS,
    },
    .file = {
      .inode = query.inode,
      .device = { query.dev_major, query.dev_minor },
      .name = name,
      .name_length = query.vma_name_size > 0 ? query.vma_name_size - 1 : 0, /* a NUL is counted */
    },
  };
  return VAS_PROCMAP_FOUND;
}

gboolean
vas_procmap_query_page_size (int fd, guint64 address, guint64 *bytes)
{
  Query query = { .size = sizeof query, .query_addr = address };
  gboolean found = ioctl (fd, VAS_PROCMAP_QUERY, &query) == 0;
  *bytes = query.vma_page_size;
  return found;
}
