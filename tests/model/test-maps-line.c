/* Lines of maps come out byte for byte as the kernel printed them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-line.h"
#include "vas-maps-parser.h"

#include <string.h>

/* As Linux 6.18 prints them: short and long addresses, every kind of name, numbers too wide for the
 * padding, a newline in a name, a name that ends in a space. */
static const char kernel_text[]
    = "00010000-00011000 r--p 00000000 00:00 0 \n"
      "56555000-56557000 r-xp 00001000 fe:00 11017                              /opt/a b\\012c\n"
      "7f5ae3268000-7f5ae3337000 r-xp 00024000 fe:00 10977317                   /lib/libcairo.so.2\n"
      "7f5ae3337000-7f5ae3338000 rw-s 00000000 00:01 4123                       /memfd:x (deleted)\n"
      "7f5ae3338000-7f5ae3339000 -wxp 00000000 00:10 1                          anon_inode:[io_uring]\n"
      "7f5ae3400000-7f5ae3401000 r--s 7fffffffff000 103:fffff 18446744073709551615  /wide\n"
      "7f5ae3500000-7f5ae3501000 rw-p 00000000 fe:00 7                          /trail \n"
      "7ffd9e498000-7ffd9e51f000 rw-p 00000000 00:00 0                          [stack]\n"
      "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]\n";

static void
assert_same (const char *text, gsize length)
{
  g_autoptr (VasReading) reading = vas_maps_parse (text, length, VAS_MAPS_SAVED);
  g_autoptr (GString) back = g_string_new (NULL);
  g_assert_cmpuint (reading->n_rejected, ==, 0);
  for (gsize i = 0; i < reading->n_regions; i++)
    {
      vas_maps_line_append (back, reading, &reading->regions[i]);
      g_string_append_c (back, '\n');
    }
  g_assert_cmpmem (back->str, back->len, text, length);
}

static void
test_kernel_text (void)
{
  assert_same (kernel_text, sizeof kernel_text - 1);
}

/* The maps of this very process, from the kernel that runs it. */
static void
test_live (void)
{
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_file_get_contents ("/proc/self/maps", &text, &length, &error);
  g_assert_no_error (error);
  assert_same (text, length);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps-line/kernel-text", test_kernel_text);
  if (sizeof (void *) == 8)
    g_test_add_func ("/maps-line/live", test_live);
  return g_test_run ();
}
