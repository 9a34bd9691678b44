/* Prints the processes one could pick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-config.h"

#include "vas-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "vas-display.h"
#include "vas-snapshot-json.h"
#include "vas-standard-streams.h"
#include "vas-text-table.h"

/* When the kernel was started, in seconds after 1970; 0 where there is no stat file, as in
 * captures. */
static gint64
read_boot_time (const char *proc_root)
{
  g_autofree char *path = g_build_filename (proc_root, "stat", NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  const char *line = strstr (text, "\nbtime ");
  return line != NULL ? g_ascii_strtoll (line + strlen ("\nbtime "), NULL, 10) : 0;
}

/* The time of day for what began today, else the day. */
static char *
format_start (gint64 boot_time, guint64 start_time)
{
  if (boot_time == 0)
    return g_strdup ("");
  gint64 seconds = boot_time + (gint64) (start_time / (guint64) sysconf (_SC_CLK_TCK));
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  if (start == NULL)
    return g_strdup ("");
  gboolean today = g_date_time_get_year (start) == g_date_time_get_year (now)
                   && g_date_time_get_day_of_year (start) == g_date_time_get_day_of_year (now);
  return g_date_time_format (start, today ? "%H:%M" : "%Y-%m-%d");
}

static char *
format_count (guint64 number)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, number);
}

static void
add_row (VasTextTable *table, VasProcess *process, gint64 boot_time)
{
  VasAccess access = vas_process_get_access (process);
  gboolean has_memory = vas_process_get_mapped (process) > 0;
  vas_text_table_add (table, format_count ((guint64) vas_process_get_pid (process)));
  vas_text_table_add (table, g_strdup (vas_process_get_name (process)));
  vas_text_table_add (table, g_strdup (vas_process_get_user (process)));
  vas_text_table_add (table, has_memory ? vas_display_size (vas_process_get_resident (process))
                                        : g_strdup (""));
  vas_text_table_add (table, has_memory ? vas_display_size (vas_process_get_mapped (process))
                                        : g_strdup (""));
  vas_text_table_add (table, format_count (vas_process_get_n_threads (process)));
  vas_text_table_add (table, format_start (boot_time, vas_process_get_start_time (process)));
  vas_text_table_add (
      table, g_strdup (access == VAS_ACCESS_READABLE ? _ ("yes") : vas_access_describe (access)));
  vas_text_table_add (table, g_strdup (vas_process_get_command (process)));
}

gboolean
vas_list_print_table (GPtrArray *processes, const char *proc_root, GError **error)
{
  const VasTextColumn columns[] = {
    /* Translators: the headings of a table of processes in a terminal. */
    { _ ("PID"), VAS_TEXT_RIGHT },     { _ ("NAME"), VAS_TEXT_LEFT },
    { _ ("USER"), VAS_TEXT_LEFT },     { _ ("IN RAM"), VAS_TEXT_RIGHT },
    { _ ("MAPPED"), VAS_TEXT_RIGHT },  { _ ("THREADS"), VAS_TEXT_RIGHT },
    { _ ("STARTED"), VAS_TEXT_RIGHT }, { _ ("READABLE"), VAS_TEXT_LEFT },
    { _ ("COMMAND"), VAS_TEXT_LEFT },
  };
  g_return_val_if_fail (processes != NULL && proc_root != NULL, FALSE);

  g_autoptr (VasTextTable) table = vas_text_table_new (columns, G_N_ELEMENTS (columns));
  gint64 boot_time = read_boot_time (proc_root);
  for (guint i = 0; i < processes->len; i++)
    add_row (table, processes->pdata[i], boot_time);
  g_autofree char *text = vas_text_table_format (table, vas_standard_output_get_width ());
  return vas_standard_output_put (text, error);
}

static void
add_process (VasJson *json, VasProcess *process)
{
  vas_json_open_object (json, NULL);
  vas_json_add_number (json, "pid", (guint64) vas_process_get_pid (process));
  vas_json_add_text (json, "name", vas_process_get_name (process));
  vas_json_add_text (json, "user", vas_process_get_user (process));
  vas_json_add_number (json, "resident", vas_process_get_resident (process));
  vas_json_add_number (json, "mapped", vas_process_get_mapped (process));
  vas_json_add_number (json, "threads", vas_process_get_n_threads (process));
  vas_json_add_number (json, "start_time", vas_process_get_start_time (process));
  vas_json_add_text (json, "access", vas_access_get_id (vas_process_get_access (process)));
  vas_json_add_text (json, "command", vas_process_get_command (process));
  vas_json_close (json);
}

gboolean
vas_list_print_json (GPtrArray *processes, GError **error)
{
  g_return_val_if_fail (processes != NULL, FALSE);

  g_autoptr (GOutputStream) stream = vas_standard_output_new ();
  g_autoptr (VasWriter) writer = vas_writer_new (stream);
  g_autoptr (VasJson) json = vas_json_new (writer);
  vas_json_open_object (json, NULL);
  vas_json_add_number (json, "schema", VAS_JSON_SCHEMA);
  vas_json_open_array (json, "processes");
  for (guint i = 0; i < processes->len; i++)
    add_process (json, processes->pdata[i]);
  vas_json_close (json);
  vas_json_close (json);
  return vas_standard_output_finish (writer, error);
}
