/* Sums by family: regions, mapped bytes, and sizes in memory where smaps told them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-snapshot.h"

static void
test_maps (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (
      "00400000-00402000 r-xp 00000000 fe:00 1                                  /bin/x\n"
      "00403000-00404000 rw-p 00003000 fe:00 1                                  /bin/x\n"
      "01000000-01021000 rw-p 00000000 00:00 0                                  [heap]\n"
      "7ff000000000-7ff000001000 ---p 00000000 00:00 0 \n"
      "7ffd9e498000-7ffd9e51f000 rw-p 00000000 00:00 0                          [stack]\n");
  const VasTotals *totals = &snapshot->totals;
  g_assert_false (totals->resident_known);
  g_assert_cmpuint (totals->all.regions, ==, 5);
  g_assert_cmpuint (totals->all.mapped, ==, 0x3000 + 0x21000 + 0x1000 + 0x87000);
  g_assert_cmpuint (totals->all.resident, ==, 0);
  g_assert_cmpuint (totals->families[VAS_FAMILY_PROGRAM].regions, ==, 2);
  g_assert_cmpuint (totals->families[VAS_FAMILY_PROGRAM].mapped, ==, 0x3000);
  g_assert_cmpuint (totals->families[VAS_FAMILY_HEAP].mapped, ==, 0x21000);
  g_assert_cmpuint (totals->families[VAS_FAMILY_STACK].mapped, ==, 0x87000);
  g_assert_cmpuint (totals->families[VAS_FAMILY_NONE].regions, ==, 1);
  g_assert_cmpuint (totals->families[VAS_FAMILY_LIBRARY].regions, ==, 0);
}

static void
test_smaps (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (
      "01000000-01021000 rw-p 00000000 00:00 0                                  [heap]\n"
      "Size:                132 kB\nRss:                  64 kB\n"
      "Pss:                  48 kB\nSwap:                  8 kB\n"
      "7ffd9e498000-7ffd9e51f000 rw-p 00000000 00:00 0                          [stack]\n"
      "Size:                540 kB\nRss:                  12 kB\n"
      "Pss:                  12 kB\nSwap:                  0 kB\n");
  const VasTotals *totals = &snapshot->totals;
  g_assert_true (totals->resident_known);
  g_assert_cmpuint (totals->all.resident, ==, 76 << 10);
  g_assert_cmpuint (totals->all.pss, ==, 60 << 10);
  g_assert_cmpuint (totals->all.swap, ==, 8 << 10);
  g_assert_cmpuint (totals->families[VAS_FAMILY_HEAP].resident, ==, 64 << 10);
  g_assert_cmpuint (totals->families[VAS_FAMILY_STACK].pss, ==, 12 << 10);
}

/* Overlapping lines can add up to more than there are addresses: the sum stays at the top. */
static void
test_saturating (void)
{
  g_autoptr (VasSnapshot) snapshot
      = sample_snapshot_new ("00001000-ffffffffffff0000 rw-p 00000000 00:00 0 \n"
                             "00001000-ffffffffffff1000 rw-p 00000000 00:00 0 \n"
                             "00002000-00003000 rw-p 00000000 00:00 0 \n");
  g_assert_cmpuint (snapshot->totals.all.mapped, ==, G_MAXUINT64);
  g_assert_cmpuint (snapshot->totals.all.regions, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/totals/maps", test_maps);
  g_test_add_func ("/totals/smaps", test_smaps);
  g_test_add_func ("/totals/saturating", test_saturating);
  return g_test_run ();
}
