/* Names a user by number.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-user-name.h"

#include <pwd.h>
#include <string.h>

#include "vas-display.h"

enum
{
  PASSWD_BYTES = 4096,
};

char *
vas_user_name_dup (guint32 uid)
{
  char buffer[PASSWD_BYTES];
  struct passwd entry, *found = NULL;
  if (getpwuid_r (uid, &entry, buffer, sizeof buffer, &found) == 0 && found != NULL)
    return vas_display_bytes (found->pw_name, strlen (found->pw_name));
  return g_strdup_printf ("%u", uid);
}
