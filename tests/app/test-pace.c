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

  vas_pace_note_reading (&pace, VAS_READ_MAPS, snapshot, 5);
  g_assert_false (pace.cannot_scan);
  vas_pace_note_reading (&pace, VAS_READ_RESIDENT, snapshot, 5);
  g_assert_true (pace.cannot_scan);
}

static void
test_period (void)
{
  static const struct
  {
    guint share;
    gint64 cost;     /* microseconds of the processor */
    gint64 duration; /* microseconds of the reading */
    guint period;    /* milliseconds */
  } cases[] = {
    { 0, 0, 0, 1000 },
    { 0, 300, 100, 1000 },
    { 0, 50 * 1000, 0, 1000 },
    { 0, 63 * 1000, 30 * 1000, 1260 },
    { 5, 63 * 1000, 30 * 1000, 1260 },
    { 1, 63 * 1000, 30 * 1000, 6300 },
    { 50, 63 * 1000, 30 * 1000, 1000 },
    { 50, 1500 * 1000, 0, 3000 },
    { 5, 63 * 1000, 700 * 1000, 14000 }, /* the target may have waited */
    { 5, -1, -1, 1000 },
    { 5, G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC, 0, 3600 * 1000 },
    { 1, G_MAXINT64, G_MAXINT64, 3600 * 1000 },
    { 50, G_MAXINT64, 0, 3600 * 1000 },
  };
  g_autoptr (VasSnapshot) snapshot = make_process (3, MIB);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VasPace pace = { .share = cases[i].share };
      vas_pace_note_reading (&pace, VAS_READ_MAPS, snapshot, cases[i].duration);
      vas_pace_note_cost (&pace, cases[i].cost);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (vas_pace_get_period (&pace), ==, cases[i].period);
    }
}

/* One refresh that was dear for another cause neither shows nor slows the others. */
static void
test_cost (void)
{
  static const struct
  {
    gint64 cost;
    gint64 shown;
  } refreshes[] = {
    { 900, 900 }, { 60, 60 }, { 70, 70 }, { 65, 65 }, { 9000, 70 }, { 66, 66 },
    { 67, 67 },   { 200, 67 }, { 210, 200 }, { 220, 210 },
  };
  VasPace pace = { 0 };
  g_assert_cmpint (vas_pace_get_cost (&pace), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (refreshes); i++)
    {
      vas_pace_note_cost (&pace, refreshes[i].cost);
      g_test_message ("refresh %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (vas_pace_get_cost (&pace), ==, refreshes[i].shown);
    }
}

static void
test_forget (void)
{
  VasPace pace = { .share = 7, .details = TRUE, .cannot_scan = TRUE, .duration = 90 };
  vas_pace_note_cost (&pace, G_USEC_PER_SEC);
  vas_pace_forget (&pace);
  g_assert_cmpuint (pace.share, ==, 7);
  g_assert_true (pace.details);
  g_assert_false (pace.cannot_scan);
  g_assert_cmpuint (vas_pace_get_period (&pace), ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/flags", test_flags);
  g_test_add_func ("/pace/first-reading", test_first_reading);
  g_test_add_func ("/pace/kernel-without-scan", test_kernel_without_scan);
  g_test_add_func ("/pace/period", test_period);
  g_test_add_func ("/pace/cost", test_cost);
  g_test_add_func ("/pace/forget", test_forget);
  return g_test_run ();
}
