/* The smaps fields as column names: "Private_Dirty" is `private_dirty`.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-usage-names.h"

#include <string.h>

/* Words begin at a capital after a small letter (LazyFree), or at the last capital of several
 * (MMUPageSize). */
static gboolean
begins_word (const char *name, gsize i)
{
  if (i == 0 || !g_ascii_isupper (name[i]))
    return FALSE;
  return g_ascii_islower (name[i - 1]) || g_ascii_isdigit (name[i - 1])
         || (g_ascii_isupper (name[i - 1]) && g_ascii_islower (name[i + 1]));
}

static char *
make_name (const char *name)
{
  if (strcmp (name, "THPeligible") == 0) /* the one name that does not follow the rule */
    return g_strdup ("thp_eligible");

  GString *out = g_string_new (NULL);
  for (gsize i = 0; name[i] != '\0'; i++)
    {
      if (begins_word (name, i))
        g_string_append_c (out, '_');
      g_string_append_c (out, g_ascii_isalnum (name[i]) ? g_ascii_tolower (name[i]) : '_');
    }
  return g_string_free (out, FALSE);
}

GPtrArray *
vas_usage_make_names (const VasUsage *usage, const char *const *taken)
{
  g_return_val_if_fail (usage != NULL, NULL);

  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (; *taken != NULL; taken++)
    g_hash_table_add (seen, (gpointer) *taken);

  guint n = vas_usage_get_n_fields (usage);
  for (guint field = 0; field < n; field++)
    {
      g_autofree char *name = make_name (vas_usage_get_field_name (usage, field));
      while (!g_hash_table_add (seen, name))
        {
          char *longer = g_strconcat ("smaps_", name, NULL);
          g_free (name);
          name = longer;
        }
      g_ptr_array_add (names, g_steal_pointer (&name));
    }
  return names;
}
