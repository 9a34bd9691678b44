/* The detail card: one region, several, or the gap between them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-badges.h"
#include "vas-card.h"

#include "sample-snapshot.h"

static VasCard *
open_card (const VasSnapshot *snapshot, guint64 start, guint64 end)
{
  gsize first, n;
  vas_card_find_regions (snapshot, start, end, &first, &n);
  return vas_card_new (snapshot, first, n);
}

static void
assert_field (const VasCard *card, VasCardField field, const char *expected)
{
  g_assert_cmpstr (card->fields[field], ==, expected);
}

static void
test_region (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasCard) card = open_card (snapshot, 0x7faa724db000, 0x7faa724dc000);
  g_assert_cmpint (card->region, ==, 18);
  g_assert_cmpuint (card->badges, ==, 0);
  assert_field (card, VAS_CARD_TITLE, "libc-2.31.so: code");
  assert_field (card, VAS_CARD_RANGE, "7faa724da000-7faa72652000");
  assert_field (card, VAS_CARD_SIZE, "1.5 MiB, 376 pages");
  assert_field (card, VAS_CARD_MEMORY, NULL);
  assert_field (card, VAS_CARD_PERMISSIONS,
                "r-xp: may be read and run as code, not changed; private to this process");
  assert_field (card, VAS_CARD_PLACE,
                "libc-2.31.so (7 regions, 2.0 MiB) in Libraries and mappings");
  assert_field (card, VAS_CARD_FILE,
                "/usr/lib/x86_64-linux-gnu/libc-2.31.so, from offset 0x25000 on; device 08:30, "
                "inode 11971");
  assert_field (card, VAS_CARD_CONTENTS, NULL);
  assert_field (card, VAS_CARD_LINE,
                "7faa724da000-7faa72652000 r-xp 00025000 08:30 11971                      "
                "/usr/lib/x86_64-linux-gnu/libc-2.31.so");
  g_assert_nonnull (strstr (card->fields[VAS_CARD_EXPLANATION], "a shared library"));
  g_assert_true (g_str_has_suffix (card->fields[VAS_CARD_EVIDENCE], "."));
}

static void
test_memory (void)
{
  g_autoptr (VasSnapshot) snapshot
      = sample_snapshot_new ("01000000-01021000 rw-p 00000000 00:00 0                                  [heap]\n"
                   "Rss:                  64 kB\nPss:                  48 kB\n"
                   "Shared_Dirty:          4 kB\nPrivate_Dirty:         8 kB\n"
                   "Swap:                  0 kB\n"
                   "7ffd9e498000-7ffd9e51f000 rw-p 00000000 00:00 0                          [stack]\n"
                   "Rss:                   0 kB\nPss:                   0 kB\n"
                   "Swap:                 16 kB\n");
  g_autoptr (VasCard) heap = vas_card_new (snapshot, 0, 1);
  g_autoptr (VasCard) stack = vas_card_new (snapshot, 1, 1);
  assert_field (heap, VAS_CARD_MEMORY,
                "in RAM 64 KiB, proportional share 48 KiB (PSS), changed 12 KiB");
  assert_field (stack, VAS_CARD_MEMORY, "in RAM 0 B, swapped out 16 KiB");
  assert_field (heap, VAS_CARD_FILE, NULL);
  g_assert_cmpuint (stack->badges, ==, 1u << VAS_BADGE_SWAPPED);
}

/* Regions that are one object or area go by its name, others by their number; few are told one by
 * one, many by family. An object is explained by its main part. */
static void
test_several (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasCard) object = open_card (snapshot, 0x559b8c418000, 0x559b8c424000);
  g_autoptr (VasCard) area = open_card (snapshot, 0x559b8c418000, 0x559b8c5f2000);
  g_autoptr (VasCard) all = open_card (snapshot, 0, G_MAXUINT64);
  assert_field (object, VAS_CARD_TITLE, "cat");
  assert_field (object, VAS_CARD_SIZE, "5 regions, 48 KiB");
  assert_field (object, VAS_CARD_CONTENTS,
                "r--p, 8.0 KiB: cat: read-only data\nr-xp, 20 KiB: cat: code\n"
                "r--p, 12 KiB: cat: read-only data\nr--p, 4.0 KiB: cat: RELRO\n"
                "rw-p, 4.0 KiB: cat: data");
  g_assert_true (g_str_has_prefix (object->fields[VAS_CARD_EXPLANATION],
                                   "The program's own instructions, read from cat."));
  assert_field (area, VAS_CARD_TITLE, "Program and heap");
  assert_field (area, VAS_CARD_EXPLANATION, NULL);
  assert_field (all, VAS_CARD_TITLE, "37 regions, 7.2 MiB");
  assert_field (all, VAS_CARD_RANGE, "559b8c418000-7ffeb2f9e000");
  assert_field (all, VAS_CARD_LINE, NULL);
  g_assert_nonnull (strstr (all->fields[VAS_CARD_CONTENTS],
                            "Heap and private memory: 2 regions, 268 KiB\n"));
  g_assert_cmpint (all->region, ==, -1);
}

static void
test_gaps (void)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_of_fixture ("tutorial-cat.maps");
  g_autoptr (VasCard) null = open_card (snapshot, 0, 1);
  g_autoptr (VasCard) middle = open_card (snapshot, 0x600000000000, 0x600000001000);
  g_autoptr (VasCard) above = open_card (snapshot, G_MAXUINT64 - 1, G_MAXUINT64);
  assert_field (null, VAS_CARD_RANGE, "00000000-559b8c418000");
  g_assert_nonnull (strstr (null->fields[VAS_CARD_EXPLANATION], "null pointer"));
  assert_field (middle, VAS_CARD_TITLE, "42.1 TiB unmapped");
  assert_field (middle, VAS_CARD_RANGE, "559b8c5f2000-7faa72001000");
  g_assert_nonnull (strstr (above->fields[VAS_CARD_EXPLANATION], "kernel"));
  assert_field (middle, VAS_CARD_CONFIDENCE, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/region", test_region);
  g_test_add_func ("/card/memory", test_memory);
  g_test_add_func ("/card/several", test_several);
  g_test_add_func ("/card/gaps", test_gaps);
  return g_test_run ();
}
