/* Says what went wrong with a process, and what a person can do about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-proc-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vas-display.h"
#include "vas-proc-files.h"
#include "vas-user-name.h"

/* "cat (4242)"; "4242" for a process whose name may not be known. */
static char *
describe_process (const VasProc *self)
{
  if (*self->name == '\0')
    return g_strdup_printf ("%d", self->pid);
  g_autofree char *name = vas_display_bytes (self->name, strlen (self->name));
  return g_strdup_printf ("%s (%d)", name, self->pid);
}

/* Whose process it is: by status, or by its directory where status is hidden (hidepid=1, proc(5)). */
static gboolean
find_user (const VasProc *self, guint32 *uid)
{
  gsize length;
  VasProcStatus status = { 0 };
  struct stat about;
  g_autofree char *text
      = vas_proc_file_read (self->directory, "status", VAS_PROC_FILE_BYTES, &length);
  if (text != NULL)
    vas_proc_status_parse (text, length, &status);
  if (!status.has_uid && self->is_live && fstat (self->directory, &about) == 0)
    {
      status.has_uid = TRUE;
      status.uid = about.st_uid;
    }
  *uid = status.uid;
  return status.has_uid;
}

/* Whose process it is decides what helps. */
static char *
describe_denial (const VasProc *self, const char *who)
{
  guint32 uid;
  if (!find_user (self, &uid))
    return g_strdup_printf (_ ("The system does not let you look into process %s. Run Vascope as "
                               "the user it belongs to, or as root."),
                            who);
  if (geteuid () == 0)
    return g_strdup_printf (_ ("The system keeps even root from looking into process %s, as it "
                               "does inside a container or sandbox. Run Vascope outside of it."),
                            who);
  if (uid == getuid ())
    return g_strdup_printf (_ ("Process %s is yours, but the system protects it from being looked "
                               "into, as it does for programs that guard secrets or have special "
                               "rights. Run Vascope as root to see it."),
                            who);
  if (uid == 0)
    return g_strdup_printf (_ ("Process %s belongs to root, and the system does not let you look "
                               "into it. Run Vascope as root to see it."),
                            who);
  g_autofree char *user = vas_user_name_dup (uid);
  /* Translators: first the process, "ssh-agent (4242)", then twice the user it belongs to. */
  return g_strdup_printf (_ ("Process %s belongs to the user %s, and the system does not let you "
                             "look into it. Run Vascope as %s or as root to see it."),
                          who, user, user);
}

static const char *
get_sentence (VasError code)
{
  static const struct
  {
    VasError code;
    const char *sentence;
  } sentences[] = {
    { VAS_ERROR_VANISHED, N_ ("Process %s is not there: it has ended, never was, or is hidden "
                              "from you. Pick another one from the list of processes.") },
    { VAS_ERROR_REUSED, N_ ("The process that was looked at has ended, and its number now belongs "
                            "to another one, %s. Open that one anew to look at it.") },
    { VAS_ERROR_ZOMBIE, N_ ("Process %s has ended and only waits for its parent to take note of "
                            "it: its memory is gone. Pick another process.") },
    { VAS_ERROR_KERNEL_THREAD, N_ ("Process %s is a thread of the kernel and has no address space "
                                   "of its own to show. Pick a program instead.") },
    { VAS_ERROR_NOT_MAPS, N_ ("What stands in the maps file of process %s is no list of memory "
                              "mappings. Choose a directory laid out like /proc.") },
    { VAS_ERROR_EMPTY, N_ ("Process %s shows no memory mappings: it may be starting or ending at "
                           "this moment. Try again.") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].code == code)
      return _ (sentences[i].sentence);
  g_return_val_if_reached ("%s");
}

void
vas_proc_set_error (const VasProc *self, VasError code, GError **error)
{
  g_autofree char *who = describe_process (self);
  g_autofree char *message = NULL;
  if (code == VAS_ERROR_DENIED)
    message = describe_denial (self, who);
  else
    {
      const char *sentence = get_sentence (code);
      const char *place = strstr (sentence, "%s");
      message = g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, who, place + 2);
    }
  g_set_error_literal (error, VAS_ERROR, code, message);
}

void
vas_proc_set_errno (const VasProc *self, int why, GError **error)
{
  /* A directory that was laid out by hand may lack a file; one of the kernel's lacks it only when
   * the process is gone. */
  gboolean gone = why == ESRCH || (why == ENOENT && (self->is_live || self->directory < 0));
  if (why == EACCES || why == EPERM)
    vas_proc_set_error (self, VAS_ERROR_DENIED, error);
  else if (gone)
    vas_proc_set_error (self, VAS_ERROR_VANISHED, error);
  else
    {
      g_autofree char *who = describe_process (self);
      g_set_error (error, VAS_ERROR, VAS_ERROR_READ,
                   _ ("Process %s could not be read (%s). Try again, or pick another process."),
                   who, g_strerror (why));
    }
}
