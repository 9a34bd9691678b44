/* What is in RAM of each region, from the page tables, is what smaps says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-proc.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "child.h"
#include "vas-pagemap-scan.h"

enum
{
  HUGE_BYTES = 2 << 20,
  N_PAGES = 1200, /* every second one in RAM: more ranges than one call can give */
};

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102 /* Linux 6.13 */
#endif

static char *
map (gsize size, int protection, int flags)
{
  char *room = mmap (NULL, size, protection, MAP_ANONYMOUS | flags, -1, 0);
  g_assert_true (room != MAP_FAILED);
  return room;
}

static void
touch_huge_pages (void)
{
  char *room = map (3 * HUGE_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  char *aligned = (char *) (((guintptr) room + HUGE_BYTES - 1) & ~(guintptr) (HUGE_BYTES - 1));
  madvise (aligned, 2 * HUGE_BYTES, MADV_HUGEPAGE);
  aligned[0] = 1;
  volatile char zero = aligned[HUGE_BYTES]; /* reading gives the huge zero page, which is not counted */
  (void) zero;
}

static void
map_everything (gpointer unused)
{
  gsize page = sysconf (_SC_PAGESIZE);
  char *patchy = map (N_PAGES * page, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  for (guint i = 0; i < N_PAGES; i += 2)
    patchy[i * page] = 1;
  char *shared = map (20 * page, PROT_READ | PROT_WRITE, MAP_SHARED);
  memset (shared + 3 * page, 1, 5 * page);
  char *only_read = map (8 * page, PROT_READ, MAP_PRIVATE);
  volatile char zero = only_read[page];
  (void) zero;
  map (64 * page, PROT_NONE, MAP_PRIVATE | MAP_NORESERVE);
  char *guarded = map (16 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  memset (guarded, 1, 16 * page);
  madvise (guarded + 4 * page, 2 * page, MADV_GUARD_INSTALL);
  touch_huge_pages ();
}

static void
ignore_range (const VasPageRange *range, gpointer unused)
{
}

static gboolean
kernel_has_scan (void)
{
  gsize page = sysconf (_SC_PAGESIZE);
  int fd = open ("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  gboolean has = fd >= 0 && vas_pagemap_scan (fd, page, 2 * page, ignore_range, NULL, NULL);
  if (fd >= 0)
    close (fd);
  if (!has)
    g_test_skip ("this kernel has no PAGEMAP_SCAN (Linux 6.7)");
  return has;
}

static VasReading *
read_regions (VasProc *proc, VasProcText text)
{
  g_autoptr (GError) error = NULL;
  VasReading *reading = vas_proc_read_regions (proc, text, NULL, &error);
  g_assert_no_error (error);
  return reading;
}

static void
assert_same_field (const VasReading *scanned, const VasReading *smaps, gsize region, VasField field)
{
  guint64 ours, kernels;
  g_assert_true (vas_usage_get (scanned->usage, region, field, &ours));
  g_assert_true (vas_usage_get (smaps->usage, region, field, &kernels));
  g_assert_cmpuint (ours, ==, kernels);
}

static void
test_equals_smaps (void)
{
  if (!kernel_has_scan ())
    return;
  pid_t pid = child_start (map_everything, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VasProc) proc = vas_proc_open ("/proc", pid, 0, &error);
  g_assert_no_error (error);
  g_autoptr (VasReading) smaps = read_regions (proc, VAS_PROC_SMAPS);
  g_autoptr (VasReading) scanned = read_regions (proc, VAS_PROC_MAPS);
  vas_proc_add_residency (proc, scanned, NULL);
  g_assert_nonnull (scanned->usage);
  g_assert_cmpuint (scanned->n_regions, ==, smaps->n_regions);
  for (gsize i = 0; i < scanned->n_regions; i++)
    {
      assert_same_field (scanned, smaps, i, VAS_FIELD_RSS);
      assert_same_field (scanned, smaps, i, VAS_FIELD_SWAP);
    }
  child_end (pid);
}

static void
sum_range (const VasPageRange *range, gpointer sum)
{
  *(guint64 *) sum += range->end - range->start;
}

/* The pages of our own that we know of, and nothing outside of the range asked for. */
static void
test_own_pages (void)
{
  if (!kernel_has_scan ())
    return;
  gsize page = sysconf (_SC_PAGESIZE);
  char *room = map (10 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE);
  room[2 * page] = room[3 * page] = room[7 * page] = 1;
  int fd = open ("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  guint64 sum = 0, start = (guintptr) room;
  g_assert_true (vas_pagemap_scan (fd, start, start + 10 * page, sum_range, &sum, NULL));
  g_assert_cmpuint (sum, ==, 3 * page);
  sum = 0;
  g_assert_true (vas_pagemap_scan (fd, start + 3 * page, start + 7 * page, sum_range, &sum, NULL));
  g_assert_cmpuint (sum, ==, page);
  sum = 0;
  g_assert_true (vas_pagemap_scan (fd, start, start, sum_range, &sum, NULL));
  g_assert_cmpuint (sum, ==, 0);
  close (fd);
  munmap (room, 10 * page);
}

static void
test_cannot (void)
{
  int fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_assert_false (vas_pagemap_scan (fd, 0x10000, 0x20000, ignore_range, NULL, NULL));
  close (fd);
  fd = open ("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  g_cancellable_cancel (cancellable);
  g_assert_false (vas_pagemap_scan (fd, 0x10000, 0x20000, ignore_range, NULL, cancellable));
  close (fd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/residency/equals-smaps", test_equals_smaps);
  g_test_add_func ("/residency/own-pages", test_own_pages);
  g_test_add_func ("/residency/cannot", test_cannot);
  return g_test_run ();
}
