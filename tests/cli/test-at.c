/* What is at an address: in plain words, as JSON, and in gaps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "vas-test-run.h"

static VasTestRun *
ask (const char *address)
{
  g_autofree char *path = vas_test_fixture ("tutorial-cat.maps");
  return vas_test_run (NULL, "--at", address, path, NULL);
}

static void
assert_says (const VasTestRun *run, const char *words)
{
  if (strstr (run->output, words) == NULL)
    g_error ("“%s” is not in: %s", words, run->output);
}

static void
test_code (void)
{
  g_autoptr (VasTestRun) run = ask ("559b8c41a123");
  vas_test_run_assert_done (run);
  assert_says (run, "559b8c41a123: cat: code\n");
  assert_says (run, "How we know: ");
  assert_says (run, "Part of: cat (5 regions, 48 KiB) in Program and heap\n");
  assert_says (run, "Region: 559b8c41a000-559b8c41f000\n");
  assert_says (run, "Size: 20 KiB, 5 pages\n");
  assert_says (run, "Offset in the region: 0x123\n");
  assert_says (run, "Offset in the file: 0x2123 (/usr/bin/cat)\n");
  assert_says (run, "559b8c41a000-559b8c41f000 r-xp 00002000 08:30 1708 ");
  assert_says (run, "may be read and run as code, not changed; private to this process");
}

static void
test_no_file (void)
{
  g_autoptr (VasTestRun) run = ask ("0x559B8C5D1000");
  vas_test_run_assert_done (run);
  assert_says (run, "Offset in the region: 0x0\n");
  g_assert_null (strstr (run->output, "Offset in the file"));
}

/* Ranges are half-open: the last byte belongs to the region, the end to the next. */
static void
test_borders (void)
{
  g_autoptr (VasTestRun) last = ask ("559b8c41efff");
  assert_says (last, "Region: 559b8c41a000-559b8c41f000");
  g_autoptr (VasTestRun) end = ask ("559b8c41f000");
  assert_says (end, "Region: 559b8c41f000-559b8c422000");
}

static void
test_gaps (void)
{
  static const struct
  {
    const char *address;
    const char *words[3];
  } cases[] = {
    { "0", { "Nothing is mapped at", "below the lowest region", "cat: " } },
    { "559b8c500000",
      { "Nothing is mapped at 559b8c500000", "gap of 1.7 MiB", "559b8c424000-559b8c5d1000" } },
    { "ffffffffffffffff",
      { "Nothing is mapped at ffffffffffffffff", "above the highest region", "vDSO" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VasTestRun) run = ask (cases[i].address);
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].words); j++)
        vas_test_run_assert_failed (run, 1, cases[i].words[j]);
    }
}

static void
test_json (void)
{
  g_autofree char *path = vas_test_fixture ("tutorial-cat.maps");
  g_autoptr (VasTestRun) run = vas_test_run (NULL, "--at", "559b8c41a123", "--json", path, NULL);
  vas_test_run_assert_done (run);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (run->output, &error);
  g_assert_no_error (error);
  JsonObject *answer = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (answer, "address"), ==, "0x559b8c41a123");
  g_assert_cmpstr (json_object_get_string_member (answer, "offset_in_region"), ==, "0x123");
  g_assert_cmpstr (json_object_get_string_member (answer, "file_offset"), ==, "0x2123");
  JsonObject *region = json_object_get_object_member (answer, "region");
  g_assert_cmpstr (json_object_get_string_member (region, "kind"), ==, "program-code");
}

/* This very function, in this very process: whoever asks about it is told where it is. */
static void
test_live (void)
{
  g_autofree char *pid = g_strdup_printf ("%d", getpid ());
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *code = g_strdup_printf ("%" G_GINTPTR_MODIFIER "x", (guintptr) test_live);
  g_autoptr (VasTestRun) of_code = vas_test_run (NULL, "--at", code, "--smaps", pid, NULL);
  vas_test_run_assert_done (of_code);
  assert_says (of_code, "test-at: code\n");
  assert_says (of_code, exe);
  assert_says (of_code, "Memory: in RAM ");

  g_autofree char *stack = g_strdup_printf ("%" G_GINTPTR_MODIFIER "x", (guintptr) &of_code);
  g_autoptr (VasTestRun) of_stack = vas_test_run (NULL, "--at", stack, "--json", pid, NULL);
  vas_test_run_assert_done (of_stack);
  assert_says (of_stack, "\"kind\": \"main-stack\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/at/code", test_code);
  g_test_add_func ("/at/no-file", test_no_file);
  g_test_add_func ("/at/borders", test_borders);
  g_test_add_func ("/at/gaps", test_gaps);
  g_test_add_func ("/at/json", test_json);
  g_test_add_func ("/at/live", test_live);
  return g_test_run ();
}
