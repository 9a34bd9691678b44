/* What is known again of lines is what reading them anew says, byte by byte.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-line-memo.h"

#include "vas-maps-parser.h"

/* A line that the slices of the text cut is read anew. */
static VasReading *
parse_byte_by_byte (const GString *text, VasMapsOrigin origin)
{
  VasMapsParser *parser = vas_maps_parser_new (origin);
  for (gsize i = 0; i < text->len; i++)
    vas_maps_parser_feed (parser, text->str + i, 1);
  return vas_maps_parser_finish (parser);
}

static void
assert_same (const VasReading *a, const VasReading *b)
{
  g_assert_cmpmem (a->regions, a->n_regions * sizeof (VasRegion), b->regions,
                   b->n_regions * sizeof (VasRegion));
  g_assert_cmpmem (a->files, a->n_files * sizeof (VasFile), b->files, b->n_files * sizeof (VasFile));
  g_assert_cmpuint (a->n_problems, ==, b->n_problems);
  for (gsize i = 0; i < a->n_problems; i++)
    {
      g_assert_cmpuint (a->problems[i].line, ==, b->problems[i].line);
      g_assert_cmpint (a->problems[i].reason, ==, b->problems[i].reason);
    }
  g_assert_cmpuint (a->n_lines, ==, b->n_lines);
  g_assert_cmpuint (a->n_rejected, ==, b->n_rejected);
  g_assert_cmpuint (a->n_notes, ==, b->n_notes);
  g_assert_cmpuint (vas_strings_get_count (a->strings), ==, vas_strings_get_count (b->strings));
}

static void
check_text (const GString *text, VasMapsOrigin origin)
{
  g_autoptr (VasReading) whole = vas_maps_parse (text->str, text->len, origin);
  g_autoptr (VasReading) anew = parse_byte_by_byte (text, origin);
  assert_same (whole, anew);
}

/* Of lines that differ in nothing that is not known, any byte of the last but one becomes any other. */
static void
check_mutations (const char *lines)
{
  g_autoptr (GString) text = g_string_new (lines);
  check_text (text, VAS_MAPS_SAVED);
  gsize end = text->len - 1;
  while (text->str[end - 1] != '\n')
    end--;
  gsize begin = end - 1;
  while (text->str[begin - 1] != '\n')
    begin--;
  for (gsize at = begin; at < end; at++)
    {
      char was = text->str[at];
      for (guint byte = 0; byte < 256; byte++)
        {
          text->str[at] = (char) byte;
          check_text (text, VAS_MAPS_LIVE);
        }
      text->str[at] = was;
    }
}

static void
test_mutations (void)
{
  static const char *const texts[] = {
    "7f1230000000-7f1230001000 rw-p 00000000 00:00 0 \n"
    "7f1230001000-7f123000a000 r--p 00000000 00:00 0 \n"
    "7f123000a000-7f123000f000 rw-p 00000000 00:00 0 \n",
    "7f1230000000-7f1230001000 r--p 00000000 fe:01 12345                      /lib/a b.so\n"
    "7f1230001000-7f123000a000 r-xp 00001000 fe:01 12345                      /lib/a b.so\n"
    "7f12300ab000-7f123000f000 rw-p 0000a000 fe:01 12345                      /lib/a b.so\n",
    "00400000-00401000 r--s 00000000 00:05 7                                  /memfd:x (deleted)\n"
    "00401000-0040a000 r--s 00001000 00:05 7                                  /memfd:x (deleted)\n"
    "0040a000-0040b000 r--s 00001000 00:05 7                                  /memfd:x (deleted)\n",
    "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]\n"
    "ffffffffff601000-ffffffffff603000 --xp 00000000 00:00 0                  [vsyscall]\n"
    "ffffffffff603000-fffffffffffff000 --xp 00000000 00:00 0                  [vsyscall]\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_mutations (texts[i]);
}

static gboolean
matches (VasLineMemo *memo, const char *line, VasRegion *region)
{
  g_autofree char *padded = g_strdup_printf ("%s%*s", line, VAS_LINE_MEMO_HEAD, "");
  gsize length = vas_line_memo_match (memo, padded, strlen (padded), region);
  if (length > 0)
    g_assert_cmpuint (length, ==, strlen (line));
  return length > 0;
}

/* So that the comparison above compares something. */
static void
test_known (void)
{
  static const char first[] = "7f1230000000-7f1230001000 rw-p 00000000 fe:01 9 /a\n";
  VasLineMemo memo = { 0 };
  VasRegion region = { .file = 5 };
  g_assert_false (matches (&memo, first, &region));
  vas_line_memo_learn (&memo, first, strlen (first) - 1, &region);
  g_assert_true (matches (&memo, "7f1230001000-7f1230009000 r-xs 00002000 fe:01 9 /a\n", &region));
  g_assert_cmphex (region.start, ==, 0x7f1230001000);
  g_assert_cmphex (region.end, ==, 0x7f1230009000);
  g_assert_cmphex (region.offset, ==, 0x2000);
  g_assert_cmpuint (region.perms, ==, VAS_PERM_READ | VAS_PERM_EXEC | VAS_PERM_SHARED);
  g_assert_cmpuint (region.file, ==, 5);
  g_assert_false (matches (&memo, "7f1230001000-7f1230009000 r-xp 00002000 fe:01 8 /a\n", &region));
  g_assert_false (matches (&memo, "7f123000g000-7f1230019000 r-xp 00002000 fe:01 9 /a\n", &region));
  g_assert_false (matches (&memo, "7f1230009000-7f1230009000 r-xp 00002000 fe:01 9 /a\n", &region));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-memo/mutations", test_mutations);
  g_test_add_func ("/line-memo/known", test_known);
  return g_test_run ();
}
