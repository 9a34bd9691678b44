/* A snapshot as JSON: the process, every region, the families, the totals, the problems.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-snapshot-json.h"

#include <string.h>

#include "vas-config.h"
#include "vas-path-text.h"
#include "vas-roles.h"

/* Numbers of VasFacts are 0 where they are not known. */
static void
add_known_number (VasJson *json, const char *name, guint64 number)
{
  if (number != 0)
    vas_json_add_number (json, name, number);
  else
    vas_json_add_null (json, name);
}

static void
add_known_truth (VasJson *json, const char *name, gboolean is_known, gboolean truth)
{
  if (is_known)
    vas_json_add_truth (json, name, truth);
  else
    vas_json_add_null (json, name);
}

/* Strings of VasFacts are bytes. */
static void
add_fact (VasJson *json, const char *name, const char *bytes)
{
  VasPathText text = { NULL };
  if (bytes != NULL)
    vas_path_text_set (&text, bytes, strlen (bytes), FALSE);
  vas_json_add_text (json, name, text.text);
  vas_path_text_clear (&text);
}

static void
add_command_line (VasJson *json, char **arguments)
{
  if (arguments == NULL)
    {
      vas_json_add_null (json, "cmdline");
      return;
    }
  vas_json_open_array (json, "cmdline");
  for (gsize i = 0; arguments[i] != NULL; i++)
    add_fact (json, NULL, arguments[i]);
  vas_json_close (json);
}

static void
add_process (VasJson *json, const VasFacts *known)
{
  static const VasFacts nothing_known = { 0 };
  const VasFacts *facts = known != NULL ? known : &nothing_known;

  vas_json_open_object (json, "process");
  add_known_number (json, "pid", (guint64) facts->pid);
  add_fact (json, "name", facts->comm);
  add_fact (json, "exe", facts->exe);
  add_known_truth (json, "exe_deleted", facts->exe != NULL, facts->exe_deleted);
  add_command_line (json, facts->cmdline);
  add_known_number (json, "start_time", facts->start_time);
  add_known_number (json, "threads", facts->n_threads);
  add_known_number (json, "bits", facts->bits);
  add_known_truth (json, "changed_while_read", known != NULL, facts->moving);
  vas_json_close (json);
}

static void
add_captured (VasJson *json, gint64 captured)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (captured / G_USEC_PER_SEC);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;
  vas_json_add_text (json, "captured", text);
}

static void
add_words (VasJson *json, const char *name, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  vas_json_open_array (json, name);
  for (gsize i = 0; list[i] != NULL; i++)
    if (list[i][0] != '\0')
      vas_json_add_text (json, NULL, list[i]);
  vas_json_close (json);
}

static void
add_value (VasJson *json, const char *name, const VasValue *value)
{
  switch (value->type)
    {
    case VAS_VALUE_ABSENT:
      vas_json_add_null (json, name);
      break;
    case VAS_VALUE_TEXT:
      vas_json_add_text (json, name, value->text);
      break;
    case VAS_VALUE_WORDS:
      add_words (json, name, value->text);
      break;
    case VAS_VALUE_NUMBER:
      vas_json_add_number (json, name, value->number);
      break;
    case VAS_VALUE_ADDRESS:
      vas_json_add_address (json, name, value->number);
      break;
    case VAS_VALUE_TRUTH:
      vas_json_add_truth (json, name, value->number != 0);
      break;
    }
}

static void
add_part (VasJson *json, VasRecord *record, const VasPart *part)
{
  const VasVerdict *verdict = &part->verdict;
  const VasTexts *texts = vas_record_get_texts (record, verdict);

  vas_json_open_object (json, NULL);
  vas_json_add_address (json, "start", part->start);
  vas_json_add_address (json, "end", part->end);
  vas_json_add_text (json, "kind", vas_kind_get_id (verdict->kind));
  vas_json_add_text (json, "family", vas_family_get_id (vas_kind_get_family (verdict->kind)));
  vas_json_add_text (json, "role", verdict->role != 0 ? vas_role_get (verdict->role)->id : NULL);
  vas_json_add_text (json, "label", texts->label);
  vas_json_add_text (json, "confidence", vas_confidence_get_id (verdict->confidence));
  vas_json_add_text (json, "evidence", texts->evidence);
  vas_json_add_text (json, "explanation", texts->explanation);
  vas_json_close (json);
}

static void
add_column (const VasRecord *record, guint column, const VasValue *value, gpointer user_data)
{
  VasJson *json = user_data;
  if (value->type != VAS_VALUE_ABSENT || !vas_record_is_column_optional (record, column))
    add_value (json, vas_record_get_column_id (record, column), value);
}

void
vas_snapshot_add_region_json (
    const VasSnapshot *snapshot, gsize i, VasRecord *record, VasJson *json, const char *name)
{
  vas_record_move_to (record, i);
  vas_json_open_object (json, name);
  /* The first column is the region's own, so that what is copied always follows a member. */
  vas_record_write (record, vas_json_get_writer (json), add_column, json);

  gsize n = 0;
  const VasPart *parts = vas_snapshot_get_parts (snapshot, i, &n);
  vas_json_open_array (json, "parts");
  for (gsize part = 0; part < n; part++)
    add_part (json, record, &parts[part]);
  vas_json_close (json);
  vas_json_close (json);
}

static void
add_regions (VasJson *json, const VasSnapshot *snapshot)
{
  g_autoptr (VasRecord) record = vas_record_new (snapshot);
  gsize n_regions = vas_snapshot_get_n_regions (snapshot);
  vas_json_open_array (json, "regions");
  for (gsize i = 0; i < n_regions; i++)
    vas_snapshot_add_region_json (snapshot, i, record, json, NULL);
  vas_json_close (json);
}

static void
add_sum (VasJson *json, const VasSum *sum, gboolean resident_known)
{
  vas_json_add_number (json, "regions", sum->regions);
  vas_json_add_number (json, "mapped", sum->mapped);
  const struct
  {
    const char *name;
    guint64 bytes;
  } in_memory[] = {
    { "resident", sum->resident },
    { "pss", sum->pss },
    { "swap", sum->swap },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (in_memory); i++)
    if (resident_known)
      vas_json_add_number (json, in_memory[i].name, in_memory[i].bytes);
    else
      vas_json_add_null (json, in_memory[i].name);
}

static void
add_families (VasJson *json, const VasTotals *totals)
{
  vas_json_open_array (json, "families");
  for (guint family = 0; family < VAS_N_FAMILIES; family++)
    if (totals->families[family].regions > 0)
      {
        vas_json_open_object (json, NULL);
        vas_json_add_text (json, "family", vas_family_get_id (family));
        add_sum (json, &totals->families[family], totals->resident_known);
        vas_json_close (json);
      }
  vas_json_close (json);
}

static void
add_problems (VasJson *json, const VasReading *reading)
{
  vas_json_open_array (json, "problems");
  for (gsize i = 0; i < reading->n_problems; i++)
    {
      const VasProblem *problem = &reading->problems[i];
      g_autofree char *reason = vas_problem_describe (problem);
      vas_json_open_object (json, NULL);
      vas_json_add_number (json, "line", problem->line);
      vas_json_add_text (json, "reason", reason);
      vas_json_add_truth (json, "rejected", vas_problem_is_rejection (problem->reason));
      vas_json_close (json);
    }
  vas_json_close (json);
}

void
vas_snapshot_write_json (const VasSnapshot *snapshot, VasWriter *writer)
{
  g_return_if_fail (snapshot != NULL && writer != NULL);

  const VasReading *reading = snapshot->reading;
  g_autoptr (VasJson) json = vas_json_new (writer);
  vas_json_open_object (json, NULL);
  vas_json_add_number (json, "schema", VAS_JSON_SCHEMA);
  vas_json_add_text (json, "generator", "vascope " VAS_VERSION);
  vas_json_add_text (json, "title", snapshot->title);
  add_process (json, snapshot->facts);
  add_captured (json, snapshot->captured);
  vas_json_add_number (json, "page_size", snapshot->page_size);
  add_regions (json, snapshot);
  add_families (json, &snapshot->totals);

  vas_json_open_object (json, "totals");
  add_sum (json, &snapshot->totals.all, snapshot->totals.resident_known);
  vas_json_add_number (json, "lines", reading->n_lines);
  vas_json_add_number (json, "lines_rejected", reading->n_rejected);
  vas_json_add_number (json, "lines_noted", reading->n_notes);
  vas_json_close (json);
  add_problems (json, reading);
  vas_json_close (json);
}
