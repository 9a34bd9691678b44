/* Chooses what to call a process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-name.h"

#include <string.h>

#include "vas-display.h"

enum
{
  COMM_LENGTH = 15, /* TASK_COMM_LEN without the NUL */
};

char *
vas_process_name_choose (const char *comm, const char *argument)
{
  const char *name = comm != NULL ? comm : "";
  const char *slash = argument != NULL ? strrchr (argument, '/') : NULL;
  const char *file = slash != NULL ? slash + 1 : argument;
  gsize length = strlen (name);
  if (file != NULL && (length == 0 || (length == COMM_LENGTH && g_str_has_prefix (file, name))))
    {
      /* "gnome-terminal-server --app-id ...": some programs join their arguments. */
      name = file;
      length = strcspn (file, " ");
    }
  return vas_display_bytes (name, length);
}
