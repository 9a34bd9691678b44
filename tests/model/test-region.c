/* Permission letters and look-up by address.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-region.h"

static const VasRegion regions[] = {
  { .start = 0x1000, .end = 0x2000 },
  { .start = 0x2000, .end = 0x3000 },
  { .start = 0x5000, .end = 0x9000 },
  { .start = 0xffffffffff600000, .end = 0xffffffffff601000 },
};

static void
test_perms (void)
{
  char text[VAS_PERMS_BYTES];
  g_assert_cmpstr (vas_perms_print (0, text), ==, "---p");
  g_assert_cmpstr (vas_perms_print (VAS_PERM_READ | VAS_PERM_EXEC, text), ==, "r-xp");
  g_assert_cmpstr (vas_perms_print (VAS_PERM_WRITE | VAS_PERM_SHARED, text), ==, "-w-s");
  g_assert_cmpstr (vas_perms_print (VAS_PERM_ACCESS | VAS_PERM_SHARED, text), ==, "rwxs");
}

static void
test_find (void)
{
  static const struct
  {
    guint64 address;
    gssize index; /* -1 in a gap */
    gsize from;
  } cases[] = {
    { 0, -1, 0 },
    { 0xfff, -1, 0 },
    { 0x1000, 0, 0 },
    { 0x1fff, 0, 0 },
    { 0x2000, 1, 1 },
    { 0x3000, -1, 2 },
    { 0x8fff, 2, 2 },
    { 0x9000, -1, 3 },
    { 0xffffffffff600000, 3, 3 },
    { 0xffffffffff601000, -1, 4 },
    { G_MAXUINT64, -1, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 address = cases[i].address;
      g_assert_cmpint (vas_regions_find (regions, G_N_ELEMENTS (regions), address), ==,
                       cases[i].index);
      g_assert_cmpuint (vas_regions_find_from (regions, G_N_ELEMENTS (regions), address), ==,
                        cases[i].from);
    }
  g_assert_cmpint (vas_regions_find (NULL, 0, 0x1000), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region/perms", test_perms);
  g_test_add_func ("/region/find", test_find);
  return g_test_run ();
}
