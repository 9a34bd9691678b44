/* The CSV: by the rules of RFC 4180, and cell by cell what the JSON says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "vas-test-run.h"

/* A reader of our own: rows of cells; every line must end in CRLF, quotes must pair. */
static GPtrArray *
parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  while (*text != '\0')
    {
      g_autoptr (GString) cell = g_string_new (NULL);
      if (*text == '"')
        for (text++; *text != '"' || text[1] == '"'; text++)
          {
            g_assert_cmpint (*text, !=, '\0');
            g_string_append_c (cell, *text);
            text += *text == '"';
          }
      text += *text == '"';
      for (; strchr (",\r\n\"", *text) == NULL; text++)
        g_string_append_c (cell, *text);
      g_ptr_array_add (row, g_strdup (cell->str));
      if (*text++ == ',')
        continue;
      g_assert_cmpint (text[-1], ==, '\r');
      g_assert_cmpint (*text++, ==, '\n');
      g_ptr_array_add (rows, row);
      row = g_ptr_array_new_with_free_func (g_free);
    }
  g_assert_cmpuint (row->len, ==, 0);
  g_ptr_array_unref (row);
  return rows;
}

static char *export(const char *input, const char *format, const char *path)
{
  g_autoptr (VasTestRun) run
      = vas_test_run (input, "--export", "-", "--format", format, path, NULL);
  vas_test_run_assert_done (run);
  g_assert_true (g_utf8_validate (run->output, (gssize) run->output_length, NULL));
  return g_strdup (run->output);
}

/* How the CSV writes what the JSON has. */
static char *
expect_cell (JsonNode *node)
{
  if (node == NULL || json_node_is_null (node))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      GString *words = g_string_new (NULL);
      JsonArray *array = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                                json_array_get_string_element (array, i));
      return g_string_free (words, FALSE);
    }
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    default:
      return g_strdup (json_node_get_string (node));
    }
}

static void
check_against_json (const char *csv, const char *json)
{
  g_autoptr (GPtrArray) rows = parse (csv);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  g_assert_no_error (error);
  JsonArray *regions = json_object_get_array_member (json_node_get_object (root), "regions");
  g_assert_cmpuint (rows->len, ==, json_array_get_length (regions) + 1);

  GPtrArray *header = rows->pdata[0];
  for (guint i = 1; i < rows->len; i++)
    {
      GPtrArray *row = rows->pdata[i];
      JsonObject *region = json_array_get_object_element (regions, i - 1);
      g_assert_cmpuint (row->len, ==, header->len);
      for (guint column = 0; column < header->len; column++)
        {
          const char *name = header->pdata[column];
          if (strcmp (name, "parts") == 0)
            continue;
          g_autofree char *expected = expect_cell (json_object_get_member (region, name));
          g_assert_cmpstr (row->pdata[column], ==, expected);
        }
      g_autoptr (GList) members = json_object_get_members (region);
      for (GList *l = members; l != NULL; l = l->next)
        g_assert_true (g_ptr_array_find_with_equal_func (header, l->data, g_str_equal, NULL));
    }
}

static void
test_same_as_json (void)
{
  static const char *const fixtures[]
      = { "tutorial-cat.maps", "readings/witness.maps", "readings/sleep.smaps" };
  for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *path = vas_test_fixture (fixtures[i]);
      g_autofree char *csv = export(NULL, "csv", path);
      g_autofree char *json = export(NULL, "json", path);
      check_against_json (csv, json);
    }
}

static void
test_odd_names (void)
{
  static const char *const names[] = {
    "/a,b", "/a \"quoted\" name", "/new\\012line", "/blank at the end ", "/latin-\xfc, too", "=1+1",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "0040%u000-0040%u000 r--p %-*s%s\n", i, i + 1, 50,
                            "00000000 fe:00 7", names[i]);
  g_autofree char *csv = export(text->str, "csv", "-");
  g_autofree char *json = export(text->str, "json", "-");
  check_against_json (csv, json);
  g_assert_nonnull (strstr (csv, ",\"/a \"\"quoted\"\" name\","));
  g_assert_nonnull (strstr (csv, ",\"/new\nline\","));
  g_assert_nonnull (strstr (csv, ",\"/blank at the end \","));
  g_assert_nonnull (strstr (csv, ",=1+1,"));
}

static void
test_header (void)
{
  g_autofree char *path = vas_test_fixture ("tutorial-cat.maps");
  g_autofree char *csv = export(NULL, "csv", path);
  g_assert_true (g_str_has_prefix (
      csv, "start,end,size,perms,offset,device,inode,path,path_base64,deleted,kind,family,role,"
           "product,label,object,area,confidence,evidence,explanation,remarks,badges,resident,"
           "vm_flags,parts\r\n"
           "0x559b8c418000,0x559b8c41a000,8192,r--p,0x0,08:30,1708,/usr/bin/cat,,false,"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/header", test_header);
  g_test_add_func ("/csv/same-as-json", test_same_as_json);
  g_test_add_func ("/csv/odd-names", test_odd_names);
  return g_test_run ();
}
