/* The table of roles: joins the topics' rows to one numbering.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-roles.h"

#include <string.h>

#include "vas-roles-tables.h"

static const VasRole NO_ROLE = { .id = "none", .label = "", .explanation = "" };

static const struct
{
  const VasRole *rows;
  guint first;
} TOPICS[] = {
  { &NO_ROLE, VAS_ROLE_NONE },
  { vas_roles_process, VAS_ROLES_PROCESS },
  { vas_roles_runtimes, VAS_ROLES_RUNTIMES },
  { vas_roles_allocators, VAS_ROLES_ALLOCATORS },
  { vas_roles_files, VAS_ROLES_FILES },
  { vas_roles_shared, VAS_ROLES_SHARED },
};

guint
vas_roles_get_count (void)
{
  return VAS_N_ROLES;
}

const VasRole *
vas_role_get (guint role)
{
  g_return_val_if_fail (role < VAS_N_ROLES, &NO_ROLE);
  gsize topic = G_N_ELEMENTS (TOPICS) - 1;
  while (TOPICS[topic].first > role)
    topic--;
  return &TOPICS[topic].rows[role - TOPICS[topic].first];
}

guint
vas_role_from_id (const char *id)
{
  g_return_val_if_fail (id != NULL, 0);
  for (guint role = 1; role < VAS_N_ROLES; role++)
    if (strcmp (vas_role_get (role)->id, id) == 0)
      return role;
  return 0;
}
