/* maps and smaps text, one rule of the grammar a picture.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-maps-parser.h"

#include <string.h>

#include "reading-text.h"

/* From the 44th byte of a line to the 73rd, where a 64-bit kernel begins the name. */
#define PAD "                             "

typedef struct
{
  const char *text;
  const char *regions; /* as reading_to_text() prints them, without the count of rejected lines */
  const char *problems;
} Picture;

static void
check_reading (const VasReading *reading, const Picture *picture)
{
  g_autofree char *regions = reading_to_text (reading);
  *g_strrstr (regions, "rejected") = '\0';
  g_assert_cmpstr (regions, ==, picture->regions);
  g_autofree char *problems = reading_problems_to_text (reading);
  g_assert_cmpstr (problems, ==, picture->problems);
}

static void
check_picture (const Picture *picture, VasMapsOrigin origin)
{
  g_autoptr (VasReading) reading = vas_maps_parse (picture->text, strlen (picture->text), origin);
  check_reading (reading, picture);
}

static void
check_pictures (const Picture *pictures, gsize n)
{
  for (gsize i = 0; i < n; i++)
    check_picture (&pictures[i], VAS_MAPS_SAVED);
}

static void
test_lines (void)
{
  static const Picture pictures[] = {
    { "", "", "" },
    { "\n\n", "", "" },
    { "00400000-0041f000 r-xp 0001f000 fe:00 247970" PAD "/usr/bin/a b\n",
      "400000-41f000 r-xp 1f000 fe:00 247970 there /usr/bin/a%20b\n", "" },
    { "7f00-8f00 ---s 00000000 00:00 0 \n", "7f00-8f00 ---s 0 00:00 0 there -\n", "" },
    { "7f00-8f00 ---s 00000000 00:00 0", "7f00-8f00 ---s 0 00:00 0 there -\n", "" },
    { "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]\n",
      "ffffffffff600000-ffffffffff601000 --xp 0 00:00 0 there [vsyscall]\n", "" },
    { "fffffffffffff000-ffffffffffffffff rwxp 00000000 00:00 0 \n",
      "fffffffffffff000-ffffffffffffffff rwxp 0 00:00 0 there -\n", "" },
    { "00001000-00002000 r--p 00000000 103:fffff 18446744073709551615 /x\n",
      "1000-2000 r--p 0 103:fffff 18446744073709551615 there /x\n", "" },
  };
  check_pictures (pictures, G_N_ELEMENTS (pictures));
}

static void
test_names (void)
{
  static const Picture pictures[] = {
    /* The escape that the kernel makes, and other things with a backslash, which it does not. */
    { "1000-2000 r--p 00000000 00:1b 7 /a\\012b\\\\012\\040\\01\n",
      "1000-2000 r--p 0 00:1b 7 there /a%0Ab\\%0A\\040\\01\n", "" },
    { "1000-2000 r--p 00000000 00:1b 7 /a (deleted)\n",
      "1000-2000 r--p 0 00:1b 7 deleted /a%20(deleted)\n", "" },
    { "1000-2000 r--p 00000000 00:1b 7 /a (deleted) \n",
      "1000-2000 r--p 0 00:1b 7 there /a%20(deleted)%20\n", "" },
    { "1000-2000 r--p 00000000 00:1b 7 (deleted)\n",
      "1000-2000 r--p 0 00:1b 7 there (deleted)\n", "" },
    { "1000-2000 r--p 00000000 00:1b 7 /\xff\x1b[31m\r%\n",
      "1000-2000 r--p 0 00:1b 7 there /%FF%1B[31m%0D%25\n", "" },
    /* Byte 73 parts padding from the blanks of a name. */
    { "7f0000008000-7f0000009000 r--p 00000000 fe:00 9                              x\n",
      "7f0000008000-7f0000009000 r--p 0 fe:00 9 there %20%20%20%20x\n", "" },
    { "7f0000008000-7f0000009000 r--p 00000000 fe:00 9                             \n",
      "7f0000008000-7f0000009000 r--p 0 fe:00 9 there %20%20%20\n", "" },
    { "7f0000008000-7f0000009000 r--p 00000000 fe:00 9                      \n",
      "7f0000008000-7f0000009000 r--p 0 fe:00 9 there -\n", "" },
    /* Byte 49 on a 32-bit kernel. */
    { "08048000-08049000 r--p 00000000 fe:00 9             x\n",
      "8048000-8049000 r--p 0 fe:00 9 there %20%20%20x\n", "" },
    /* Numbers wider than the column: two spaces. */
    { "ffffffffffffe000-fffffffffffff000 rw-p ffffffffffffffff ffffffff:ffffffff "
      "18446744073709551615   x\n",
      "ffffffffffffe000-fffffffffffff000 rw-p ffffffffffffffff ffffffff:ffffffff "
      "18446744073709551615 there %20x\n", "" },
  };
  check_pictures (pictures, G_N_ELEMENTS (pictures));
}

/* A bad line is named with its number and its reason, and its neighbours are kept. */
static void
test_bad_lines (void)
{
  static const Picture pictures[] = {
    { "hello\n1000-2000 rw-p 0 0:0 0\n", "1000-2000 rw-p 0 00:00 0 there -\n", "1 address\n" },
    { "0x1000-0x2000 rw-p 0 0:0 0\n 1000-2000 rw-p 0 0:0 0\n1000-20G0 rw-p 0 0:0 0\n", "",
      "1 address\n2 address\n3 address\n" },
    { "10000000000000000-10000000000001000 rw-p 0 0:0 0\n", "", "1 address\n" },
    { "2000-1000 rw-p 0 0:0 0\n1000-1000 rw-p 0 0:0 0\n", "", "1 range\n2 range\n" },
    { "1000-2000 rwz- 0 0:0 0\n1000-2000 rwxps 0 0:0 0\n1000-2000 ---- 0 0:0 0\n", "",
      "1 perms\n2 perms\n3 perms\n" },
    { "1000-2000 rw-p - 0:0 0\n1000-2000 rw-p 0G 0:0 0\n", "", "1 offset\n2 offset\n" },
    { "1000-2000 rw-p 0 00 0\n1000-2000 rw-p 0 0: 0\n", "", "1 device\n2 device\n" },
    { "1000-2000 rw-p 0 0:0 x\n1000-2000 rw-p 0 0:0  1\n", "", "1 inode\n2 inode\n" },
    { "1000\n1000-\n1000-2000\n1000-2000 rw\n1000-2000 rw-p 0\n1000-2000 rw-p 0 0:0 ", "",
      "1 truncated\n2 truncated\n3 truncated\n4 truncated\n5 truncated\n6 truncated\n" },
  };
  check_pictures (pictures, G_N_ELEMENTS (pictures));
}

static void
test_clamped (void)
{
  static const Picture pictures[] = {
    { "1000-2000 rw-p 1ffffffffffffffff 1ffffffff:0 99999999999999999999999 /y\n",
      "1000-2000 rw-p ffffffffffffffff ffffffff:00 18446744073709551615 there /y\n",
      "1 clamped\n" },
    { "1000-2000 rw-p 000000000000000000001000 00:00 000000000000000000000007 /y\n",
      "1000-2000 rw-p 1000 00:00 7 there /y\n", "" },
  };
  check_pictures (pictures, G_N_ELEMENTS (pictures));
}

static void
test_fields (void)
{
  static const Picture pictures[] = {
    { "1000-2000 rw-p 0 0:0 0\nSize: 4 kB\nRss:\t 0 kB \nNew_2:  7 kB\nTHPeligible:    1\n"
      "VmFlags: rd  wr\tmr \n",
      "1000-2000 rw-p 0 00:00 0 there - New_2=7168 Rss=0 Size=4096 THPeligible=1 "
      "VmFlags=rd,wr,mr\n", "" },
    /* A value that is no number is left out; a line cut in the middle does no harm to the next. */
    { "1000-2000 rw-p 0 0:0 0\nRss: -4 kB\nPss: 4 MB\nSwap: \nKSM:\nA b: 1 kB\nSize: 4 kB\n",
      "1000-2000 rw-p 0 00:00 0 there - Size=4096\n",
      "2 value\n3 value\n4 value\n5 field\n6 field\n" },
    { "1000-2000 rw-p 0 0:0 0\nRss: 18014398509481984 kB\nPss: 18446744073709551616\n"
      "Swap: 18014398509481983 kB\n",
      "1000-2000 rw-p 0 00:00 0 there - Pss=18446744073709551615 Rss=18446744073709551615 "
      "Swap=18446744073709550592\n", "2 clamped\n3 clamped\n" },
    /* Fields without a region, or below one that was left out, are nobody's. */
    { "Rss: 4 kB\n1000-2000 rw-p 0 0:0 0\nSize: 4 kB\n2000-3000 rwzp 0 0:0 0\nSize: 8 kB\n",
      "1000-2000 rw-p 0 00:00 0 there - Size=4096\n", "1 field\n4 perms\n5 field\n" },
    { "1000-9000 ---p 00000000 00:00 0 [rollup]\nRss: 4 kB\nPss_Anon: 4 kB\n", "", "" },
  };
  check_pictures (pictures, G_N_ELEMENTS (pictures));
}

static void
test_saved_in_other_ways (void)
{
  static const Picture pictures[] = {
    { "\xef\xbb\xbf" "1000-2000 rw-p 0 0:0 0 /a\n", "1000-2000 rw-p 0 00:00 0 there /a\n", "" },
    { "1000-2000 rw-p 0 0:0 0 /a\r\nSize: 4 kB\r\n\r\n",
      "1000-2000 rw-p 0 00:00 0 there /a Size=4096\n", "" },
    { "\xef\xbb\xbf" "1000-2000 rw-p 0 0:0 0 /a\rSize: 4 kB\r\r2000-3000 rw-p 0 0:0 0 \roops",
      "1000-2000 rw-p 0 00:00 0 there /a Size=4096\n2000-3000 rw-p 0 00:00 0 there -\n",
      "5 field\n" },
    /* One name with a carriage return in it, or at its end, does not make it such a text. */
    { "1000-2000 rw-p 0 0:0 0 /a\rb", "1000-2000 rw-p 0 00:00 0 there /a%0Db\n", "" },
    { "1000-2000 rw-p 0 0:0 0 /a\r2000-3000 rw-p 0 0:0 0 /b\n",
      "1000-2000 rw-p 0 00:00 0 there /a%0D2000-3000%20rw-p%200%200:0%200%20/b\n", "" },
    { "1000-2000 rw-p 0 0:0 0 \n2000-3000 rw-p 0 0:0 0 /a\r\n",
      "1000-2000 rw-p 0 00:00 0 there -\n2000-3000 rw-p 0 00:00 0 there /a%0D\n", "" },
  };
  check_pictures (pictures, G_N_ELEMENTS (pictures));
  Picture live = { "1000-2000 rw-p 0 0:0 0 /a\r\n", "1000-2000 rw-p 0 00:00 0 there /a%0D\n", "" };
  check_picture (&live, VAS_MAPS_LIVE);
}

static void
test_saved_order (void)
{
  static const Picture pictures[] = {
    { "5000-6000 r--p 0 0:0 0 /c\nSize: 3 kB\n1000-2000 r--p 0 0:0 0 /a\nSize: 1 kB\n"
      "3000-4000 r--p 0 0:0 0 /b\n",
      "1000-2000 r--p 0 00:00 0 there /a Size=1024\n3000-4000 r--p 0 00:00 0 there /b\n"
      "5000-6000 r--p 0 00:00 0 there /c Size=3072\n", "3 unsorted\n" },
    { "1000-9000 r--p 0 0:0 0\n2000-3000 r--p 0 0:0 0\n4000-5000 r--p 0 0:0 0\n",
      "1000-9000 r--p 0 00:00 0 there -\n2000-3000 r--p 0 00:00 0 there -\n"
      "4000-5000 r--p 0 00:00 0 there -\n", "2 overlap\n3 overlap\n" },
    { "1000-3000 r--p 0 0:0 0 /b\n1000-2000 r--p 0 0:0 0 /a\n1000-2000 r--p 0 0:0 0 /a\n",
      "1000-2000 r--p 0 00:00 0 there /a\n1000-2000 r--p 0 00:00 0 there /a\n"
      "1000-3000 r--p 0 00:00 0 there /b\n", "1 overlap\n3 overlap\n" },
  };
  check_pictures (pictures, G_N_ELEMENTS (pictures));
}

/* What Linux 6.18 printed while a thread called mprotect() all the time. */
static void
test_live_order (void)
{
  static const Picture pictures[] = {
    { "1000-2000 r--p 0 0:0 0\n1000-5000 r--p 0 0:0 0\n5000-6000 rw-p 0 0:0 0\n",
      "1000-5000 r--p 0 00:00 0 there -\n5000-6000 rw-p 0 00:00 0 there -\n", "2 changed\n" },
    { "1000-5000 r--p 0 0:0 0\n3000-6000 rw-p 0 0:0 0\n",
      "1000-3000 r--p 0 00:00 0 there -\n3000-6000 rw-p 0 00:00 0 there -\n", "2 changed\n" },
    { "1000-2000 r--p 0 0:0 0\nRss: 4 kB\n1000-3000 r--p 0 0:0 0\nRss: 8 kB\n",
      "1000-3000 r--p 0 00:00 0 there - Rss=8192\n", "3 changed\n" },
    /* Never seen, but a replayed text may be so. */
    { "5000-6000 r--p 0 0:0 0\n1000-2000 r--p 0 0:0 0\n",
      "1000-2000 r--p 0 00:00 0 there -\n5000-6000 r--p 0 00:00 0 there -\n", "2 unsorted\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    check_picture (&pictures[i], VAS_MAPS_LIVE);
}

static const char sliced_text[]
    = "\xef\xbb\xbf" "00400000-0041f000 r-xp 0001f000 fe:00 247970" PAD "/usr/bin/a\\012b\r\n"
      "Rss:                 640 kB\r\noops\r\n\r\nVmFlags: rd ex mr \r\n"
      "7f0000000000-7f0000001000 rw-p 00000000 00:00 0 \r\nRss:  0 kB\r\n"
      "00300000-00301000 rw-p 00000000 00:00 0" PAD "     [heap]\r";

static void
test_slices (void)
{
  Picture whole = {
    sliced_text,
    "300000-301000 rw-p 0 00:00 0 there [heap]\n"
    "400000-41f000 r-xp 1f000 fe:00 247970 there /usr/bin/a%0Ab Rss=655360 VmFlags=rd,ex,mr\n"
    "7f0000000000-7f0000001000 rw-p 0 00:00 0 there - Rss=0\n",
    "3 field\n8 unsorted\n",
  };
  gsize length = sizeof sliced_text - 1;
  for (gsize first = 0; first <= length; first++)
    for (gsize second = first; second <= length; second++)
      {
        VasMapsParser *parser = vas_maps_parser_new (VAS_MAPS_SAVED);
        vas_maps_parser_feed (parser, sliced_text, first);
        vas_maps_parser_feed (parser, sliced_text + first, second - first);
        vas_maps_parser_feed (parser, sliced_text + second, length - second);
        g_autoptr (VasReading) reading = vas_maps_parser_finish (parser);
        check_reading (reading, &whole);
      }
}

/* One name for many files: each keeps its own device. */
static void
test_many_devices (void)
{
  enum { N = 65600 };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "%x-%x r--p 0 %x:1 5 /a\n", i * 16, i * 16 + 16, i);

  g_autoptr (VasReading) reading = vas_maps_parse (text->str, text->len, VAS_MAPS_SAVED);
  g_assert_cmpuint (reading->n_regions, ==, N);
  g_assert_cmpuint (reading->n_rejected, ==, 0);
  for (guint i = 0; i < N; i++)
    {
      const VasFile *file = vas_reading_get_file (reading, &reading->regions[i]);
      g_assert_cmpuint (file->device.major, ==, i);
      g_assert_cmpuint (file->device.minor, ==, 1);
      g_assert_cmpuint (file->inode, ==, 5);
    }
  g_assert_cmpuint (reading->n_notes, ==, 0);
  g_assert_cmpuint (reading->n_files, ==, N + 1);
}

/* All are counted; those kept are the first, though overlaps are found last. */
static void
test_many_problems (void)
{
  enum { N = 3000 };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < N; i++)
    g_string_append (text, i % 3 == 0 ? "1000-2000 rw-p 0 0:0 0\n" : "oops\n");

  g_autoptr (VasReading) reading = vas_maps_parse (text->str, text->len, VAS_MAPS_SAVED);
  g_assert_cmpuint (reading->n_regions, ==, N / 3);
  g_assert_cmpuint (reading->n_rejected, ==, N / 3 * 2);
  g_assert_cmpuint (reading->n_notes, ==, N / 3 - 1);
  g_assert_cmpuint (reading->n_problems, ==, VAS_READING_MAX_PROBLEMS);
  for (gsize i = 0; i < reading->n_problems; i++)
    {
      guint64 line = i + 2; /* every line but the first has one */
      g_assert_cmpuint (reading->problems[i].line, ==, line);
      g_assert_cmpint (reading->problems[i].reason, ==,
                       line % 3 == 1 ? VAS_PROBLEM_OVERLAP : VAS_PROBLEM_ADDRESS);
    }
}

static void
test_many_field_names (void)
{
  enum { N = 1000 };
  g_autoptr (GString) text = g_string_new ("1000-2000 rw-p 0 0:0 0\n");
  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "New_%u: 1 kB\n", i);
  g_string_append (text, "Rss: 4 kB\n");

  g_autoptr (VasReading) reading = vas_maps_parse (text->str, text->len, VAS_MAPS_SAVED);
  g_assert_cmpuint (vas_usage_get_n_fields (reading->usage), ==, VAS_USAGE_MAX_FIELDS);
  g_assert_cmpuint (reading->n_notes, ==, N - (VAS_USAGE_MAX_FIELDS - VAS_N_FIELDS));
  guint64 rss;
  g_assert_true (vas_usage_get (reading->usage, 0, VAS_FIELD_RSS, &rss));
  g_assert_cmpuint (rss, ==, 4096);
}

/* What never ends its line is not kept, and the lines after it are read as ever. */
static void
test_endless_line (void)
{
  static const char header[] = "1000-2000 rw-p 0 0:0 0 /x";
  static const char good[] = "\n3000-4000 rw-p 0 0:0 0\n";
  g_autofree char *slice = g_strnfill (1 << 20, 'x');
  VasMapsParser *parser = vas_maps_parser_new (VAS_MAPS_SAVED);
  vas_maps_parser_feed (parser, header, strlen (header));
  for (gsize fed = 0; fed <= VAS_MAPS_MAX_LINE; fed += 1 << 20)
    vas_maps_parser_feed (parser, slice, 1 << 20);
  vas_maps_parser_feed (parser, good, strlen (good));

  g_autoptr (VasReading) reading = vas_maps_parser_finish (parser);
  static const Picture picture = { NULL, "3000-4000 rw-p 0 00:00 0 there -\n", "1 long\n" };
  check_reading (reading, &picture);
}

static void
test_sentences (void)
{
  for (guint reason = 0; reason < VAS_N_PROBLEM_REASONS; reason++)
    {
      VasProblem problem = { 7, reason };
      g_autofree char *sentence = vas_problem_describe (&problem);
      g_assert_true (g_str_has_prefix (sentence, "Line 7: "));
      g_assert_true (g_str_has_suffix (sentence, "."));
    }
  g_assert_true (vas_problem_is_rejection (VAS_PROBLEM_RANGE));
  g_assert_false (vas_problem_is_rejection (VAS_PROBLEM_OVERLAP));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps-parser/lines", test_lines);
  g_test_add_func ("/maps-parser/names", test_names);
  g_test_add_func ("/maps-parser/bad-lines", test_bad_lines);
  g_test_add_func ("/maps-parser/clamped", test_clamped);
  g_test_add_func ("/maps-parser/fields", test_fields);
  g_test_add_func ("/maps-parser/saved-in-other-ways", test_saved_in_other_ways);
  g_test_add_func ("/maps-parser/saved-order", test_saved_order);
  g_test_add_func ("/maps-parser/live-order", test_live_order);
  g_test_add_func ("/maps-parser/slices", test_slices);
  g_test_add_func ("/maps-parser/many-devices", test_many_devices);
  g_test_add_func ("/maps-parser/many-problems", test_many_problems);
  g_test_add_func ("/maps-parser/many-field-names", test_many_field_names);
  g_test_add_func ("/maps-parser/endless-line", test_endless_line);
  g_test_add_func ("/maps-parser/sentences", test_sentences);
  return g_test_run ();
}
