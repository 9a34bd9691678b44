/* The JSON: read back by another library, and compared with what was put in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "../model/sample-snapshot.h"
#include "../model/temporary-tree.h"
#include "foreign-locale.h"
#include "vas-snapshot-json.h"
#include "vas-test-run.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);
  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

static JsonNode *
export_text (const char *maps)
{
  g_autoptr (VasTestRun) run = vas_test_run (maps, "--export", "-", "--format", "json", "-", NULL);
  vas_test_run_assert_done (run);
  g_assert_true (g_utf8_validate (run->output, (gssize) run->output_length, NULL));
  return parse (run->output);
}

static JsonNode *
export_fixture (const char *name)
{
  g_autofree char *path = vas_test_fixture (name);
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--export", "-", "--format", "json", path, NULL);
  vas_test_run_assert_done (run);
  return parse (run->output);
}

static JsonObject *
get_region (JsonNode *root, guint i)
{
  JsonArray *regions = json_object_get_array_member (json_node_get_object (root), "regions");
  return json_array_get_object_element (regions, i);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member (object, name);
}

/* The members of an object in their order, "a b c". */
static char *
list_members (JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);
  GString *text = g_string_new (NULL);
  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (const char *) l->data);
  return g_string_free (text, FALSE);
}

static void
test_document (void)
{
  g_autoptr (JsonNode) root = export_fixture ("tutorial-cat.maps");
  JsonObject *document = json_node_get_object (root);
  g_autofree char *members = list_members (document);
  g_assert_cmpstr (members, ==,
                   "schema generator title process captured page_size regions families "
                   "totals problems");
  g_assert_cmpint (json_object_get_int_member (document, "schema"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (document, "page_size"), ==, 4096);
  g_assert_cmpstr (get_text (document, "title"), ==, "tutorial-cat.maps");
  g_autoptr (GDateTime) captured
      = g_date_time_new_from_iso8601 (get_text (document, "captured"), NULL);
  g_assert_nonnull (captured);

  /* Of a saved file no part of the process is known, and each of them says so. */
  JsonObject *process = json_object_get_object_member (document, "process");
  g_autofree char *parts = list_members (process);
  g_assert_cmpstr (parts, ==,
                   "pid name exe exe_deleted cmdline start_time threads bits "
                   "changed_while_read");
  g_autoptr (GList) values = json_object_get_values (process);
  for (GList *l = values; l != NULL; l = l->next)
    g_assert_true (json_node_is_null (l->data));
}

static void
test_region (void)
{
  g_autoptr (JsonNode) root = export_fixture ("tutorial-cat.maps");
  JsonObject *region = get_region (root, 1);
  static const char *const texts[][2] = {
    { "start", "0x559b8c41a000" }, { "end", "0x559b8c41f000" }, { "perms", "r-xp" },
    { "offset", "0x2000" },        { "device", "08:30" },       { "path", "/usr/bin/cat" },
    { "kind", "program-code" },    { "family", "program" },     { "object", "cat" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (get_text (region, texts[i][0]), ==, texts[i][1]);
  g_assert_cmpint (json_object_get_int_member (region, "size"), ==, 0x5000);
  g_assert_cmpint (json_object_get_int_member (region, "inode"), ==, 1708);
  g_assert_false (json_object_get_boolean_member (region, "deleted"));
  g_assert_false (json_object_has_member (region, "path_base64"));
  g_assert_true (json_object_get_null_member (region, "resident"));
  static const char *const sentences[]
      = { "label", "area", "confidence", "evidence", "explanation" };
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    g_assert_cmpstr (get_text (region, sentences[i]), !=, "");
}

/* Sums of families and the totals are those of the regions. */
static void
test_totals (void)
{
  g_autoptr (JsonNode) root = export_fixture ("readings/sleep.smaps");
  JsonObject *document = json_node_get_object (root);
  JsonArray *regions = json_object_get_array_member (document, "regions");
  JsonArray *families = json_object_get_array_member (document, "families");
  JsonObject *totals = json_object_get_object_member (document, "totals");
  static const struct
  {
    const char *of_region;
    const char *of_sum;
  } sums[]
      = { { "size", "mapped" }, { "resident", "resident" }, { "pss", "pss" }, { "swap", "swap" } };
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      gint64 of_regions = 0, of_families = 0;
      for (guint j = 0; j < json_array_get_length (regions); j++)
        of_regions += json_object_get_int_member (json_array_get_object_element (regions, j),
                                                  sums[i].of_region);
      for (guint j = 0; j < json_array_get_length (families); j++)
        of_families += json_object_get_int_member (json_array_get_object_element (families, j),
                                                   sums[i].of_sum);
      g_assert_cmpint (of_regions, ==, of_families);
      g_assert_cmpint (of_regions, ==, json_object_get_int_member (totals, sums[i].of_sum));
    }
  g_assert_cmpuint (json_array_get_length (regions), ==,
                    json_object_get_int_member (totals, "regions"));
  g_assert_cmpint (json_object_get_int_member (totals, "resident"), >, 0);
}

static void
test_smaps_fields (void)
{
  g_autoptr (JsonNode) root
      = export_text ("00400000-00406000 r-xp 00000000 fe:00 7                          /bin/x\n"
                     "Size:                 24 kB\n"
                     "KernelPageSize:        4 kB\n"
                     "Rss:                  20 kB\n"
                     "Private_Dirty:         8 kB\n"
                     "AnonHugePages:         0 kB\n"
                     "THPeligible:           1\n"
                     "LazyFree:              4 kB\n"
                     "Brand_newThing:       12 kB\n"
                     "Start:                 1 kB\n"
                     "VmFlags: rd ex mr mw me \n");
  JsonObject *region = get_region (root, 0);
  static const struct
  {
    const char *name;
    gint64 value;
  } fields[] = {
    { "size", 24576 },
    { "resident", 20480 },
    { "rss", 20480 },
    { "kernel_page_size", 4096 },
    { "private_dirty", 8192 },
    { "anon_huge_pages", 0 },
    { "thp_eligible", 1 },
    { "lazy_free", 4096 },
    { "brand_new_thing", 12288 },
    { "smaps_start", 1024 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpint (json_object_get_int_member (region, fields[i].name), ==, fields[i].value);
  g_assert_cmpstr (get_text (region, "start"), ==, "0x400000");
  g_assert_true (json_object_get_null_member (region, "pss")); /* not in this text */

  JsonArray *flags = json_object_get_array_member (region, "vm_flags");
  g_assert_cmpuint (json_array_get_length (flags), ==, 5);
  g_assert_cmpstr (json_array_get_string_element (flags, 1), ==, "ex");
}

/* Paths are bytes: what is UTF-8 comes as it is, the rest escaped and as base64. */
static void
test_paths (void)
{
  static const struct
  {
    const char *printed;
    const char *path;
    const char *exact; /* (nullable): what path_base64 holds */
    gboolean deleted;
  } cases[] = {
    { "/a b", "/a b", NULL, FALSE },
    { "/new\\012line", "/new\nline", NULL, FALSE },
    { "/quote\"and\\slash\ttab", "/quote\"and\\slash\ttab", NULL, FALSE },
    { "/gone (deleted)", "/gone", NULL, TRUE },
    { "/gr\xc3\xbc\xc3\x9f", "/gr\xc3\xbc\xc3\x9f", NULL, FALSE },
    { "/\x1b[31mred\x7f", "/\x1b[31mred\x7f", NULL, FALSE },
    { "/\xc2\x9b" "31mred", "/\xc2\x9b" "31mred", NULL, FALSE }, /* CSI in one character */
    { "/latin-\xfc", "/latin-\\xfc", "/latin-\xfc", FALSE },
    { "/latin-\xfc (deleted)", "/latin-\\xfc", "/latin-\xfc", TRUE },
    { "/=1+1", "/=1+1", NULL, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf (
          "%-73s%s\n", "00400000-00406000 r-xp 00000000 fe:00 7", cases[i].printed);
      g_autoptr (JsonNode) root = export_text (line);
      JsonObject *region = get_region (root, 0);
      g_assert_cmpstr (get_text (region, "path"), ==, cases[i].path);
      g_assert_cmpint (json_object_get_boolean_member (region, "deleted"), ==, cases[i].deleted);
      g_assert_cmpint (json_object_has_member (region, "path_base64"), ==, cases[i].exact != NULL);
      if (cases[i].exact == NULL)
        continue;
      gsize length;
      g_autofree guchar *exact = g_base64_decode (get_text (region, "path_base64"), &length);
      g_assert_cmpmem (exact, length, cases[i].exact, strlen (cases[i].exact));
    }
}

/* Who looks at JSON in a terminal is not commanded by it. */
static void
test_controls (void)
{
  g_autoptr (VasTestRun) run = vas_test_run (
      "1000-2000 r--p 0 0:0 7 /\x1b[2J\x7f\xc2\x9b" "31m\xc2\xa9\n", "--export", "-", "--format",
      "json", "-", NULL);
  vas_test_run_assert_done (run);
  for (const char *at = run->output; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_true (*at == '\n' || !g_unichar_iscntrl (g_utf8_get_char (at)));
  g_assert_nonnull (strstr (run->output, "\"path\": \"/\\u001b[2J\\u007f\\u009b31m\xc2\xa9\""));
}

/* Of 64 bits every one counts; json-glib itself holds signed numbers only. */
static void
test_large_numbers (void)
{
  g_autoptr (VasTestRun) run = vas_test_run (
      "ffffffffff600000-ffffffffff601000 --xp fffffffffffff000 ffe:fffff 18446744073709551615 "
      "/x\n",
      "--export", "-", "--format", "json", "-", NULL);
  vas_test_run_assert_done (run);
  g_assert_nonnull (strstr (run->output, "\"start\": \"0xffffffffff600000\", "
                                         "\"end\": \"0xffffffffff601000\", \"size\": 4096,"));
  g_assert_nonnull (strstr (run->output, "\"offset\": \"0xfffffffffffff000\", "
                                         "\"device\": \"ffe:fffff\", "
                                         "\"inode\": 18446744073709551615,"));
}

static void
test_problems (void)
{
  g_autoptr (JsonNode) root
      = export_text ("00400000-00401000 r--p 00000000 fe:00 7                          /bin/x\n"
                     "what is this\n"
                     "00300000-00301000 r--p 00000000 fe:00 7                          /bin/x\n");
  JsonObject *document = json_node_get_object (root);
  JsonArray *problems = json_object_get_array_member (document, "problems");
  g_assert_cmpuint (json_array_get_length (problems), ==, 2);
  JsonObject *rejected = json_array_get_object_element (problems, 0);
  g_assert_cmpint (json_object_get_int_member (rejected, "line"), ==, 2);
  g_assert_true (json_object_get_boolean_member (rejected, "rejected"));
  g_assert_cmpstr (get_text (rejected, "reason"), !=, "");
  JsonObject *noted = json_array_get_object_element (problems, 1);
  g_assert_cmpint (json_object_get_int_member (noted, "line"), ==, 3);
  g_assert_false (json_object_get_boolean_member (noted, "rejected"));

  JsonObject *totals = json_object_get_object_member (document, "totals");
  g_assert_cmpint (json_object_get_int_member (totals, "lines"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (totals, "lines_rejected"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (totals, "lines_noted"), ==, 1);
  g_assert_cmpstr (get_text (get_region (root, 0), "start"), ==, "0x300000");
}

static void
test_parts (void)
{
  g_autoptr (VasSnapshot) snapshot
      = sample_snapshot_new ("00400000-00406000 rw-p 00000000 00:00 0 \n"
                             "00500000-00501000 rw-p 00000000 00:00 0 \n");
  VasNaming *naming = snapshot->naming;
  naming->parts = g_renew (VasPart, naming->parts, 1);
  naming->n_parts = 1;
  naming->parts[0] = (VasPart) {
    .start = 0x402000, .end = 0x406000, .region = 0, .verdict = *vas_snapshot_get_verdict (snapshot, 0)
  };
  naming->parts[0].verdict.kind = VAS_KIND_HEAP;
  naming->parts[0].verdict.confidence = VAS_CONFIDENCE_LIKELY;

  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (VasWriter) writer = vas_writer_new (stream);
  vas_snapshot_write_json (snapshot, writer);
  g_assert_true (vas_writer_finish (writer, NULL));
  vas_writer_put_char (writer, '\0');
  g_assert_true (vas_writer_finish (writer, NULL));
  g_autoptr (JsonNode) root
      = parse (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));

  JsonArray *parts = json_object_get_array_member (get_region (root, 0), "parts");
  g_assert_cmpuint (json_array_get_length (parts), ==, 1);
  JsonObject *part = json_array_get_object_element (parts, 0);
  g_autofree char *members = list_members (part);
  g_assert_cmpstr (members, ==, "start end kind family role label confidence evidence explanation");
  g_assert_cmpstr (get_text (part, "start"), ==, "0x402000");
  g_assert_cmpstr (get_text (part, "end"), ==, "0x406000");
  g_assert_cmpstr (get_text (part, "kind"), ==, "heap");
  g_assert_cmpstr (get_text (part, "confidence"), ==, "likely");
  parts = json_object_get_array_member (get_region (root, 1), "parts");
  g_assert_cmpuint (json_array_get_length (parts), ==, 0);
}

/* A live process: this one. */
static void
test_process (void)
{
  g_autofree char *pid = g_strdup_printf ("%d", getpid ());
  g_autoptr (VasTestRun) run
      = vas_test_run (NULL, "--export", "-", "--format", "json", "--smaps", pid, NULL);
  vas_test_run_assert_done (run);
  g_autoptr (JsonNode) root = parse (run->output);
  JsonObject *process = json_object_get_object_member (json_node_get_object (root), "process");
  g_assert_cmpint (json_object_get_int_member (process, "pid"), ==, getpid ());
  g_assert_cmpstr (get_text (process, "name"), ==, "test-json");
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_assert_cmpstr (get_text (process, "exe"), ==, exe);
  g_assert_cmpint (json_object_get_int_member (process, "start_time"), >, 0);
  g_assert_cmpint (json_object_get_int_member (process, "bits"), ==, 8 * sizeof (gpointer));
  JsonArray *command = json_object_get_array_member (process, "cmdline");
  g_assert_cmpuint (json_array_get_length (command), >=, 1);
}

/* Whatever a person's language and way to write numbers, programs read the same. */
static void
test_machine_readable (void)
{
  g_autoptr (TemporaryTree) tree = temporary_tree_new ();
  if (!foreign_locale_make (tree))
    {
      g_test_skip ("localedef could not make a locale: its character sets are not installed");
      return;
    }
  temporary_tree_write (tree, "smaps",
                        "7f0000000000-7f0040000000 rw-p 00000000 00:00 0 \n"
                        "Rss:                   4 kB\n",
                        -1);
  g_autofree char *smaps = temporary_tree_get (tree, "smaps");
  g_autofree char *for_people = g_strdup_printf ("--at 7f0000000000 %s", smaps);
  g_autofree char *for_programs = g_strdup_printf ("%s --json", for_people);
  g_setenv ("LOCPATH", tree->path, TRUE);
  g_autoptr (VasTestRun) people = vas_test_run_in_locale ("foreign", for_people);
  g_autoptr (VasTestRun) programs = vas_test_run_in_locale ("foreign", for_programs);
  g_autoptr (VasTestRun) plain = vas_test_run_in_locale ("C", for_programs);
  g_unsetenv ("LOCPATH");

  vas_test_run_assert_done (people);
  vas_test_run_assert_done (programs);
  g_assert_nonnull (strstr (people->output, "1,0 GiB"));
  g_assert_nonnull (strstr (programs->output, "1.0 GiB"));
  g_assert_cmpstr (programs->output, ==, plain->output);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/document", test_document);
  g_test_add_func ("/json/region", test_region);
  g_test_add_func ("/json/totals", test_totals);
  g_test_add_func ("/json/smaps-fields", test_smaps_fields);
  g_test_add_func ("/json/paths", test_paths);
  g_test_add_func ("/json/controls", test_controls);
  g_test_add_func ("/json/large-numbers", test_large_numbers);
  g_test_add_func ("/json/problems", test_problems);
  g_test_add_func ("/json/parts", test_parts);
  g_test_add_func ("/json/process", test_process);
  g_test_add_func ("/json/machine-readable", test_machine_readable);
  return g_test_run ();
}
