/* Sentences that are packed and told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-sentence.h"

static void
test_tell (void)
{
  static const struct
  {
    const char *template;
    const char *words[4];
    const char *told;
  } cases[] = {
    { "Nothing to fill.", { NULL }, "Nothing to fill." },
    { "Between {1} and {2}.", { "a", "b" }, "Between a and b." },
    { "{2} before {1}, {1} after {2}", { "a", "b" }, "b before a, a after b" },
    { "{1} memory", { "Java" }, "Java memory" },
    { "Empty ({1}, {2})", { "", "x" }, "Empty (, x)" },
    /* Words come from hostile files. */
    { "{1} and {2}", { "{2}%s", "b" }, "{2}%s and b" },
    { "{1} and {2}", { "a\x1f" "c", "b" }, "a\\x1fc and b" },
    { "{1}", { "\xff\n" }, "\\xff\\x0a" },
    /* A place without a word stays. */
    { "{0} {2} {1} {", { "a" }, "{0} {2} a {" },
    { "", { NULL }, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *packed = vas_sentence_pack (cases[i].template, cases[i].words);
      g_autofree char *told = vas_sentence_tell (packed);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/tell", test_tell);
  return g_test_run ();
}
