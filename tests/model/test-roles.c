/* The table of roles: every row is whole, and no two say the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "vas-roles.h"

/* Roles of one product that need no explanation of their own do not exist: each row has one. */
static void
test_rows_are_whole (void)
{
  for (guint r = 1; r < vas_roles_get_count (); r++)
    {
      const VasRole *role = vas_role_get (r);
      g_test_message ("row %u: %s", r, role->id != NULL ? role->id : "missing");
      g_assert_nonnull (role->id);
      g_assert_cmpuint (strlen (role->id), >, 0);
      g_assert_cmpuint (strlen (role->label), >, 0);
      g_assert_cmpuint (strlen (role->explanation), >=, 20);
      g_assert_true (g_str_has_suffix (role->explanation, "."));
      g_assert_true (g_utf8_validate (role->explanation, -1, NULL));
      if (role->owner != NULL)
        g_assert_nonnull (role->product);
    }
}

static void
assert_unique (const char *(*get) (const VasRole *))
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint r = 1; r < vas_roles_get_count (); r++)
    {
      const char *text = get (vas_role_get (r));
      g_test_message ("%s", text);
      g_assert_false (g_hash_table_contains (seen, text));
      g_hash_table_add (seen, (gpointer) text);
    }
}

static const char *
get_id (const VasRole *role)
{
  return role->id;
}

static const char *
get_explanation (const VasRole *role)
{
  return role->explanation;
}

static void
test_unique (void)
{
  assert_unique (get_id);
  assert_unique (get_explanation);
}

/* Ids are part of no saved format, but tests and traces use them: small letters, digits,
 * hyphens. */
static void
test_ids (void)
{
  for (guint r = 0; r < vas_roles_get_count (); r++)
    {
      const char *id = vas_role_get (r)->id;
      g_assert_cmpuint (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (id));
      g_assert_cmpuint (vas_role_from_id (id), ==, r);
    }
  g_assert_cmpuint (vas_role_from_id ("no such role"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roles/rows-are-whole", test_rows_are_whole);
  g_test_add_func ("/roles/unique", test_unique);
  g_test_add_func ("/roles/ids", test_ids);
  return g_test_run ();
}
