/* The rows of the process list: kept up to date, and narrowed down to what was typed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "vas-process-rows.h"

#include "vas-process-commands.h"
#include "vas-process-list.h"
#include "vas-process-watch.h"

struct _VasProcessRows
{
  GObject parent_instance;

  VasProcessWatch *watch;
  VasProcessCommands *commands;
  VasProcessList *processes;
  char **words;
  GtkFilter *filter;
  GtkFilterListModel *matching;
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VasProcessRows, vas_process_rows, G_TYPE_OBJECT)

static gboolean
matches_cb (gpointer item, gpointer user_data)
{
  VasProcessRows *self = user_data;
  const char *text = *self->words != NULL ? vas_process_get_search_text (item) : "";
  for (char **word = self->words; *word != NULL; word++)
    if (strstr (text, *word) == NULL)
      return FALSE;
  return TRUE;
}

/* Words may be of any command line. */
static void
want_what_is_searched (VasProcessRows *self)
{
  guint n = *self->words != NULL ? vas_process_rows_get_n_processes (self) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VasProcess) process = g_list_model_get_item (G_LIST_MODEL (self->processes), i);
      if (vas_process_get_command_state (process) == VAS_COMMAND_UNKNOWN)
        vas_process_commands_want (self->commands, process);
    }
}

/* What a process is called may have changed. */
static void
search_again (VasProcessRows *self)
{
  if (*self->words != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
listed_cb (VasProcessRows *self, GPtrArray *processes)
{
  vas_process_list_update (self->processes, processes);
  want_what_is_searched (self);
  search_again (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
failed_cb (VasProcessRows *self, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
arrived_cb (VasProcessRows *self)
{
  search_again (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vas_process_rows_finalize (GObject *object)
{
  VasProcessRows *self = VAS_PROCESS_ROWS (object);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  g_signal_handlers_disconnect_by_data (self->commands, self);
  vas_process_watch_set_running (self->watch, FALSE);
  g_object_unref (self->watch);
  g_object_unref (self->commands);
  g_object_unref (self->matching);
  g_object_unref (self->filter);
  g_object_unref (self->processes);
  g_strfreev (self->words);
  G_OBJECT_CLASS (vas_process_rows_parent_class)->finalize (object);
}

static void
vas_process_rows_class_init (VasProcessRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vas_process_rows_finalize;
  signals[CHANGED] = g_signal_new ("changed", VAS_TYPE_PROCESS_ROWS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED]
      = g_signal_new ("failed", VAS_TYPE_PROCESS_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
vas_process_rows_init (VasProcessRows *self)
{
  self->words = g_new0 (char *, 1);
  self->processes = vas_process_list_new ();
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->matching = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->processes)),
                                              g_object_ref (self->filter));
}

VasProcessRows *
vas_process_rows_new (const char *root)
{
  g_return_val_if_fail (root != NULL, NULL);

  VasProcessRows *self = g_object_new (VAS_TYPE_PROCESS_ROWS, NULL);
  self->watch = vas_process_watch_new (root);
  self->commands = vas_process_commands_new (root);
  g_signal_connect_swapped (self->watch, "listed", G_CALLBACK (listed_cb), self);
  g_signal_connect_swapped (self->watch, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->commands, "arrived", G_CALLBACK (arrived_cb), self);
  return self;
}

void
vas_process_rows_set_running (VasProcessRows *self, gboolean running)
{
  g_return_if_fail (VAS_IS_PROCESS_ROWS (self));
  vas_process_watch_set_running (self->watch, running);
}

void
vas_process_rows_set_search (VasProcessRows *self, const char *text)
{
  g_return_if_fail (VAS_IS_PROCESS_ROWS (self) && text != NULL);

  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_strstrip (folded);
  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \t", -1);
  want_what_is_searched (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

void
vas_process_rows_want_command (VasProcessRows *self, VasProcess *process)
{
  g_return_if_fail (VAS_IS_PROCESS_ROWS (self));
  vas_process_commands_want (self->commands, process);
}

GListModel *
vas_process_rows_get_model (VasProcessRows *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS_ROWS (self), NULL);
  return G_LIST_MODEL (self->matching);
}

guint
vas_process_rows_get_n_processes (VasProcessRows *self)
{
  g_return_val_if_fail (VAS_IS_PROCESS_ROWS (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->processes));
}
