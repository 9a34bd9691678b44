/* The pace of reading: what is read of which process, and how long the rest is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-pace.h"

#include "vas-maps-parser.h"

#define MIB (G_GUINT64_CONSTANT (1) << 20)

/* A process as far as the pace looks at it. */
static VasSnapshot *
make_process (gsize n_regions, guint64 resident)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (gsize i = 0; i < n_regions; i++)
    g_string_append_printf (text,
                            "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x rw-p 0 00:00 0\n",
                            0x100000 + 0x2000 * (guint64) i, 0x101000 + 0x2000 * (guint64) i);
  VasFacts *facts = vas_facts_new ();
  facts->vm_rss = resident;
  return vas_snapshot_new ("process", 0, vas_maps_parse (text->str, text->len, VAS_MAPS_LIVE),
                           facts);
}

static void
test_flags (void)
{
  static const struct
  {
    gsize n_regions;
    guint64 resident;
    VasPace pace;
    VasReadFlags expected;
  } cases[] = {
    { 700, 300 * MIB, { 0 }, VAS_READ_RESIDENT },
    { 20000, 2048 * MIB, { 0 }, VAS_READ_RESIDENT },
    { 20001, 300 * MIB, { 0 }, VAS_READ_MAPS },
    { 700, 2049 * MIB, { 0 }, VAS_READ_MAPS },
    { 700, 300 * MIB, { .cannot_scan = TRUE }, VAS_READ_USAGE },
    { 5001, 300 * MIB, { .cannot_scan = TRUE }, VAS_READ_RESIDENT },
    { 700, 513 * MIB, { .cannot_scan = TRUE }, VAS_READ_RESIDENT },
    { 20001, 9000 * MIB, { .details = TRUE }, VAS_READ_USAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasSnapshot) snapshot = make_process (cases[i].n_regions, cases[i].resident);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (vas_pace_choose_flags (&cases[i].pace, snapshot), ==, cases[i].expected);
    }
}

static void
test_first_reading (void)
{
  VasPace pace = { .details = TRUE };
  g_assert_cmpint (vas_pace_choose_flags (&pace, NULL), ==, VAS_READ_MAPS);
}

static void
test_kernel_without_scan (void)
{
  VasPace pace = { 0 };
  g_autoptr (VasSnapshot) snapshot = make_process (3, MIB);

  vas_pace_note (&pace, VAS_READ_MAPS, snapshot, 5);
  g_assert_false (pace.cannot_scan);
  vas_pace_note (&pace, VAS_READ_RESIDENT, snapshot, 5);
  g_assert_true (pace.cannot_scan);
}

static void
test_pause (void)
{
  static const struct
  {
    gint64 duration; /* microseconds */
    guint pause;     /* milliseconds */
  } cases[] = {
    { 0, 1000 },
    { 300, 1000 },
    { 50 * 1000, 1000 },
    { 51 * 1000, 1020 },
    { 1500 * 1000, 30 * 1000 },
    { G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC, 3600 * 1000 },
    { G_MAXINT64, 3600 * 1000 },
    { -1, 1000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VasPace pace = { .duration = cases[i].duration };
      g_assert_cmpuint (vas_pace_get_pause (&pace), ==, cases[i].pause);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/flags", test_flags);
  g_test_add_func ("/pace/first-reading", test_first_reading);
  g_test_add_func ("/pace/kernel-without-scan", test_kernel_without_scan);
  g_test_add_func ("/pace/pause", test_pause);
  return g_test_run ();
}
