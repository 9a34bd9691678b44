/* One region as a row of named values: the columns that JSON and CSV share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-record.h"

#include "vas-usage-names.h"

/** Run: columns `[first, end)` about one topic, and what was written of them. */
typedef struct
{
  guint first;
  guint end;
  VasRowTopic topic;
  VasRowMemo *memo; /* (nullable): of what regions share */
} Run;

/**
 * Stretch: runs `[first, end)`, all shared or none, and what was written of them together. Nearly
 * every region has all its words in common with one before, which makes them one copy.
 */
typedef struct
{
  guint first;
  guint end;
  VasRowTopic first_topic; /* its key is that of all topics from this one */
  VasRowMemo *memo;        /* (nullable) */
} Stretch;

struct _VasRecord
{
  VasRow *row;
  const VasRowColumn *columns; /* those of smaps follow them */
  guint n_columns;
  GArray *runs;           /* of Run: all columns */
  GArray *stretches;      /* of Stretch: all runs */
  GPtrArray *usage_names; /* (nullable): column names of the smaps fields, by field id */
};

enum
{
  FIRST_FIELD = VAS_FIELD_SIZE + 1, /* `size` is a column already */
};

static GPtrArray *
make_usage_names (const VasRecord *self, const VasUsage *usage)
{
  if (usage == NULL)
    return NULL;
  g_autofree const char **taken = g_new0 (const char *, self->n_columns + 2);
  for (guint i = 0; i < self->n_columns; i++)
    taken[i] = self->columns[i].id;
  taken[self->n_columns] = "parts";
  return vas_usage_make_names (usage, taken);
}

static VasRowTopic
get_topic (const VasRecord *self, guint column)
{
  return column < self->n_columns ? self->columns[column].topic : VAS_ROW_SELF;
}

static void
clear_run (gpointer pointer)
{
  Run *run = pointer;
  g_clear_pointer (&run->memo, vas_row_memo_free);
}

static GArray *
make_runs (const VasRecord *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (runs, clear_run);
  guint n_columns = vas_record_get_n_columns (self);
  for (guint first = 0, end; first < n_columns; first = end)
    {
      Run run = { .first = first, .topic = get_topic (self, first) };
      for (end = first + 1; end < n_columns && get_topic (self, end) == run.topic; end++)
        continue;
      run.end = end;
      if (vas_row_is_shared (self->row, run.topic))
        run.memo = vas_row_memo_new (1);
      g_array_append_val (runs, run);
    }
  return runs;
}

static void
clear_stretch (gpointer pointer)
{
  Stretch *stretch = pointer;
  g_clear_pointer (&stretch->memo, vas_row_memo_free);
}

static GArray *
make_stretches (const VasRecord *self)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_array_set_clear_func (stretches, clear_stretch);
  const Run *runs = &g_array_index (self->runs, Run, 0);
  for (guint first = 0, end; first < self->runs->len; first = end)
    {
      gboolean is_shared = runs[first].memo != NULL;
      VasRowTopic lowest = runs[first].topic, highest = lowest;
      for (end = first + 1; end < self->runs->len && (runs[end].memo != NULL) == is_shared; end++)
        {
          lowest = MIN (lowest, runs[end].topic);
          highest = MAX (highest, runs[end].topic);
        }
      VasRowMemo *memo = is_shared ? vas_row_memo_new (highest - lowest + 1) : NULL;
      Stretch stretch = { first, end, lowest, memo };
      g_array_append_val (stretches, stretch);
    }
  return stretches;
}

VasRecord *
vas_record_new (const VasSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, NULL);

  VasRecord *self = g_new0 (VasRecord, 1);
  self->row = vas_row_new (snapshot);
  self->columns = vas_row_columns_get (&self->n_columns);
  self->usage_names = make_usage_names (self, snapshot->reading->usage);
  self->runs = make_runs (self);
  self->stretches = make_stretches (self);
  return self;
}

void
vas_record_free (VasRecord *self)
{
  if (self == NULL)
    return;
  vas_row_free (self->row);
  g_array_unref (self->stretches);
  g_array_unref (self->runs);
  g_clear_pointer (&self->usage_names, g_ptr_array_unref);
  g_free (self);
}

guint
vas_record_get_n_columns (const VasRecord *self)
{
  return self->n_columns + (self->usage_names != NULL ? self->usage_names->len - FIRST_FIELD : 0);
}

const char *
vas_record_get_column_id (const VasRecord *self, guint column)
{
  g_return_val_if_fail (column < vas_record_get_n_columns (self), NULL);

  return column < self->n_columns
             ? self->columns[column].id
             : self->usage_names->pdata[column - self->n_columns + FIRST_FIELD];
}

gboolean
vas_record_is_column_optional (const VasRecord *self, guint column)
{
  return column < self->n_columns && self->columns[column].is_optional;
}

void
vas_record_move_to (VasRecord *self, gsize region)
{
  g_return_if_fail (self != NULL);

  vas_row_move_to (self->row, region);
}

const VasTexts *
vas_record_get_texts (VasRecord *self, const VasVerdict *verdict)
{
  return vas_verdict_texts_get (self->row->texts_of, verdict);
}

/* One call of vas_record_write(). */
typedef struct
{
  VasRecord *record;
  VasWriter *writer;
  VasPutColumn put;
  gpointer user_data;
} Writing;

static void
write_columns (const Writing *writing, const Run *run)
{
  const VasRecord *self = writing->record;
  vas_row_compose (self->row, run->topic);
  for (guint column = run->first; column < run->end; column++)
    {
      VasValue value
          = column < self->n_columns
                ? self->columns[column].get (self->row)
                : vas_row_get_field (self->row, column - self->n_columns + FIRST_FIELD);
      writing->put (self, column, &value, writing->user_data);
    }
}

/* Whether the words are known, and then written. */
static gboolean
write_known (const Writing *writing, const VasRowMemo *memo, const VasRowKey *keys)
{
  gsize length;
  const char *known = vas_row_memo_find (memo, keys, &length);
  if (known != NULL)
    vas_writer_put_bytes (writing->writer, known, length);
  return known != NULL;
}

static void
learn (const Writing *writing, VasRowMemo *memo, const VasRowKey *keys, guint64 before)
{
  gsize length;
  const char *written = vas_writer_get_since (writing->writer, before, &length);
  if (written != NULL)
    vas_row_memo_add (memo, keys, written, length);
}

static void
write_run (const Writing *writing, const Run *run)
{
  const VasRowKey *key = &writing->record->row->keys[run->topic];
  if (run->memo != NULL && write_known (writing, run->memo, key))
    return;
  guint64 before = vas_writer_get_count (writing->writer);
  write_columns (writing, run);
  if (run->memo != NULL)
    learn (writing, run->memo, key, before);
}

static void
write_stretch (const Writing *writing, const Stretch *stretch)
{
  const VasRowKey *keys = &writing->record->row->keys[stretch->first_topic];
  if (stretch->memo != NULL && write_known (writing, stretch->memo, keys))
    return;
  guint64 before = vas_writer_get_count (writing->writer);
  for (guint i = stretch->first; i < stretch->end; i++)
    write_run (writing, &g_array_index (writing->record->runs, Run, i));
  if (stretch->memo != NULL)
    learn (writing, stretch->memo, keys, before);
}

void
vas_record_write (VasRecord *self, VasWriter *writer, VasPutColumn put, gpointer user_data)
{
  g_return_if_fail (self != NULL && self->row->region != NULL && writer != NULL && put != NULL);

  Writing writing = { self, writer, put, user_data };
  for (guint i = 0; i < self->stretches->len; i++)
    write_stretch (&writing, &g_array_index (self->stretches, Stretch, i));
}
