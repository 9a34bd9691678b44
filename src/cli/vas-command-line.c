/* The command line: does what it asks for, here or in another program of Vascope.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-command-line.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "vas-allocation.h"
#include "vas-at.h"
#include "vas-display.h"
#include "vas-error.h"
#include "vas-handover.h"
#include "vas-list.h"
#include "vas-plain-locale.h"
#include "vas-process-commands.h"
#include "vas-process-scan.h"
#include "vas-request.h"
#include "vas-standard-streams.h"

static VasSource *
open_process (const VasRequest *request, GError **error)
{
  guint64 pid;
  if (g_ascii_string_to_unsigned (request->target, 10, 1, G_MAXINT32, &pid, NULL))
    return vas_source_new_for_process (request->proc_root, (gint32) pid, 0);
  g_set_error (error, VAS_ERROR, VAS_ERROR_VANISHED,
               _ ("There is no process %s: the numbers of processes begin at 1 and end at %d."),
               request->target, G_MAXINT32);
  return NULL;
}

static VasSource *
open_standard_input (GError **error)
{
  g_autoptr (GBytes) bytes = vas_standard_input_read (error);
  return bytes != NULL ? vas_source_new_for_bytes (bytes, _ ("standard input")) : NULL;
}

/* Digits are a process, and "./123" is the way to name a file called so. */
static VasSource *
open_target (const VasRequest *request, GError **error)
{
  const char *target = request->target;
  if (strcmp (target, "-") == 0)
    return open_standard_input (error);
  if (target[strspn (target, "0123456789")] == '\0')
    return open_process (request, error);
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return vas_source_new_for_path (target);

  g_autofree char *shown = vas_display_bytes (target, strlen (target));
  g_set_error (error, VAS_ERROR, VAS_ERROR_READ,
               _ ("There is no file “%s”; a process is named by its number, which --list shows."),
               shown);
  return NULL;
}

static VasSnapshot *
read_target (const VasRequest *request, GError **error)
{
  g_autoptr (VasSource) source = open_target (request, error);
  if (source == NULL)
    return NULL;
  return vas_source_read (source, request->with_usage ? VAS_READ_USAGE : VAS_READ_MAPS, NULL, NULL,
                          error);
}

static gboolean
print_help (const VasRequest *request, GError **error)
{
  return vas_standard_output_put (request->help, error);
}

static gboolean
print_version (const VasRequest *request, GError **error)
{
  return vas_standard_output_put ("vascope " VAS_VERSION "\n", error);
}

static gboolean
print_list (const VasRequest *request, GError **error)
{
  const char *root = request->proc_root != NULL ? request->proc_root : "/proc";
  g_autoptr (VasProcessScan) scan = vas_process_scan_new (root);
  g_autoptr (GPtrArray) processes = vas_process_scan_run (scan, NULL, error);
  if (processes == NULL)
    return FALSE;
  vas_process_commands_read (root, processes);
  return request->json ? vas_list_print_json (processes, error)
                       : vas_list_print_table (processes, root, error);
}

static gboolean
export_to_standard_output (VasSnapshot *snapshot, const VasRequest *request, GError **error)
{
  g_autoptr (GOutputStream) stream = vas_standard_output_new ();
  GError *cause = NULL;
  if (vas_export_to_stream (snapshot, &request->export, stream, &cause))
    return TRUE;
  vas_standard_output_set_failure (error, cause);
  return FALSE;
}

/* Text may be looked at in a terminal; the bytes of a picture would be taken for commands. */
static gboolean
check_terminal (const VasRequest *request, GError **error)
{
  VasFormat format = request->export.format;
  gboolean is_binary = format == VAS_FORMAT_PNG || format == VAS_FORMAT_PDF;
  if (!is_binary || strcmp (request->out, "-") != 0 || !vas_standard_output_is_terminal ())
    return TRUE;
  g_set_error (error, VAS_ERROR, VAS_ERROR_USAGE,
               _ ("A terminal cannot show %s; name a file after --export, or send standard output "
                  "elsewhere."),
               vas_format_get_id (format));
  return FALSE;
}

static gboolean
export_target (const VasRequest *request, GError **error)
{
  if (!check_terminal (request, error))
    return FALSE;
  g_autoptr (VasSnapshot) snapshot = read_target (request, error);
  if (snapshot == NULL)
    return FALSE;
  if (strcmp (request->out, "-") == 0)
    return export_to_standard_output (snapshot, request, error);
  return vas_export_to_path (snapshot, &request->export, request->out, error);
}

static gboolean
print_at (const VasRequest *request, GError **error)
{
  g_autoptr (VasSnapshot) snapshot = read_target (request, error);
  if (snapshot == NULL)
    return FALSE;
  return request->json ? vas_at_print_json (snapshot, request->address, error)
                       : vas_at_print_text (snapshot, request->address, error);
}

static gboolean
is_picture_wanted (const VasRequest *request)
{
  return request->task == VAS_TASK_EXPORT && vas_format_is_picture (request->export.format);
}

static gboolean
writes_for_programs (const VasRequest *request)
{
  return request->json || (request->task == VAS_TASK_EXPORT && !is_picture_wanted (request));
}

static int
complain (const GError *error)
{
  vas_standard_error_put (error->message);
  return g_error_matches (error, VAS_ERROR, VAS_ERROR_USAGE) ? VAS_EXIT_USAGE : VAS_EXIT_FAILED;
}

/* Standard input is left to the program that will show it. */
static gboolean
open_window (const VasRequest *request, const VasAbilities *abilities, char **argv, GError **error)
{
  if (abilities->open_window == NULL)
    return vas_handover_run (VAS_HANDOVER_WINDOW, argv, error);
  g_autoptr (VasSource) source = NULL;
  if (request->target != NULL && (source = open_target (request, error)) == NULL)
    return FALSE;
  return abilities->open_window (source, request->proc_root, error);
}

static gboolean
perform (VasRequest *request, const VasAbilities *abilities, char **argv, GError **error)
{
  static gboolean (*const tasks[VAS_N_TASKS]) (const VasRequest *request, GError **error) = {
    [VAS_TASK_HELP] = print_help, [VAS_TASK_VERSION] = print_version,
    [VAS_TASK_LIST] = print_list, [VAS_TASK_EXPORT] = export_target,
    [VAS_TASK_AT] = print_at,
  };
  if (request->task == VAS_TASK_WINDOW)
    return open_window (request, abilities, argv, error);
  if (is_picture_wanted (request) && abilities->draw == NULL)
    return vas_handover_run (VAS_HANDOVER_PICTURE, argv, error);
  request->export.draw = abilities->draw;
  g_autoptr (VasPlainLocale) plain
      = writes_for_programs (request) ? vas_plain_locale_enter () : NULL;
  return tasks[request->task](request, error);
}

static void
speak_to_people (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, VAS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

int
vas_command_line_run (int argc, char **argv, const VasAbilities *abilities)
{
  g_return_val_if_fail (argc > 0 && abilities != NULL, VAS_EXIT_FAILED);

  speak_to_people ();
  g_set_prgname ("vascope");
  vas_standard_streams_guard ();
  vas_allocation_keep_for_readings ();

  g_autoptr (GError) error = NULL;
  g_autoptr (VasRequest) request = vas_request_parse (argv, &error);
  if (request == NULL || !perform (request, abilities, argv, &error))
    return complain (error);
  return VAS_EXIT_DONE;
}
