/* The table of kinds is whole: every kind, family and confidence has an id and words of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-kinds.h"

#include <string.h>

/* The stable ids, as JSON, CSV, settings and other programs know them, in the order of the table. */
static const char *const ids[VAS_N_KINDS] = {
  "program-code", "program-rodata", "program-relro", "program-data", "program-bss",
  "library-code", "library-rodata", "library-relro", "library-data", "library-bss",
  "heap", "malloc-arena", "allocator-pool", "runtime-heap", "tool-memory", "anonymous",
  "main-stack", "thread-stack", "coroutine-stack", "signal-stack", "shadow-stack",
  "file-private", "file-shared", "shared-memory", "device", "jit-code",
  "vdso", "vvar", "vsyscall", "kernel-other", "guard", "reserved",
};

static const char *const families[VAS_N_FAMILIES] = {
  "program", "library", "heap", "stack", "file", "shared", "jit", "kernel", "none",
};

static const char *const confidences[VAS_N_CONFIDENCES] = { "guess", "likely", "certain" };

static void
test_ids (void)
{
  for (int i = 0; i < VAS_N_KINDS; i++)
    {
      g_assert_cmpstr (vas_kind_get_id (i), ==, ids[i]);
      g_assert_cmpint (vas_kind_from_id (ids[i]), ==, i);
    }
  for (int i = 0; i < VAS_N_FAMILIES; i++)
    {
      g_assert_cmpstr (vas_family_get_id (i), ==, families[i]);
      g_assert_cmpint (vas_family_from_id (families[i]), ==, i);
    }
  for (int i = 0; i < VAS_N_CONFIDENCES; i++)
    g_assert_cmpstr (vas_confidence_get_id (i), ==, confidences[i]);
  g_assert_cmpint (vas_kind_from_id ("unknown"), ==, -1);
  g_assert_cmpint (vas_kind_from_id (""), ==, -1);
  g_assert_cmpint (vas_family_from_id ("heaps"), ==, -1);
}

static void
test_families (void)
{
  static const struct { const char *kind; const char *family; } picture[] = {
    { "program-bss", "program" },   { "library-relro", "library" }, { "heap", "heap" },
    { "malloc-arena", "heap" },     { "tool-memory", "heap" },      { "anonymous", "heap" },
    { "shadow-stack", "stack" },    { "file-shared", "file" },      { "shared-memory", "shared" },
    { "device", "shared" },         { "jit-code", "jit" },          { "vsyscall", "kernel" },
    { "guard", "none" },            { "reserved", "none" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (picture); i++)
    {
      VasFamily family = vas_kind_get_family (vas_kind_from_id (picture[i].kind));
      g_assert_cmpstr (vas_family_get_id (family), ==, picture[i].family);
    }
}

/* Adds @text to @seen, where it must not be yet. */
static void
assert_new (GHashTable *seen, const char *text)
{
  g_test_message ("%s", text);
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), >, 0);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_hash_table_add (seen, (gpointer) text));
}

static void
test_labels (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < VAS_N_KINDS; i++)
    {
      assert_new (seen, vas_kind_get_label (i));
      g_assert_null (strchr (vas_kind_get_label (i), '{'));
      g_assert_cmpuint (strlen (vas_kind_get_label (i)), <=, 30);
      g_assert_cmpuint (strlen (vas_kind_get_named_label (i)), >, 0);
      g_assert_cmpuint (strlen (vas_kind_get_nameless (i)), >, 0);
    }
  g_hash_table_remove_all (seen);
  for (guint i = 0; i < VAS_N_FAMILIES; i++)
    assert_new (seen, vas_family_get_label (i));
  for (guint i = 0; i < VAS_N_CONFIDENCES; i++)
    assert_new (seen, vas_confidence_get_label (i));
}

/* One to three whole sentences, long enough to say why, no two alike. */
static void
test_explanations (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < VAS_N_KINDS; i++)
    {
      const char *text = vas_kind_get_explanation (i);
      assert_new (seen, text);
      g_assert_true (g_str_has_suffix (text, "."));
      g_assert_true (g_ascii_isupper (text[0]) || g_str_has_prefix (text, "{subject}"));
      g_assert_cmpuint (strlen (text), >=, 80);
      g_assert_cmpuint (strlen (text), <=, 240);
      const char *brace = strchr (text, '{');
      if (brace != NULL)
        g_assert_true (g_str_has_prefix (brace, "{subject}"));
    }
}

/* The list in the design and the one here are the same, where the design is at hand. */
static void
test_design (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("VAS_SHARED"), "corpus", "kinds.tsv", NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("The corpus beside the project is absent");
      return;
    }
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;
  for (char **line = lines; *line != NULL; line++)
    {
      if (**line == '\0' || **line == '#')
        continue;
      g_auto (GStrv) columns = g_strsplit (*line, "\t", 2);
      g_assert_cmpint (vas_kind_from_id (columns[0]), ==, n);
      n++;
    }
  g_assert_cmpuint (n, ==, VAS_N_KINDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/ids", test_ids);
  g_test_add_func ("/kinds/families", test_families);
  g_test_add_func ("/kinds/labels", test_labels);
  g_test_add_func ("/kinds/explanations", test_explanations);
  g_test_add_func ("/kinds/design", test_design);
  return g_test_run ();
}
