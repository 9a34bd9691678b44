/* The filter grammar, term by term, over one small process with a region of every sort.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-error.h"
#include "vas-filter.h"

#include "sample-snapshot.h"

/* The letter that stands for each region in the tests is the last hex digit of its first page. */
static const char maps[]
    = "55550000a000-55550000b000 r-xp 00001000 fe:00 1708 /usr/bin/Mäher\n"
      "55550000b000-55550000d000 rw-p 00002000 fe:00 1708 /usr/bin/Mäher\n"
      "55550000d000-55550002e000 rw-p 00000000 00:00 0 [heap]\n"
      "7f000000e000-7f000040e000 r--s 00000000 00:2d 99 /tmp/Web Content/cafe (deleted)\n"
      "7f123456f000-7f123457f000 rwxp 00000000 00:00 0 \n"
      "7ffc00000000-7ffc00001000 ---p 00000000 00:00 0 \n"
      "7ffc00001000-7ffc00023000 rw-p 00000000 00:00 0 [stack]\n";

/* The regions that pass, as letters: "abd". */
static char *
apply (const char *text)
{
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (maps);
  g_autoptr (GError) error = NULL;
  g_autoptr (VasFilter) filter = vas_filter_parse (text, &error);
  g_assert_no_error (error);
  g_autofree guint8 *passes = vas_filter_apply (filter, snapshot);
  GString *letters = g_string_new (NULL);
  for (gsize i = 0; i < vas_snapshot_get_n_regions (snapshot); i++)
    {
      g_assert_cmpuint (passes[i], <=, 1);
      if (passes[i])
        g_string_append_printf (
            letters, "%x", (guint) (vas_snapshot_get_region (snapshot, i)->start >> 12 & 15));
    }
  return g_string_free (letters, FALSE);
}

static void
assert_passes (const char *text, const char *expected)
{
  g_autofree char *passed = apply (text);
  g_test_message ("filter %s", text);
  g_assert_cmpstr (passed, ==, expected);
}

static void
assert_fails (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VasFilter) filter = vas_filter_parse (text, &error);
  g_assert_null (filter);
  g_assert_error (error, VAS_ERROR, VAS_ERROR_USAGE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_empty (void)
{
  assert_passes ("", "abdef01");
  assert_passes ("  \t ", "abdef01");
  assert_passes ("\"\"", "abdef01");
  g_autoptr (VasFilter) blank = vas_filter_parse (" ", NULL);
  g_assert_true (vas_filter_is_empty (blank));
  g_autoptr (VasFilter) word = vas_filter_parse ("heap", NULL);
  g_assert_false (vas_filter_is_empty (word));
}

static void
test_words (void)
{
  assert_passes ("usr/bin", "ab");
  assert_passes ("MÄHER", "ab"); /* upper and lower case, beyond ASCII too */
  assert_passes ("[Stack]", "01"); /* the guard is part of the stack, the object */
  assert_passes ("path:[stack]", "1");
  assert_passes ("cafe", "e");   /* hex, but no address */
  assert_passes ("deleted", "e");
  assert_passes ("nosuchthing", "");
  assert_passes ("usr 1708", "");
  assert_passes ("program-code", "a"); /* the kind's id, though nothing shows it */
}

static void
test_quotes (void)
{
  assert_passes ("\"Web Content\"", "e");
  assert_passes ("\"web con", "e"); /* while it is still being typed */
  assert_passes ("web\" \"cont", "e");
  assert_passes ("\"rw\"", "");
  assert_passes ("\"-w\"", "");
  assert_passes ("path:\"b content\"", "e");
  assert_passes ("-\"Web Content\"", "abdf01");
}

static void
test_letters (void)
{
  assert_passes ("r", "abdef1");
  assert_passes ("w", "bdf1");
  assert_passes ("+w", "bdf1");
  assert_passes ("x", "af");
  assert_passes ("rw", "bdf1");
  assert_passes ("wx", "f");
  assert_passes ("s", "e");
  assert_passes ("xp", "af");
  assert_passes ("-w", "ae0");
  assert_passes ("-rx", "0");
  assert_passes ("-s", "abdf01");
  assert_passes ("-p", "e");
  assert_passes ("!w", "ae0");
  assert_passes ("!wx", "abde01");
}

static void
test_modes (void)
{
  assert_passes ("r-xp", "a");
  assert_passes ("rw-", "bd1");
  assert_passes ("rw-s", "");
  assert_passes ("r--", "e");
  assert_passes ("r--p", "");
  assert_passes ("rwx", "f");
  assert_passes ("---", "0");
  assert_passes ("-wx", ""); /* a mode, not "neither w nor x" */
  assert_passes ("!rw-p", "aef0");
  assert_passes ("-rw-p", "aef0");
}

static void
test_sizes (void)
{
  assert_passes ("size>132k", "e1");
  assert_passes ("size>=132K", "de1");
  assert_passes ("size<8192", "a0");
  assert_passes ("size<=8KiB", "ab0");
  assert_passes ("size=4194304", "e");
  assert_passes ("size=4MB", "e");
  assert_passes ("SIZE!=4m", "abdf01");
  assert_passes ("size>0.1M", "de1");
  assert_passes ("size>3.5M size<1G", "e");
  assert_passes ("size<15E", "abdef01");
}

static void
test_kinds (void)
{
  assert_passes ("kind:program-code", "a");
  assert_passes ("kind:heap", "d"); /* exactly this one, though runtime-heap holds the word */
  assert_passes ("kind:Program", "ab");
  assert_passes ("family:program", "ab");
  assert_passes ("-family:prog", "def01");
}

static void
test_files (void)
{
  assert_passes ("inode:1708", "ab");
  assert_passes ("device:00:2d", "e");
  assert_passes ("device:0:2D", "e");
  assert_passes ("path:usr", "ab");
  assert_passes ("path:bin -x", "b");
}

static void
test_addresses (void)
{
  assert_passes ("0x55550000a000", "a");
  assert_passes ("55550000afff", "a");
  assert_passes ("55550000B000", "b");
  assert_passes ("0x7f123457f000", ""); /* the end is not in it */
  assert_passes ("55550000a000-55550000b001", "ab");
  assert_passes ("55550000a000-0x55550000b000", "a");
  assert_passes ("!0x55550000a000", "bdef01");
  assert_passes ("0xffffffffffffffff", "");
}

/* What looks like one of the forms and is none is a word: names hold nearly anything. */
static void
test_fallback (void)
{
  assert_passes ("memfd:x", "");
  assert_passes ("a=b", "");
  assert_passes ("0x", "");
  assert_passes ("deadbeef", "");
  assert_passes ("12345678-x", "");
  assert_passes (">", "");
}

static void
test_errors (void)
{
  assert_fails ("size>", "“size>” needs a size after it, such as size>1M.");
  assert_fails ("heap size>x",
                "“x” is no size: type a number with or without a unit, such as 64k, 1.5M or 2G.");
  assert_fails ("size>1MM",
                "“1MM” is no size: type a number with or without a unit, such as 64k, 1.5M or 2G.");
  assert_fails ("size>99E",
                "“99E” is more than 64 bits of addresses can hold: type a smaller size.");
  assert_fails ("colour<3",
                "“colour” cannot be compared: type size, rss, pss or swap, such as size>1M.");
  assert_fails ("kind:", "“kind:” needs something after it, such as kind:heap.");
  assert_fails ("kind:teapot",
                "There is no kind “teapot”. Kinds are, for instance, heap, library-code and "
                "thread-stack.");
  assert_fails ("family:teapot",
                "There is no family “teapot”. The families are program, library, heap, stack, "
                "file, shared, jit, kernel, none.");
  assert_fails ("inode:x",
                "“x” is no inode: type its number in digits, such as inode:1708.");
  assert_fails ("device:fe",
                "“fe” is no device: type its two hex numbers as maps shows them, such as "
                "device:fe:00.");
  assert_fails ("55550000b000-55550000a000",
                "“55550000b000-55550000a000” is no range of addresses: type one whose end is "
                "above its start.");
  assert_fails ("!", "“!” leaves out what fits the term after it: type one, such as !heap.");
  assert_fails ("-", "“-” leaves out what fits the term after it: type one, such as -heap.");
}

static void
test_usage (void)
{
  static const char smaps[] = "1000-3000 rw-p 00000000 00:00 0 \n"
                              "Rss:                   8 kB\n"
                              "Pss:                   6 kB\n"
                              "Swap:                  0 kB\n"
                              "5000-9000 rw-p 00000000 00:00 0 \n"
                              "Rss:                   0 kB\n"
                              "Pss:                   0 kB\n"
                              "Swap:                 16 kB\n";
  static const struct
  {
    const char *text;
    guint8 first;
    guint8 second;
  } cases[] = {
    { "rss>0", 1, 0 }, { "rss=0", 0, 1 }, { "pss>=6k", 1, 0 }, { "swap>8k", 0, 1 }, { "-rss>0", 0, 1 },
  };
  g_autoptr (VasSnapshot) snapshot = sample_snapshot_new (smaps);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasFilter) filter = vas_filter_parse (cases[i].text, NULL);
      g_assert_true (vas_filter_can_answer (filter, snapshot));
      g_autofree guint8 *passes = vas_filter_apply (filter, snapshot);
      g_assert_cmpuint (passes[0], ==, cases[i].first);
      g_assert_cmpuint (passes[1], ==, cases[i].second);
    }
  assert_passes ("rss>=0", ""); /* not read, so nothing is known */
  g_autoptr (VasSnapshot) bare = sample_snapshot_new (maps);
  g_autoptr (VasFilter) asking = vas_filter_parse ("w rss>=0", NULL);
  g_autoptr (VasFilter) plain = vas_filter_parse ("size>1M", NULL);
  g_assert_false (vas_filter_can_answer (asking, bare));
  g_assert_true (vas_filter_can_answer (plain, bare));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/empty", test_empty);
  g_test_add_func ("/filter/words", test_words);
  g_test_add_func ("/filter/quotes", test_quotes);
  g_test_add_func ("/filter/letters", test_letters);
  g_test_add_func ("/filter/modes", test_modes);
  g_test_add_func ("/filter/sizes", test_sizes);
  g_test_add_func ("/filter/kinds", test_kinds);
  g_test_add_func ("/filter/files", test_files);
  g_test_add_func ("/filter/addresses", test_addresses);
  g_test_add_func ("/filter/fallback", test_fallback);
  g_test_add_func ("/filter/errors", test_errors);
  g_test_add_func ("/filter/usage", test_usage);
  return g_test_run ();
}
