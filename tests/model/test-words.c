/* What a person reads about a region: labels, doubts, remarks and badges; nothing hostile in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-badges.h"
#include "vas-maps-parser.h"
#include "vas-roles.h"
#include "vas-words.h"

#include <string.h>

static VasSnapshot *
open_bytes (const char *text, gsize length)
{
  return vas_snapshot_new ("test", 0, vas_maps_parse (text, length, VAS_MAPS_SAVED), NULL);
}

static VasSnapshot *
open_text (const char *text)
{
  return open_bytes (text, strlen (text));
}

static void
assert_label (const VasSnapshot *snapshot, VasVerdict verdict, const char *expected)
{
  g_autofree char *label = vas_words_label (snapshot, &verdict);
  g_assert_cmpstr (label, ==, expected);
}

static void
assert_reads (const VasSnapshot *snapshot, VasVerdict verdict, const char *first, const char *last)
{
  g_autofree char *text = vas_words_explain (snapshot, &verdict);
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, first));
  g_assert_true (g_str_has_suffix (text, last));
}

static void
test_labels (void)
{
  g_autoptr (VasSnapshot) snapshot = open_text ("00001000-00002000 rw-p 00000000 00:00 0 \n");
  VasStrings *strings = snapshot->reading->strings;
  guint32 cairo = vas_strings_add_text (strings, "libcairo.so.2");
  guint32 worker = vas_strings_add_text (strings, "worker (4243)");
  assert_label (snapshot, (VasVerdict) { .kind = VAS_KIND_LIBRARY_CODE, .subject = cairo },
                "libcairo.so.2: code");
  assert_label (snapshot, (VasVerdict) { .kind = VAS_KIND_LIBRARY_CODE }, "library code");
  assert_label (snapshot, (VasVerdict) { .kind = VAS_KIND_THREAD_STACK, .subject = worker },
                "stack of thread worker (4243)");
  assert_label (snapshot, (VasVerdict) { .kind = VAS_KIND_HEAP }, "heap");
}

/* No role leaves a place in its texts unfilled, with a subject or without. */
static void
test_roles (void)
{
  g_autoptr (VasSnapshot) snapshot = open_text ("00001000-00002000 rw-p 00000000 00:00 0 \n");
  guint32 subject = vas_strings_add_text (snapshot->reading->strings, "thing");
  for (guint role = 1; role < vas_roles_get_count (); role++)
    for (guint named = 0; named < 2; named++)
      {
        VasVerdict verdict = { .kind = VAS_KIND_DEVICE, .role = role,
                               .confidence = VAS_CONFIDENCE_CERTAIN,
                               .subject = named == 1 ? subject : 0 };
        g_autofree char *label = vas_words_label (snapshot, &verdict);
        g_autofree char *text = vas_words_explain (snapshot, &verdict);
        g_test_message ("%s: %s", label, text);
        g_assert_cmpuint (strlen (label), >, 0);
        g_assert_null (strchr (label, '{'));
        g_assert_null (strchr (text, '{'));
        g_assert_true (g_str_has_suffix (text, "."));
      }
}

/* What is not certain says so; memory that nobody claims already does. */
static void
test_doubt (void)
{
  static const char sure[] = "A thread's stack: ", likely[] = "That is probably so, but not proven.",
                    guess[] = "That is probably so, but no more than a guess.";
  g_autoptr (VasSnapshot) snapshot = open_text ("00001000-00002000 rw-p 00000000 00:00 0 \n");
  VasVerdict verdict = { .kind = VAS_KIND_THREAD_STACK, .confidence = VAS_CONFIDENCE_CERTAIN };
  assert_reads (snapshot, verdict, sure, "catches an overflow.");
  verdict.confidence = VAS_CONFIDENCE_LIKELY;
  assert_reads (snapshot, verdict, sure, likely);
  verdict.confidence = VAS_CONFIDENCE_GUESS;
  assert_reads (snapshot, verdict, sure, guess);
  verdict.kind = VAS_KIND_ANONYMOUS;
  assert_reads (snapshot, verdict, "Private memory without a name", ".");
}

/* A name cannot smuggle in controls, direction marks, or places for the templates to fill. */
static void
test_hostile_names (void)
{
  static const char text[]
      = "00001000-00002000 r-xp 00000000 fe:00 7                                  "
        "/tmp/{product}\x1b[31m\xe2\x80\xae\xff{subject}.so\n";
  g_autoptr (VasSnapshot) snapshot = open_bytes (text, sizeof text - 1);
  g_autofree char *label = vas_words_label (snapshot, vas_snapshot_get_verdict (snapshot, 0));
  g_autofree char *why = vas_words_explain (snapshot, vas_snapshot_get_verdict (snapshot, 0));
  g_autofree char *path = vas_words_path (snapshot, 0);
  g_autofree char *line = vas_words_kernel_line (snapshot, 0);
  g_autofree char *object = vas_words_object (snapshot, 0);
  const char *const shown[] = { label, why, path, line, object };
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_test_message ("%s", shown[i]);
      g_assert_true (g_utf8_validate (shown[i], -1, NULL));
      g_assert_nonnull (strstr (shown[i], "{product}\\x1b[31m"));
      g_assert_nonnull (strstr (shown[i], "{subject}.so"));
      g_assert_null (strstr (shown[i], "\xe2\x80\xae"));
    }
}

static void
test_path (void)
{
  g_autoptr (VasSnapshot) snapshot = open_text (
      "00001000-00002000 r--p 00000000 fe:00 7                                  /a (deleted)\n"
      "00003000-00004000 r--p 00000000 fe:00 8                                  /two\\012lines\n"
      "00005000-00006000 rw-p 00000000 00:00 0 \n");
  static const char *const paths[] = { "/a", "/two\\x0alines", "" };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *path = vas_words_path (snapshot, i);
      g_assert_cmpstr (path, ==, paths[i]);
    }
}

/* All sixteen modes have words, and no two the same. */
static void
test_perms (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint perms = 0; perms < 16; perms++)
    g_assert_true (g_hash_table_add (seen, vas_words_perms (perms)));
}

static char *
print_badges (const VasSnapshot *snapshot, gsize region)
{
  GString *text = g_string_new (NULL);
  guint32 badges = vas_badges_find (snapshot, region);
  for (guint i = 0; i < VAS_N_BADGES; i++)
    if ((badges & 1u << i) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", vas_badge_get_id (i));
  return g_string_free (text, FALSE);
}

static void
test_badges (void)
{
  static const char *const expected[] = {
    "deleted-file",
    "",
    "writable-code",
    "sealed locked huge-pages not-dumped",
    "droppable wiped-on-fork not-dumped",
    "writable-code executable-stack swapped",
  };
  g_autoptr (VasSnapshot) snapshot = open_text (
      "00001000-00002000 r-xp 00000000 fe:00 7                                  /a.so (deleted)\n"
      "VmFlags: rd ex mr mw me \n"
      "00002000-00003000 rw-p 00000000 00:01 9                                  /memfd:a (deleted)\n"
      "VmFlags: rd wr sh mr mw me ms \n"
      "00004000-00005000 rwxp 00000000 00:00 0 \n"
      "VmFlags: rd wr ex mr mw me ac \n"
      "00200000-00400000 rw-p 00000000 00:00 0 \n"
      "AnonHugePages:      2048 kB\nVmFlags: rd wr mr mw me lo ac dd sl \n"
      "00500000-00501000 rw-p 00000000 00:00 0 \n"
      "VmFlags: rd wr mr mw me nr wf dd dp \n"
      "7ffd00000000-7ffd00021000 rwxp 00000000 00:00 0                          [stack]\n"
      "Swap:                  8 kB\nVmFlags: rd wr ex mr mw me gd ac \n");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *badges = print_badges (snapshot, i);
      g_autofree char *remarks = vas_words_remarks (snapshot, i);
      g_assert_cmpstr (badges, ==, expected[i]);
      g_assert_true (g_str_has_suffix (remarks, "."));
    }
}

static void
test_badge_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < VAS_N_BADGES; i++)
    {
      g_assert_cmpuint (strlen (vas_badge_get_id (i)), >, 0);
      g_assert_true (g_hash_table_add (seen, (gpointer) vas_badge_get_label (i)));
      g_assert_true (g_hash_table_add (seen, (gpointer) vas_badge_get_meaning (i)));
      g_assert_true (g_str_has_suffix (vas_badge_get_meaning (i), "."));
    }
  g_assert_true (vas_badge_is_warning (VAS_BADGE_WRITABLE_CODE));
  g_assert_false (vas_badge_is_warning (VAS_BADGE_SEALED));
}

/* Every code is shown, the permissions in letters only, and a code of a newer kernel too. */
static void
test_flags (void)
{
  g_autoptr (VasSnapshot) snapshot = open_text (
      "00004000-00005000 rw-p 00000000 00:00 0 \n"
      "VmFlags: rd wr mr mw me ac nh zz \n"
      "00005000-00006000 rw-p 00000000 00:00 0 \n");
  g_autofree char *flags = vas_words_flags (snapshot, 0);
  g_assert_cmpstr (flags, ==,
                   "rd wr mr mw me ac nh zz; ac: counted as promised memory, nh: no huge pages, "
                   "zz: unknown to Vascope");
  g_assert_null (vas_words_flags (snapshot, 1));
}

/* A reservation of a TiB with 8 KiB in RAM is the place to say that addresses are not memory. */
static void
test_emptiness (void)
{
  g_autoptr (VasSnapshot) snapshot = open_text (
      "4200000000-14200000000 rw-p 00000000 00:00 0 \nRss:                   8 kB\n");
  g_autofree char *remarks = vas_words_remarks (snapshot, 0);
  g_assert_nonnull (strstr (remarks, "Of these 1.0 TiB of addresses, 8.0 KiB are in RAM"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/labels", test_labels);
  g_test_add_func ("/words/roles", test_roles);
  g_test_add_func ("/words/doubt", test_doubt);
  g_test_add_func ("/words/hostile-names", test_hostile_names);
  g_test_add_func ("/words/path", test_path);
  g_test_add_func ("/words/perms", test_perms);
  g_test_add_func ("/words/badges", test_badges);
  g_test_add_func ("/words/badge-table", test_badge_table);
  g_test_add_func ("/words/flags", test_flags);
  g_test_add_func ("/words/emptiness", test_emptiness);
  return g_test_run ();
}
